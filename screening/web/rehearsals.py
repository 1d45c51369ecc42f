"""Rehearsals: marked screenings with simulated participants, deleted with one click; the sheet to print."""

import datetime
import secrets
import threading
from dataclasses import replace

from flask import Blueprint, abort, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.i18n import WALL_LANGUAGES
from screening.rehearsal import Crowd, people
from screening.store.deleting import delete_screening
from screening.store.library import Plan
from screening.web.forms import PlanForm
from screening.web.security import account, own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("rehearsals", __name__, url_prefix="/screenings")


@blueprint.post("/rehearse")
@signed_in
def rehearse() -> Response:
    """Make a rehearsal of a plan, or of the plan most evenings want, and let simulated people come.

    With `alone` nobody is simulated here: the command `screening rehearse` brings its own.
    """
    if not account().facilitator:
        abort(403)
    known, chosen = services(), _plan()
    new_id = secrets.token_hex(8)
    known.rooms.create(new_id, chosen.after_at, chosen.expected, known.chosen(chosen))
    made = known.library.add_screening(account().id, chosen, new_id, rehearsal=True)
    console = url_for("console.page", screening_id=new_id)
    if not request.form.get("alone"):
        name = str(request.cookies.get("screening", ""))
        # Over HTTPS the cookie has another name, for the public address alone: then no sheet is typed.
        crowd = Crowd(known.settings.local_address, made.code, console, name and f"screening={name}")
        threading.Thread(target=crowd.run, name=f"rehearsal {made.code}", daemon=True).start()
    return redirect(console, 303)


@blueprint.post("/<screening_id>/delete-rehearsal")
@signed_in
def delete(screening_id: str) -> Response:
    """Delete a rehearsal, sealed or not; a screening of real people can't be deleted so."""
    screening = own_screening(screening_id)
    if not screening.rehearsal:
        abort(404)
    delete_screening(services().backups, screening.id)
    flash(_("La répétition est effacée."), "good")
    return redirect(url_for("facilitators.screenings"), 303)


@blueprint.get("/ten-minutes-before/<any(fr, nl, en):language>")
@signed_in
def ten_minutes(language: str) -> str:
    """Show the two pages to print: the ten minutes before the doors open, in one of three languages."""
    g.language = language
    return render_template("rehearsals/ten_minutes.html", wall_languages=WALL_LANGUAGES)


def _plan() -> Plan:
    if of := request.form.get("of"):
        kept = own_screening(of).plan
    else:
        guides = services().guides
        guide = guides.get("plus-personne") or next(iter(guides.values()), None) or abort(404)
        form = PlanForm(formdata=None)
        form.offer(list(guides.values()), guide)
        form.suggest(guide)
        kept = form.plan()
    return replace(kept, date=datetime.date.today().isoformat(), expected=len(people()))
