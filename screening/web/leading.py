"""Leading a room: its doors, its countdown, the console of somebody alone, results for the phones."""

import time

import msgspec
from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from screening.room.timer import MINUTES, Timer
from screening.web.results import shown_results
from screening.web.security import own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("leading", __name__, url_prefix="/screenings/<screening_id>")

MORE = 20
"""How many more phones one press lets in."""


@blueprint.post("/newcomers")
@signed_in
def doors(screening_id: str) -> Response:
    """Close the doors to newcomers, or open them; whoever has a ticket goes on."""
    wanted = "closed" if request.form.get("doors") == "closed" else "open"
    return _set(screening_id, doors=wanted)


@blueprint.post("/admit")
@signed_in
def admit(screening_id: str) -> Response:
    """Take twenty tickets more from phones than the room was counted for."""
    screening = own_screening(screening_id)
    services().rooms.admit(screening.id, MORE)
    return redirect(url_for("console.page", screening_id=screening_id), 303)


@blueprint.post("/timer")
@signed_in
def timer(screening_id: str) -> Response:
    """Start a countdown, on the projector too if wanted; without minutes, take it away."""
    minutes = request.form.get("minutes", 0, type=int)
    if minutes not in MINUTES:
        return _set(screening_id, timer="")
    started = Timer(minutes, time.time() + 60 * minutes, bool(request.form.get("wall")))
    return _set(screening_id, timer=msgspec.json.encode(started).decode())


@blueprint.post("/alone")
@signed_in
def alone(screening_id: str) -> Response:
    """Keep three buttons on this screen, or show the whole console again."""
    own_screening(screening_id)
    session["alone"] = request.form.get("alone") == "1"
    return redirect(url_for("console.page", screening_id=screening_id), 303)


@blueprint.post("/share")
@signed_in
def share(screening_id: str) -> Response:
    """Open to the phones, at the end, the results that the room has seen; or close them again."""
    return _set(screening_id, shared="1" if request.form.get("shared") == "1" else "0")


@blueprint.get("/results")
@signed_in
def results(screening_id: str) -> str:
    """Show the results that the room has seen, to print and take along."""
    screening = own_screening(screening_id)
    room = services().rooms.get(screening.id)
    return render_template("console/handout.html", screening=screening, results=shown_results(room))


def _set(screening_id: str, **facts: str) -> Response:
    services().rooms.set_fact(own_screening(screening_id).id, **facts)
    return redirect(url_for("console.page", screening_id=screening_id), 303)
