"""Several sealed screenings together: each question by its wording, with the gates of one."""

from dataclasses import dataclass

from flask import Blueprint, render_template

from screening.i18n import language, translator
from screening.output.evening import Attendance
from screening.output.report import Asked, Section, section
from screening.room.questions import Question, digest
from screening.store.themes import theme_counts
from screening.summary.answers import Answer
from screening.summary.findings import Finding, find
from screening.summary.pooled import pool
from screening.web.reports import answers_of
from screening.web.security import account, signed_in
from screening.web.services import services

blueprint = Blueprint("together", __name__, url_prefix="/summaries/together")
_AT_LEAST = 2


@dataclass(frozen=True)
class Row:
    """One question over several screenings, as it is told."""

    section: Section
    screenings: int
    left_out: int


@blueprint.get("/")
@signed_in
def page() -> str:
    """Show each question that several screenings asked in the same words."""
    return render_template("organisers/together.html", rows=_rows())


def _rows() -> list[Row]:
    library, _ = services().library, translator(language())
    owner = None if account().organiser else account().id
    asked: dict[str, list[tuple[str, Question, list[Answer], Finding]]] = {}
    for screening in (s for s in library.screenings(owner) if s.sealed):
        for sealed in library.sealed_questions(screening.id):
            question, answers = sealed.question, answers_of(library, screening, sealed)
            part = (
                screening.id,
                question,
                answers,
                find(question, answers, minimum=services().settings.minimum),
            )
            asked.setdefault(digest(question), []).append(part)
    rows = []
    for parts in asked.values():
        if len(parts) < _AT_LEAST:
            continue
        question = parts[0][1]
        rooms = [(name, answers, finding) for name, _question, answers, finding in parts]
        found = pool(question, rooms, services().settings.minimum)
        ids = {name: its.id for name, its, _answers, _finding in parts}
        themes = tuple(theme_counts(library.path, list(ids), ids))
        came = Attendance(found.finding.n_before, found.finding.n_after, found.finding.n_paired)
        told = section(Asked(question, found.finding, themes), came, language(), _=_)
        rows.append(Row(told, found.screenings, found.left_out))
    return rows
