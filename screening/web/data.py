"""What is kept on this installation: backups, how long, what is due to go. For organisers."""

import datetime

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.store.backups import NoBackup, RoomSealed
from screening.store.database import StoreError
from screening.store.deleting import RETENTION_MONTHS, retention, set_retention, to_delete
from screening.web.forms import ActionForm
from screening.web.security import organisers_only
from screening.web.services import services

blueprint = Blueprint("data", __name__, url_prefix="/data")


@blueprint.get("/")
@organisers_only
def page() -> str:
    """Show the backups, the retention, and what is due to go."""
    known = services()
    kept = known.backups.kept()
    titles = {s.id: f"{s.plan.title}, {s.plan.date}" for s in known.library.screenings() if not s.sealed}
    return render_template(
        "data/page.html",
        folder=known.settings.data.resolve(),
        library=[b for b in kept if not b.room],
        rooms={room: title for room, title in titles.items() if any(b.room == room for b in kept)},
        months=retention(known.library),
        choices=RETENTION_MONTHS,
        due=to_delete(known.library, datetime.date.today()),
        form=ActionForm(),
    )


@blueprint.post("/backup")
@organisers_only
def backup() -> Response:
    """Copy the library and every open room now."""
    if ActionForm().validate_on_submit():
        try:
            services().backups.save_all()
        except StoreError as error:
            flash(_("La sauvegarde n’a pas réussi. %(reason)s", reason=str(error)), "error")
        else:
            flash(_("C’est sauvegardé."), "good")
    return redirect(url_for("data.page"), 303)


@blueprint.post("/restore/<room>")
@organisers_only
def restore(room: str) -> Response:
    """Put the latest good copy of an open room back; what was there is set aside."""
    if ActionForm().validate_on_submit():
        try:
            services().backups.restore_room(room)
        except (NoBackup, RoomSealed) as refusal:
            flash(str(refusal), "error")
        else:
            flash(_("La salle est revenue à sa dernière sauvegarde."), "good")
    return redirect(url_for("data.page"), 303)


@blueprint.post("/retention")
@organisers_only
def retain() -> Response:
    """Decide how long answers are kept."""
    months = request.form.get("months", 0, type=int)
    if ActionForm().validate_on_submit() and months in {0, *RETENTION_MONTHS}:
        set_retention(services().library, months)
        flash(_("C’est noté."), "good")
    return redirect(url_for("data.page"), 303)
