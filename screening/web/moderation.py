"""Open texts: read by a human first, then shown to the room one by one, or not at all."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from screening.store.answers import NotReady
from screening.store.moderation import decide, project, texts
from screening.web import onward
from screening.web.forms import ActionForm
from screening.web.security import own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("moderation", __name__, url_prefix="/screenings/<screening_id>/texts")


@blueprint.get("/")
@signed_in
def queue(screening_id: str) -> str:
    """List the texts by question, in no order, with what was decided about each."""
    screening = own_screening(screening_id)
    room = services().rooms.get(screening.id)
    return render_template(
        "console/texts.html",
        screening=screening,
        room=room,
        texts=texts(services().rooms, room),
        action=ActionForm(),
    )


@blueprint.post("/decide")
@signed_in
def choose(screening_id: str) -> Response:
    """Note a human's yes or no about one text."""
    screening = own_screening(screening_id)
    sent = [request.form.get(name, "") for name in ("text", "about", "decision")]
    try:
        decide(services().rooms, screening.id, *sent)
    except NotReady as refusal:
        flash(str(refusal))
    return _back(screening_id)


@blueprint.post("/show")
@signed_in
def show(screening_id: str) -> Response:
    """Put one text on the projector, after a human's yes."""
    screening = own_screening(screening_id)
    phase = services().rooms.get(screening.id).state.phase
    try:
        if phase in {"debate", "ended"}:
            project(services().rooms, screening.id, request.form.get("text", ""), onward.walked(screening))
    except NotReady as refusal:
        flash(str(refusal))
    return _back(screening_id)


def _back(screening_id: str) -> Response:
    """Go back to the page whose button was pressed: the list of texts, or the console."""
    page = "moderation.queue" if request.form.get("on") == "queue" else "console.page"
    return redirect(url_for(page, screening_id=screening_id), 303)
