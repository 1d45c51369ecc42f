"""A sealed screening's findings and words as files."""

from typing import cast

from flask import Blueprint, Response, abort

from screening.i18n import language
from screening.output.evening import Told
from screening.output.tables import file_name, findings_csv, word_matrix
from screening.room.questions import Moment, is_substantive
from screening.store.library import Screening
from screening.summary.figures import MATRIX_FROM, figures
from screening.summary.findings import find
from screening.web.reports import answers_of
from screening.web.security import readable_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("exports", __name__, url_prefix="/summaries/<screening_id>")


@blueprint.get("/findings.csv")
@signed_in
def findings(screening_id: str) -> Response:
    """Return all that the summary shows, as CSV."""
    screening = _sealed(screening_id)
    library = services().library
    asked = library.sealed_questions(screening.id)
    told, found = [], {}
    for each in asked:
        answers = answers_of(library, screening, each)
        told.append(Told(each.question, find(each.question, answers, minimum=services().settings.minimum)))
        found[each.question.id] = figures(each.question, told[-1].finding, answers)
    return _file(findings_csv(told, found, language()), f"bilan-{screening.plan.date}.csv")


@blueprint.get("/words-<question>-<any(before, after):moment>.csv")
@signed_in
def words(screening_id: str, question: str, moment: str) -> Response:
    """Return the words of one question at one moment, in the form that word analysis reads."""
    screening = _sealed(screening_id)
    found = [s for s in services().library.sealed_questions(screening.id) if s.question.id == question]
    values = [a.value for s in found for a in s.answers if a.moment == moment and is_substantive(a.value)]
    if not found or found[0].question.kind != "words" or len(values) < MATRIX_FROM:
        abort(404)
    return _file(word_matrix(values, found[0].question.limit), file_name(question, cast(Moment, moment)))


def _sealed(screening_id: str) -> Screening:
    screening = readable_screening(screening_id)
    if not screening.sealed:
        abort(404)
    return screening


def _file(data: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, mimetype="text/csv; charset=utf-8", headers=headers)
