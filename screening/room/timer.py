"""A countdown for the room: how many minutes, when it ends, and whether the projector shows it."""

import msgspec

MINUTES = (1, 2, 5, 10)
"""The countdowns that can be started."""


class Timer(msgspec.Struct, frozen=True):
    """A countdown that runs; `ends` is in seconds of the server's clock, so that it survives a restart."""

    minutes: int
    ends: float
    wall: bool = False

    def left(self, now: float) -> int:
        """Return the seconds that are left, 0 once it is over, never more than there were."""
        return max(0, min(60 * self.minutes, round(self.ends - now)))


def written(seconds: int) -> str:
    """Write seconds as people read them on a clock: « 4:05 »."""
    return f"{seconds // 60}:{seconds % 60:02}"
