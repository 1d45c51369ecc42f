"""Typing in paper sheets: before, then after, under one ticket. A sheet weighs as much as a phone."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.i18n import language
from screening.room import tickets
from screening.room.forms import Fields, read_form
from screening.room.questions import Moment
from screening.store.answers import Accepted, Submission, count, submit
from screening.web.asking import error_texts, form_values, questions_at
from screening.web.forms import ActionForm
from screening.web.security import own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("paper", __name__, url_prefix="/screenings/<screening_id>/paper")


@blueprint.get("/")
@signed_in
def sheet(screening_id: str) -> str:
    """Show the questionnaire to print: before on one page, after on the next."""
    screening = own_screening(screening_id)
    return render_template(
        "paper/sheet.html",
        screening=screening,
        before=questions_at(screening.plan, "before"),
        after=questions_at(screening.plan, "after"),
    )


@blueprint.route("/<any(before, after):moment>", methods=["GET", "POST"])
@signed_in
def type_in(screening_id: str, moment: Moment) -> Response | str | tuple[str, int]:
    """Take what stands on one half of a sheet; the other half follows under the same ticket."""
    screening = own_screening(screening_id)
    room = services().rooms.get(screening.id)
    ticket = request.values.get("ticket", "")
    fields: Fields = request.form.to_dict(flat=False)
    questions = questions_at(screening.plan, moment)
    errors: dict[str, str] = {}
    if request.method == "POST":
        filled = read_form(questions, fields)
        errors = error_texts(filled.errors, questions)
        sent = Submission(moment, request.form.get("nonce", ""), ticket, filled.given, "paper", language())
        if not errors:
            result = submit(services().rooms, room.id, sent)
            if isinstance(result, Accepted):
                return _next(screening_id, moment, result)
            errors = {"": _("Cette feuille n’a pas pu être prise. Rechargez la page et recommencez.")}
    page = render_template(
        "paper/type_in.html",
        title=screening.plan.title,
        screening=screening,
        moment=moment,
        questions=questions,
        values=form_values(fields),
        errors=errors,
        nonce=tickets.new_nonce(room.key, moment, ticket),
        ticket=ticket,
        counts=count(services().rooms, room.id),
        action=ActionForm(),
    )
    return page, 400 if errors else 200


def _next(screening_id: str, moment: Moment, result: Accepted) -> Response:
    if moment == "before":
        url = url_for("paper.type_in", screening_id=screening_id, moment="after", ticket=result.ticket)
        return redirect(url, 303)
    flash(_("Feuille enregistrée. Prenez la suivante."), "good")
    return redirect(url_for("paper.type_in", screening_id=screening_id, moment="before"), 303)
