"""What participants see: join, answer, thank-you, waiting. No page here makes anything on a GET."""

from typing import Any

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from screening.i18n import choose, keep, language
from screening.room import tickets
from screening.room.forms import Fields, raw_texts, read_form, typed_texts
from screening.room.questions import MOMENTS, Moment, Question, say
from screening.room.text import clean_text
from screening.store.answers import Accepted, Refused, Submission, code_of, has_answered, is_known, submit
from screening.store.database import StoreError
from screening.store.library import Screening
from screening.store.rooms import NoRoom, Room
from screening.web.asking import error_texts, form_values, questions_at
from screening.web.services import services
from screening.web.waiting import place, texts

blueprint = Blueprint("participants", __name__)
blueprint.before_request(choose)
blueprint.after_request(keep)

_COOKIE_SECONDS = 12 * 3600
_PROBE = "cookies"


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
        return _waiting(visit)
    if visit.ticket and has_answered(services().rooms, visit.room, visit.ticket, moment):
        return redirect(visit.url("thanks"))
    if visit.turned_away():
        return _doors_closed(visit, moment)
    return render_template(
        "participants/welcome.html",
        title=visit.screening.plan.title,
        moment=moment,
        late=visit.late(moment),
        minutes=_duration(moment),
        form_url=visit.url("form", moment=moment),
        code_url=visit.url("form", moment=moment) if visit.late(moment) else "",
    )


@blueprint.get("/r/<code>/<any(before, after):moment>")
def form(code: str, moment: Moment) -> BaseResponse | str:
    """Show an empty form, tied to the visitor's ticket when there is one."""
    visit = _Visit(code)
    if visit.room.state.open_moment != moment:
        return redirect(visit.url("welcome"))
    typed = request.args.get("ticket_code", "")
    if typed:
        known = tickets.read_code(typed)
        rooms = services().rooms
        if known is None or not has_answered(rooms, visit.room, known, "before"):
            return _wrong_ticket(
                visit, typed, moment, _("Ce code ne va pas. Relisez-le, ou répondez sans code.")
            )
        if has_answered(rooms, visit.room, known, moment):
            return _wrong_ticket(visit, typed, moment, _("Ce ticket a déjà répondu. Relisez le code."))
        visit.ticket = known
    if visit.turned_away():
        return redirect(visit.url("welcome"))
    page = make_response(_form_page(visit, moment, {}, {}))
    page.set_cookie(_PROBE, "1", path=f"/r/{code}", httponly=True, samesite="Lax", secure=_secure())
    return page


@blueprint.post("/r/<code>/<any(before, after):moment>")
def answer(code: str, moment: Moment) -> BaseResponse | str | tuple[str, int]:
    """Take one form. A thank-you means that it is on the disk; a refusal gives back all that was typed."""
    fields: Fields = request.form.to_dict(flat=False)
    try:
        return _answer(code, moment, fields)
    except NoRoom:
        over = _("C’est trop tard pour ces réponses : ce moment est fermé. Rien n’a été enregistré.")
        return _give_back(code, over, raw_texts(fields), 409)
    except StoreError:
        unsaved = _("L’ordinateur de la salle n’a pas pu enregistrer. Rien n’est perdu : réessayez.")
        return _give_back(code, unsaved, raw_texts(fields), 503)


def _answer(code: str, moment: Moment, fields: Fields) -> BaseResponse | str | tuple[str, int]:
    visit = _Visit(code)
    questions = questions_at(visit.room, moment)
    filled = read_form(questions, fields)
    if filled.errors:
        return _form_page(visit, moment, fields, error_texts(filled.errors, questions)), 400
    sent = Submission(moment, request.form.get("nonce", ""), visit.ticket, filled.given, "phone", language())
    result = submit(services().rooms, visit.room.id, sent)
    if isinstance(result, Refused):
        return _refused(visit, result, questions, fields)
    return _accepted(visit, result)


