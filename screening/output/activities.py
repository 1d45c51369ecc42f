"""The table of a year's activities, with the columns that whoever funds the work asks for, and its totals."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from screening.output.people import Say, identity
from screening.output.spreadsheets import Value


@dataclass(frozen=True)
class Activity:
    """One screening as it is reported; `present` and `answered` as far as they were counted."""

    day: str
    start: str
    end: str
    hours: float | None
    title: str
    film: str
    place: str
    municipality: str
    audience: str
    partners: str
    facilitators: str
    present: int | None
    answered: int | None


@dataclass(frozen=True)
class Chosen:
    """A column to show: which, under what heading ("" for the usual one), and what text fills an own one."""

    name: str
    heading: str = ""
    text: str = ""


@dataclass(frozen=True)
class Totals:
    """Sums over activities, and over how many of them each is known."""

    activities: int
    hours: float
    with_hours: int
    present: int
    with_present: int
    answered: int


OWN = ("own_1", "own_2", "own_3")
"""Columns whose heading and text are the association's own."""
_SUMMED = ("hours", "present", "answered")
_READ: dict[str, Callable[[Activity], Value]] = {
    "day": lambda a: _date(a.day),
    "start": lambda a: a.start,
    "end": lambda a: a.end,
    "hours": lambda a: a.hours,
    "title": lambda a: a.title,
    "film": lambda a: a.film,
    "place": lambda a: a.place,
    "municipality": lambda a: a.municipality,
    "audience": lambda a: a.audience,
    "partners": lambda a: a.partners,
    "facilitators": lambda a: a.facilitators,
    "present": lambda a: a.present,
    "answered": lambda a: a.answered,
}
NAMES = (*_READ, *OWN)
USUAL = tuple(Chosen(name) for name in _READ if name != "film")
"""The columns before anybody chose."""


def headings(_: Say = identity) -> dict[str, str]:
    """Return the usual heading of each column, by its name; own columns have none."""
    return {
        "day": _("Date"),
        "start": _("Début"),
        "end": _("Fin"),
        "hours": _("Heures"),
        "title": _("Séance"),
        "film": _("Film"),
        "place": _("Lieu"),
        "municipality": _("Commune"),
        "audience": _("Public"),
        "partners": _("Partenaires"),
        "facilitators": _("Animé par"),
        "present": _("Présent·es"),
        "answered": _("Ont répondu"),
        **dict.fromkeys(OWN, ""),
    }


def table(
    activities: Sequence[Activity], columns: Sequence[Chosen] = USUAL, _: Say = identity
) -> list[Sequence[Value]]:
    """Return the activities as rows under their headings, the earliest first, and a row of sums."""
    usual = headings(_)
    shown = [column for column in columns if column.name in NAMES] or list(USUAL)
    rows: list[Sequence[Value]] = [[column.heading or usual[column.name] for column in shown]]
    for each in sorted(activities, key=lambda activity: (activity.day, activity.start, activity.title)):
        rows.append([column.text if column.name in OWN else _READ[column.name](each) for column in shown])
    sums: list[Value] = [_sum(activities, column.name) for column in shown]
    if activities and any(value is not None for value in sums):
        first = next((place for place, value in enumerate(sums) if value is None), None)
        if first is not None:
            sums[first] = _("Total")
        rows.append(sums)
    return rows


def totals(activities: Iterable[Activity]) -> Totals:
    """Return the sums over activities."""
    known = list(activities)
    return Totals(
        activities=len(known),
        hours=sum(a.hours or 0 for a in known),
        with_hours=sum(a.hours is not None for a in known),
        present=sum(a.present or 0 for a in known),
        with_present=sum(bool(a.present) for a in known),
        answered=sum(a.answered or 0 for a in known),
    )


def by_municipality(activities: Sequence[Activity], _: Say = identity) -> list[Sequence[Value]]:
    """Return activities, hours and people present by municipality, in alphabetical order."""
    places: dict[str, list[Activity]] = {}
    for each in activities:
        places.setdefault(each.municipality, []).append(each)
    rows: list[Sequence[Value]] = [[_("Commune"), _("Séances"), _("Heures"), _("Présent·es")]]
    for name, found in sorted(places.items(), key=lambda item: (not item[0], item[0].casefold())):
        sums = totals(found)
        rows.append([name or _("non notée"), sums.activities, float(sums.hours), sums.present])
    return rows


def _sum(activities: Sequence[Activity], name: str) -> Value:
    if name not in _SUMMED:
        return None
    values = [getattr(each, name) or 0 for each in activities]
    return float(sum(values)) if name == "hours" else sum(values)


def _date(iso: str) -> Value:
    try:
        return datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
