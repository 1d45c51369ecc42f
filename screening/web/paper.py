"""Paper for one screening: the page that prints it, tickets and questionnaires, and who may type it in."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup
from werkzeug.wrappers import Response

from screening.i18n import LANGUAGES, SOURCE, speaking
from screening.output.qr import qr_data
from screening.room import tickets
from screening.store.answers import count
from screening.store.library import Screening
from screening.store.printed import LARGEST, PILES, Pile, how_many, make_printed, read_printed
from screening.store.rooms import Room
from screening.web.asking import questions_at
from screening.web.forms import ActionForm
from screening.web.security import own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("paper", __name__, url_prefix="/screenings/<screening_id>/paper")


@blueprint.get("/")
@signed_in
def page(screening_id: str) -> str:
    """Show all that can be printed for this screening, and how paper comes in."""
    screening, room = _own(screening_id)
    path = _typing_path(screening, room)
    address = services().address()
    return render_template(
        "paper/page.html",
        screening=screening,
        address=address,
        made=how_many(services().rooms, room.id),
        counts=count(services().rooms, room.id),
        largest=LARGEST,
        typing_url=f"{address}{path}" if address else "",
        typing_qr=qr_data(f"{address}{path}") if address else "",
        action=ActionForm(),
    )


@blueprint.post("/make")
@signed_in
def make(screening_id: str) -> Response:
    """Make tickets for one more batch of cut-out tickets or questionnaires, then show it for print."""
    screening, room = _own(screening_id)
    pile = request.form.get("pile", "")
    number = request.form.get("number", 0, type=int)
    if pile not in PILES or not 1 <= number <= LARGEST:
        flash(_("Donnez un nombre entre 1 et 500."))
        return redirect(url_for("paper.page", screening_id=screening_id), 303)
    first = make_printed(services().rooms, room.id, pile, number)
    lang = request.form.get("lang", SOURCE)
    url = url_for(f"paper.{pile}", screening_id=screening.id, first=first, number=number, lang=lang)
    return redirect(url, 303)


@blueprint.get("/tickets", endpoint="tickets")
@signed_in
def tickets_page(screening_id: str) -> str:
    """Show a batch of tickets to print and cut out."""
    screening, room = _own(screening_id)
    return _sheet("tickets", screening, batch=_batch(screening, room, "tickets"))


@blueprint.get("/sheets", endpoint="sheets")
@signed_in
def sheets_page(screening_id: str) -> str:
    """Show a batch of questionnaires: before on one side, after on the other, one ticket on both."""
    screening, room = _own(screening_id)
    halves = [(moment, questions_at(room, moment)) for moment in ("before", "after")]
    return _sheet("sheets", screening, batch=_batch(screening, room, "sheets"), halves=halves)


@blueprint.get("/poster")
@signed_in
def poster(screening_id: str) -> str:
    """Show the poster: the square, the address and the code that let people in, and the Wi-Fi if known."""
    screening, room = _own(screening_id)
    return _sheet("poster", screening, wifi=getattr(room, "wifi", None))


@blueprint.get("/notice")
@signed_in
def notice(screening_id: str) -> str:
    """Show what is said aloud about the answers, in the languages of the room."""
    screening, _room = _own(screening_id)
    return _sheet("notice", screening)


@blueprint.post("/collected")
@signed_in
def collected(screening_id: str) -> Response:
    """Note how many filled sheets there are, so that every page can say how many are still to be typed."""
    screening, room = _own(screening_id)
    number = request.form.get("sheets", -1, type=int)
    if 0 <= number <= LARGEST:
        services().rooms.set_fact(room.id, sheets=str(number))
    else:
        flash(_("Donnez un nombre entre 0 et 500."))
    return redirect(url_for("console.page", screening_id=screening.id), 303)


@blueprint.get("/typing")
@signed_in
def typing(screening_id: str) -> Response:
    """Go to the page where sheets are typed in; a second person opens the same one by its link."""
    screening, room = _own(screening_id)
    return redirect(_typing_path(screening, room))


@blueprint.post("/renew")
@signed_in
def renew(screening_id: str) -> Response:
    """Make a new link to the page where sheets are typed in; the one before opens nothing any more."""
    screening, room = _own(screening_id)
    services().rooms.set_fact(room.id, typing_turn=str(room.typing_turn + 1))
    flash(_("Nouveau lien : l’ancien n’ouvre plus rien."), "good")
    return redirect(url_for("paper.page", screening_id=screening.id, _anchor="typing"), 303)


def _own(screening_id: str) -> tuple[Screening, Room]:
    screening = own_screening(screening_id)
    return screening, services().rooms.get(screening.id)


def _typing_path(screening: Screening, room: Room) -> str:
    secret = tickets.typing_secret(room.key, room.typing_turn)
    return url_for("type_in.start", code=screening.code, secret=secret)


def _batch(screening: Screening, room: Room, pile: Pile) -> list[dict[str, str]]:
    first, number = request.args.get("first", 0, type=int), request.args.get("number", 0, type=int)
    found = read_printed(services().rooms, room, pile, first, number)
    if not found:
        abort(404)
    address = services().address()
    door = f"{address}/r/{screening.code}/?t="
    return [
        {"code": tickets.show_code(t.code), "qr": qr_data(door + t.token) if address else ""} for t in found
    ]


def _languages() -> list[str]:
    """Return the languages to print in, French when none was chosen."""
    wanted = request.args.getlist("lang")
    return [code for code in LANGUAGES if code in wanted] or [SOURCE]


def _sheet(name: str, screening: Screening, **context: Any) -> str:
    """Return a page to print: its head in the facilitator's language, its sheets in those of the room."""
    address = services().address()
    context |= {
        "screening": screening,
        "address": address.removeprefix("http://").removeprefix("https://"),
        "qr": qr_data(f"{address}/r/{screening.code}/") if address else "",
        "codes": _languages(),
    }
    texts = []
    for code in context["codes"]:
        with speaking(code):
            texts.append(Markup(render_template(f"paper/{name}.html", **context)))  # noqa: S704 - our own page
    return render_template("paper/print.html", name=name, sheets=texts, **context)
