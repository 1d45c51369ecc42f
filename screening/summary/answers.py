"""One answer, as the summary reads it."""

from typing import NamedTuple

from screening.room.questions import Moment


class Answer(NamedTuple):
    """One value given at one moment; `pair` joins one person's answers, "" is a person on their own.

    `language` is the one of the page or sheet it was given on: words follow its rules of spelling.
    """

    pair: str
    moment: Moment
    value: str
    language: str = "fr"
