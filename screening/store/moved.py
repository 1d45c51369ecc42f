"""A sealed screening as plain data: the records of the file that moves it, and what they may hold."""

import datetime
import hashlib
import unicodedata
from typing import Annotated

import msgspec

from screening.room.phases import AfterAt
from screening.room.questions import Moment, Question, misfit
from screening.store.database import StoreError


class NotUnderstood(StoreError):
    """The content of a file is not that of a screening."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Ce fichier ne contient pas une séance lisible ({reason}). Rien n’a été importé.")


Line = Annotated[str, msgspec.Meta(max_length=200)]
Text = Annotated[str, msgspec.Meta(max_length=2000)]
Number = Annotated[int, msgspec.Meta(ge=0, le=10_000)]


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record of the file; an unknown field is an error."""


class MovedAnswer(_Record, frozen=True):
    """One answer; `pair` ties before to after within its question and nowhere else."""

    pair: Annotated[str, msgspec.Meta(pattern="^[0-9]{1,5}$")]
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


class MovedDebrief(_Record, frozen=True):
    """The facilitator's debrief."""

    version: Number
    day: datetime.date
    texts: dict[Line, Annotated[str, msgspec.Meta(max_length=20_000)]]


class Moved(_Record, frozen=True):
    """A whole sealed screening."""

    id: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{3,32}$")]
    plan: MovedPlan
    ended: datetime.date | None
    questions: tuple[MovedQuestion, ...]
    counts: dict[Line, Number]
    heads: tuple[MovedHeads, ...] = ()
    debrief: MovedDebrief | None = None

    @property
    def digest(self) -> str:
        """What the answers are known by: a change of one of them changes it."""
        fixed = msgspec.json.encode([self.questions, self.counts], order="sorted")
        return hashlib.sha256(fixed).hexdigest()


def decode(data: bytes, digest: str) -> Moved:
    """Return the screening that a file holds, its answers those of the digest; raises NotUnderstood."""
    try:
        moved = msgspec.json.decode(data, type=Moved)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotUnderstood(str(error)) from error
    asked = [q.question.id for q in moved.questions]
    if len(set(asked)) != len(asked):
        raise NotUnderstood("une question y est deux fois")
    for q in moved.questions:
        given = [(a.pair, a.moment) for a in q.answers]
        if len(set(given)) != len(given):
            raise NotUnderstood(f"{q.question.id} : une réponse y est deux fois")
        for answer in q.answers:
            if answer.moment not in q.question.moments or not _fits(q.question, answer.value):
                raise NotUnderstood(f"{q.question.id} : une réponse ne va pas avec la question")
    if moved.digest != digest:
        raise NotUnderstood("les réponses ont été changées")
    return moved


def _fits(question: Question, value: str) -> bool:
    """Tell whether a value is one that this question can have."""
    if any((c != "\n" and unicodedata.category(c) in {"Cc", "Cs"}) or c in _TURNING for c in value):
        return False
    return not misfit(question, value)


# Marks that turn the direction of what follows them; what people type is freed of them at the door.
_TURNING = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
