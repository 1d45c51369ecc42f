"""What was shown in the room and what the summary would show, together.

Between both, sheets are typed in, and who knows both knows what the new people answered. With that, a number
that one of them hides may follow from the other. Then the summary repeats what was shown. Whether it does
depends only on what would be shown, and where it repeats, one and two both stay possible.
"""

from collections.abc import Callable

from screening.room.questions import Kind
from screening.summary.records import MASKED, Finding, Side, WordMove


def tells(shown: Finding, later: Finding) -> bool:
    """Tell whether an earlier and a later finding, side by side, could give a hidden number away."""
    return TELLS[shown.kind](shown, later)


def _moves_tell(shown: Finding, later: Finding) -> bool:
    """Tell whether one of two findings of a scale or an estimate hides moves."""
    return _hides_moves(shown) or _hides_moves(later)


def _options_tell(shown: Finding, later: Finding) -> bool:
    """Tell whether one of two findings of a choice hides an option at a moment that both show."""
    sides = ((shown.before, later.before), (shown.after, later.after))
    return any(one and other and (_hides_options(one) or _hides_options(other)) for one, other in sides)


def _hides_moves(finding: Finding) -> bool:
    """Tell whether a scale or an estimate hides how many people moved each way, or all answers."""
    paired = finding.paired
    if paired is None and finding.before and finding.after:
        return not finding.before.counts
    return paired is not None and not (isinstance(paired.up, int) and isinstance(paired.down, int))


def _hides_options(side: Side) -> bool:
    """Tell whether a moment hides an option, or all: who came since would tell it."""
    return not side.counts or any(people == MASKED for _option, people in side.counts)


def _words_tell(shown: Finding, later: Finding) -> bool:
    """Tell whether a word, or its moves, are withheld once and what is shown is not the same both times."""
    if shown.withheld or later.withheld:
        return (shown.before, shown.after, shown.paired) != (later.before, later.after, later.paired)
    first, second = _moves(shown), _moves(later)
    if not first and not second:
        return False
    for word in first.keys() | second.keys():
        moves = (first.get(word), second.get(word))
        withheld = any(move is None or move.kept is None for move in moves)
        if withheld and (moves[0] != moves[1] or _counts(shown, word) != _counts(later, word)):
            return True
    return False


def _moves(finding: Finding) -> dict[str, WordMove]:
    return {move.word: move for move in finding.paired.words} if finding.paired else {}


def _counts(finding: Finding, word: str) -> list[object]:
    return [dict(side.counts).get(word) if side else None for side in (finding.before, finding.after)]


TELLS: dict[Kind, Callable[[Finding, Finding], bool]] = {
    "words": _words_tell,
    "text": lambda _shown, _later: False,
    "scale": _moves_tell,
    "estimate": _moves_tell,
    "choice": _options_tell,
}
