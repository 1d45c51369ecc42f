"""What the summary finds, as frozen records: only what may be shown, nothing from which more follows."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from screening.room.questions import Kind

Gate = Literal["hidden", "one_moment", "side_by_side", "net", "movement", "table"]
"""How much of a question may be shown, from nothing to the full transition table."""

Masked = Literal["masked"]


class Span(NamedTuple):
    """A number of people over several screenings, of which some mask their part: from `low` to `high`."""

    low: int
    high: int


Cell = int | Masked | Span
"""A number of people; "masked" stands for 1 or 2 (« 2 personnes au plus »); a span only over screenings."""

MASKED: Masked = "masked"
Code = Literal["too_few", "kept", "net_up", "net_down", "both_ways", "rather_up", "rather_down"]


@dataclass(frozen=True)
class Side:
    """What one moment's answers look like.

    `n` people answered at this moment (of the paired people when `paired_only`). `counts` holds people by
    value: "1" to "5" and "nsp" of a scale, "0" to "10" and "nsp" of an estimate, the listed words of a
    word question (most given first), the option ids of a choice (masked at 1 or 2); it is empty when it
    may not be shown. `others` is the number of words counted together.
    `position` holds the people below, within and above an estimate's reference range.
    `dont_know` is the number of people who said that they do not know, of every kind of question.
    """

    n: int
    counts: tuple[tuple[str, Cell], ...] = ()
    others: int = 0
    paired_only: bool = False
    position: tuple[Cell, Cell, Cell] | None = None
    dont_know: int = 0


@dataclass(frozen=True)
class WordMove:
    """What the paired people did with one word: gave it twice, only before, only after.

    The three cells are numbers together or None together: with the counts of both moments at hand, one
    cell gives the other two, so a cell of 1 or 2 withholds all three.
    """

    word: str
    kept: Cell | None
    left: Cell | None
    came: Cell | None
    flag: Literal["arrives", "fades"] | None = None


@dataclass(frozen=True)
class Paired:
    """What the paired people did between both moments.

    None is "not shown". `rest` stands for `same` where a neighbour is masked: « la plupart » or « les
    autres ». `table` has one row per value before, one column per value after. `words_kept` of
    `words_given` words, summed over people, came back; `words_compared` words had their moves compared.
    """

    up: Cell | None = None
    same: Cell | None = None
    down: Cell | None = None
    net: int | None = None
    table: tuple[tuple[int, ...], ...] | None = None
    words: tuple[WordMove, ...] = ()
    words_kept: int | None = None
    words_given: int | None = None
    words_compared: int = 0
    rest: Literal["most", "others"] | None = None


@dataclass(frozen=True)
class Verdict:
    """The one sentence about a group's movement, as a code."""

    code: Code


@dataclass(frozen=True)
class Finding:
    """All that may be shown about one question.

    `n_before` and `n_after` people answered (« je ne sais pas » counts, « je passe » does not);
    `n_paired` people took a position at both moments; `leavers` and `joiners` are the differences.
    A moment that is hidden has no side. Attendance is never masked. `minimum` answers open a moment.
    `withheld` tells that a word of three people is not listed, since its counts would tell who moved.
    """

    id: str
    kind: Kind
    n_before: int
    n_after: int
    n_paired: int
    leavers: int
    joiners: int
    gate: Gate
    before: Side | None
    after: Side | None
    paired: Paired | None
    verdict: Verdict | None
    minimum: int = 5
    withheld: bool = False
