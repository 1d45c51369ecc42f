"""What to see to before the doors open: what the program sees, and what a person ticks off."""

import json

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from screening.preflight import BY_HAND, look
from screening.store.checks import read_checks
from screening.web.forms import ActionForm
from screening.web.security import own_screening, signed_in
from screening.web.services import services
from screening.web.way_in import way_in

blueprint = Blueprint("preflight", __name__, url_prefix="/screenings")


@blueprint.get("/preflight")
@signed_in
def machine() -> str:
    """Show what the program sees of this machine."""
    known = services()
    return render_template(
        "preflight/page.html", checks=look(known.settings, known.address(), serving=True), screening=None
    )


@blueprint.route("/<screening_id>/preflight", methods=["GET", "POST"])
@signed_in
def page(screening_id: str) -> Response | str:
    """Show it with what concerns one screening: the guide's figures, a phone, and what a person sees to."""
    screening, known, form = own_screening(screening_id), services(), ActionForm()
    if form.validate_on_submit():
        ticked = [name for name in BY_HAND if request.form.get(name)]
        known.rooms.set_fact(screening.id, ticked=json.dumps(ticked))
        return redirect(url_for("preflight.page", screening_id=screening_id), 303)
    guide = known.guides.get(screening.plan.guide)
    checked = {
        place for place, check in read_checks(known.library.path, screening.id).items() if check.checked
    }
    return render_template(
        "preflight/page.html",
        checks=look(known.settings, known.address(), serving=True),
        screening=screening,
        guide=guide,
        left=[f for f in guide.to_check() if (f[0].id, f[1].id) not in checked] if guide else [],
        way=way_in(screening),
        ticked=known.rooms.get(screening.id).ticked,
        by_hand=BY_HAND,
        form=form,
    )
