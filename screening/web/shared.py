"""One tablet for several people, or somebody who reads and taps for another: each person starts clean.

Nothing of a person stays on the device: no ticket's cookie, no draft, no code in an address. Who answers
before and after on such a device notes the ticket's code and types it the second time.
"""

from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from screening import i18n
from screening.output.qr import qr_svg
from screening.room import tickets
from screening.room.forms import Fields, read_form
from screening.room.questions import Moment
from screening.store.answers import Accepted, Refused, Submission, submit
from screening.store.database import StoreError
from screening.store.library import NoScreening, Screening
from screening.store.rooms import Room
from screening.web import reading
from screening.web.answering import (
    PROBE,
    Page,
    duration,
    form_page,
    full,
    known_ticket,
    read_whole,
    refused,
    typed_code,
    unsaved,
    waiting_page,
)
from screening.web.asking import error_texts, questions_at
from screening.web.entrance import go_in, screening_by_code, ticket_of
from screening.web.guessing import TooManyTries
from screening.web.services import services
from screening.web.waiting import place

blueprint = Blueprint("shared", __name__, url_prefix="/r/<code>/shared")
_DONE = "shared-done"
_DONE_SECONDS = 600


@blueprint.before_request
def choose() -> None:
    """Take language and wording from the address alone: the person before chose for themselves."""
    i18n.choose(remembered=False)
    reading.choose(remembered=False)


@blueprint.get("/")
def start(code: str) -> str:
    """Wait for the next person, or for the room."""
    screening, room = go_in(code)
    moment = room.state.open_moment
    if moment is None:
        return waiting_page(screening, room, _url(code, "start"))
    return _start_page(screening, room, moment, "")


@blueprint.get("/<any(before, after):moment>")
def form(code: str, moment: Moment) -> BaseResponse:
    """Show an empty form for a person without a ticket."""
    screening, room = go_in(code)
    if room.state.open_moment != moment:
        return redirect(_url(code, "start"))
    return _probing(code, _form(screening, room, moment, "", {}, {}))


@blueprint.post("/<any(before, after):moment>/ticket")
def go_on(code: str, moment: Moment) -> BaseResponse | Page:
    """Show an empty form that goes on from a typed ticket; by POST, so that no address keeps its code."""
    screening, room = go_in(code)
    if room.state.open_moment != moment:
        return redirect(_url(code, "start"), 303)
    ticket, error = known_ticket(room, request.form.get("ticket_code", ""), moment)
    if ticket is None:
        return _start_page(screening, room, moment, error), 400
    return _probing(code, _form(screening, room, moment, ticket, {}, {}))


@blueprint.post("/<any(before, after):moment>")
def answer(code: str, moment: Moment) -> BaseResponse | str | Page:
    """Take one person's form."""
    fields, refusal = read_whole(_url(code, "start"))
    if refusal:
        return refusal
    try:
        return _answer(code, moment, fields)
    except (StoreError, NoScreening, TooManyTries) as error:
        return unsaved(error, fields, _url(code, "start"))


def _answer(code: str, moment: Moment, fields: Fields) -> BaseResponse | str | Page:
    screening, room = go_in(code)
    questions = questions_at(room, moment)
    filled = read_form(questions, fields)
    ticket = ticket_of(room, request.form.get("ticket", ""))
    if filled.errors:
        errors = error_texts(filled.errors, questions)
        return _form(screening, room, moment, ticket, fields, errors), 400
    nonce, language = request.form.get("nonce", ""), i18n.language()
    sent = Submission(moment, nonce, ticket, filled.given, "accompanied", language)
    result = submit(services().rooms, room.id, sent)
    if isinstance(result, Refused) and result.reason == "full":
        return _form(screening, room, moment, ticket, fields, {"": full()}), 409
    if isinstance(result, Refused):
        return refused(result, questions, fields, _url(code, "start"))
    return _accepted(screening, moment, result)


@blueprint.get("/done")
def done(code: str) -> BaseResponse:
    """Thank one person and show the ticket's code, once: afterwards this address leads to the next person."""
    screening, _room = go_in(code)
    moment, _, ticket = request.cookies.get(_DONE, "").partition(".")
    if not tickets.read_code(ticket):
        return redirect(_url(code, "start"))
    page = make_response(_done_page(screening, moment, ticket))
    page.delete_cookie(_DONE, path=_place(code))
    return page


@blueprint.get("/qr.svg")
def qr(code: str) -> Response:
    """Return the QR code that opens this mode on a tablet."""
    screening, address = screening_by_code(code), services().address()
    svg = qr_svg(f"{address}{url_for('shared.start', code=screening.code)}")
    return Response(svg, mimetype="image/svg+xml")


def _url(code: str, page: str, **values: str) -> str:
    chosen: dict[str, Any] = {**reading.in_address(), **values}
    return url_for(f"shared.{page}", code=code, **chosen)


def _place(code: str) -> str:
    return url_for("shared.start", code=code)


def _start_page(screening: Screening, room: Room, moment: Moment, error: str) -> str:
    code = screening.code
    return render_template(
        "participants/shared_start.html",
        title=screening.plan.title,
        moment=moment,
        minutes=duration(moment),
        form_url=_url(code, "form", moment=moment),
        code_url=_url(code, "go_on", moment=moment),
        typed=typed_code() if error else "",
        error=error,
        page=place(room),
        poll_url=url_for("participants.where", code=code),
        next_url=_place(code),
    )


def _form(
    screening: Screening, room: Room, moment: Moment, ticket: str, fields: Fields, errors: dict[str, str]
) -> str:
    return form_page(
        screening,
        room,
        moment,
        ticket,
        fields,
        errors=errors,
        action=_url(screening.code, "answer", moment=moment),
        late=not ticket,
        draft="off",
    )


def _probing(code: str, html: str) -> BaseResponse:
    page = make_response(html)
    secure = services().settings.secure
    page.set_cookie(PROBE, "1", path=_place(code), httponly=True, samesite="Lax", secure=secure)
    return page


def _accepted(screening: Screening, moment: Moment, result: Accepted) -> BaseResponse | str:
    code = screening.code
    if not request.cookies.get(PROBE):
        return _done_page(screening, moment, result.code)
    page = redirect(_url(code, "done"), 303)
    page.set_cookie(
        _DONE,
        f"{moment}.{result.code}",
        max_age=_DONE_SECONDS,
        path=_place(code),
        httponly=True,
        samesite="Lax",
        secure=services().settings.secure,
    )
    return page


def _done_page(screening: Screening, moment: str, ticket: str) -> str:
    return render_template(
        "participants/shared_done.html",
        title=screening.plan.title,
        moment=moment,
        code=tickets.show_code(ticket),
        next_url=_place(screening.code),
    )
