"""The figures for a reader who opens « more »: computed from what a finding shows, and from nothing else.

So they cannot tell more than the finding does.
"""

from dataclasses import dataclass

from screening.room.questions import DONT_KNOW, SCALE
from screening.summary.intervals import Interval, exact_p, mid_p, newcombe_paired, superiority, tango, wilson
from screening.summary.records import MASKED, Finding, Paired, Side

_AGREE = SCALE[3:]
"""The two highest points of a scale: the side that `toward_high` names."""


@dataclass(frozen=True)
class Share:
    """`x` people of `n` on the high side of a scale, and the Wilson interval of that share."""

    x: int
    n: int
    interval: Interval


@dataclass(frozen=True)
class Details:
    """What « more » tells of a scale or an estimate; None is not shown.

    `exact_p`, `mid_p` and `superiority` (PS) come from the people who went up, stayed, went down; `tango` is
    the interval of (up - down)/n. `newcombe` is the interval of the change in the share on the high side of a
    scale, where the full table is shown. `before` and `after` are the shares of each moment on its own:
    they are never subtracted.
    """

    exact_p: float | None = None
    mid_p: float | None = None
    superiority: float | None = None
    tango: Interval | None = None
    newcombe: Interval | None = None
    before: Share | None = None
    after: Share | None = None


def details(finding: Finding) -> Details:
    """Return the figures that follow from what a finding shows."""
    moves = _moves(finding.paired)
    scale = finding.kind == "scale"
    shares = [_share(side) if scale and side else None for side in (finding.before, finding.after)]
    if moves is None:
        return Details(before=shares[0], after=shares[1])
    up, same, down = moves
    return Details(
        exact_p=exact_p(up, down) if up + down else None,
        mid_p=mid_p(up, down),
        superiority=superiority(up, same, down),
        tango=tango(up, down, up + same + down),
        newcombe=_change(finding.paired.table) if scale and finding.paired and finding.paired.table else None,
        before=shares[0],
        after=shares[1],
    )


def _moves(paired: Paired | None) -> tuple[int, int, int] | None:
    if paired is None:
        return None
    up, same, down = paired.up, paired.same, paired.down
    if isinstance(up, int) and isinstance(same, int) and isinstance(down, int):
        return up, same, down
    return None


def _share(side: Side) -> Share | None:
    """Return the share on the high side among those who took a position."""
    counts = {value: n for value, n in side.counts if n != MASKED and isinstance(n, int)}
    n = sum(people for value, people in counts.items() if value != DONT_KNOW)
    if not n:
        return None
    x = sum(counts.get(value, 0) for value in _AGREE)
    return Share(x, n, wilson(x, n))


def _change(table: tuple[tuple[int, ...], ...]) -> Interval:
    """Return the interval of the change in the share on the high side: after less before."""
    high = range(len(SCALE) - len(_AGREE), len(SCALE))
    cells = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for row, counts in enumerate(table):
        for column, n in enumerate(counts):
            cells[column in high, row in high] += n
    return newcombe_paired(cells[True, True], cells[True, False], cells[False, True], cells[False, False])
