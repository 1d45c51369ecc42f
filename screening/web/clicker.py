"""A presenter's clicker and the keyboard: next, previous, black, on the console and the projector's window.

The projector's window is signed in by the console's session, being in the same browser; elsewhere, keys do
nothing. A phase is left only when « next » comes twice: the first time, the window says what would happen.
"""

from flask import Blueprint, Response, abort, g, jsonify, request
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from screening.i18n import choose_wall
from screening.room.phases import Phase, neighbour
from screening.store.library import Screening
from screening.store.rooms import Room
from screening.web import onward
from screening.web.entrance import screening_by_code
from screening.web.services import services

blueprint = Blueprint("clicker", __name__, url_prefix="/clicker/<code>")
blueprint.before_request(choose_wall)


@blueprint.get("/")
def token(code: str) -> tuple[str, int] | Response:
    """Give a signed-in window the token that its keys need; nothing to any other."""
    return jsonify(token=generate_csrf()) if _mine(code) else ("", 204)


@blueprint.post("/")
def press(code: str) -> Response:
    """Do what a key wants. Answers `ask` and `sure` when it must come again, `say` when it can't be done."""
    screening = _mine(code) or abort(403)
    room = services().rooms.get(screening.id)
    key = request.form.get("key", "")
    if key == "black":
        services().rooms.set_fact(screening.id, black="0" if room.black else "1")
    elif key == "previous":
        onward.backward(screening)
    elif key == "next" and not onward.forward(screening):
        return jsonify(_next_phase(screening, room, request.form.get("sure", "")))
    return jsonify({})


def _next_phase(screening: Screening, room: Room, sure: str) -> dict[str, str]:
    wanted = neighbour(room.state, 1)
    if wanted is None:
        return {"say": _("La soirée est finie. La suite est sur la console.")}
    if sure != room.state.phase:
        return {"ask": again(wanted), "sure": room.state.phase}
    refusal = onward.go(screening, wanted, room.state.phase)
    return {"say": refusal} if refusal else {}


def again(wanted: Phase) -> str:
    """Say what « next » does when it comes again."""
    sentences = {
        "before": _("Encore une fois pour ouvrir les questions d’avant."),
        "film": _("Encore une fois pour fermer et lancer le film."),
        "after": _("Encore une fois pour ouvrir les questions d’après."),
        "debate": _("Encore une fois pour ouvrir le débat."),
        "ended": _("Encore une fois pour finir la soirée."),
    }
    return str(sentences.get(wanted, ""))


def _mine(code: str) -> Screening | None:
    screening = screening_by_code(code)
    if g.account is None or screening.owner != g.account.id or g.remote not in {"", screening.id}:
        return None
    return None if screening.sealed else screening
