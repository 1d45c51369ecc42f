"""The projector: its own window, no notes ever. It follows the room by polling."""

import hashlib
import time
from functools import partial

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for

from screening.i18n import choose_wall
from screening.output.qr import qr_svg, wifi_text
from screening.room.timer import written
from screening.store.library import NoScreening, Screening
from screening.store.rooms import NoRoom
from screening.web.entrance import screening_by_code
from screening.web.projection import Projection, projection
from screening.web.services import NoGuide, services

_SAYS_IT_ALREADY = {"black", "join", "same", "results"}
"""What stays as it is when the address changes: what shows the square anyway, and a black that is wished."""

blueprint = Blueprint("projector", __name__, url_prefix="/projector")
blueprint.before_request(choose_wall)


@blueprint.get("/<code>/")
def page(code: str) -> str:
    """Show the window with what the room shows now; scripts keep it up to date."""
    screening = screening_by_code(code)
    shown = _shown(screening)
    return render_template(
        "projector/page.html",
        rehearsal=screening.rehearsal,
        **_context(screening, shown),
    )


@blueprint.get("/<code>/screen")
def screen(code: str) -> Response:
    """Return what is shown as a piece of page; 304 while nothing changed."""
    screening = screening_by_code(code)
    shown = _shown(screening)
    html = render_template("projector/shown.html", **_context(screening, shown))
    response = make_response(html)
    response.set_etag(hashlib.sha256(html.encode()).hexdigest()[:20])
    response.make_conditional(request)
    return response


@blueprint.get("/<code>/qr.svg")
def qr(code: str) -> Response:
    """Return the QR code that opens this room on a phone, black on white."""
    screening = screening_by_code(code)
    address = services().address()
    if screening.sealed or not address:
        abort(404)
    return Response(qr_svg(f"{address}/r/{code}/"), mimetype="image/svg+xml")


@blueprint.get("/<code>/wifi.svg")
def wifi(code: str) -> Response:
    """Return the QR code that joins the hall's Wi-Fi, as long as the facilitator shows it."""
    known = services().rooms.get(screening_by_code(code).id).wifi
    if not known.get("name"):
        abort(404)
    return Response(qr_svg(wifi_text(known["name"], known["password"])), mimetype="image/svg+xml")


@blueprint.get("/<code>/results.svg")
def results_qr(code: str) -> Response:
    """Return the QR code that opens the group's results on a phone."""
    screening = screening_by_code(code)
    address = services().address()
    if screening.sealed or not address:
        abort(404)
    path = url_for("handed_out.results", code=code)
    return Response(qr_svg(address + path), mimetype="image/svg+xml")


def _shown(screening: Screening) -> Projection:
    try:
        return projection(screening, services().rooms.get(screening.id))
    except NoGuide:
        return Projection("title", "", dict)
    except NoRoom:
        if not screening.sealed:
            raise NoScreening from None
        return Projection("closing", "", partial(dict, lines=[]))


def _context(screening: Screening, shown: Projection) -> dict[str, object]:
    plan = screening.plan
    known: dict[str, object] = {
        "fragment": f"projector/{shown.template}.html",
        "title": plan.title,
        "film_title": plan.title,
        "code": screening.code,
        "new_address": "" if shown.template in _SAYS_IT_ALREADY else _new_address(),
        "countdown": _countdown(screening) if shown.template != "black" else "",
    }
    try:
        return {**known, **shown.make()}
    except NoGuide:
        return known


def _new_address() -> str:
    """Return the address of the way in without its scheme when it just changed, else ""."""
    address = services().address()
    return address.partition("://")[2] if services().reach.just_moved else ""


def _countdown(screening: Screening) -> str:
    """Return the countdown as the wall shows it, "" when it shows none."""
    try:
        timer = services().rooms.get(screening.id).timer
    except NoRoom:
        return ""
    return written(timer.left(time.time())) if timer and timer.wall else ""