@blueprint.get("/r/<code>/thanks")
def thanks(code: str) -> BaseResponse | str:
    """Thank a visitor whose answers are stored, show the ticket's code, offer to answer again."""
    visit = _Visit(code)
    rooms = services().rooms
    answered = [m for m in MOMENTS if visit.ticket and has_answered(rooms, visit.room, visit.ticket, m)]
    if not answered or visit.room.state.phase == "sealed":
        return redirect(visit.url("welcome"))
    open_moment = visit.room.state.open_moment
    again = open_moment if open_moment == answered[-1] else None
    return render_template(
        "participants/thanks.html",
        title=visit.screening.plan.title,
        moment=answered[-1],
        code=tickets.show_code(code_of(visit.room, visit.ticket)),
        again_url=visit.url("form", moment=again) if again else "",
        sentence="",
        # The state of the room in which this page is the right one: when it is over, the phone moves on.
        page=f"{answered[-1]}-{answered[-1]}",
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


class _Visit:
    """One request to a room: the screening, the room as it stands, and the visitor's ticket if any."""

    def __init__(self, code: str) -> None:
        self.screening: Screening = services().library.by_code(code)
        self.room: Room = services().rooms.get(self.screening.id)
        form_ticket = request.form.get("ticket", "") if request.method == "POST" else ""
        cookie = request.cookies.get(_cookie_name(code), "")
        self.in_address = request.args.get("t", "")
        self.ticket = form_ticket or cookie or self.in_address

    def url(self, page: str, **values: Any) -> str:
        """Return the address of a page of this room; without cookies the ticket stays in it."""
        if self.in_address:
            values["t"] = self.in_address
        if not request.cookies:
            values["lang"] = request.args.get("lang")
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


def _form_page(visit: _Visit, moment: Moment, fields: Fields, errors: dict[str, str]) -> str:
    hidden = visit.ticket if visit.ticket != request.cookies.get(_cookie_name(visit.screening.code)) else ""
    return render_template(
        "participants/form.html",
        title=visit.screening.plan.title,
        questions=questions_at(visit.room, moment),
        values=form_values(fields),
        errors=errors,
        nonce=tickets.new_nonce(visit.room.key, moment, visit.ticket),
        ticket=hidden,
        action=visit.url("answer", moment=moment),
        moment=moment,
        late=visit.late(moment),
    )


def _accepted(visit: _Visit, result: Accepted) -> BaseResponse:
    code = visit.screening.code
    kept = bool(request.cookies.get(_PROBE))
    lang = None if kept else language()
    url = url_for("participants.thanks", code=code, t=None if kept else result.ticket, lang=lang)
    page = redirect(url, 303)
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


def _refused(visit: _Visit, refused: Refused, questions: list[Question], fields: Fields) -> tuple[str, int]:
    sentences = {
        "closed": _("C’est trop tard pour ces réponses : ce moment est fermé. Rien n’a été enregistré."),
        "waiting": _("Ce moment n’est pas encore ouvert. Rien n’a été enregistré."),
        "foreign": _("Ce formulaire ne vient pas de cette séance. Rouvrez la page et recommencez."),
    }
    typed = [(say(question.wording, language()), text) for question, text in typed_texts(questions, fields)]
    return _give_back(visit.screening.code, sentences[refused.reason], typed, 409)


def _give_back(code: str, sentence: str, typed: list[tuple[str, str]], status: int) -> tuple[str, int]:
    """Return all that was typed, with the reason it was not taken; this page needs no database."""
    next_url = url_for("participants.welcome", code=code)
    page = render_template(
        "participants/refused.html", title="", sentence=sentence, typed=typed, next_url=next_url
    )
    return page, status


def _doors_closed(visit: _Visit, moment: Moment) -> str:
    return render_template(
        "participants/doors.html",
        title=visit.screening.plan.title,
        code_url=visit.url("form", moment=moment) if moment == "after" else "",
        page=place(visit.room, at_the_door=True),
        poll_url=url_for("participants.where", code=visit.screening.code, door="1"),
        next_url=visit.url("welcome"),
    )


def _wrong_ticket(visit: _Visit, typed: str, moment: Moment, error: str) -> str:
    return render_template(
        "participants/welcome.html",
        title=visit.screening.plan.title,
        moment=moment,
        late=True,
        minutes=_duration(moment),
        form_url=visit.url("form", moment=moment),
        code_url=visit.url("form", moment=moment),
        typed=clean_text(typed, 40),
        error=error,
    )


def _waiting(visit: _Visit) -> str:
    phase = visit.room.state.phase
    heading, sentence = texts(phase)
    return render_template(
        "participants/waiting.html",
        title=visit.screening.plan.title,
        heading=heading,
        sentence=sentence,
        dim=phase == "film",
        page=place(visit.room),
        poll_url=url_for("participants.where", code=visit.screening.code),
        next_url=visit.url("welcome"),
        again_url="",
        results_url=visit.url("results") if phase == "ended" and visit.room.shared else "",
    )


def _duration(moment: Moment) -> str:
    return str(_("deux minutes et demie") if moment == "before" else _("trois minutes"))


def _cookie_name(code: str) -> str:
    return f"ticket-{code}"


def _secure() -> bool:
    return services().settings.secure
