"""What participants see: join, answer, thank-you, waiting. No page here makes anything on a GET."""

from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    send_from_directory,
    url_for,
)
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from screening import i18n
from screening.guide.recordings import folder_of
from screening.i18n import language
from screening.room import tickets
from screening.room.forms import Fields, read_form
from screening.room.questions import Moment
from screening.room.text import clean_text
from screening.store.answers import (
    Accepted,
    Refused,
    Submission,
    answered,
    code_of,
    has_answered,
    is_known,
    submit,
)
from screening.store.database import StoreError
from screening.store.library import NoScreening, Screening
from screening.store.rooms import NoRoom, Room
from screening.web import reading
from screening.web.answering import (
    PROBE,
    Page,
    doors_page,
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

blueprint = Blueprint("participants", __name__)
blueprint.before_request(i18n.choose)
blueprint.before_request(reading.choose)
blueprint.after_request(i18n.keep)
blueprint.after_request(reading.keep)

_COOKIE_SECONDS = 12 * 3600


@blueprint.get("/")
def enter() -> BaseResponse | str:
    """Ask for the room's code; with a right one, go to the room."""
    typed = request.args.get("code", "")
    if not typed:
        return render_template("participants/code.html", typed="", error="")
    code = tickets.read_code(typed)
    if code is None:
        error = _("Ce code ne va pas. Relisez-le : il a six lettres ou chiffres.")
        return render_template("participants/code.html", typed=clean_text(typed, 40), error=error)
    return redirect(url_for("participants.welcome", code=code))


@blueprint.get("/r/<code>/")
def welcome(code: str) -> BaseResponse | str:
    """Show where the room stands: a welcome to a form, a thank-you, or a waiting page."""
    read = tickets.read_code(code)
    if read and read != code:
        return redirect(url_for("participants.welcome", code=read))
    visit = _Visit(code)
    moment = visit.room.state.open_moment
    if moment is None:
        return waiting_page(visit.screening, visit.room, visit.url("welcome"), visit.url("results"))
    if visit.ticket and has_answered(services().rooms, visit.room, visit.ticket, moment):
        return redirect(visit.url("thanks"))
    if visit.turned_away():
        code_url = visit.url("form", moment=moment) if moment == "after" else ""
        return doors_page(visit.screening, visit.room, visit.url("welcome"), code_url)
    return _probing(_welcome_page(visit, moment, visit.late(moment), ""), code)


@blueprint.get("/r/<code>/<any(before, after):moment>")
def form(code: str, moment: Moment) -> BaseResponse | str:
    """Show an empty form, tied to the visitor's ticket when there is one."""
    visit = _Visit(code)
    if visit.room.state.open_moment != moment:
        return redirect(visit.url("welcome"))
    if typed := request.args.get("ticket_code", ""):
        known, error = known_ticket(visit.room, typed, moment)
        if known is None:
            return _welcome_page(visit, moment, True, error)
        visit.ticket = known
    if visit.turned_away():
        return redirect(visit.url("welcome"))
    return _probing(_form_page(visit, moment, {}, {}), code)


@blueprint.post("/r/<code>/<any(before, after):moment>")
def answer(code: str, moment: Moment) -> BaseResponse | str | Page:
    """Take one form. A thank-you means that it is on the disk; a refusal gives back all that was typed."""
    next_url = url_for("participants.welcome", code=code)
    fields, refusal = read_whole(next_url)
    if refusal:
        return refusal
    try:
        return _answer(code, moment, fields)
    except (StoreError, NoScreening, TooManyTries) as error:
        return unsaved(error, fields, next_url)


def _answer(code: str, moment: Moment, fields: Fields) -> BaseResponse | str | Page:
    visit = _Visit(code)
    questions = questions_at(visit.room, moment)
    filled = read_form(questions, fields)
    if filled.errors:
        return _form_page(visit, moment, fields, error_texts(filled.errors, questions)), 400
    sent = Submission(moment, request.form.get("nonce", ""), visit.ticket, filled.given, "phone", language())
    result = submit(services().rooms, visit.room.id, sent)
    if isinstance(result, Refused) and result.reason == "full":
        return _form_page(visit, moment, fields, {"": full()}), 409
    if isinstance(result, Refused):
        return refused(result, questions, fields, visit.url("welcome"))
    return _accepted(visit, result)


@blueprint.get("/r/<code>/thanks")
def thanks(code: str) -> BaseResponse | str:
    """Thank a visitor whose answers are stored, show the ticket's code, offer to answer again."""
    visit = _Visit(code)
    moments = answered(services().rooms, visit.room, visit.ticket)
    open_moment = visit.room.state.open_moment
    if not moments or visit.room.state.phase == "sealed" or open_moment not in {None, *moments}:
        return redirect(visit.url("welcome"))
    again = open_moment if open_moment == moments[-1] else None
    return render_template(
        "participants/thanks.html",
        title=visit.screening.plan.title,
        moment=moments[-1],
        code=tickets.show_code(code_of(visit.room, visit.ticket)),
        again_url=visit.url("form", moment=again) if again else "",
        sentence="",
        # The state of the room in which this page is the right one: when it is over, the phone moves on.
        page=f"{moments[-1]}-{moments[-1]}",
        poll_url=url_for("participants.where", code=code),
        next_url=visit.url("welcome"),
    )


@blueprint.get("/r/<code>/where")
def where(code: str) -> Response:
    """Tell waiting phones, in one word, where the room stands."""
    try:
        return jsonify(page=place(_Visit(code).room, bool(request.args.get("door"))))
    except NoRoom:
        return jsonify(page="sealed")


@blueprint.get("/r/<code>/listen/<question>")
def listen(code: str, question: str) -> Response:
    """Return the recording of a question in the page's language, which the guide brought."""
    screening = screening_by_code(code)
    asked = {q.id: q for q in services().rooms.get(screening.id).asked}
    recorded = {r.language: r.file for r in asked[question].recordings} if question in asked else {}
    folder = folder_of(services().settings.guides, screening.plan.guide)
    if language() not in recorded or folder is None:
        abort(404)
    return send_from_directory(folder, recorded[language()])


@blueprint.get("/accessibility")
def statement() -> str:
    """Say what was done for accessibility, what falls short, and whom to tell."""
    return render_template("participants/accessibility.html", title="")


class _Visit:
    """One request to a room: the screening, the room as it stands, and the visitor's ticket if any."""

    def __init__(self, code: str) -> None:
        found: tuple[Screening, Room] = go_in(code)
        self.screening, self.room = found
        form_ticket = request.form.get("ticket", "") if request.method == "POST" else ""
        cookie = request.cookies.get(_cookie_name(code), "")
        self.in_address = request.args.get("t", "")
        # A ticket that was scanned goes before the one this phone knows: people lend each other phones.
        self.ticket = ticket_of(self.room, form_ticket or self.in_address or cookie)

    def url(self, page: str, **values: Any) -> str:
        """Return the address of a page of this room; without cookies the ticket stays in it."""
        if self.in_address:
            values["t"] = self.in_address
        if not request.cookies:
            values = {**reading.in_address(), **values}
        endpoint = "handed_out.results" if page == "results" else f"participants.{page}"
        return url_for(endpoint, code=self.screening.code, **values)

    def late(self, moment: Moment) -> bool:
        """Tell whether this visitor was not there before the film."""
        if moment == "before":
            return False
        rooms = services().rooms
        return not (self.ticket and has_answered(rooms, self.room, self.ticket, "before"))

    def turned_away(self) -> bool:
        """Tell whether the doors are closed to this visitor: a newcomer, without a ticket of this room."""
        return self.room.doors_closed and not (
            self.ticket and is_known(services().rooms, self.room, self.ticket)
        )


def _welcome_page(visit: _Visit, moment: Moment, late: bool, error: str) -> str:
    form_url = visit.url("form", moment=moment)
    known = is_known(services().rooms, visit.room, visit.ticket) if visit.ticket else False
    code_first = bool(error) or (moment == "after" and not known)
    greeting: dict[str, Any] = {
        "greeting": not code_first,
        # The first half of a printed ticket may be on paper that is not typed in yet.
        "late": late and not known,
        "minutes": duration(moment),
        "form_url": form_url if code_first else "#form",
        "other_url": visit.url("form", moment=moment, plain="0" if reading.plain() else "1"),
        "code_url": form_url if error or not known else "",
        "own_code": tickets.show_code(code_of(visit.room, visit.ticket)) if known else "",
        "shared_url": url_for("shared.start", code=visit.screening.code),
        "typed": typed_code(),
        "error": error,
    }
    if code_first:
        return render_template(
            "participants/welcome.html", title=visit.screening.plan.title, moment=moment, **greeting
        )
    return _form_page(
        visit, moment, {}, {}, page=place(visit.room), next_url=visit.url("welcome"), **greeting
    )


def _form_page(visit: _Visit, moment: Moment, fields: Fields, errors: dict[str, str], **more: Any) -> str:
    hidden = visit.ticket if visit.ticket != request.cookies.get(_cookie_name(visit.screening.code)) else ""
    shown = {"late": visit.late(moment), "action": visit.url("answer", moment=moment), **more}
    return form_page(
        visit.screening, visit.room, moment, visit.ticket, fields, errors=errors, hidden=hidden, **shown
    )


def _accepted(visit: _Visit, result: Accepted) -> BaseResponse:
    code = visit.screening.code
    kept = bool(request.cookies.get(PROBE))
    own = request.cookies.get(_cookie_name(code), "")
    # Somebody's ticket on a phone that has answered with another one: the phone keeps its own.
    lent = bool(own) and own != result.ticket and is_known(services().rooms, visit.room, own)
    plain = "1" if reading.plain() else None
    in_address: dict[str, Any] = {"t": result.ticket} if lent or not kept else {}
    if not kept:
        in_address |= {"lang": language(), "plain": plain}
    page = redirect(url_for("participants.thanks", code=code, **in_address), 303)
    if lent:
        return page
    page.set_cookie(
        _cookie_name(code),
        result.ticket,
        max_age=_COOKIE_SECONDS,
        path=f"/r/{code}",
        httponly=True,
        samesite="Lax",
        secure=_secure(),
    )
    return page


def _probing(html: str, code: str) -> BaseResponse:
    page = make_response(html)
    page.set_cookie(PROBE, "1", path=f"/r/{code}", httponly=True, samesite="Lax", secure=_secure())
    return page


def _cookie_name(code: str) -> str:
    return f"__Secure-ticket-{code}" if _secure() else f"ticket-{code}"


def _secure() -> bool:
    return request.is_secure
