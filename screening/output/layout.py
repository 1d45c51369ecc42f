"""How the questions of a printed questionnaire are shared out over its pages, so that none is cut in two.

Heights are estimates in millimetres, from the length of the texts; `static/print.css` draws what is counted
here, and a test prints every language of the real guide to see that it fits.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from screening.room.questions import Question, say

_MM = 0.3528
"""One point in millimetres."""
_BOLD, _PLAIN = 0.52, 0.46
"""The width of a letter, as a part of the size of its type."""
_SMALL = 0.86
"""The size of answers to tick, as a part of that of questions."""
_PICTURE = 1.5
"""How much larger a pictogram is than its word, where it carries the meaning."""


@dataclass(frozen=True)
class Paper:
    """A page to print on: the room for questions in millimetres, the size of its type in points.

    `options` of a choice stand side by side; `sides` are there in any case; where it is `tight`, a point of a
    scale follows its number on the same line.
    """

    width: float
    height: float
    points: float
    options: int
    sides: int = 1
    tight: bool = False

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.points * 1.2 * _MM

    def lines(self, text: str, width: float, part: float = 1) -> float:
        """Return the height of a text in a column; bold, or plain and a part of the page's size."""
        letter = _BOLD if part == 1 else _PLAIN * part
        letters = int(width / (self.points * _MM * letter))
        return len(wrap(text, max(1, letters))) * self.line * part


FOLDED = Paper(width=128, height=176, points=12, options=3, sides=2, tight=True)
"""Half of an A4 sheet that is folded in the middle, its head taken off."""
LARGE = Paper(width=186, height=225, points=20, options=3)
"""A whole A4 sheet in very large type."""


def height(question: Question, paper: Paper, language: str, points: Sequence[str]) -> float:
    """Return about how high a question stands on a page, with the answers to tick and the room to write.

    `points` are the five points of its scale as they are printed.
    """
    words = say(question.wording, language) + " " + say(question.help, language)
    return paper.lines(words, paper.width) + _answers(question, paper, language, points) + paper.line + 5


def _answers(question: Question, paper: Paper, language: str, points: Sequence[str]) -> float:
    blank = 1.65 * paper.line
    if question.kind == "words":
        return math.ceil(question.limit / 3) * blank
    if question.kind == "scale":
        column, first = paper.width / 5 - 2, 0 if paper.tight else _SMALL * paper.line
        number = "1 □ " if paper.tight else ""
        return first + max(paper.lines(number + point, column, _SMALL) for point in points)
    if question.kind == "choice":
        labels = [f"1 □ ☂ {say(o.label, language)}" for o in question.options]
        column = paper.width / paper.options - 2
        high = sum(
            max(paper.lines(text, column, _SMALL) for text in labels[n : n + paper.options]) + 1
            for n in range(0, len(labels), paper.options)
        )
        high *= _PICTURE if question.picture_set else 1
        return high + (blank if question.own_words else 0)
    if question.kind == "text":
        return 2 * blank
    return 1.4 * paper.line


def share(
    questions: Sequence[Question], paper: Paper, language: str, points: Callable[[Question], Sequence[str]]
) -> list[list[Question]]:
    """Share questions out, in their order, over as few pages as hold them, and evenly over these."""
    heights = [height(question, paper, language, points(question)) for question in questions]
    fewest = max(paper.sides, len(_fill(heights, paper.height)))
    evenly = next(n for n in range(int(paper.height) + 1) if len(_fill(heights, n)) <= fewest)
    ends = _fill(heights, evenly)
    return [list(questions[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def _fill(heights: Sequence[float], room: float) -> list[int]:
    """Return where each page ends when questions are put on it until the room is used up."""
    ends, used = [0], 0.0
    for n, taken in enumerate(heights):
        if used and used + taken > room:
            ends.append(n)
            used = 0
        ends[-1], used = n + 1, used + taken
    return ends
