"""One question over several screenings: the same wording, the same gates.

A screening whose own figures are withheld or masked stays out of the pool: with the pool and the others at
hand, a reader could subtract it. So a pool of scales and choices only adds up what is shown already.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screening.room.questions import Question
from screening.summary.answers import Answer
from screening.summary.findings import find
from screening.summary.gates import OPEN
from screening.summary.records import MASKED, Finding, Side


@dataclass(frozen=True)
class Pooled:
    """What several screenings show together: how many are counted, how many stay out."""

    question: Question
    finding: Finding
    screenings: int
    left_out: int


def pool(
    question: Question, screenings: Iterable[tuple[str, Sequence[Answer], Finding]], minimum: int = OPEN
) -> Pooled:
    """Return one question's finding over screenings: id, its answers (spelled as merged), its own finding."""
    counted: list[Answer] = []
    inside = outside = 0
    for name, answers, finding in screenings:
        if is_withheld(finding):
            outside += 1
            continue
        inside += 1
        counted += [a._replace(pair=f"{name} {a.pair}" if a.pair else "") for a in answers]
    return Pooled(question, find(question, counted, minimum=minimum), inside, outside)


def is_withheld(finding: Finding) -> bool:
    """Tell whether a screening's own finding hides or masks what a pool would add up."""
    sides = [side for side in (finding.before, finding.after) if side]
    if finding.gate == "hidden" or len(sides) < (finding.n_before > 0) + (finding.n_after > 0):
        return True
    if finding.kind == "words":
        return False
    if any(_masked(side) for side in sides):
        return True
    paired = finding.paired
    if finding.n_paired == 0:
        return False
    return paired is None or not all(isinstance(cell, int) for cell in (paired.up, paired.same, paired.down))


def _masked(side: Side) -> bool:
    return not side.counts or any(people == MASKED for _value, people in side.counts)
