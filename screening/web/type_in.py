"""Typing paper sheets in, for whoever has the link: one ticket after the other, before and after on one page.

The link is signed with the room's key. It opens this page of this screening until the room is sealed, and
nothing else.
"""

import hmac
from dataclasses import dataclass, field

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.i18n import LANGUAGES, SOURCE
from screening.room import tickets
from screening.room.forms import Filled, read_form
from screening.room.questions import MOMENTS, Moment
from screening.room.sheets import as_form, as_written
from screening.room.text import clean_line
from screening.store.answers import Accepted, Refused, Submission, code_of, count, stages_shown, submit
from screening.store.library import Screening
from screening.store.paper import Half, halves
from screening.store.rooms import Room
from screening.web.asking import error_texts, questions_at
from screening.web.forms import ActionForm
from screening.web.services import services

blueprint = Blueprint("type_in", __name__, url_prefix="/typing/<code>/<secret>")


@dataclass
class _Desk:
    """One request to the typing page: its room, the ticket in hand, and what is wrong with the sheet.

    `differs` holds the halves that are there with other answers: question, what is there, what was typed.
    """

    code: str
    secret: str
    screening: Screening = field(init=False)
    room: Room = field(init=False)
    ticket: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    differs: dict[Moment, list[tuple[str, str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.screening = services().library.by_code(self.code)
        self.room = services().rooms.get(self.screening.id)
        right = tickets.typing_secret(self.room.key, self.room.typing_turn)
        if not hmac.compare_digest(right.encode(), self.secret.encode()):
            abort(404)
        typed = request.values.get("ticket_code", "").strip()
        self.ticket = tickets.read_code(typed) or "" if typed else ""
        if typed and (not self.ticket or self.there is None):
            self.errors[""] = _("Ce code ne va pas. Relisez la feuille, caractère par caractère.")

    @property
    def there(self) -> dict[Moment, Half] | None:
        """What the ticket holds already; None when this room has no such ticket."""
        return halves(services().rooms, self.room, self.ticket)

    @property
    def moments(self) -> list[Moment]:
        """The halves that may be typed now: after only once it was asked."""
        return [m for m in MOMENTS if m == "before" or self.room.state.status(m) != "waiting"]

    @property
    def language(self) -> str:
        """The language in which people wrote on the sheet."""
        wanted = request.values.get("written", SOURCE)
        return wanted if wanted in LANGUAGES else SOURCE


@blueprint.get("/")
def start(code: str, secret: str) -> str:
    """Ask for the code on the next sheet."""
    return _code_page(_Desk(code, secret))


@blueprint.get("/sheet")
def sheet(code: str, secret: str) -> str | tuple[str, int]:
    """Show one field a question for the sheet with this code, or for a sheet without one."""
    desk = _Desk(code, secret)
    if desk.errors:
        return _code_page(desk), 400
    return _sheet_page(desk)


@blueprint.post("/sheet")
def save(code: str, secret: str) -> Response | tuple[str, int]:
    """Store the halves that are filled in; one that is there already stays until somebody has chosen."""
    desk = _Desk(code, secret)
    filled = {moment: _read(desk, moment) for moment in desk.moments}
    if desk.errors:
        return _sheet_page(desk), 400
    written = {m: f for m, f in filled.items() if any(given.value for given in f.given)}
    stored: list[Moment] = []
    ticket = desk.ticket
    for moment, form in written.items():
        if request.form.get(f"{moment}-choice") == "keep":
            continue
        result = _submit(desk, moment, form, ticket)
        if isinstance(result, Accepted):
            ticket = result.ticket
            stored.append(moment)
        elif result.reason == "taken":
            desk.differs[moment] = _compare(desk, moment, form)
        else:
            desk.errors[""] = _("Cette feuille n’a pas pu être prise. Rechargez la page et recommencez.")
    if desk.errors or desk.differs:
        return _sheet_page(desk), 409
    _tell(desk, stored, ticket)
    return redirect(url_for("type_in.start", code=code, secret=secret, written=desk.language), 303)


def _read(desk: _Desk, moment: Moment) -> Filled:
    questions = questions_at(desk.room, moment)
    prefix = f"{moment}-"
    typed = {k.removeprefix(prefix): v for k, v in request.form.items() if k.startswith(prefix)}
    filled = read_form(questions, as_form(questions, typed))
    desk.errors |= {prefix + k: text for k, text in error_texts(filled.errors, questions).items()}
    return filled


def _submit(desk: _Desk, moment: Moment, form: Filled, ticket: str) -> Accepted | Refused:
    """Store one half; a sheet without a code gets the ticket of the nonce that came with its page."""
    nonce = request.form.get(f"nonce-{moment}", "")
    if ticket:
        nonce = tickets.new_nonce(desk.room.key, moment, ticket)
    replace = request.form.get(f"{moment}-choice") == "sheet"
    sent = Submission(moment, nonce, ticket, form.given, "paper", desk.language, replace)
    return submit(services().rooms, desk.room.id, sent)


def _nonce(desk: _Desk, moment: Moment) -> str:
    """Return the nonce of a page that comes back as it was, or a new one."""
    return request.form.get(f"nonce-{moment}") or tickets.new_nonce(desk.room.key, moment, "")


def _compare(desk: _Desk, moment: Moment, form: Filled) -> list[tuple[str, str, str]]:
    """Return where what was typed and what is there differ; nothing of phones, whose answers nobody reads."""
    found = halves(services().rooms, desk.room, desk.ticket) or {}
    known = found[moment].values if moment in found else {}
    questions = {question.id: question for question in questions_at(desk.room, moment)}
    return [
        (given.question, as_written(questions[given.question], known[given.question]), written)
        for given in form.given
        if given.value
        and given.question in known
        and (written := as_written(questions[given.question], given.value))
        != as_written(questions[given.question], known[given.question])
    ]


def _tell(desk: _Desk, stored: list[Moment], ticket: str) -> None:
    if not stored:
        flash(_("Rien n’a été ajouté. Prenez la feuille suivante."))
        return
    names = {"before": _("avant"), "after": _("après")}
    code = tickets.show_code(code_of(desk.room, ticket))
    known = {"code": code, "halves": ", ".join(names[m] for m in stored)}
    if desk.ticket:
        flash(_("Feuille %(code)s enregistrée : %(halves)s. Prenez la suivante.", **known), "good")
    else:
        flash(_("Enregistré : %(halves)s. Notez ce code sur la feuille : %(code)s", **known), "good")


def _code_page(desk: _Desk) -> str:
    return render_template(
        "paper/code.html",
        title=desk.screening.plan.title,
        screening=desk.screening,
        desk=desk,
        typed=clean_line(request.args.get("ticket_code", ""), 40),
        counts=count(services().rooms, desk.room.id),
    )


def _sheet_page(desk: _Desk) -> str:
    there = desk.there or {}
    first = next((m for m in desk.moments if m not in there), desk.moments[0])
    return render_template(
        "paper/type_in.html",
        title=desk.screening.plan.title,
        desk=desk,
        there=there,
        shown_already=bool(stages_shown(services().rooms, desk.room.id)),
        first=first,
        shown=tickets.show_code(desk.ticket) if desk.ticket else "",
        halves=[(moment, questions_at(desk.room, moment)) for moment in desk.moments],
        nonces={m: _nonce(desk, m) for m in desk.moments},
        values=request.form,
        action=ActionForm(),
    )
