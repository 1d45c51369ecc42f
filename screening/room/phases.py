"""The phases of an evening, and what may be answered in each."""

from dataclasses import dataclass
from typing import Literal, cast

from screening.room.questions import MOMENTS, Moment

Phase = Literal["preparing", "before", "film", "after", "debate", "ended", "sealed"]
AfterAt = Literal["film", "evening"]
"""When « after » is taken: at the end of the film, or at the end of the evening."""
MomentStatus = Literal["waiting", "open", "grace", "closed"]

GRACE_SECONDS = 180
"""A form opened in time is accepted this long after its moment closed."""

_ORDERS: dict[AfterAt, tuple[Phase, ...]] = {
    "film": ("preparing", "before", "film", "after", "debate", "ended"),
    "evening": ("preparing", "before", "film", "debate", "after", "ended"),
}


@dataclass(frozen=True)
class RoomState:
    """Where a room stands. `over` holds the moments whose grace is used up, `revealed` those shown."""

    phase: Phase
    after_at: AfterAt
    over: frozenset[Moment] = frozenset()
    revealed: bool = False
    sealing: bool = False

    def status(self, moment: Moment) -> MomentStatus:
        """Tell whether a moment waits, is open, is in its minutes of grace, or is closed."""
        if self.phase == "sealed" or self.sealing or self.revealed:
            return "closed"
        order = _ORDERS[self.after_at]
        now, then = order.index(self.phase), order.index(moment)
        if now < then:
            return "waiting"
        if now == then:
            return "open"
        return "closed" if moment in self.over else "grace"

    @property
    def open_moment(self) -> Moment | None:
        """The moment for which a new form may be opened now, if any."""
        return next((m for m in MOMENTS if self.status(m) == "open"), None)

    @property
    def in_grace(self) -> tuple[Moment, ...]:
        """The moments whose late forms are still accepted."""
        return tuple(m for m in MOMENTS if self.status(m) == "grace")

    @property
    def results_ready(self) -> bool:
        """Tell whether answers may be shown: both moments are closed."""
        return all(self.status(m) == "closed" for m in MOMENTS)


def order(after_at: AfterAt) -> tuple[Phase, ...]:
    """Return the phases of an evening in order, without the sealed one."""
    return _ORDERS[after_at]


def neighbour(state: RoomState, step: Literal[1, -1]) -> Phase | None:
    """Return the phase after (1) or before (-1) the present one, or None at either end."""
    if state.phase == "sealed":
        return None
    phases = _ORDERS[state.after_at]
    place = phases.index(state.phase) + step
    return phases[place] if 0 <= place < len(phases) else None


def moments_reopened(state: RoomState, phase: Phase) -> frozenset[Moment]:
    """Return the moments whose grace starts anew when the room goes to `phase`."""
    phases = _ORDERS[state.after_at]
    return frozenset(m for m in MOMENTS if phases.index(phase) <= phases.index(cast(Phase, m)))
