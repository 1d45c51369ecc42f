"""Figures to check before a screening, and where the guide and the film come from."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.room.text import clean_line
from screening.store.checks import Check, read_checks, save_checks
from screening.web.forms import ActionForm
from screening.web.security import own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("sources", __name__)


@blueprint.route("/screenings/<screening_id>/check", methods=["GET", "POST"])
@signed_in
def check(screening_id: str) -> Response | str:
    """List every figure with a caution: a box to tick, and a field for the facilitator's own update."""
    screening = own_screening(screening_id)
    figures = services().guide(screening.plan).to_check()
    library = services().library.path
    form = ActionForm()
    if form.validate_on_submit():
        save_checks(library, screening.id, [_sent(step.id, figure.id) for step, figure in figures])
        flash(_("C’est noté. Vos mises à jour s’affichent à la place du chiffre du guide."), "good")
        return redirect(url_for("sources.check", screening_id=screening_id), 303)
    return render_template(
        "facilitators/check.html",
        screening=screening,
        guide=services().guide(screening.plan),
        figures=figures,
        checks=read_checks(library, screening.id),
        form=form,
    )


@blueprint.get("/about")
def about() -> str:
    """Name the film's makers, and the dossier and its authors as the source of each guide."""
    return render_template("about.html", guides=list(services().guides.values()))


def _sent(step: str, figure: str) -> Check:
    name = f"{step}/{figure}"
    return Check(
        step,
        figure,
        checked=bool(request.form.get(f"checked {name}")),
        own_value=clean_line(request.form.get(f"value {name}", ""), 80),
        own_source=clean_line(request.form.get(f"source {name}", ""), 200),
    )
