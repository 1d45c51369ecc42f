"""Questions, their kinds, and the one written form of a value.

A value is one string, the same in a form's answer, in the store and in a CSV file: words and chosen
options joined by `;` in the order given, a scale from "1" to "5", an estimate from "0" to "10", a text
as it is, and for every kind `nsp` (« je ne sais pas ») and `passe` (« je passe »). In a choice, a part that
starts with `+` holds the person's own words.
"""

import hashlib
from typing import Literal

import msgspec

Kind = Literal["words", "text", "scale", "estimate", "choice"]
Moment = Literal["before", "after"]
Texts = dict[str, str]
"""One text in several languages, by language code; French ("fr") is always there."""

MOMENTS: tuple[Moment, Moment] = ("before", "after")
DONT_KNOW = "nsp"
PASS = "passe"  # noqa: S105 - a word of the data format, not a password
SCALE = ("1", "2", "3", "4", "5")
ESTIMATE = tuple(str(n) for n in range(11))
LEVELS: dict[str, tuple[str, ...]] = {"scale": SCALE, "estimate": ESTIMATE}
"""The kinds whose answer is one point of a line, with their points from low to high."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen record read from a guide; an unknown field is an error."""


class Option(Record, frozen=True):
    """One answer of a choice: an id for the data, a label to read, a pictogram that carries the meaning."""

    id: str
    label: Texts
    pictogram: str = ""


class Recording(Record, frozen=True):
    """A question read aloud in one language: the name of a sound file that the guide brings."""

    language: str
    file: str


class Reference(Record, frozen=True):
    """The range, in people out of ten, within which sources place an estimate."""

    low: int
    high: int
    sources: tuple[str, ...]
    note: Texts = {}


class Question(Record, frozen=True):
    """One question, the same wording at each moment it is asked.

    `ends` names both ends of a scale; `labels`, when given, all five of its points. `toward` says in
    which direction a move goes: `low` and `high` complete « un mouvement vers … ».
    `default_set` and `picture_set` are the two sets a screening chooses from; the second asks with pictograms
    and few words, under ids of its own, so that nobody adds up what was asked in two ways.
    `most` is how many options of a choice may be taken; 0 for as many as there are.
    `limit` is how many words are asked for; fewer may be given.
    """

    id: str
    kind: Kind
    moments: tuple[Moment, ...]
    wording: Texts
    plain: Texts = {}
    help: Texts = {}
    short: Texts = {}
    dossier: str | None = None
    added: bool = False
    default_set: bool = False
    picture_set: bool = False
    behind: bool = False
    limit: int = 3
    labels: tuple[Texts, ...] = ()
    toward_low: Texts = {}
    toward_high: Texts = {}
    control: bool = False
    reference: Reference | None = None
    options: tuple[Option, ...] = ()
    own_words: bool = False
    most: int = 0
    recordings: tuple[Recording, ...] = ()
    quotable: bool = False
    reviewed: tuple[str, ...] = ()


def say(texts: Texts, language: str = "fr") -> str:
    """Return a text in a language, in French where that language is missing, else empty."""
    return texts.get(language) or texts.get("fr", "")


def digest(question: Question) -> str:
    """Return what tells whether two questions are the same: their French wording, points and options.

    Answers of several screenings are put together by it, not by a guide's version.
    """
    asked = (question.kind, question.moments, question.wording.get("fr"), question.limit)
    offered = [label.get("fr") for label in question.labels]
    chosen = [(option.id, option.label.get("fr")) for option in question.options]
    return hashlib.sha256(msgspec.json.encode((asked, offered, chosen))).hexdigest()[:32]


def parts(value: str) -> tuple[str, ...]:
    """Split a value into its parts, in the order given; `nsp`, `passe` and an empty value have none."""
    if value in {"", DONT_KNOW, PASS}:
        return ()
    return tuple(part for part in value.split(";") if part)


def misfit(question: Question, value: str) -> str:
    """Return the first part of a value that its question cannot have, "" when it can have it all."""
    if value in {"", DONT_KNOW, PASS}:
        return ""
    if question.kind in LEVELS:
        return "" if value in LEVELS[question.kind] else value
    if question.kind == "choice":
        known = {option.id for option in question.options}
        own = question.own_words
        return next((p for p in parts(value) if p not in known and not (own and p[:1] == "+" != p)), "")
    return ""


def is_substantive(value: str) -> bool:
    """Tell whether a value says something about the question (not empty, not `nsp`, not `passe`)."""
    return value not in {"", DONT_KNOW, PASS}
