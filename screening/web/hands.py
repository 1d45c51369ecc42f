"""Typing in the hands raised for a statement asked aloud, and showing them on the wall."""

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.room.questions import Moment, Question
from screening.store.hands import read_hands, save_hands
from screening.store.library import Screening
from screening.web import onward
from screening.web.security import own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("hands", __name__, url_prefix="/screenings/<screening_id>/hands")

_LARGEST_ROOM = 500


@blueprint.post("/<any(before, after):moment>")
@signed_in
def count_hands(screening_id: str, moment: Moment) -> Response:
    """Store the five numbers of one statement at one moment."""
    screening = own_screening(screening_id)
    services().rooms.get(screening.id)
    question = _statement(screening)
    numbers = [request.form.get(f"n{n}", -1, type=int) for n in range(1, 6)]
    if question is None:
        flash(_("Cette phrase n’est pas dans le guide."))
    elif not all(0 <= number <= _LARGEST_ROOM for number in numbers):
        flash(_("Donnez cinq nombres entre 0 et 500."))
    else:
        one, two, three, four, five = numbers
        counted = (one, two, three, four, five)
        save_hands(services().library.path, screening.id, question, moment, counted)
        flash(_("Les mains sont notées."), "good")
    return redirect(url_for("console.page", screening_id=screening.id, _anchor="hands"), 303)


@blueprint.post("/show")
@signed_in
def show(screening_id: str) -> Response:
    """Put the hands counted for one statement on the wall, in the debate and at the end."""
    screening = own_screening(screening_id)
    question = request.form.get("question", "")
    if question in read_hands(services().library.path, screening.id):
        onward.show(screening, {"step": request.form.get("step", ""), "hands": question})
    return redirect(url_for("console.page", screening_id=screening.id, _anchor="hands"), 303)


def _statement(screening: Screening) -> Question | None:
    guide = services().guide(screening.plan)
    wanted = request.form.get("question", "")
    return next((q for q in guide.questions if q.id == wanted and q.kind == "scale"), None)
