"""Paper for one screening: the page that prints it, tickets and questionnaires, and who may type it in."""

from itertools import islice
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup
from werkzeug.wrappers import Response

from screening.i18n import LANGUAGES, speaking
from screening.output.layout import FOLDED, LARGE, Paper, share
from screening.output.qr import qr_data
from screening.room import tickets
from screening.room.questions import MOMENTS, Question
from screening.store.answers import count
from screening.store.library import Screening
from screening.store.printed import LARGEST, PILES, Pile, how_many, make_printed, read_printed
from screening.store.rooms import Room
from screening.web.asking import points, questions_at
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
    wanted = {code: request.form.get(f"number-{code}", 0, type=int) for code in LANGUAGES}
    number = sum(wanted.values())
    if pile not in PILES or min(wanted.values()) < 0 or not 1 <= number <= LARGEST:
        flash(_("Donnez un nombre entre 1 et 500."))
        return redirect(url_for("paper.page", screening_id=screening_id), 303)
    first = make_printed(services().rooms, room.id, pile, number)
    chosen: dict[str, Any] = {code: n for code, n in wanted.items() if n}
    if request.form.get("size") == "large":
        chosen["size"] = "large"
    return redirect(url_for(f"paper.{pile}", screening_id=screening.id, first=first, **chosen), 303)


@blueprint.get("/tickets", endpoint="tickets")
@signed_in
def tickets_page(screening_id: str) -> str:
    """Show a batch of tickets to print and cut out."""
    screening, room = _own(screening_id)
    return _print("tickets", screening, _batches(screening, room, "tickets"))


@blueprint.get("/sheets", endpoint="sheets")
@signed_in
def sheets_page(screening_id: str) -> str:
    """Show a batch of questionnaires, folded or in very large type; each carries one ticket throughout."""
    screening, room = _own(screening_id)
    batches = _batches(screening, room, "sheets")
    large = request.args.get("size") == "large"
    unfolded = not large and any(_pages(room, code, FOLDED) is None for code in batches)
    paper, name = (LARGE, "large") if large or unfolded else (FOLDED, "sheets")
    laid = {
        code: {"batch": batch["batch"], "halves": _pages(room, code, paper)}
        for code, batch in batches.items()
    }
    return _print(name, screening, laid, unfolded=unfolded)


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


def _batches(screening: Screening, room: Room, pile: Pile) -> dict[str, dict[str, Any]]:
    """Return the tickets of a batch by the language that each is printed in; no ticket is printed twice."""
    wanted = {code: n for code in LANGUAGES if (n := request.args.get(code, 0, type=int)) > 0}
    first = request.args.get("first", 0, type=int)
    found = read_printed(services().rooms, room, pile, first, sum(wanted.values()))
    if not found:
        abort(404)
    address = services().address()
    door = f"{address}/r/{screening.code}/?t="
    drawn = iter(
        {"code": tickets.show_code(t.code), "qr": qr_data(door + t.token) if address else ""} for t in found
    )
    return {code: {"batch": list(islice(drawn, n))} for code, n in wanted.items()}


def _pages(room: Room, code: str, paper: Paper) -> dict[str, list[list[Question]]] | None:
    """Return the questions of each moment page by page; None when a folded half can't hold them."""
    with speaking(code):
        pages: dict[str, list[list[Question]]] = {
            moment: share(questions_at(room, moment), paper, code, points) for moment in MOMENTS
        }
    if paper is FOLDED:
        if any(len(sides) > 2 for sides in pages.values()):
            return None
        return {moment: [*sides, [], []][:2] for moment, sides in pages.items()}
    return pages


def _sheet(name: str, screening: Screening, **context: Any) -> str:
    """Return a page to print in the languages that were ticked, or in those of the screening."""
    ticked = [code for code in LANGUAGES if code in request.args.getlist("lang")]
    return _print(name, screening, {code: {} for code in ticked or screening.plan.languages}, **context)


def _print(name: str, screening: Screening, parts: dict[str, dict[str, Any]], **context: Any) -> str:
    """Return a page to print: its head in the facilitator's language, its parts in those of the room."""
    address = services().address()
    context |= {
        "screening": screening,
        "address": address.removeprefix("http://").removeprefix("https://"),
        "qr": qr_data(f"{address}/r/{screening.code}/") if address else "",
    }
    texts = []
    for code, part in parts.items():
        with speaking(code):
            texts.append(Markup(render_template(f"paper/{name}.html", **context, **part)))  # noqa: S704 - our own page
    return render_template("paper/print.html", name=name, sheets=texts, **context)
