"""A season of one guide: what several sealed screenings show together, each beside the others, and two sets.

Everything comes from what each screening's own summary shows; see `summary.pooled`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flask import Blueprint, abort, render_template, request

from screening.i18n import language, say_here, short_date, translator
from screening.output.pooling import (
    Place,
    PooledSection,
    Small,
    pooled_section,
    small_multiples,
    table_of,
)
from screening.room.questions import Question
from screening.store.gathered import Theme, cleared, shared_themes
from screening.store.season import Entry, season
from screening.summary.pooled import Pooled, pool
from screening.web.kept_findings import Part, parts_of
from screening.web.season_filters import Filters, asked_for, on_offer, titles, totals
from screening.web.security import account, signed_in
from screening.web.services import services

blueprint = Blueprint("together", __name__, url_prefix="/summaries/together")
LATEST = 8
"""How many screenings stand small under a question; a page of its own has them all."""
_UNCLEAR = "A6"
"""The dossier's number of « qu'est-ce qui reste flou »."""


@dataclass(frozen=True)
class Row:
    """One question over several screenings, as it is told."""

    wording: str
    question: Question
    section: PooledSection
    screenings: int
    small: tuple[Small, ...] = ()
    themes: Sequence[Theme] = ()
    texts: Sequence[str] = field(default_factory=tuple)

    @property
    def unclear(self) -> bool:
        """Tell whether it asks what people are not sure to have understood."""
        return self.question.dossier == _UNCLEAR

    @property
    def coded(self) -> bool:
        """Tell whether its texts are coded into themes."""
        return self.question.kind == "text" or self.question.own_words


@blueprint.get("/")
@signed_in
def page() -> str:
    """Show each question of a guide over the sealed screenings that were asked for."""
    everything, filters = _sealed(), asked_for(request.args)
    shown = filters.keep(everything)
    return render_template(
        "organisers/together.html",
        rows=_rows(_parts(shown)),
        entries=shown,
        totals=totals(shown),
        **_choices(everything, filters),
    )


@blueprint.get("/<wording>/")
@signed_in
def question(wording: str) -> str:
    """Show one question screening by screening, by date."""
    everything, filters = _sealed(), asked_for(request.args)
    parts = _parts(filters.keep(everything)).get(wording) or abort(404)
    asked, _ = parts[0].found.question, translator(language())
    places = [_place(part) for part in reversed(parts)]
    return render_template(
        "organisers/beside.html",
        title=say_here(asked.wording),
        small=small_multiples(asked, places, language(), _),
        table=table_of(asked, places, language(), _),
        filters=filters,
    )


@blueprint.get("/compare")
@signed_in
def compare() -> str:
    """Show two sets of screenings side by side, question by question."""
    everything = _sealed()
    filters = [asked_for(request.args, f"{name}_") for name in "ab"]
    sets = [each.keep(everything) for each in filters]
    parts = [_parts(entries) for entries in sets]
    both = [wording for wording in parts[0] if wording in parts[1]]
    return render_template(
        "organisers/compare.html",
        asked=any(each.used for each in filters),
        rows=[
            [_told(each[wording], f"{name}-{n}") for name, each in zip("ab", parts, strict=True)]
            for n, wording in enumerate(both)
        ],
        alone=[len(each.keys() - set(both)) for each in parts],
        totals=[totals(entries) for entries in sets],
        shared=len({e.screening.id for e in sets[0]} & {e.screening.id for e in sets[1]}),
        sets=filters,
        **_choices(everything, filters[0]),
    )


def _sealed() -> list[Entry]:
    """Return the sealed screenings that this person may read, the latest first."""
    owner = None if account().organiser else account().id
    return [entry for entry in season(services().library, owner) if entry.stage == "sealed"]


def _choices(everything: Sequence[Entry], filters: Filters) -> dict[str, object]:
    guides = titles(services().guides, language())
    return {
        "filters": filters,
        "offer": on_offer(everything),
        "guide_titles": guides,
        "total": len(everything),
    }


def _parts(entries: Sequence[Entry]) -> dict[str, list[Part]]:
    known = services()
    screenings = [entry.screening for entry in entries]
    return parts_of(known.findings, known.library, screenings, known.settings.minimum)


def _rows(parts: dict[str, list[Part]]) -> list[Row]:
    path, _ = services().library.path, translator(language())
    asked = {wording: _ids(found) for wording, found in parts.items()}
    themes = shared_themes(path, asked)
    rows = []
    for n, (wording, found) in enumerate(parts.items()):
        question = found[0].found.question
        latest = [_place(part) for part in reversed(found[:LATEST])]
        unclear = question.dossier == _UNCLEAR
        rows.append(
            Row(
                wording,
                question,
                _told(found, f"pool-{n}"),
                len(found),
                small_multiples(question, latest, language(), _) if question.kind != "text" else (),
                themes.get(wording, ()),
                cleared(path, asked[wording]) if unclear else (),
            )
        )
    return rows


def _ids(parts: Sequence[Part]) -> dict[str, str]:
    """Return each screening's id of a question."""
    return {part.screening.id: part.found.question.id for part in parts}


def _told(parts: Sequence[Part], name: str) -> PooledSection:
    pooled: Pooled = pool(parts[0].found.question, [part.found.finding for part in parts])
    return pooled_section(pooled, name, language(), translator(language()))


def _place(part: Part) -> Place:
    plan = part.screening.plan
    where = plan.place or plan.municipality or plan.title
    return Place(part.screening.id, f"{short_date(plan.date)}, {where}", part.found.finding)
