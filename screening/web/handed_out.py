"""The group's results on the phones of those present, once the facilitator opened them at the end."""

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from screening.i18n import choose, keep, offer
from screening.room import tickets
from screening.web.entrance import screening_by_code
from screening.web.results import shown_results
from screening.web.services import services

blueprint = Blueprint("handed_out", __name__, url_prefix="/r/<code>/results")
blueprint.before_request(choose)
blueprint.after_request(keep)


@blueprint.get("")
def results(code: str) -> str | tuple[str, int] | Response:
    """Show what the projector has shown of the answers, no more; a sentence while it is not open."""
    screening = screening_by_code(tickets.read_code(code) or code)
    offer(screening.plan.languages)
    room = services().rooms.get(screening.id)
    is_open = room.shared and room.state.phase == "ended"
    page = render_template(
        "participants/results.html",
        title=screening.plan.title,
        is_open=is_open,
        results=shown_results(room) if is_open else [],
        home=url_for("participants.welcome", code=screening.code),
    )
    return page if is_open else (page, 404)
