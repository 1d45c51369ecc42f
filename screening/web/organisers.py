"""Organisers: the season's screenings and their summaries."""

from collections import Counter
from dataclasses import dataclass
from io import BytesIO

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Response

from screening.i18n import choose_wall, language, translator
from screening.output.charts import PAGE, PRINT, Layout
from screening.output.pdf import make_pdf
from screening.output.report import Report
from screening.room.questions import Moment, is_substantive
from screening.store.library import Screening, SealedQuestion
from screening.store.moving import offer_waits
from screening.store.season import season as list_season
from screening.summary.figures import MATRIX_FROM
from screening.web.reports import report_of
from screening.web.season_filters import asked_for, on_offer, titles, totals
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
        guide_titles=titles(services().guides, language()),
    )


@blueprint.get("/<screening_id>/")
@signed_in
def summary(screening_id: str) -> Response | str:
    """Show how representations shifted in one screening."""
    screening = readable_screening(screening_id)
    if not screening.sealed:
        return redirect(url_for("console.page", screening_id=screening_id))
    _choose_language()
    return render_template(
        "organisers/summary.html",
        screening=screening,
        report=_report(screening, PAGE),
        tools=_tools(services().library.sealed_questions(screening_id)),
        offered=offer_waits(services().library, screening_id),
    )


@blueprint.get("/<screening_id>/report.pdf")
@signed_in
def pdf(screening_id: str) -> Response:
    """Return the summary as a PDF file."""
    screening = readable_screening(screening_id)
    if not screening.sealed:
        return redirect(url_for("console.page", screening_id=screening_id))
    _choose_language()
    report = _report(screening, PRINT)
    file = BytesIO(make_pdf(report, translator(language())))
    name = f"{secure_filename(screening.plan.title) or 'bilan'}-{screening.plan.date}.pdf"
    return send_file(file, mimetype="application/pdf", as_attachment=True, download_name=name)


def _report(screening: Screening, layout: Layout) -> Report:
    known = services()
    return report_of(known.library, known.guides, screening, language(), layout, known.settings.minimum)


def _choose_language() -> None:
    """Take a report's language from its address, where one is named, else from the account."""
    if "lang" in request.args:
        choose_wall()


@dataclass(frozen=True)
class Tools:
    """What may be done with a question's words and texts: sort texts, join words, take words along."""

    texts: bool
    words: bool
    matrices: frozenset[Moment]


def _tools(sealed: list[SealedQuestion]) -> dict[str, Tools]:
    """Return, by question, what the summary offers; the matrix of words from enough people on."""
    found = {}
    for each in sealed:
        question = each.question
        given = Counter(a.moment for a in each.answers if is_substantive(a.value))
        found[question.id] = Tools(
            texts=question.kind == "text" or question.own_words,
            words=question.kind == "words",
            matrices=frozenset(moment for moment, n in given.items() if n >= MATRIX_FROM),
        )
    return found
