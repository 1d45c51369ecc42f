"""One question over several screenings: added up from what each of them shows, and from nothing else.

Whoever may choose the screenings may also choose one more or one less, and subtract. So a pool never sees an
answer: it is made of the findings of single screenings, and says nothing that they do not say already. A
screening that masks a move or an option counts as one or two people there, and the sum is a span; that of
one such cell alone stays masked.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from screening.room.questions import DONT_KNOW, MOMENTS, Moment, Question
from screening.summary.gates import SMALL
from screening.summary.normalise import key
from screening.summary.records import MASKED, Cell, Finding, Paired, Side, Span, Verdict
from screening.summary.verdicts import judge_all

RECURRING = 2
"""A word recurs when so many screenings show it."""


class Recurring(NamedTuple):
    """A word, in how many screenings it is shown, and how many people gave it there at each moment."""

    word: str
    screenings: int
    before: int
    after: int


@dataclass(frozen=True)
class Pooled:
    """What several screenings show together of a question.

    `asked` screenings put it; the answers of `drawn` of them are in the finding's sides, the moves of
    `compared` in its moves. The finding's `n_paired` are the people of those moves. `words` are sorted by
    how many screenings show them.
    """

    question: Question
    finding: Finding
    asked: int
    drawn: int
    compared: int
    words: tuple[Recurring, ...] = ()


def pool(question: Question, findings: Iterable[Finding]) -> Pooled:
    """Return what the findings of several screenings show together; one finding a screening."""
    asked = list(findings)
    sides = [found for each in asked if (found := _sides(question, each))]
    moved = [each.paired for each in asked if _has_moves(each)]
    n = sum(each.n_paired for each in asked if _has_moves(each))
    paired = _moves([paired for paired in moved if paired], n) if moved else None
    words = recurring(asked) if question.kind == "words" else ()
    before, after = (_side(question, moment, [each.get(moment) for each in sides]) for moment in MOMENTS)
    finding = Finding(
        id=question.id,
        kind=question.kind,
        n_before=before.n if before else 0,
        n_after=after.n if after else 0,
        n_paired=n,
        leavers=0,
        joiners=0,
        gate="movement" if paired else "one_moment" if sides else "hidden",
        before=before,
        after=after,
        paired=paired,
        verdict=_verdict(paired, n),
    )
    return Pooled(question, finding, len(asked), len(sides), len(moved), words)


def recurring(findings: Iterable[Finding]) -> tuple[Recurring, ...]:
    """Return the words that at least two screenings show, the most often shown first.

    Spellings of one word that a screening keeps apart count once there, by the larger of them.
    """
    shown: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for finding in findings:
        counts = [dict(side.counts) if side else {} for side in (finding.before, finding.after)]
        here: dict[str, tuple[str, int, int]] = {}
        for word in dict.fromkeys([*counts[0], *counts[1]]):
            people = (_number(counts[0].get(word, 0)), _number(counts[1].get(word, 0)))
            found = here.get(name := key(word) or word)
            if found is None or sum(people) > sum(found[1:]):
                here[name] = (word, *people)
        for name, row in here.items():
            shown[name].append(row)
    rows = [_recurring(each) for each in shown.values() if len(each) >= RECURRING]
    return tuple(sorted(rows, key=lambda row: (-row.screenings, -row.before - row.after, row.word)))


def _recurring(rows: Sequence[tuple[str, int, int]]) -> Recurring:
    """Return one word over the screenings that show it, in the spelling that most people stand for."""
    word, *_ = max(rows, key=lambda row: (row[1] + row[2], row[0]))
    return Recurring(word, len(rows), sum(row[1] for row in rows), sum(row[2] for row in rows))


def _sides(question: Question, finding: Finding) -> dict[Moment, Side] | None:
    """Return the moments that a screening shows; of a scale, an estimate, a choice all or none.

    So their bars of before and after are of the same rooms.
    """
    both: dict[Moment, Side | None] = {"before": finding.before, "after": finding.after}
    sides = {moment: side for moment in question.moments if (side := both[moment])}
    if question.kind in {"text", "words"}:
        return sides or None
    drawn = [side for side in sides.values() if side.counts]
    return sides if len(drawn) == len(question.moments) else None


def _side(question: Question, moment: Moment, sides: Sequence[Side | None]) -> Side | None:
    known = [side for side in sides if side]
    if not known:
        return None
    cells: dict[str, list[Cell]] = {}
    for side in known if question.kind != "words" else ():
        for value, people in side.counts:
            cells.setdefault(value, []).append(people)
    added = tuple((value, _sum(people)) for value, people in cells.items())
    position = None
    if question.kind == "estimate" and question.reference:
        given = [(int(value), _number(people)) for value, people in added if value != DONT_KNOW]
        low = sum(people for value, people in given if value < question.reference.low)
        high = sum(people for value, people in given if value > question.reference.high)
        position = (low, sum(people for _value, people in given) - low - high, high)
    return Side(
        n=sum(side.n for side in known),
        counts=added,
        position=position,
        dont_know=sum(side.dont_know for side in known),
    )


def _number(cell: Cell) -> int:
    """Return a cell of words or estimates, which are never masked."""
    return cell if isinstance(cell, int) else 0


def _has_moves(finding: Finding) -> bool:
    paired = finding.paired
    return paired is not None and paired.up is not None and paired.down is not None


def _moves(moved: Sequence[Paired], n: int) -> Paired:
    """Return the people who went up and down, and those who stayed where none of them is masked."""
    up = _sum([each.up for each in moved if each.up is not None])
    down = _sum([each.down for each in moved if each.down is not None])
    if isinstance(up, int) and isinstance(down, int):
        return Paired(up=up, same=n - up - down, down=down, net=up - down)
    return Paired(up=up, down=down, rest="most" if 2 * (max(_ends(up)) + max(_ends(down))) < n else "others")


def _verdict(paired: Paired | None, n: int) -> Verdict | None:
    """Return the verdict that every number within the spans would have."""
    if paired is None or paired.up is None or paired.down is None:
        return None
    return judge_all(product(_ends(paired.up), _ends(paired.down)), n)


def _ends(cell: Cell) -> set[int]:
    """Return the least and the most of a cell: in between, a verdict is one of theirs."""
    if isinstance(cell, Span):
        return {cell.low, cell.high}
    return {min(SMALL), max(SMALL)} if cell == MASKED else {cell}


def _sum(cells: Sequence[Cell]) -> Cell:
    """Return the sum of what single screenings show: a number when none of it is masked."""
    masked = cells.count(MASKED)
    if masked == 1 and not any(cell for cell in cells if cell != MASKED):
        return MASKED  # The same cell, told as the one screening's summary tells it.
    clear = sum(cell for cell in cells if isinstance(cell, int))
    return Span(clear + min(SMALL) * masked, clear + max(SMALL) * masked) if masked else clear
