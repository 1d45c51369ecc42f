"""A room that can't be read: what is said of it, and how its last good backup comes back."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.store import repair
from screening.store.database import StoreError
from screening.store.library import Screening
from screening.store.rooms import NoRoom
from screening.web.forms import ActionForm
from screening.web.security import readable_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("damage", __name__, url_prefix="/screenings/<screening_id>/repair")


@blueprint.get("/")
@signed_in
def page(screening_id: str) -> Response | str:
    """Tell what can be done about a room that can't be read; one that can leads to its console."""
    screening, known = _open(screening_id), services()
    if repair.opens(known.rooms, screening.id):
        return redirect(url_for("console.page", screening_id=screening.id))
    return render_template(
        "damage/room.html",
        screening=screening,
        backup=known.backups.good(screening.id),
        folder=known.rooms.backups_of(screening.id).resolve(),
        command=repair.command(known.settings.data.resolve(), screening.id),
        form=ActionForm(),
    )


@blueprint.post("/")
@signed_in
def restore(screening_id: str) -> Response:
    """Put the last good backup of a room back, when the room can't be read: one that can loses nothing."""
    screening, known = _open(screening_id), services()
    if ActionForm().validate_on_submit() and not repair.opens(known.rooms, screening.id):
        try:
            repair.put_back(known.backups, screening.id)
        except StoreError as refusal:
            flash(str(refusal), "error")
            return redirect(url_for("damage.page", screening_id=screening.id), 303)
        flash(_("La salle s’ouvre de nouveau."), "good")
    return redirect(url_for("console.page", screening_id=screening.id), 303)


def _open(screening_id: str) -> Screening:
    screening = readable_screening(screening_id)
    if screening.sealed:
        raise NoRoom
    return screening
