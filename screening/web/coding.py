"""After the evening: joining words that are one, and sorting open texts into themes."""

import secrets

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.room.questions import digest
from screening.room.text import clean_line
from screening.store.enough import moments_heard
from screening.store.library import Screening, SealedQuestion
from screening.store.merges import add_merge, merges_of, read_merges, undo_merge
from screening.store.themes import add_theme, code, read_themes
from screening.store.themes import texts as read_texts
from screening.summary.answers import Answer
from screening.summary.lexicon import keys_of, labels_of
from screening.summary.suggest import suggestions
from screening.web.security import readable_screening, signed_in
from screening.web.services import services
from screening.web.sorting import codings

blueprint = Blueprint("coding", __name__, url_prefix="/summaries/<screening_id>/coding/<question>")


@blueprint.get("/words")
@signed_in
def words(screening_id: str, question: str) -> str:
    """Show the words of one question, without when and by how many, and what was joined."""
    screening, sealed = _sealed(screening_id, question, "words")
    spellings = _spellings(screening, sealed)
    order = list(spellings)
    secrets.SystemRandom().shuffle(order)
    return render_template(
        "coding/words.html",
        screening=screening,
        question=sealed.question,
        spellings=spellings,
        order=order,
        proposals=suggestions(spellings),
        log=read_merges(services().library.path, screening.id, question),
    )


@blueprint.post("/words")
@signed_in
def join(screening_id: str, question: str) -> Response:
    """Join words for both moments together, or take one joining back."""
    screening, sealed = _sealed(screening_id, question, "words")
    known = _spellings(screening, sealed)
    chosen = [word for word in request.form.getlist("word") if word in known]
    under = request.form.get("under", "")
    if undo := request.form.get("undo", type=int):
        undo_merge(services().library.path, screening.id, undo)
    elif under in known and set(chosen) - {under}:
        add_merge(services().library.path, screening.id, question, chosen, under)
    else:
        flash(_("Cochez au moins deux mots, et choisissez celui qui reste."), "warn")
    return redirect(url_for("coding.words", screening_id=screening_id, question=question), 303)


@blueprint.get("/texts")
@signed_in
def texts(screening_id: str, question: str) -> str:
    """Show the texts of one question in random order, with the themes of its wording."""
    screening, sealed = _sealed(screening_id, question, "text")
    path = services().library.path
    return render_template(
        "coding/texts.html",
        screening=screening,
        question=sealed.question,
        texts=read_texts(path, screening.id, question, own_words=sealed.question.own_words),
        themes=read_themes(path, digest(sealed.question)),
        typed="",
    )


@blueprint.post("/texts")
@signed_in
def sort(screening_id: str, question: str) -> Response:
    """Store the themes of the texts that were shown, the quotes approved, and a new theme if one is named."""
    screening, sealed = _sealed(screening_id, question, "text")
    path = services().library.path
    if name := clean_line(request.form.get("theme", ""), 60):
        add_theme(path, digest(sealed.question), name)
    code(path, {screening.id: question}, *codings(request.form))
    flash(_("C’est enregistré."), "good")
    return redirect(url_for("coding.texts", screening_id=screening_id, question=question), 303)


def _sealed(screening_id: str, question: str, kind: str) -> tuple[Screening, SealedQuestion]:
    """Return a sealed question of a kind; 404 for any other."""
    screening = readable_screening(screening_id)
    found = services().library.sealed_questions(screening.id) if screening.sealed else []
    match = [s for s in found if s.question.id == question and (s.question.kind == kind or _own(s, kind))]
    if not match:
        abort(404)
    return screening, match[0]


def _own(sealed: SealedQuestion, kind: str) -> bool:
    """Tell whether people wrote words of their own beside a choice: they are read as texts."""
    return kind == "text" and sealed.question.own_words


def _spellings(screening: Screening, sealed: SealedQuestion) -> dict[str, str]:
    """Return the words that stand apart now, by key, as they are shown; of moments at which five answered."""
    path, question = services().library.path, sealed.question.id
    heard = moments_heard(path, screening.id, question)
    answers = [Answer(a.pair, a.moment, a.value, a.language) for a in sealed.answers if a.moment in heard]
    keys = keys_of(answers, merges_of(path, screening.id, question))
    return labels_of(answers, keys)
