"""What facilitators write down after an evening, every version kept."""

import datetime
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from screening.store.database import reading, writing
from screening.store.offered import check_shown

PROMPTS = ("critical", "expression", "participation", "follow_up", "worked", "incidents")
"""The parts of a debrief: the four asked of popular education, what worked, and incidents."""


@dataclass(frozen=True)
class Debrief:
    """One version: texts by prompt. An `offered` one came from elsewhere and waits for a decision.

    `shared` when its author lets a year's report print it.
    """

    version: int
    day: str
    texts: dict[str, str]
    offered: bool = False
    shared: bool = False

    @property
    def says(self) -> tuple[dict[str, str], bool]:
        """What was written and whether it may be printed, whatever the version."""
        return self.texts, self.shared

    def later_than(self, other: "Debrief | None") -> bool:
        """Tell whether this says something else, and was written later."""
        if other is None:
            return True
        return self.says != other.says and (self.day, self.version) > (other.day, other.version)


def read_debriefs(library: Path, screening: str) -> list[Debrief]:
    """Return every version, the latest first; versions offered from elsewhere are among them."""
    with reading(library) as db:
        return _versions(db, screening)


def current(versions: list[Debrief]) -> Debrief | None:
    """Return the latest version that is ours."""
    return next((d for d in versions if not d.offered), None)


def offered(versions: list[Debrief]) -> Debrief | None:
    """Return the version from elsewhere that waits for a decision, if any."""
    return next((d for d in versions if d.offered), None)


def save_debrief(
    library: Path, screening: str, texts: dict[str, str], day: datetime.date, shared: bool = False
) -> None:
    """Keep a new version; the earlier ones stay. Nothing offered waits any more."""
    with writing(library) as db:
        drop_offered(db, screening)
        insert_debrief(db, screening, Debrief(0, day.isoformat(), texts, shared=shared))


def insert_debrief(db: Database, screening: str, debrief: Debrief) -> None:
    """Add a version within an open transaction; it gets the next number, and keeps a larger one."""
    last = db.execute("SELECT MAX(version) FROM debriefs WHERE screening = ?", [screening]).fetchone()[0] or 0
    row = [
        screening,
        max(last + 1, debrief.version),
        debrief.day,
        json.dumps(debrief.texts, ensure_ascii=False),
        int(debrief.offered),
        int(debrief.shared),
    ]
    db.execute("INSERT INTO debriefs VALUES (?, ?, ?, ?, ?, ?)", row)


def settle_offered(library: Path, screening: str, take: bool, shown: str | None = None) -> None:
    """Take the version that is offered as the present one, or let it go.

    Whether it may be printed stays as it was decided here: a file cannot say yes for its author.
    With `shown`, the mark of what was read: raises OtherOffer when something else waits by now.
    """
    with writing(library) as db:
        versions = _versions(db, screening)
        check_shown(offered(versions), shown)
        if take:
            ours = current(versions)
            db.execute(
                "UPDATE debriefs SET offered = 0, shared = ? WHERE screening = ? AND offered = 1",
                [int(bool(ours and ours.shared)), screening],
            )
        drop_offered(db, screening)


def drop_offered(db: Database, screening: str) -> None:
    """Let go what is offered, within an open transaction."""
    db.execute("DELETE FROM debriefs WHERE screening = ? AND offered = 1", [screening])


def _versions(db: Database, screening: str) -> list[Debrief]:
    rows = db.table("debriefs").rows_where("screening = ?", [screening], order_by="version DESC")
    return [_debrief(row) for row in rows]


def _debrief(row: dict[str, Any]) -> Debrief:
    return Debrief(
        row["version"], row["day"], json.loads(row["texts"]), bool(row["offered"]), bool(row["shared"])
    )
