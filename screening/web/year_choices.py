"""What may go into a year's report, as its page offers it, and what an organiser ticked there."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from screening.i18n import language, translator
from screening.output.activities import NAMES, OWN, Activity, Totals, totals
from screening.room.questions import Question
from screening.room.text import clean_line, clean_text
from screening.store import yearly
from screening.store.debriefs import Debrief
from screening.store.library import Library
from screening.store.season import Entry, season
from screening.web.services import services
from screening.web.years import Period, activity, parts, question_wordings, year_of

_HEADING, _NAME, _INTRODUCTION = 60, 120, 4000


@dataclass(frozen=True)
class Finding:
    """A wording that may be reported: how many screenings asked it, and whether it is chosen."""

    name: str
    question: Question
    screenings: int
    chosen: bool


@dataclass(frozen=True)
class Offer:
    """What a period holds: its activities, and of each part of the report what is chosen so far."""

    totals: Totals
    activities: tuple[Activity, ...]
    findings: tuple[Finding, ...]
    quotes: Mapping[str, list[tuple[yearly.Quote, bool]]]
    debriefs: tuple[tuple[Entry, tuple[tuple[str, str], ...], bool], ...]
    kept_back: int


def asked_period(values: Mapping[str, str]) -> Period:
    """Return the period that an address or a form names, else the year of the latest screening."""
    try:
        since, until = (datetime.date.fromisoformat(values.get(name, "")) for name in ("since", "until"))
        return Period(since.isoformat(), until.isoformat())
    except ValueError:
        done = [entry.screening.plan.date for entry in season(services().library) if entry.stage != "planned"]
        try:
            return year_of(datetime.date.fromisoformat(max(done, default="")))
        except ValueError:
            return year_of(datetime.date.today())


def offer(library: Library, period: Period) -> Offer:
    """Return what may go into the report of a period."""
    done = period.done(library)
    plans = {entry.screening.id: entry for entry in done}
    sealed = {name for name, entry in plans.items() if entry.screening.sealed}
    chosen = yearly.read_choices(library.path)
    picked_quotes, picked_debriefs = yearly.read_picks(library.path)
    wordings = question_wordings(library, sealed, language())
    quotes: dict[str, list[tuple[yearly.Quote, bool]]] = {}
    for quote in yearly.quotes_in(library.path, sealed):
        asked = wordings[quote.screening, quote.question]
        quotes.setdefault(asked, []).append((quote, quote.id in picked_quotes))
    shared, kept_back = yearly.debriefs_in(library.path, sealed)
    listed = [activity(entry, services().guides, language()) for entry in done]
    return Offer(
        totals=totals(listed),
        activities=tuple(listed),
        findings=tuple(
            Finding(name, rooms[-1][1], len(rooms), name in chosen.findings)
            for name, rooms in yearly.asked_in(library.path, sealed).items()
        ),
        quotes=quotes,
        debriefs=tuple(
            (plans[name], _parts(shared[name]), name in picked_debriefs)
            for name in sorted(shared, key=lambda name: plans[name].screening.plan.date)
        ),
        kept_back=kept_back,
    )


def choose(library: Library, period: Period, form: "MultiDict[str, str]") -> None:
    """Keep what was ticked and typed; of wordings and screenings outside the period, all stays as it was."""
    offered, before = offer(library, period), yearly.read_choices(library.path)
    here = {finding.name for finding in offered.findings}
    ticked = [name for name in form.getlist("finding") if name in here]
    choices = yearly.Choices(
        association=clean_line(form.get("association", ""), _NAME),
        introduction=clean_text(form.get("introduction", ""), _INTRODUCTION),
        columns=tuple(_columns(form)),
        findings=(*(name for name in before.findings if name not in here), *dict.fromkeys(ticked)),
    )
    yearly.save_choices(library.path, choices)
    wanted, told = set(form.getlist("quote")), set(form.getlist("debrief"))
    quotes = [quote for each in offered.quotes.values() for quote, _chosen in each if quote.id in wanted]
    debriefs = [e.screening.id for e, _parts, _chosen in offered.debriefs if e.screening.id in told]
    done = [entry.screening.id for entry in period.done(library)]
    yearly.save_picks(library.path, done, quotes, debriefs)


def _columns(form: "MultiDict[str, str]") -> list[yearly.Column]:
    """Return the columns that were given a place, in the order of those places."""
    placed = []
    for name in NAMES:
        place = form.get(f"place_{name}", "").strip()
        if place.isascii() and place.isdigit() and int(place[:3]) > 0:
            heading = clean_line(form.get(f"heading_{name}", ""), _HEADING)
            text = clean_line(form.get(f"text_{name}", ""), _NAME) if name in OWN else ""
            placed.append((int(place[:3]), yearly.Column(name, heading, text)))
    return [column for _place, column in sorted(placed, key=lambda each: each[0])]


def _parts(debrief: Debrief) -> tuple[tuple[str, str], ...]:
    return parts(debrief, translator(language()))
