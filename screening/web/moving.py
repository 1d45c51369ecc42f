"""A sealed screening as one file: taken out of this installation, brought into it."""

from importlib.metadata import version

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from screening.output.arrivals import told
from screening.output.bundle import LARGEST_FILE, BundleError, pack, unpack
from screening.store.database import StoreError
from screening.store.moved import decode, encode, versions
from screening.store.moving import Brought, read_moved, write_moved
from screening.web.forms import ActionForm
from screening.web.security import account, readable_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("moving", __name__, url_prefix="/summaries")


@blueprint.get("/<screening_id>/export")
@signed_in
def export(screening_id: str) -> Response:
    """Give a sealed screening as one file."""
    screening = readable_screening(screening_id)
    if screening.rehearsal:
        abort(404)
    moved = read_moved(services().library, screening.id)
    file = pack(encode(moved), moved.digest, version("screening"), versions(moved))
    name = f"seance-{screening.plan.date}-{screening.id}.zip"
    head = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(file, mimetype="application/zip", headers=head)


@blueprint.route("/import", methods=["GET", "POST"])
@signed_in
def bring() -> BaseResponse | str | tuple[str, int]:
    """Take a screening from a file; it becomes one's own."""
    refusal, status = "", 200
    if ActionForm().validate_on_submit():
        try:
            moved = decode(*unpack(_sent_file()))
            outcome = write_moved(services().library, moved, account().id)
        except (BundleError, StoreError) as error:
            refusal, status = str(error), 400
        else:
            return _imported(moved.id, outcome)
    return render_template("organisers/import.html", form=ActionForm(), refusal=refusal), status


def _sent_file() -> bytes:
    sent = request.files.get("file")
    if sent is None:
        return b""
    with sent.stream:
        return sent.stream.read(LARGEST_FILE + 1)


def _imported(screening_id: str, brought: Brought) -> BaseResponse:
    for sentence in told(brought.new, brought.debrief, brought.coding, _):
        flash(sentence, "good")
    if services().library.screening(screening_id).owner != account().id and not account().organiser:
        return redirect(url_for("organisers.season"), 303)
    offers = "offered" in {brought.debrief, brought.coding}
    page = "offers.page" if offers else "organisers.summary"
    return redirect(url_for(page, screening_id=screening_id), 303)
