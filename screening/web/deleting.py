"""Deleting a screening, after saying what goes and what stays."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.store.deleting import delete_screening
from screening.web.forms import ActionForm
from screening.web.security import account, readable_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("deleting", __name__, url_prefix="/screenings/<screening_id>/delete")


@blueprint.route("/", methods=["GET", "POST"])
@signed_in
def screening(screening_id: str) -> Response | str:
    """Say what goes and what stays, then delete a screening for good."""
    wanted, known = readable_screening(screening_id), services()
    if not wanted.sealed and wanted.owner != account().id:
        # A room in which people are answering is for whoever leads it.
        abort(404)
    if ActionForm().validate_on_submit():
        delete_screening(known.backups, wanted.id)
        flash(
            _("« %(title)s » est supprimée, ici et dans les sauvegardes d’ici.", title=wanted.plan.title),
            "good",
        )
        return redirect(url_for("organisers.season"), 303)
    counts = known.library.sealed_counts(wanted.id)
    return render_template("organisers/delete.html", screening=wanted, counts=counts, form=ActionForm())
