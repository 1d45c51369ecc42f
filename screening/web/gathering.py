"""Sorting the open texts of several screenings into themes, in one list."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.room.questions import Question
from screening.room.text import clean_line
from screening.store.gathered import Asked, gathered
from screening.store.season import season
from screening.store.themes import add_theme, code, read_themes
from screening.web.kept_findings import parts_of
from screening.web.season_filters import asked_for
from screening.web.security import account, signed_in
from screening.web.services import services
from screening.web.sorting import codings

blueprint = Blueprint("gathering", __name__, url_prefix="/summaries/together/<wording>/coding")


@blueprint.get("/")
@signed_in
def texts(wording: str) -> str:
    """Show texts of the screenings that were asked for, in random order, without where they come from."""
    question, asked = _asked(wording)
    path, filters = services().library.path, asked_for(request.args)
    shown, left = gathered(path, asked, question.own_words)
    return render_template(
        "coding/gathered.html",
        question=question,
        wording=wording,
        filters=filters,
        screenings=len(asked),
        texts=shown,
        left=left,
        themes=read_themes(path, wording),
    )


@blueprint.post("/")
@signed_in
def sort(wording: str) -> Response:
    """Store the themes of the texts that were shown, the quotes approved, and a new theme if one is named."""
    _question, asked = _asked(wording)
    path = services().library.path
    if name := clean_line(request.form.get("theme", ""), 60):
        add_theme(path, wording, name)
    code(path, asked, *codings(request.form))
    flash(_("C’est enregistré."), "good")
    address: dict[str, Any] = {"wording": wording, **asked_for(request.args).in_address}
    return redirect(url_for("gathering.texts", **address), 303)


def _asked(wording: str) -> tuple[Question, Asked]:
    """Return a question with texts, and which of one's screenings put it under which id; 404 for others."""
    known = services()
    owner = None if account().organiser else account().id
    entries = asked_for(request.args).keep(season(known.library, owner))
    sealed = [entry.screening for entry in entries if entry.stage == "sealed"]
    parts = parts_of(known.findings, known.library, sealed, known.settings.minimum).get(wording, [])
    coded = [part for part in parts if part.found.question.kind == "text" or part.found.question.own_words]
    if not coded:
        abort(404)
    return coded[0].found.question, {p.screening.id: p.found.question.id for p in coded}
