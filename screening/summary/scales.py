"""Scales and estimates: where both moments stand, and how many people went up, stayed or went down.

Where a move of 1 or 2 people is masked, nothing stands beside it from which it follows: no distribution of
the paired people, no net, and no verdict that only one of the possible numbers would have given. What is
hidden then depends on nothing but what is shown, so that hiding tells nothing either.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, product

from screening.room.questions import DONT_KNOW, LEVELS, Question, Reference
from screening.summary.consistent import Moves, gives_away, possible
from screening.summary.gates import SMALL, TABLE, Group, gate_of_moves
from screening.summary.records import MASKED, Cell, Finding, Gate, Paired, Side, Verdict
from screening.summary.verdicts import judge, judge_all


@dataclass(frozen=True)
class Shown:
    """What the paired people's part of a finding says, and what it lets the sides say."""

    gate: Gate
    paired: Paired | None
    verdict: Verdict | None
    distributions: bool = True
    paired_only: bool = False


def _position(values: Sequence[str], reference: Reference | None) -> tuple[Cell, Cell, Cell] | None:
    """Return the people below, within and above the range of the sources."""
    if reference is None:
        return None
    numbers = [int(value) for value in values if value != DONT_KNOW]
    below = sum(number < reference.low for number in numbers)
    above = sum(number > reference.high for number in numbers)
    return (below, len(numbers) - below - above, above)


def _side(question: Question, values: Sequence[str], levels: Sequence[str], shown: Shown) -> Side:
    """Return one moment's distribution, or its size alone where no distribution may be shown."""
    counts, unsure = Counter(values), values.count(DONT_KNOW)
    if not shown.distributions:
        return Side(n=len(values), dont_know=unsure)
    return Side(
        n=len(values),
        counts=tuple((value, counts[value]) for value in (*levels, DONT_KNOW)),
        paired_only=shown.paired_only,
        position=_position(values, question.reference if question.kind == "estimate" else None),
        dont_know=unsure,
    )


def _moves(group: Group) -> Moves:
    """Return how many of the paired people went up, and down."""
    steps = [int(after) - int(before) for before, after in group.pairs]
    return (sum(step > 0 for step in steps), sum(step < 0 for step in steps))


def _rows(group: Group, levels: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return both moments' counts by value, `nsp` left out."""
    before, after = Counter(group.before), Counter(group.after)
    return [before[level] for level in levels], [after[level] for level in levels]


def _net(group: Group, levels: Sequence[str]) -> Shown:
    """Return the net alone; distributions stay away where both together would give a small move away."""
    up, down = _moves(group)
    net, n = up - down, len(group.pairs)
    candidates = [(max(net, 0) + less, max(-net, 0) + less) for less in range(3)]
    rest = possible(*_rows(group, levels), n, candidates)
    return Shown("net", Paired(net=net), Verdict("too_few"), distributions=not gives_away(rest))


def _side_by_side(group: Group, levels: Sequence[str]) -> Shown:
    """Return no moves; distributions stay away where both together would give a small move away."""
    n, (up, down) = len(group.pairs), _moves(group)
    others = [(more, less) for more in range(n + 1) for less in range(n + 1 - more)]
    # The nearest first: most often they are possible, and settle it.
    others.sort(key=lambda moves: abs(moves[0] - up) + abs(moves[1] - down))
    told = gives_away(chain([(up, down)], possible(*_rows(group, levels), n, others)))
    return Shown("side_by_side", None, Verdict("too_few"), distributions=not told)


def _table(group: Group, levels: Sequence[str]) -> tuple[tuple[int, ...], ...] | None:
    """Return people by value before (rows) and after (columns), None when too few or a cell is small."""
    cells = Counter(group.pairs)
    if len(group.pairs) < TABLE or any(count in SMALL for count in cells.values()):
        return None
    return tuple(tuple(cells[before, after] for after in levels) for before in levels)


def _candidates(up: int, down: int, paired: int) -> tuple[list[Moves], bool]:
    """Return the moves that go with the masked display, and whether the other move can stand beside.

    One that leaves one or two people for all the rest would tell the small one.
    """
    if up in SMALL and down in SMALL:
        return list(product(SMALL, SMALL)), True
    other = down if up in SMALL else up
    if other <= paired - 3:
        pairs, beside = [(other, small) for small in SMALL], True
    else:
        pairs, beside = [(paired - 1, 1), (paired - 2, 1), (paired - 2, 2)], False
    return ([(small, big) for big, small in pairs] if up in SMALL else pairs), beside


def _masked(group: Group, up: int, down: int, levels: Sequence[str]) -> Shown:
    """Return a display in which a move of one or two people stays one of several possible numbers."""
    n = len(group.pairs)
    candidates, beside = _candidates(up, down, n)
    cells: list[Cell | None] = [MASKED if move in SMALL else move if beside else None for move in (up, down)]
    most = all(2 * (n - more - less) > n for more, less in candidates)
    paired = Paired(up=cells[0], down=cells[1], rest="most" if most else "others")
    open_sides = group.many_apart and beside
    if open_sides:
        rest = list(possible(*_rows(group, levels), n, candidates))
        open_sides = bool(rest) and not gives_away(rest)
    return Shown("movement", paired, judge_all(candidates, n), distributions=open_sides)


def _movement(group: Group, levels: Sequence[str]) -> Shown:
    """Return moves up and down, and the full table where it may be shown."""
    up, down = _moves(group)
    n = len(group.pairs)
    if up in SMALL or down in SMALL:
        return _masked(group, up, down, levels)
    table = _table(group, levels)
    paired = Paired(up=up, same=n - up - down, down=down, net=up - down, table=table)
    verdict = Verdict(judge(up, down, n))
    return Shown("table" if table else "movement", paired, verdict, paired_only=group.few_apart)


def _shown(group: Group, levels: Sequence[str]) -> Shown:
    """Return what may be shown of the paired people."""
    gate = gate_of_moves(group)
    if gate == "movement":
        return _movement(group, levels)
    if gate == "net":
        return _net(group, levels)
    return _side_by_side(group, levels) if gate == "side_by_side" else Shown(gate, None, None)


def find_scale(question: Question, group: Group) -> Finding:
    """Return what may be shown of a scale or an estimate, verdict included (specification, 6.1 to 6.3)."""
    levels = LEVELS[question.kind]
    shown = _shown(group, levels)
    paired_before, paired_after = [[pair[moment] for pair in group.pairs] for moment in (0, 1)]
    before = paired_before if shown.paired_only else list(group.before)
    after = paired_after if shown.paired_only else list(group.after)
    leavers, joiners, *_ = group.differences
    return Finding(
        id=question.id,
        kind=question.kind,
        n_before=len(group.before),
        n_after=len(group.after),
        n_paired=len(group.pairs),
        leavers=leavers,
        joiners=joiners,
        gate=shown.gate,
        before=_side(question, before, levels, shown) if group.shows_before else None,
        after=_side(question, after, levels, shown) if group.shows_after else None,
        paired=shown.paired,
        verdict=shown.verdict,
    )
