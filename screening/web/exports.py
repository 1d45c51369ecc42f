"""A sealed screening's findings and words as files: CSV, ODS and JSON."""

from collections.abc import Sequence
from typing import cast

from flask import Blueprint, Response, abort, jsonify

from screening.i18n import language, translator
from screening.output.evening import Told
from screening.output.spreadsheets import CSV, ODS, Sheet, Value, as_csv, as_ods
from screening.output.tables import file_name, findings_table, word_matrix
from screening.output.wording import verdict
from screening.room.questions import Moment, is_substantive
from screening.store.library import Screening
from screening.summary.answers import Answer
from screening.summary.as_json import to_json
from screening.summary.figures import MATRIX_FROM, figures
from screening.summary.findings import find
from screening.web.reports import answers_of
from screening.web.security import readable_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("exports", __name__, url_prefix="/summaries/<screening_id>")
_ENDINGS = "any(csv, ods):ending"


@blueprint.get(f"/findings.<{_ENDINGS}>")
@signed_in
def findings(screening_id: str, ending: str) -> Response:
    """Return all that the summary shows, as a spreadsheet."""
    screening = _sealed(screening_id)
    told = _told(screening)
    found = {each.question.id: figures(each.question, each.finding, answers) for each, answers in told}
    _ = translator(language())
    rows = findings_table([each for each, _answers in told], found, language(), _)
    return _spreadsheet(rows, f"bilan-{screening.plan.date}", ending, _("Bilan"))


@blueprint.get("/findings.json")
@signed_in
def as_json(screening_id: str) -> Response:
    """Return all that the summary shows, in the form of `screening summarise --json`."""
    screening = _sealed(screening_id)
    questions = [
        to_json(each.finding, verdict(each.finding, each.question)) for each, _answers in _told(screening)
    ]
    response = jsonify(questions=questions)
    response.headers["Content-Disposition"] = f'attachment; filename="bilan-{screening.plan.date}.json"'
    return response


@blueprint.get(f"/words-<question>-<any(before, after):moment>.<{_ENDINGS}>")
@signed_in
def words(screening_id: str, question: str, moment: str, ending: str) -> Response:
    """Return the words of one question at one moment, in the form that word analysis reads."""
    screening = _sealed(screening_id)
    found = [s for s in services().library.sealed_questions(screening.id) if s.question.id == question]
    values = [a.value for s in found for a in s.answers if a.moment == moment and is_substantive(a.value)]
    if not found or found[0].question.kind != "words" or len(values) < MATRIX_FROM:
        abort(404)
    rows = word_matrix(values, found[0].question.limit)
    name = file_name(question, cast(Moment, moment), ending)
    # Both programs read `;`, whatever the language of whoever fetches the file.
    return (
        _file(as_csv(rows), name, CSV) if ending == "csv" else _file(as_ods([Sheet(moment, rows)]), name, ODS)
    )


def _spreadsheet(rows: list[Sequence[Value]], name: str, ending: str, title: str) -> Response:
    """Return a table as the spreadsheet that was asked for."""
    if ending == "csv":
        return _file(as_csv(rows, language()), f"{name}.csv", CSV)
    return _file(as_ods([Sheet(title, rows)]), f"{name}.ods", ODS)


def _told(screening: Screening) -> list[tuple[Told, list[Answer]]]:
    library, minimum = services().library, services().settings.minimum
    told = []
    for each in library.sealed_questions(screening.id):
        answers = answers_of(library, screening, each)
        told.append((Told(each.question, find(each.question, answers, minimum=minimum)), answers))
    return told


def _sealed(screening_id: str) -> Screening:
    screening = readable_screening(screening_id)
    if not screening.sealed:
        abort(404)
    return screening


def _file(data: bytes, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, mimetype=kind, headers=headers)
