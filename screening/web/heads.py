"""Typing in the heads counted in a moving debate."""

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.store.heads import HeadCount, save_heads
from screening.web import onward
from screening.web.security import own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("heads", __name__, url_prefix="/screenings/<screening_id>")

_FIELDS = ("start_agree", "start_disagree", "end_agree", "end_disagree")
_LARGEST_ROOM = 500


@blueprint.post("/heads")
@signed_in
def count_heads(screening_id: str) -> Response:
    """Store the four numbers of one statement, and put them on the projector."""
    screening = own_screening(screening_id)
    step, statement = request.form.get("step", ""), request.form.get("statement", -1, type=int)
    numbers = [request.form.get(name, -1, type=int) for name in _FIELDS]
    known = [s for s in services().guide(screening.plan).steps if s.id == step and s.head_counts]
    if not known or not 0 <= statement < len(known[0].prompts):
        flash(_("Cette phrase n’est pas dans le guide."))
    elif not all(0 <= number <= _LARGEST_ROOM for number in numbers):
        flash(_("Donnez quatre nombres entre 0 et 500."))
    else:
        save_heads(services().library.path, screening.id, HeadCount(step, statement, *numbers))
        onward.show(screening, {"step": step, "heads": statement})
    return redirect(url_for("console.page", screening_id=screening_id, step=step), 303)
