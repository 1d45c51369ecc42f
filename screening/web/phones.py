"""Getting phones in: which address they use, a try with one's own phone, the hall's Wi-Fi."""

import json

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from screening import i18n
from screening.output.qr import qr_svg
from screening.web.forms import WifiForm
from screening.web.security import own_screening, signed_in
from screening.web.services import services
from screening.web.way_in import came_through, token

blueprint = Blueprint("phones", __name__)


@blueprint.get("/try/<code>/<given>")
def reached(code: str, given: str) -> str:
    """Tell a phone that it came through; the console sees it. Nothing about the phone is kept."""
    i18n.choose()
    screening = services().library.by_code(code)
    i18n.offer(screening.plan.languages)
    through = came_through(screening, given)
    return render_template("phones/reached.html", through=through)


@blueprint.get("/screenings/<screening_id>/try.svg")
@signed_in
def qr(screening_id: str) -> Response:
    """Return the QR code to scan with one's own phone before the doors open."""
    screening = own_screening(screening_id)
    address = services().address()
    if not address or screening.sealed:
        abort(404)
    url = f"{address}/try/{screening.code}/{token(screening, address)}"
    return Response(qr_svg(url), mimetype="image/svg+xml")


@blueprint.post("/screenings/<screening_id>/address")
@signed_in
def address(screening_id: str) -> BaseResponse:
    """Use one of this machine's addresses for phones, from now on."""
    own_screening(screening_id)
    if not services().reach.choose(request.form.get("ip", "")):
        flash(_("Cette adresse n’est plus là. Choisissez-en une autre."))
    return redirect(url_for("console.page", screening_id=screening_id), 303)


@blueprint.post("/screenings/<screening_id>/wifi")
@signed_in
def wifi(screening_id: str) -> BaseResponse | tuple[str, int]:
    """Keep the hall's Wi-Fi for the projector, in the room's facts alone: sealing destroys them."""
    screening = own_screening(screening_id)
    form = WifiForm()
    if not form.validate_on_submit():
        return render_template("console/wifi.html", screening=screening, form=form), 400
    services().rooms.set_fact(screening.id, wifi=json.dumps(form.wifi()))
    return redirect(url_for("console.page", screening_id=screening_id), 303)
