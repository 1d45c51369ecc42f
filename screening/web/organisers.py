"""Organisers: the season's screenings and their summaries."""

from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.i18n import language
from screening.output import wording
from screening.room.questions import Question, say
from screening.store.hands import read_hands
from screening.store.heads import HeadCount, read_heads
from screening.store.library import Screening
from screening.store.season import season as list_season
from screening.web.results import summary_of
from screening.web.season import asked_for, on_offer, totals
from screening.web.security import account, readable_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("organisers", __name__, url_prefix="/summaries")


@blueprint.get("/")
@signed_in
def season() -> str:
    """List the screenings that this person may see, planned and done, narrowed to what is asked for."""
    owner = None if account().organiser else account().id
    everything = list_season(services().library, owner)
    filters = asked_for(request.args)
    shown = filters.keep(everything)
    return render_template(
        "organisers/season.html",
        entries=shown,
        filters=filters,
        offer=on_offer(everything),
        totals=totals(shown),
        total=len(everything),
        guide_titles={slug: say(guide.title, language()) for slug, guide in services().guides.items()},
    )


@blueprint.get("/<screening_id>/")
@signed_in
def summary(screening_id: str) -> Response | str:
    """Show how representations shifted in one screening."""
    screening = readable_screening(screening_id)
    if not screening.sealed:
        return redirect(url_for("console.page", screening_id=screening_id))
    counts = services().library.sealed_counts(screening_id)
    both, before, after = counts["both"], counts["before"], counts["after"]
    return render_template(
        "organisers/summary.html",
        screening=screening,
        counts=counts,
        heads=_heads(screening),
        hands=read_hands(services().library.path, screening.id),
        sources=partial(_sources, screening),
        summary=summary_of(services().library.sealed_questions(screening_id)),
        footnote=wording.footnote(both, before - both, after - both, _),
    )


def _heads(screening: Screening) -> list[tuple[str, HeadCount]]:
    """Return the head counts with their statements, as far as the guide still has them."""
    guide = services().guides.get(screening.plan.guide)
    steps = {step.id: step for step in guide.steps} if guide else {}
    counted = read_heads(services().library.path, screening.id)
    return [
        (say(steps[h.step].prompts[h.statement].text), h)
        for h in counted
        if h.step in steps and h.statement < len(steps[h.step].prompts)
    ]


def _sources(screening: Screening, question: Question) -> list[str]:
    """Return what a question's reference range is drawn from, as far as the guide is still installed."""
    guide = services().guides.get(screening.plan.guide)
    try:
        return guide.sources_of(question) if guide else []
    except KeyError:
        return []
