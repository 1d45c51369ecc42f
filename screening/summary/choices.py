"""What people chose, and how many wrote a text: each moment on its own.

The specification gives no movement for choices and open texts here, so answers of both moments, where a
question is asked twice, stand side by side. An option that one or two people chose is masked (6.5 b): one
may choose several, so neither the other options nor the number of people give it back; where they do after
all, because few places are left, no option is shown. Nor is one at either moment where both together leave a
move of one or two people one number, as when all had chosen an option and then all but one. Own words are
read by the facilitator and not counted.
"""

from collections.abc import Sequence
from dataclasses import replace

from screening.room.questions import DONT_KNOW, Question, parts
from screening.summary.consistent import gives_away, moves_of
from screening.summary.gates import SMALL, Group, opened
from screening.summary.records import MASKED, Cell, Finding, Side


def _gives_away(counts: Sequence[int], decided: int, own: int) -> bool:
    """Tell whether a masked option can only be 1, or only 2.

    With one person who took a position it is 1. And where it takes two people for every such person to have
    chosen something, own words counted in, it is 2.
    """
    small = sum(count in SMALL for count in counts)
    others = sum(count for count in counts if count not in SMALL) + 2 * (small - 1) + own
    return small > 0 and (decided < 2 or others + 1 < decided)


def _fills(counts: Sequence[int], decided: int, most: int) -> bool:
    """Tell whether a masked option follows from how many places all people together have.

    Where no more places are left than there are masked options, each of them is 1. And where a reader
    supposes that everybody filled every place, it must stay open which masked option is 1 and which 2.
    """
    small = sum(count in SMALL for count in counts)
    left = most * decided - sum(count for count in counts if count not in SMALL)
    return small > 0 and (left <= small or left == 2 * small)


def _side(question: Question, values: Sequence[str]) -> Side:
    """Return one moment's counts; a person may choose several options, each counts once."""
    unsure = sum(value == DONT_KNOW for value in values)
    chosen = [set(parts(value)) for value in values]
    counts = [sum(option.id in each for each in chosen) for option in question.options]
    own = sum(any(part.startswith("+") for part in each) for each in chosen)
    decided = len(values) - unsure
    full = question.most > 0 and _fills(counts, decided, question.most)
    if question.kind == "text" or full or _gives_away(counts, decided, own):
        return Side(n=len(values), dont_know=unsure)
    cells: list[Cell] = [MASKED if count in SMALL else count for count in counts]
    shown = tuple((option.id, cell) for option, cell in zip(question.options, cells, strict=True))
    return Side(n=len(values), counts=shown, dont_know=unsure)


def _tell_a_move(before: Side, after: Side, group: Group) -> bool:
    """Tell whether an option's counts at both moments leave a move of one or two people one number."""
    *_, leavers, joiners = group.differences
    again = dict(after.counts)
    both = ((given, again.get(option)) for option, given in before.counts)
    return any(
        gives_away(moves_of(first, then, len(group.pairs), leavers, joiners))
        for first, then in both
        if isinstance(first, int) and isinstance(then, int)
    )


def find_choice(question: Question, group: Group) -> Finding:
    """Return what may be shown of a choice or of an open text: no moves, no verdict."""
    leavers, joiners, *_ = group.differences
    before = _side(question, group.before) if group.shows_before else None
    after = _side(question, group.after) if group.shows_after else None
    if before and after and _tell_a_move(before, after, group):
        before, after = replace(before, counts=()), replace(after, counts=())
    return Finding(
        id=question.id,
        kind=question.kind,
        n_before=len(group.before),
        n_after=len(group.after),
        n_paired=len(group.pairs),
        leavers=leavers,
        joiners=joiners,
        gate=opened(group),
        before=before,
        after=after,
        paired=None,
        verdict=None,
    )
