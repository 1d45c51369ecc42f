"""From stored answers to what is shown of them, through the one gate of `summary.find`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from screening.i18n import direction, language
from screening.output import people as in_words
from screening.output import wording
from screening.output.charts import PAGE, PHONE, Drawing, Layout, drawings, mirrored
from screening.room.questions import Moment, Question
from screening.store.answers import MINIMUM_SHOWN, StoredAnswer, count, snapshots, stages_shown
from screening.store.library import SealedAnswer
from screening.store.rooms import Room
from screening.summary import released
from screening.summary.answers import Answer
from screening.summary.findings import Finding, find
from screening.web.services import services


@dataclass(frozen=True)
class Result:
    """One question with its finding, the sentences that tell it, and its drawings.

    `texts` are open texts (`quotable` ones apart) or own words, in random order, for facilitators only.
    """

    question: Question
    finding: Finding
    sentence: str
    lines: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    texts: tuple[tuple[str, bool], ...] = ()
    repeats_snapshot: bool = False


@dataclass(frozen=True)
class Revealable:
    """A question whose answers may be shown to the room, or the reason why not.

    `flow` tells that the wall shows it, and that the way from one moment to the other may be drawn too.
    """

    question: Question
    reason: str
    flow: bool = False


def result(
    question: Question,
    answers: Sequence[StoredAnswer] | Sequence[SealedAnswer],
    show: tuple[Moment, ...] = ("before", "after"),
    layout: Layout = PAGE,
) -> Result:
    """Return what may be shown of the answers to one question, drawn for a page or for the wall."""
    finding = find(question, [_plain(a) for a in answers], minimum=services().settings.minimum)
    return Result(
        question,
        finding,
        wording.sentence(finding, question, _, language()),
        tuple(wording.lines(finding, question, _, language())),
        drawings(finding, question, language(), show, layout, _),
    )


def tells(question: Question, frozen: Sequence[StoredAnswer], now: Sequence[StoredAnswer]) -> bool:
    """Tell whether the room's snapshot and the summary, together, would tell what was hidden in the room."""
    shown, later = (result(question, answers).finding for answers in (frozen, now))
    return released.tells(shown, later)


def revealable(room: Room) -> list[Revealable]:
    """Return the questions whose results the room may see, in order; none while a moment is open.

    Open texts are left out: they reach the projector one by one, after a human's yes.
    """
    if not room.state.results_ready:
        return []
    counts = count(services().rooms, room.id)
    few = _("Moins de cinq réponses : rien n’est montré.")
    shown = room.screen.get("question") if room.screen.get("stage", "before") != "before" else None
    frozen = snapshots(services().rooms, room.id) if shown else {}
    return [
        Revealable(
            q,
            "" if max(counts.of(m) for m in q.moments) >= MINIMUM_SHOWN else few,
            flow=q.id == shown and len(result(q, frozen.get(q.id, [])).drawings) > 1,
        )
        for q in room.asked
        if q.kind != "text"
    ]


def following_stage(room: Room) -> str:
    """Return what may be shown next of the question on the wall: "after", then "flow"; "" when nothing."""
    here = next((r for r in revealable(room) if r.question.id == room.screen.get("question")), None)
    if here is None or here.reason:
        return ""
    stage = room.screen.get("stage", "before")
    if stage == "before":
        return "after" if "after" in here.question.moments else ""
    return "flow" if stage == "after" and here.flow else ""


def shown_results(room: Room) -> list[tuple[Result, Moment]]:
    """Return what the room has seen of its answers, and until which moment: the same words and cells."""
    frozen, stages = snapshots(services().rooms, room.id), stages_shown(services().rooms, room.id)
    found: list[tuple[Result, Moment]] = []
    for question in room.asked:
        if question.id not in frozen:
            continue
        stage = stages[question.id]
        show: tuple[Moment, ...] = ("before",) if stage == "before" else ("before", "after")
        shown = result(question, frozen[question.id], show, PHONE)
        # The wall does not draw who moved from where to where.
        drawn = [mirrored(d) if direction() == "rtl" else d for d in shown.drawings[:1]]
        found.append((replace(shown, drawings=tuple(drawn), lines=undrawn(shown, stage)), stage))
    return found


def undrawn(shown: Result, stage: str) -> tuple[str, ...]:
    """Return what stands in the place of a drawing, for what may be shown until a stage."""
    return tuple(wording.undrawn(shown.finding, shown.question, stage != "before", _, language()))


def to_say(room: Room) -> list[str]:
    """Return the sentences to say about the result that the projector shows now; none without one."""
    question = next((q for q in room.asked if q.id == room.screen.get("question")), None)
    frozen = snapshots(services().rooms, room.id)
    if question is None or question.id not in frozen:
        return []
    shown = result(question, frozen[question.id])
    if room.screen.get("stage") != "before":
        return [sentence for sentence in (shown.sentence, *shown.lines) if sentence]
    if shown.finding.before is None:
        return [in_words.few(shown.finding.minimum, _)]
    who = in_words.people(shown.finding.n_before, _)
    return [
        _("Voici ce que la salle pensait avant le film. Réponses : %(who)s.", who=who),
        *wording.drawn_twice(shown.finding, _),
        _("Qu’est-ce qui vous frappe ?"),
    ]


def _plain(answer: StoredAnswer | SealedAnswer) -> Answer:
    pair = answer.ticket if isinstance(answer, StoredAnswer) else answer.pair
    return Answer(pair, answer.moment, answer.value, answer.language)
