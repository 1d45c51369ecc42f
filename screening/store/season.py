"""The screenings of a season in one list, with how many were there and how many answered."""

import datetime
from dataclasses import dataclass
from typing import Literal

from screening.store.database import reading
from screening.store.library import Library, Screening

Stage = Literal["planned", "to_seal", "sealed"]


@dataclass(frozen=True)
class Entry:
    """One line of a season; `present` and `answered` are known once it is sealed."""

    screening: Screening
    owner: str
    present: int | None = None
    answered: int | None = None

    @property
    def stage(self) -> Stage:
        """Tell whether it is to come, over but not sealed, or sealed."""
        if self.screening.sealed:
            return "sealed"
        return "to_seal" if self.screening.ended else "planned"

    @property
    def facilitators(self) -> tuple[str, ...]:
        """Who led it: as written in the plan, or whose screening it is."""
        return names(self.screening.plan.facilitators) or names(self.owner)

    @property
    def hours(self) -> float | None:
        """How long it took by the plan's hours; an end before the start is on the next day."""
        plan = self.screening.plan
        try:
            start, end = (datetime.datetime.strptime(t, "%H:%M") for t in (plan.start, plan.end))
        except ValueError:
            return None
        return (end - start).seconds / 3600


def names(text: str) -> tuple[str, ...]:
    """Split names at their commas."""
    return tuple(name for part in text.split(",") if (name := part.strip()))


def sealed_ids(library: Library) -> set[str]:
    """Return the ids of all sealed screenings."""
    with reading(library.path) as db:
        return {row[0] for row in db.execute("SELECT id FROM screenings WHERE sealed = 1").fetchall()}


def season(library: Library, owner: str | None = None) -> list[Entry]:
    """Return every screening as a line, the latest date first; only an owner's when given."""
    with reading(library.path) as db:
        owners = dict(db.execute("SELECT id, name FROM accounts").fetchall())
        counts: dict[str, dict[str, int]] = {}
        names_wanted = "name IN ('present', 'before', 'after', 'both')"
        rows = db.execute(f"SELECT screening, name, n FROM sealed_counts WHERE {names_wanted}")  # noqa: S608
        for screening, name, n in rows.fetchall():
            counts.setdefault(screening, {})[name] = n
    found: list[Entry] = []
    for s in library.screenings(owner):
        n = counts.get(s.id, {})
        answered = n["before"] + n["after"] - n["both"] if {"before", "after", "both"} <= n.keys() else None
        found.append(Entry(s, owners.get(s.owner, ""), n.get("present"), answered))
    return found
