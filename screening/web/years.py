"""A year's report, from the library: for its page, its files and the command line alike."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screening.guide.model import Guide
from screening.i18n import translator
from screening.output.activities import USUAL, Activity, Chosen
from screening.output.people import Say
from screening.output.report import debrief_titles
from screening.output.yearly import Written, Year, YearReport, build
from screening.room.questions import Question, say
from screening.store import yearly
from screening.store.debriefs import Debrief
from screening.store.groups import GROUPS, groups_wanted, rooms_with_groups
from screening.store.library import Library
from screening.store.season import Entry, season
from screening.store.themes import theme_counts
from screening.summary.answers import Answer
from screening.summary.findings import find
from screening.summary.gates import OPEN
from screening.summary.lexicon import spelled
from screening.summary.pooled import Pooled, pool

Found = tuple[Pooled, tuple[tuple[str, int], ...]]
PRINTED = ("critical", "expression", "participation", "follow_up", "worked")
"""The parts of a debrief that a year's report prints: incidents stay inside."""


@dataclass(frozen=True)
class Period:
    """From a day to a day, both ISO dates and both within."""

    since: str
    until: str

    def done(self, library: Library) -> list[Entry]:
        """Return the screenings of this period that took place."""
        entries = [entry for entry in season(library) if entry.stage != "planned"]
        return [entry for entry in entries if self.since <= entry.screening.plan.date <= self.until]


def year_of(day: datetime.date) -> Period:
    """Return the year of a day, from January to December."""
    return Period(f"{day.year:04}-01-01", f"{day.year:04}-12-31")


def year_report(
    library: Library,
    guides: Mapping[str, Guide],
    period: Period,
    language: str = "fr",
    minimum: int = OPEN,
    findings: bool = True,
) -> YearReport:
    """Return the report of a period in French, Dutch or English, with what an organiser chose for it.

    Findings take the longest: the tables of activities do without.
    """
    _ = translator(language)
    done, chosen = period.done(library), yearly.read_choices(library.path)
    sealed = {entry.screening.id for entry in done if entry.screening.sealed}
    wanted = groups_wanted(library.path)
    return build(
        Year(
            since=period.since,
            until=period.until,
            association=chosen.association,
            introduction=chosen.introduction,
            activities=tuple(activity(entry, guides, language) for entry in done),
            columns=columns(chosen),
            findings=tuple(_findings(library, sealed, chosen.findings if findings else (), minimum)),
            quotes=_quotes(library, sealed, language),
            debriefs=tuple(_debriefs(library, done, _)),
            rooms=tuple(rooms_with_groups(library.path, sealed)) if wanted else (),
        ),
        GROUPS,
        language,
        _=_,
    )


def columns(chosen: yearly.Choices) -> tuple[Chosen, ...]:
    """Return the columns chosen for the table of activities, or the usual ones."""
    return tuple(Chosen(c.name, c.heading, c.text) for c in chosen.columns) or USUAL


def activity(entry: Entry, guides: Mapping[str, Guide], language: str) -> Activity:
    """Return a screening as it is reported."""
    plan = entry.screening.plan
    guide = guides.get(plan.guide)
    return Activity(
        day=plan.date,
        start=plan.start,
        end=plan.end,
        hours=entry.hours,
        title=plan.title,
        film=say(guide.title, language) if guide else plan.guide,
        place=plan.place,
        municipality=plan.municipality,
        audience=plan.audience,
        partners=plan.partners,
        facilitators=", ".join(entry.facilitators),
        present=entry.present,
        answered=entry.answered,
    )


def _findings(library: Library, sealed: set[str], chosen: Sequence[str], minimum: int) -> list[Found]:
    """Return the pooled findings of the wordings chosen, each with its themes."""
    asked = yearly.asked_in(library.path, sealed) if chosen else {}
    return [_pooled(library, asked[name], minimum) for name in chosen if name in asked]


def _pooled(library: Library, rooms: list[tuple[str, Question]], minimum: int) -> Found:
    """Return one question over the screenings that asked it so, each gated on its own first."""
    question = rooms[-1][1]
    ids = {screening: its.id for screening, its in rooms}
    given: dict[str, list[Answer]] = {}
    for name in set(ids.values()):
        same = [screening for screening, its in ids.items() if its == name]
        merges = yearly.merges_in(library.path, name) if question.kind == "words" else {}
        for screening, answers in yearly.answers_to(library.path, name, same).items():
            found = [Answer._make(answer) for answer in answers]
            given[screening] = (
                spelled(found, merges.get(screening, {})) if question.kind == "words" else found
            )
    parts = [(s, given.get(s, []), find(question, given.get(s, []), minimum=minimum)) for s in ids]
    themes = (
        theme_counts(library.path, list(ids), ids) if question.kind == "text" or question.own_words else []
    )
    return pool(question, parts, minimum), tuple(themes)


def _quotes(library: Library, sealed: set[str], language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the quotes chosen, by the wording that asked for them; nothing says in which evening."""
    chosen, _debriefs = yearly.read_picks(library.path)
    picked = (
        [quote for quote in yearly.quotes_in(library.path, sealed) if quote.id in chosen] if chosen else []
    )
    wordings = question_wordings(library, sealed, language) if picked else {}
    found: dict[str, list[str]] = {}
    for quote in picked:
        found.setdefault(wordings[quote.screening, quote.question], []).append(quote.text)
    return tuple((wording, tuple(texts)) for wording, texts in sorted(found.items()))


def question_wordings(library: Library, sealed: set[str], language: str) -> dict[tuple[str, str], str]:
    """Return the wording of each question of these screenings, by screening and id."""
    asked = yearly.asked_in(library.path, sealed)
    return {
        (screening, question.id): say(question.wording, language)
        for rooms in asked.values()
        for screening, question in rooms
    }


def _debriefs(library: Library, done: Sequence[Entry], _: Say) -> list[Written]:
    _quotes, chosen = yearly.read_picks(library.path)
    plans = {entry.screening.id: entry.screening.plan for entry in done}
    shared, _others = yearly.debriefs_in(library.path, [name for name in plans if name in chosen])
    ordered = sorted(shared.items(), key=lambda item: plans[item[0]].date)
    return [
        Written(plans[name].title, plans[name].date, plans[name].place, parts(debrief, _))
        for name, debrief in ordered
    ]


def parts(debrief: Debrief, _: Say) -> tuple[tuple[str, str], ...]:
    """Return what a year's report prints of a debrief: a heading and a text each."""
    titles = debrief_titles(_)
    return tuple((titles[name], debrief.texts[name]) for name in PRINTED if debrief.texts.get(name))
