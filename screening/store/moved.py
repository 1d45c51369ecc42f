"""A sealed screening as plain data: the records of the file that moves it, and what they may hold."""

import datetime
import hashlib
import unicodedata
from collections.abc import Mapping
from typing import Annotated

import msgspec

from screening.room.phases import AfterAt
from screening.room.questions import Moment, Question, misfit
from screening.room.text import clean_line
from screening.store.database import StoreError


class NotUnderstood(StoreError):
    """The content of a file is not that of a screening."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Ce fichier ne contient pas une séance lisible ({reason}). Rien n’a été importé.")


Line = Annotated[str, msgspec.Meta(max_length=200)]
Text = Annotated[str, msgspec.Meta(max_length=2000)]
Number = Annotated[int, msgspec.Meta(ge=0, le=10_000)]
Pair = Annotated[str, msgspec.Meta(pattern="^[0-9]{1,5}$")]


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record of the file; an unknown field is an error."""


class MovedAnswer(_Record, frozen=True):
    """One answer; `pair` ties before to after within its question and nowhere else."""

    pair: Pair
    moment: Moment
    value: Text
    language: Annotated[str, msgspec.Meta(max_length=8)]
    quotable: bool


class MovedQuestion(_Record, frozen=True):
    """A question as it was asked, and its answers by pair number."""

    question: Question
    repeats_snapshot: bool
    answers: tuple[MovedAnswer, ...]


class MovedPlan(_Record, frozen=True):
    """What was decided about the screening."""

    title: Line
    date: datetime.date
    place: Line
    audience: Line
    expected: Number
    minutes: Number
    guide: Line
    after_at: AfterAt
    questions: tuple[Line, ...]
    sequences: tuple[Line, ...]
    start: Line = ""
    end: Line = ""
    municipality: Line = ""
    partners: Line = ""
    facilitators: Line = ""


class MovedHeads(_Record, frozen=True):
    """Heads counted in a moving debate."""

    step: Line
    statement: Number
    start_agree: Number
    start_disagree: Number
    end_agree: Number
    end_disagree: Number


class MovedHands(_Record, frozen=True):
    """Hands raised for a question asked aloud, at one moment: how many at each of its five points."""

    question: Question
    moment: Moment
    numbers: tuple[Number, Number, Number, Number, Number]


class MovedDebrief(_Record, frozen=True):
    """The facilitator's debrief; `shared` when its author lets a year's report print it."""

    version: Number
    day: datetime.date
    texts: dict[Line, Annotated[str, msgspec.Meta(max_length=20_000)]]
    shared: bool = False


class Mark(_Record, frozen=True):
    """One answer, named as the answers of its question are: by pair and moment."""

    pair: Pair
    moment: Moment


class MovedMerge(_Record, frozen=True):
    """A word counted as another, or no more when `undone`; merges keep their order."""

    question: Line
    source: Text
    target: Text
    undone: bool


class MovedTheme(_Record, frozen=True):
    """A theme of one question, and the texts that speak of it."""

    question: Line
    name: Line
    texts: tuple[Mark, ...]


class MovedQuotes(_Record, frozen=True):
    """The texts of one question that were approved as quotes."""

    question: Line
    texts: tuple[Mark, ...]


class MovedCoding(_Record, frozen=True):
    """All that people decided about the words and texts: merges, themes, quotes; grows by versions."""

    version: Number
    day: datetime.date
    merges: tuple[MovedMerge, ...] = ()
    themes: tuple[MovedTheme, ...] = ()
    quotes: tuple[MovedQuotes, ...] = ()

    @property
    def content(self) -> tuple[object, ...]:
        """What was decided, whatever the version."""
        return self.merges, self.themes, self.quotes

    def later_than(self, other: "MovedCoding") -> bool:
        """Tell whether this says something else, and was decided later."""
        return self.content != other.content and self._age > other._age

    @property
    def _age(self) -> tuple[bool, datetime.date, int]:
        # Version 0 is what the evening itself decided: whatever came after sealing is later.
        return self.version > 0, self.day, self.version


class Moved(_Record, frozen=True):
    """A whole sealed screening."""

    id: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{3,32}$")]
    plan: MovedPlan
    ended: datetime.date | None
    questions: tuple[MovedQuestion, ...]
    counts: dict[Line, Number]
    heads: tuple[MovedHeads, ...] = ()
    hands: tuple[MovedHands, ...] = ()
    groups: dict[Line, Number] = {}
    debrief: MovedDebrief | None = None
    coding: MovedCoding | None = None

    @property
    def digest(self) -> str:
        """What the answers are known by: a change of one of them changes it."""
        fixed = msgspec.json.encode([self.questions, self.counts], order="sorted")
        return hashlib.sha256(fixed).hexdigest()


