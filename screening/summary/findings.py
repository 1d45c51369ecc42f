"""Find what one question's answers show: the one way from answers to anything that is displayed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from screening.room.questions import Question
from screening.summary.answers import Answer
from screening.summary.choices import find_choice
from screening.summary.gates import OPEN, gather
from screening.summary.lexicon import spelled
from screening.summary.records import Cell, Code, Finding, Gate, Masked, Paired, Side, Verdict, WordMove
from screening.summary.scales import find_scale
from screening.summary.words import find_words

__all__ = ["Cell", "Code", "Finding", "Gate", "Masked", "Paired", "Side", "Verdict", "WordMove", "find"]

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
    kinds = {"scale": find_scale, "estimate": find_scale, "words": find_words}
    return replace(kinds.get(question.kind, find_choice)(question, group), minimum=opens)
