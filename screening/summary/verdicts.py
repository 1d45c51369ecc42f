"""The verdict on a group's movement, from counts of people only."""

from collections.abc import Iterable

from screening.summary.gates import SPLIT
from screening.summary.intervals import mid_p
from screening.summary.records import Code, Verdict

FEW_MOVED = 5
"""One in five: up to this share of movers, most kept their answer."""
LEVEL = 0.05
NET_AT_LEAST = 4
BOTH_AT_LEAST = 3
BOTH_APART_AT_MOST = 2


def judge(up: int, down: int, paired: int) -> Code:
    """Return the verdict on `up` and `down` movers among `paired` people (specification, 6.2)."""
    if paired < SPLIT:
        return "too_few"
    if FEW_MOVED * (up + down) <= paired:
        return "kept"
    if mid_p(up, down) < LEVEL and abs(up - down) >= NET_AT_LEAST:
        return "net_up" if up > down else "net_down"
    if up == down or (min(up, down) >= BOTH_AT_LEAST and abs(up - down) <= BOTH_APART_AT_MOST):
        return "both_ways"
    return "rather_up" if up > down else "rather_down"


def judge_all(candidates: Iterable[tuple[int, int]], paired: int) -> Verdict | None:
    """Return the verdict that all candidate moves share, None where it would tell them apart."""
    codes = {judge(up, down, paired) for up, down in candidates}
    return Verdict(codes.pop()) if len(codes) == 1 else None
