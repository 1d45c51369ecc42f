"""The facilitator's phone as a remote: linked by a QR code on the console, for this screening alone.

A linked phone leads its screening and nothing else: it does not see other screenings, summaries or plans,
can't seal, and can't link another phone. It stays linked until the console unlinks it or the room is sealed.
"""

import secrets

from flask import Blueprint, Response, abort, g, redirect, render_template, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from screening.output.qr import qr_svg
from screening.store.database import StoreError
from screening.web.forms import ActionForm
from screening.web.security import own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("remote", __name__)


@blueprint.get("/screenings/<screening_id>/remote/")
@signed_in
def link(screening_id: str) -> str:
    """Show the QR code that waits for a phone, or how to make one, and whether phones are linked."""
    screening = own_screening(screening_id)
    secret = services().phone_links.waiting(screening.id)
    return render_template(
        "console/remote.html",
        screening=screening,
        room=services().rooms.get(screening.id),
        address=_address(secret),
        reachable=bool(services().address()),
        action=ActionForm(),
    )


@blueprint.post("/screenings/<screening_id>/remote/")
@signed_in
def make(screening_id: str) -> BaseResponse:
    """Make a link for one phone, for five minutes."""
    services().phone_links.make(own_screening(screening_id).id)
    return redirect(url_for("remote.link", screening_id=screening_id), 303)


@blueprint.get("/screenings/<screening_id>/remote/qr.svg")
@signed_in
def qr(screening_id: str) -> Response:
    """Return the QR code of the link that waits."""
    address = _address(services().phone_links.waiting(own_screening(screening_id).id))
    return Response(qr_svg(address), mimetype="image/svg+xml") if address else abort(404)


@blueprint.post("/screenings/<screening_id>/remote/unlink")
@signed_in
def unlink(screening_id: str) -> BaseResponse:
    """Unlink every phone of a screening at once."""
    services().rooms.set_fact(own_screening(screening_id).id, remote="")
    return redirect(url_for("remote.link", screening_id=screening_id), 303)


@blueprint.get("/remote/<secret>")
def open_link(secret: str) -> str | tuple[str, int]:
    """Ask before linking this phone: whatever previews links would use it up otherwise."""
    screening_id = services().phone_links.names(secret)
    if not screening_id:
        return render_template("console/remote_open.html", screening=None), 410
    screening = services().library.screening(screening_id)
    return render_template("console/remote_open.html", screening=screening, action=ActionForm())


@blueprint.post("/remote/<secret>")
def confirm(secret: str) -> BaseResponse | str | tuple[str, int]:
    """Link this phone, once; a phone that is signed in to the same account stays so."""
    screening_id = services().phone_links.use(secret)
    try:
        room = services().rooms.get(screening_id) if screening_id else None
    except StoreError:
        room = None
    if room is None:
        return render_template("console/remote_open.html", screening=None), 410
    owner = services().library.screening(room.id).owner
    number = room.remote or secrets.token_hex(8)
    services().rooms.set_fact(room.id, remote=number)
    if g.account is None or g.remote or g.account.id != owner:
        session.clear()
        session["remote"] = [room.id, number]
        session.permanent = True
    return redirect(url_for("console.page", screening_id=room.id), 303)


def _address(secret: str) -> str:
    known = services().address()
    return known + url_for("remote.open_link", secret=secret) if known and secret else ""
