"""Find what one question's answers show: the one way from answers to anything that is displayed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from screening.room.questions import Kind, Question
from screening.summary.answers import Answer
from screening.summary.choices import find_choice
from screening.summary.gates import OPEN, Group, gather
from screening.summary.lexicon import spelled
from screening.summary.records import Cell, Code, Finding, Gate, Masked, Paired, Side, Verdict, WordMove
from screening.summary.scales import find_scale
from screening.summary.words import find_words

__all__ = ["Cell", "Code", "Finding", "Gate", "Masked", "Paired", "Side", "Verdict", "WordMove", "find"]

_FIND: dict[Kind, Callable[[Question, Group], Finding]] = {
    "words": find_words,
    "scale": find_scale,
    "estimate": find_scale,
    "choice": find_choice,
    "text": find_choice,
}
NO_MERGES: Mapping[str, str] = MappingProxyType({})


def find(
    question: Question,
    answers: Iterable[Answer],
    *,
    merges: Mapping[str, str] = NO_MERGES,
    minimum: int = OPEN,
) -> Finding:
    """Return what may be shown of one question's answers.

    `merges` sends one word's key to another's, as decided by hand for both moments together. `minimum` is
    the number of answers that opens a moment; a value below five counts as five. The last of several
    answers of one pair at one moment holds. Raises ValueError on a value that the question cannot have.
    """
    if question.kind == "words":
        answers = spelled(answers, merges)
    opens = max(minimum, OPEN)
    group = gather(question, answers, opens)
    return replace(_FIND[question.kind](question, group), minimum=opens)