SCREENING, DEBRIEF, CODING, GROUPS = "screening.json", "debrief.json", "coding.json", "groups.json"
"""The parts of a screening that travels: the answers never change; debrief and coding have versions."""


def encode(moved: Moved) -> dict[str, bytes]:
    """Return a screening's parts, each as JSON, by the name of its file."""
    whole = msgspec.to_builtins(moved)
    debrief, coding, groups = (whole.pop(name) for name in ("debrief", "coding", "groups"))
    parts = {SCREENING: whole, DEBRIEF: debrief, CODING: coding, GROUPS: groups or None}
    return {name: msgspec.json.encode(part) for name, part in parts.items() if part is not None}


def versions(moved: Moved) -> dict[str, int]:
    """Return the version of each part that has one, by the name of its file."""
    parts = {DEBRIEF: moved.debrief, CODING: moved.coding}
    return {name: part.version for name, part in parts.items() if part}


def decode(files: Mapping[str, bytes], digest: str) -> Moved:
    """Return the screening that a file holds, its answers those of the digest; raises NotUnderstood."""
    try:
        moved = msgspec.json.decode(files.get(SCREENING, b""), type=Moved)
        if DEBRIEF in files:
            debrief = msgspec.json.decode(files[DEBRIEF], type=MovedDebrief)
            moved = msgspec.structs.replace(moved, debrief=debrief)
        if CODING in files:
            coding = msgspec.json.decode(files[CODING], type=MovedCoding)
            moved = msgspec.structs.replace(moved, coding=coding)
        if GROUPS in files:
            groups = msgspec.json.decode(files[GROUPS], type=dict[Line, Number])
            moved = msgspec.structs.replace(moved, groups=groups)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotUnderstood(str(error)) from error
    _check_answers(moved)
    if moved.digest != digest:
        raise NotUnderstood("les réponses ont été changées")
    if moved.coding:
        _check_coding(moved, moved.coding)
    return moved


def _check_answers(moved: Moved) -> None:
    asked = [q.question.id for q in moved.questions]
    if len(set(asked)) != len(asked):
        raise NotUnderstood("une question y est deux fois")
    for q in moved.questions:
        given = [(a.pair, a.moment) for a in q.answers]
        if len(set(given)) != len(given):
            raise NotUnderstood(f"{q.question.id} : une réponse y est deux fois")
        for answer in q.answers:
            if answer.moment not in q.question.moments or not _fits(q.question, answer.value):
                raise NotUnderstood(f"{q.question.id} : une réponse ne va pas avec la question")
    raised = [(h.question.id, h.moment) for h in moved.hands]
    if len(set(raised)) != len(raised):
        raise NotUnderstood("des mains levées y sont deux fois")


def _check_coding(moved: Moved, coding: MovedCoding) -> None:
    """Refuse decisions about what is not there, names that no page gives, and quotes nobody allowed."""
    texts = {q.question.id: {Mark(pair=a.pair, moment=a.moment) for a in q.answers} for q in moved.questions}
    allowed = {
        q.question.id: {Mark(pair=a.pair, moment=a.moment) for a in q.answers if a.quotable}
        for q in moved.questions
    }
    for found, known in ((coding.themes, texts), (coding.quotes, allowed)):
        for each in found:
            if each.question not in known or not set(each.texts) <= known[each.question]:
                raise NotUnderstood(f"{each.question} : un texte classé ou approuvé n’y est pas")
    if not {merge.question for merge in coding.merges} <= texts.keys():
        raise NotUnderstood("des mots réunis d’une question qui n’y est pas")
    if not all(clean_line(theme.name) for theme in coding.themes):
        raise NotUnderstood("un thème n’a pas de nom")
    words = [word for merge in coding.merges for word in (merge.source, merge.target)]
    if not all(word.strip() and _plain(word) for word in words):
        raise NotUnderstood("un mot réuni ne va pas")


def _fits(question: Question, value: str) -> bool:
    """Tell whether a value is one that this question can have."""
    return _plain(value) and not misfit(question, value)


def _plain(text: str) -> bool:
    """Tell whether a text holds no mark that what people type is freed of at the door."""
    return not any((c != "\n" and unicodedata.category(c) in {"Cc", "Cs"}) or c in _TURNING for c in text)


# Marks that turn the direction of what follows them; what people type is freed of them at the door.
_TURNING = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
