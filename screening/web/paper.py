"""Typing in paper sheets: before, then after, under one ticket. A sheet weighs as much as a phone."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.i18n import language
from screening.room import tickets
from screening.room.forms import Fields, read_form
from screening.room.questions import MOMENTS, Moment
from screening.room.text import clean_line
from screening.store.answers import Accepted, Submission, code_of, count, has_answered, submit
from screening.store.rooms import Room
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
    room = services().rooms.get(screening.id)
    return render_template(
        "paper/sheet.html",
        screening=screening,
        before=questions_at(room, "before"),
        after=questions_at(room, "after"),
    )


@blueprint.route("/<any(before, after):moment>", methods=["GET", "POST"])
@signed_in
def type_in(screening_id: str, moment: Moment) -> Response | str | tuple[str, int]:
    """Take what stands on one half of a sheet; the other half follows under the same ticket.

    A sheet that goes on from a phone, or from another sheet, carries the code of its ticket.
    """
    screening = own_screening(screening_id)
    room = services().rooms.get(screening.id)
    ticket, errors = _ticket(room)
    fields: Fields = request.form.to_dict(flat=False)
    if request.method == "POST" and not errors:
        filled = read_form(questions_at(room, moment), fields)
        errors = error_texts(filled.errors, questions_at(room, moment))
        if not errors and not any(given.value for given in filled.given):
            return _next(screening_id, moment, None)
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
        questions=questions_at(room, moment),
        values=form_values(fields),
        errors=errors,
        typed_code=clean_line(request.values.get("ticket_code", ""), 40),
        code=tickets.show_code(code_of(room, ticket)) if ticket else "",
        nonce=tickets.new_nonce(room.key, moment, ticket),
        ticket=ticket,
        counts=count(services().rooms, room.id),
        action=ActionForm(),
    )
    return page, 400 if errors else 200


def _ticket(room: Room) -> tuple[str, dict[str, str]]:
    """Return the ticket a sheet goes on from, "" for a new one; a wrong or unknown code is an error."""
    typed = request.values.get("ticket_code", "").strip()
    if not typed:
        return request.values.get("ticket", ""), {}
    code = tickets.read_code(typed)
    if code and any(has_answered(services().rooms, room, code, moment) for moment in MOMENTS):
        return code, {}
    return "", {"": _("Ce code ne va pas. Relisez la feuille, ou encodez-la sans code.")}


def _next(screening_id: str, moment: Moment, result: Accepted | None) -> Response:
    if moment == "before":
        ticket = result.ticket if result else None
        url = url_for("paper.type_in", screening_id=screening_id, moment="after", ticket=ticket)
        return redirect(url, 303)
    if result:
        code = tickets.show_code(result.code)
        flash(_("Feuille enregistrée (code %(code)s). Prenez la suivante.", code=code), "good")
    else:
        flash(_("Cette moitié est vide : rien n’a été ajouté. Prenez la suivante."))
    return redirect(url_for("paper.type_in", screening_id=screening_id, moment="before"), 303)
