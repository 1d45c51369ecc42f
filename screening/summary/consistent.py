"""What a reader could work out: which moves go with the counts of both moments.

The functions see only what would be shown. Each move they report is certain to be possible (they build the
table); a possible one may be missed, which hides more than needed, never less.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations_with_replacement, islice

Moves = tuple[int, int]
"""People who went up, people who went down."""

PLACES = 200
"""How many placements of the one or two people who went the other way are tried."""


def _most_up(before: Sequence[int], after: Sequence[int]) -> int:
    """Return how many people at most can have gone up between two rows of counts."""
    waiting = moved = 0
    for leaving, arriving in zip(before, after, strict=True):
        step = min(waiting, arriving)
        moved += step
        waiting += leaving - step
    return moved


def _staying(before: Sequence[int], after: Sequence[int], up: int) -> int:
    """Return how many people can have stayed while `up` others went up, -1 when no table was found."""
    stay = [min(pair) for pair in zip(before, after, strict=True)]

    def reach(freed: Iterable[int]) -> int:
        left = list(stay)
        for level in freed:
            left[level] -= 1
        if min(left) < 0:
            return -1
        rest = [[n - s for n, s in zip(row, left, strict=True)] for row in (before, after)]
        return _most_up(rest[0], rest[1])

    levels = range(len(stay))
    while (now := reach(())) < up:
        steps = [(level,) for level in levels] + [(i, j) for i in levels for j in levels if i < j]
        gains = [step for step in steps if reach(step) > now]
        if not gains:
            return -1
        for level in gains[0]:
            stay[level] -= 1
    return sum(stay)


def can_be(before: Sequence[int], after: Sequence[int], paired: int, moves: Moves) -> bool:
    """Tell whether `paired` people among these counts, lowest value first, can have made these moves.

    Leavers and joiners may fill the rest of the counts. Meant for at most two people one of the ways.
    """
    up, down = moves
    if up < down:
        return can_be(before[::-1], after[::-1], paired, (down, up))
    if up + down > paired:
        return False
    levels = range(len(before))
    falls = [(i, j) for i in levels for j in levels if i > j and before[i] and after[j]]
    for placed in islice(combinations_with_replacement(falls, down), PLACES):
        rows, columns = list(before), list(after)
        for i, j in placed:
            rows[i] -= 1
            columns[j] -= 1
        if min(rows) >= 0 and min(columns) >= 0 and _staying(rows, columns, up) >= paired - up - down:
            return True
    return False


def possible(
    before: Sequence[int], after: Sequence[int], paired: int, candidates: Iterable[Moves]
) -> Iterator[Moves]:
    """Yield those of the candidates that these counts leave possible."""
    return (moves for moves in candidates if can_be(before, after, paired, moves))


def moves_of(
    given: int, again: int, paired: int, leavers: int = 0, joiners: int = 0
) -> Iterator[tuple[int, int, int]]:
    """Yield how many paired people can have kept, left and brought what so many gave before, and after."""
    least = max(0, given + again - leavers - joiners - paired)
    for kept in range(least, min(given, again, paired) + 1):
        for left in range(max(0, given - leavers - kept), given - kept + 1):
            for came in range(max(0, again - joiners - kept), min(again - kept, paired - kept - left) + 1):
                yield kept, left, came


def gives_away(candidates: Iterable[Sequence[int]]) -> bool:
    """Tell whether some cell is 1 in all candidates, or 2 in all: then a reader knows it."""
    rest = iter(candidates)
    first = next(rest, ())
    known = {place for place, people in enumerate(first) if people in {1, 2}}
    while known and (each := next(rest, None)):
        known = {place for place in known if each[place] == first[place]}
    return bool(known)
