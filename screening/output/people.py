"""Numbers of people in words, and the call that every sentence goes through.

`Say` is a `gettext` that takes the French sentence and its named values.
"""

from collections.abc import Callable

from screening.room.questions import Question, say
from screening.summary.records import MASKED, Cell, Span

Say = Callable[..., str]
_PERCENT_FROM = 20


def identity(sentence: str, **values: object) -> str:
    """Return the French sentence itself, with its values."""
    return sentence % values if values else sentence


def capital(told: str) -> str:
    """Return a sentence that starts with a capital, whatever word it starts with."""
    return told[:1].upper() + told[1:]


def few(minimum: int, _: Say = identity) -> str:
    """Return that too few people answered to show anything."""
    return _("Moins de %(n)s réponses : rien n’est affiché, pour protéger chacune.", n=minimum)


def toward(question: Question, _: Say = identity, language: str = "fr") -> tuple[str, str]:
    """Return what a move down, and a move up, goes towards."""
    low, high = say(question.toward_low, language), say(question.toward_high, language)
    return low or _("moins"), high or _("plus")


def people(n: int, _: Say = identity) -> str:
    """Return « personne », « 1 personne », « n personnes »."""
    if n == 0:
        return _("personne")
    return _("1 personne") if n == 1 else _("%(n)s personnes", n=n)


def listed(part: Cell, whole: int, _: Say = identity) -> str:
    """Return the same as `out_of` after a colon, where « personne » alone would not be understood."""
    return _("aucune personne") if part == 0 else out_of(part, whole, _)


def out_of(part: Cell, whole: int, _: Say = identity) -> str:
    """Return « x personnes sur n », with the percentage from a denominator of 20; masked cells as words."""
    if part == MASKED:
        return _("2 personnes au plus")
    if isinstance(part, Span):
        return _("de %(low)s à %(high)s personnes sur %(whole)s", low=part.low, high=part.high, whole=whole)
    if part == 0:
        return people(0, _)
    text = _("%(people)s sur %(whole)s", people=people(part, _), whole=whole)
    if whole >= _PERCENT_FROM:
        text += _(" (%(percent)s %%)", percent=(200 * part + whole) // (2 * whole))
    return text
