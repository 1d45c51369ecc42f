"""What people chose, and how many wrote a text: each moment on its own.

The specification gives no movement for choices and open texts here, so answers of both moments, where a
question is asked twice, stand side by side. An opened question shows options that one or two people chose:
section 6.1 masks moves of people, not counts of one moment.
"""

from collections.abc import Sequence

from screening.room.questions import DONT_KNOW, Question, parts
from screening.summary.gates import Group, opened
from screening.summary.records import Finding, Side


def _side(question: Question, values: Sequence[str]) -> Side:
    """Return one moment's counts; a person may choose several options, each counts once."""
    unsure = sum(value == DONT_KNOW for value in values)
    if question.kind == "text":
        return Side(n=len(values), dont_know=unsure)
    chosen = [set(parts(value)) for value in values]
    counts = tuple((option.id, sum(option.id in each for each in chosen)) for option in question.options)
    own = sum(any(part.startswith("+") for part in each) for each in chosen)
    return Side(n=len(values), counts=counts, others=own, dont_know=unsure)


def find_choice(question: Question, group: Group) -> Finding:
    """Return what may be shown of a choice or of an open text: no moves, no verdict."""
    leavers, joiners, *_ = group.differences
    return Finding(
        id=question.id,
        kind=question.kind,
        n_before=len(group.before),
        n_after=len(group.after),
        n_paired=len(group.pairs),
        leavers=leavers,
        joiners=joiners,
        gate=opened(group),
        before=_side(question, group.before) if group.shows_before else None,
        after=_side(question, group.after) if group.shows_after else None,
        paired=None,
        verdict=None,
    )
