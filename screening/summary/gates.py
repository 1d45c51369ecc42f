"""Who answered when, and how much of a question may be shown for it.

Thresholds of the specification: five answers open a moment; ten paired people open the split of their
moves, twenty the full table; five paired people open the net. Between them, cells of 1 or 2 are masked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screening.room.questions import DONT_KNOW, PASS, Moment, Question, is_substantive, misfit
from screening.summary.answers import Answer
from screening.summary.normalise import is_no_answer, split
from screening.summary.records import Gate

OPEN = 5
NET = 5
SPLIT = 10
TABLE = 20
FEW = range(1, 5)
"""A difference between two groups of people that would point at those who make it up."""
SMALL = (1, 2)
"""Cells that are masked."""


@dataclass(frozen=True)
class Group:
    """The answers that count, by moment, and the paired people's two values (both substantive)."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    minimum: int = OPEN

    @property
    def shows_before(self) -> bool:
        """Tell whether enough people answered before."""
        return len(self.before) >= self.minimum

    @property
    def shows_after(self) -> bool:
        """Tell whether enough people answered after."""
        return len(self.after) >= self.minimum

    @property
    def differences(self) -> tuple[int, int, int, int]:
        """Return leavers and joiners, then both again among those who took a position."""
        n = len(self.pairs)
        decided = (sum(map(is_substantive, self.before)), sum(map(is_substantive, self.after)))
        return (len(self.before) - n, len(self.after) - n, decided[0] - n, decided[1] - n)

    @property
    def few_apart(self) -> bool:
        """Tell whether counts of all and of the paired people together would single out one to four."""
        return any(difference in FEW for difference in self.differences)

    @property
    def many_apart(self) -> bool:
        """Tell whether at least five people who took a position stand between both, at each moment."""
        return min(self.differences) >= OPEN


def _counted(question: Question, value: str) -> str:
    """Return a value as it counts: "" for none, `nsp` for words that only say so; ValueError when unfit."""
    if value in {"", PASS, DONT_KNOW}:
        return "" if value == PASS else value
    if question.kind == "words" and all(map(is_no_answer, split(value))):
        return DONT_KNOW
    if misfit(question, value):
        raise ValueError(f"{question.id}: no such value: {value!r}")
    return value


def gather(question: Question, answers: Iterable[Answer], minimum: int = OPEN) -> Group:
    """Return the answers that count for a question, at the moments it is asked at.

    `passe` and empty values count nowhere; the last of several answers of a pair at a moment holds.
    Raises ValueError on a value that the question cannot have.
    """
    single: dict[Moment, list[str]] = {"before": [], "after": []}
    joined: dict[Moment, dict[str, str]] = {"before": {}, "after": {}}
    for answer in answers:
        if answer.moment not in question.moments:
            continue
        value = _counted(question, answer.value)
        if answer.pair:
            joined[answer.moment][answer.pair] = value
        elif value:
            single[answer.moment].append(value)
    both = sorted(joined["before"].keys() & joined["after"].keys())
    pairs = [(joined["before"][pair], joined["after"][pair]) for pair in both]
    return Group(
        before=tuple(single["before"] + [value for value in joined["before"].values() if value]),
        after=tuple(single["after"] + [value for value in joined["after"].values() if value]),
        pairs=tuple(pair for pair in pairs if all(map(is_substantive, pair))),
        minimum=minimum,
    )


def opened(group: Group) -> Gate:
    """Return "hidden", "one_moment" or "side_by_side": how many moments have enough answers."""
    gates: Sequence[Gate] = ("hidden", "one_moment", "side_by_side")
    return gates[group.shows_before + group.shows_after]


def gate_of_moves(group: Group) -> Gate:
    """Return the gate of a scale or an estimate, "movement" where only its table can tell more.

    Below ten paired people, one to four leavers or joiners leave both moments side by side: the net is a
    count of the paired people, and both may not stand together.
    """
    gate, n = opened(group), len(group.pairs)
    if gate != "side_by_side" or n < NET:
        return gate
    if n < SPLIT:
        return gate if group.few_apart else "net"
    return "movement"
