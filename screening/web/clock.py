"""The run sheet of an evening beside real time."""

import datetime
import json
import time
from dataclasses import dataclass

from screening.guide.model import Guide, RunSheet
from screening.i18n import say_here
from screening.room import run
from screening.room.phases import Phase
from screening.store.library import Plan
from screening.store.rooms import Room
from screening.web.services import services


@dataclass(frozen=True)
class Clock:
    """What the console shows of time: every part, minutes until the fixed end, minutes too many."""

    lines: tuple[run.Line, ...]
    left: int
    over: int
    began: bool
    end: str


def run_sheet(guide: Guide, minutes: int) -> RunSheet | None:
    """Return the guide's run sheet for so many minutes, or None when it has none."""
    return next((sheet for sheet in guide.head.run_sheets if sheet.minutes == minutes), None)


def parts_of(guide: Guide, plan: Plan) -> list[run.Part]:
    """Return the parts of an evening as planned."""
    sheet = run_sheet(guide, plan.minutes)
    return [run.Part(say_here(p.title), p.minutes, p.protected) for p in sheet.parts] if sheet else []


def clock(guide: Guide, plan: Plan, room: Room) -> Clock | None:
    """Return the time as the console shows it, or None when the guide has no run sheet for this evening."""
    parts = parts_of(guide, plan)
    if not parts:
        return None
    now = time.time()
    end = datetime.datetime.fromtimestamp(room.run.began + plan.minutes * 60) if room.run.began else None
    return Clock(
        lines=tuple(run.lines(room.run, parts, now)),
        left=run.minutes_left(room.run, plan.minutes, now),
        over=run.minutes_over(room.run, parts, plan.minutes, now),
        began=room.run.began is not None,
        end=f"{end:%H:%M}" if end else "",
    )


def follow(guide: Guide, plan: Plan, room: Room, phase: Phase) -> None:
    """Go to the first part, from the present one on, that is about the phase the room went to."""
    sheet = run_sheet(guide, plan.minutes)
    if sheet is None:
        return
    kind = "sequence" if phase == "debate" else phase
    about = {step.id for step in guide.steps if step.kind == kind}
    later = [n for n, part in enumerate(sheet.parts) if n >= room.run.part and about & set(part.steps)]
    if later:
        keep(room, run.go_to(room.run, parts_of(guide, plan), later[0], time.time()))


def keep(room: Room, now: run.Run) -> None:
    """Store where an evening stands, if that changed."""
    if now != room.run:
        services().rooms.set_fact(room.id, run=json.dumps(now.as_json()))
