"""Moving an evening on: its phases and its projector, from whatever button or key."""

import datetime
from typing import Any

from screening.room.phases import Phase
from screening.store.answers import NotReady, snapshot
from screening.store.library import Screening
from screening.store.rooms import MomentShown
from screening.web import debate
from screening.web.clock import follow
from screening.web.results import following_stage
from screening.web.services import services


def go(screening: Screening, wanted: Phase, shown: Phase) -> str:
    """Go to a phase if the room still is in the one that was shown; return why not, "" when all is well."""
    rooms = services().rooms
    try:
        room = rooms.go_to(screening.id, wanted, shown)
    except MomentShown as refusal:
        return str(refusal)
    if guide := services().guides.get(screening.plan.guide):
        follow(guide, screening.plan, room, room.state.phase)
    ended = datetime.date.today() if room.state.phase == "ended" else None
    services().library.set_ended(screening.id, ended)
    return ""


def show(screening: Screening, screen: dict[str, Any]) -> None:
    """Put something on the projector in the debate, or results at the end; the place in the guide stays."""
    room = services().rooms.get(screening.id)
    if room.state.phase in {"debate", "ended"}:
        services().rooms.show(screening.id, {**screen, "walked": walked(screening)})


def reveal(screening: Screening, question: str, stage: str, step: str) -> str:
    """Show what the room answered to a question: before, after beside it, or the flow; return why not."""
    try:
        snapshot(services().rooms, screening.id, question, "before" if stage == "before" else "after")
    except NotReady as refusal:
        return str(refusal)
    show(screening, {"question": question, "stage": stage, "step": step})
    return ""


def walked(screening: Screening) -> list[str]:
    """Return where in the guide the evening stands, as the room keeps it."""
    guide = services().guides.get(screening.plan.guide)
    room = services().rooms.get(screening.id)
    return debate.place(guide, screening.plan, room.screen) if guide else []


def forward(screening: Screening) -> bool:
    """Show what comes next in the debate: more of the result on the wall, else a card; False without one."""
    room = services().rooms.get(screening.id)
    stage = following_stage(room) if room.state.phase == "debate" and not room.black else ""
    if stage:
        return not reveal(screening, room.screen["question"], stage, str(room.screen.get("step", "")))
    return _card(screening, 1)


def backward(screening: Screening) -> bool:
    """Show the card before in the debate, the title before the first; False outside the debate."""
    return _card(screening, -1)


def _card(screening: Screening, way: int) -> bool:
    room = services().rooms.get(screening.id)
    guide = services().guides.get(screening.plan.guide)
    if room.state.phase != "debate" or guide is None:
        return False
    if way > 0:
        card = debate.following(guide, screening.plan, room.screen)
    else:
        card = debate.preceding(guide, screening.plan, room.screen)
    if card:
        services().rooms.show(screening.id, {**card.screen, "walked": [card.step, card.id]})
    elif way < 0:
        services().rooms.show(screening.id, {})
    return card is not None or way < 0
