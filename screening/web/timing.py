"""Changing the run of an evening, and its run sheet to print."""

import time
from typing import cast, get_args

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from screening.guide.model import Guide, Step
from screening.room import run
from screening.store.library import Plan
from screening.web import debate
from screening.web.clock import keep, parts_of, run_sheet
from screening.web.security import own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("timing", __name__, url_prefix="/screenings/<screening_id>")


@blueprint.post("/run")
@signed_in
def change(screening_id: str) -> Response:
    """Begin a part, or shorten, lengthen, skip, park one or take it back."""
    screening = own_screening(screening_id)
    room = services().rooms.get(screening.id)
    parts = parts_of(services().guide(screening.plan), screening.plan)
    index = request.form.get("part", -1, type=int)
    how = request.form.get("how", "")
    if how == "begin":
        keep(room, run.go_to(room.run, parts, index, time.time()))
    elif how in get_args(run.Change):
        keep(room, run.change(room.run, parts, index, cast(run.Change, how)))
    return redirect(url_for("console.page", screening_id=screening_id), 303)


@blueprint.get("/run-sheet")
@signed_in
def sheet(screening_id: str) -> str:
    """Show the run sheet to print: parts, minutes, what to say, room for notes."""
    screening = own_screening(screening_id)
    guide = services().guide(screening.plan)
    planned = run_sheet(guide, screening.plan.minutes)
    parts = planned.parts if planned else ()
    return render_template(
        "facilitators/run_sheet.html",
        screening=screening,
        guide=guide,
        parts=[(part, _steps(guide, screening.plan, part.steps)) for part in parts],
        address=services().address(),
    )


def _steps(guide: Guide, plan: Plan, names: tuple[str, ...]) -> list[Step]:
    """Return the steps of a part; in the debate, the sequences picked for this evening."""
    steps = [guide.step(name) for name in names]
    if any(step.kind == "sequence" for step in steps):
        return [step for step in debate.steps(guide, plan) if step.kind == "sequence"]
    return steps
