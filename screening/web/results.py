"""From stored answers to what is shown of them, through the one gate of `summary.find`."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from screening.i18n import language
from screening.output import wording
from screening.output.charts import PAGE, Drawing, Layout, drawings
from screening.room.questions import Moment, Question
from screening.store.answers import StoredAnswer, count
from screening.store.library import SealedAnswer
from screening.store.rooms import Room
from screening.summary.answers import Answer
from screening.summary.findings import Finding, find
from screening.web.services import services

_MINIMUM_TEXTS = 5


@dataclass(frozen=True)
class Result:
    """One question with its finding, the sentences that tell it, and its drawings.

    `texts` are open texts (`quotable` ones apart) or own words, in random order, for facilitators only.
    """

    question: Question
    finding: Finding
    verdict: str
    lines: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    texts: tuple[tuple[str, bool], ...] = ()
    repeats_snapshot: bool = False


@dataclass(frozen=True)
class Revealable:
    """A question whose answers may be shown to the room, or the reason why not."""

    question: Question
    reason: str


def result(
    question: Question,
    answers: Sequence[StoredAnswer] | Sequence[SealedAnswer],
    show: tuple[Moment, ...] = ("before", "after"),
    layout: Layout = PAGE,
) -> Result:
    """Return what may be shown of the answers to one question, drawn for a page or for the wall."""
    finding = find(question, [_plain(a) for a in answers])
    return Result(
        question,
        finding,
        wording.verdict(finding, question, _, language()),
        tuple(wording.lines(finding, question, _, language())),
        drawings(finding, question, language(), show, layout, _),
    )


def revealable(room: Room) -> list[Revealable]:
    """Return the questions whose results the room may see, in order; none while a moment is open.

    Open texts are left out: they reach the projector one by one, after a human's yes.
    """
    if not room.state.results_ready:
        return []
    counts = count(services().rooms, room.id)
    few = _("Moins de cinq réponses : rien n’est montré.")
    return [
        Revealable(q, "" if max(counts.of(m) for m in q.moments) >= _MINIMUM_TEXTS else few)
        for q in room.asked
        if q.kind != "text"
    ]


def _plain(answer: StoredAnswer | SealedAnswer) -> Answer:
    pair = answer.ticket if isinstance(answer, StoredAnswer) else answer.pair
    return Answer(pair, answer.moment, answer.value, answer.language)
