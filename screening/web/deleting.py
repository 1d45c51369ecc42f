"""Deleting a screening or a season, after saying what goes and what stays."""

import datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.store.deleting import delete_screening, delete_screenings, sealed_between
from screening.web.forms import ActionForm
from screening.web.security import account, organisers_only, readable_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("deleting", __name__)


@blueprint.route("/screenings/<screening_id>/delete/", methods=["GET", "POST"])
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


@blueprint.route("/data/delete-season", methods=["GET", "POST"])
@organisers_only
def season() -> Response | str:
    """Say what of a period goes and what stays, then delete its sealed screenings for good."""
    known, since, until = services(), *_days()
    sealed, others = sealed_between(known.library, since, until)
    if ActionForm().validate_on_submit() and sealed and request.form.get("sure") == str(len(sealed)):
        delete_screenings(known.backups, [each.id for each in sealed])
        n = len(sealed)
        flash(_("Séances supprimées, ici et dans les sauvegardes d’ici : %(n)s.", n=n), "good")
        return redirect(url_for("data.page"), 303)
    return render_template(
        "organisers/delete_season.html",
        since=since,
        until=until,
        sealed=sealed,
        others=others,
        form=ActionForm(),
        missed=request.method == "POST",
    )


def _days() -> tuple[str, str]:
    """Return the two dates that were sent, in their order; "" and "" for what are no dates."""
    try:
        days = sorted(
            datetime.date.fromisoformat(request.values.get(name, "")) for name in ("since", "until")
        )
    except ValueError:
        return "", ""
    return days[0].isoformat(), days[1].isoformat()
