"""Which screenings of a season are shown: what was asked for, and what can be asked for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from screening.guide.model import Guide
from screening.room.questions import say
from screening.room.text import clean_line
from screening.store.season import Entry, names

FIELDS = ("since", "until", "guide", "place", "facilitator", "audience", "stage")


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to; "" narrows nothing. `since` and `until` are ISO dates."""

    since: str = ""
    until: str = ""
    guide: str = ""
    place: str = ""
    facilitator: str = ""
    audience: str = ""
    stage: str = ""

    @property
    def used(self) -> bool:
        """Tell whether anything is narrowed."""
        return self != Filters()

    @property
    def in_address(self) -> dict[str, str]:
        """What an address carries to narrow a page of sealed screenings in the same way."""
        return {name: value for name in FIELDS[:-1] if (value := getattr(self, name))}

    def keep(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return the lines that were asked for."""
        return [entry for entry in entries if self._wants(entry)]

    def _wants(self, entry: Entry) -> bool:
        plan = entry.screening.plan
        return (
            (not self.since or plan.date >= self.since)
            and (not self.until or plan.date <= self.until)
            and self.guide in {"", plan.guide}
            and self.place in {"", *_places(entry)}
            and self.facilitator in {"", *entry.facilitators}
            and self.audience in {"", plan.audience}
            and self.stage in {"", entry.stage, "done" if entry.stage != "planned" else ""}
        )


@dataclass(frozen=True)
class Totals:
    """Sums over a list; hours of the screenings whose hours are written."""

    screenings: int
    present: int
    answered: int
    hours: float


def asked_for(arguments: Mapping[str, str], prefix: str = "") -> Filters:
    """Return what an address asks for, its fields named with a prefix."""
    return Filters(**{name: clean_line(arguments.get(prefix + name, ""), 120) for name in FIELDS})


def on_offer(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Return what each filter can be set to, from the whole list."""
    read: dict[str, Callable[[Entry], Iterable[str]]] = {
        "guide": lambda e: [e.screening.plan.guide],
        "place": _places,
        "facilitator": lambda e: e.facilitators,
        "audience": lambda e: [e.screening.plan.audience],
    }
    known = list(entries)
    return {
        name: sorted({v for e in known for v in of(e) if v}, key=str.casefold) for name, of in read.items()
    }


def titles(guides: Mapping[str, Guide], language: str) -> dict[str, str]:
    """Return the title of each installed guide in a language."""
    return {slug: say(guide.title, language) for slug, guide in guides.items()}


def totals(entries: Iterable[Entry]) -> Totals:
    """Return the sums over a list."""
    known = list(entries)
    return Totals(
        len(known),
        sum(e.present or 0 for e in known),
        sum(e.answered or 0 for e in known),
        sum(e.hours or 0 for e in known if e.stage != "planned"),
    )


def _places(entry: Entry) -> tuple[str, ...]:
    return (*names(entry.screening.plan.municipality), entry.screening.plan.place)
