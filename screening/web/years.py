"""A year's report, from the library: for its page, its files and the command line alike."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from screening.guide.model import Guide
from screening.i18n import translator
from screening.output.activities import USUAL, Activity, Chosen
from screening.output.people import Say
from screening.output.report import debrief_titles
from screening.output.yearly import Written, Year, YearReport, build
from screening.room.questions import say
from screening.store import yearly
from screening.store.debriefs import Debrief
from screening.store.gathered import shared_themes
from screening.store.groups import GROUPS, groups_wanted, rooms_with_groups
from screening.store.library import Library, Screening
from screening.store.season import Entry, season
from screening.summary.gates import OPEN
from screening.summary.pooled import Pooled, pool
from screening.web.kept_findings import Kept, parts_of

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
    kept: dict[str, Kept] | None = None,
) -> YearReport:
    """Return the report of a period in French, Dutch or English, with what an organiser chose for it.

    A server gives the findings it has `kept`; it keeps those found here too.
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
            findings=tuple(
                _findings(
                    library,
                    [entry.screening for entry in done if entry.screening.sealed],
                    chosen.findings,
                    minimum,
                    {} if kept is None else kept,
                )
            ),
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


def _findings(
    library: Library, sealed: Iterable[Screening], chosen: Sequence[str], minimum: int, kept: dict[str, Kept]
) -> list[Found]:
    """Return the pooled findings of the wordings chosen, each with its themes; other screenings' stay out."""
    parts = parts_of(kept, library, sealed, minimum) if chosen else {}
    wanted = {name: parts[name] for name in chosen if name in parts}
    asked = {name: {p.screening.id: p.found.question.id for p in each} for name, each in wanted.items()}
    themes = shared_themes(library.path, asked)
    return [
        (
            pool(each[0].found.question, [part.found.finding for part in each]),
            tuple((theme.name, theme.people) for theme in themes.get(name, ())),
        )
        for name, each in wanted.items()
    ]


def _quotes(library: Library, sealed: set[str], language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the quotes chosen, by the wording that asked for them; nothing says in which evening."""
    chosen = yearly.read_picks(library.path)[0]
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
    chosen = yearly.read_picks(library.path)[1]
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
