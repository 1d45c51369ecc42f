"""A whole evening in a few sentences: what to know first, the findings that matter, what to say aloud."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from screening.output import wording, words_told
from screening.output.people import Say, identity
from screening.room.questions import Question, say
from screening.summary.gates import OPEN, SPLIT
from screening.summary.records import Finding

MOST = 3
"""How many findings stand first."""
_NET = ("net_up", "net_down")
_RATHER = ("rather_up", "rather_down", "both_ways")


class Told(NamedTuple):
    """A question and what was found."""

    question: Question
    finding: Finding


@dataclass(frozen=True)
class Attendance:
    """How many tickets answered before, after, and at both moments."""

    before: int
    after: int
    both: int


def opening(came: Attendance, _: Say = identity) -> str:
    """Return the one sentence about an evening of which little can be compared, else ""."""
    if came.before < OPEN and came.after < OPEN:
        return _(
            "Moins de cinq personnes ont répondu : ce bilan ne montre pas de réponses. Il reste les mains "
            "levées, les têtes comptées et le retour de l’animateur·ice."
        )
    if came.before < OPEN:
        return _(
            "Presque personne n’a répondu avant le film : ce bilan ne compare rien. Il s’appuie sur les "
            "réponses d’après, les mains levées et le retour de l’animateur·ice."
        )
    if came.both < SPLIT:
        return _(
            "Moins de dix personnes ont répondu avant et après : c’est trop peu pour parler d’un mouvement "
            "du groupe. Voici les mots donnés par au moins trois personnes, l’humeur et ce qui a été compté "
            "dans la salle."
        )
    return ""


def footnote(both: int, before_only: int, after_only: int, _: Say = identity) -> str:
    """Return the fixed note under every summary."""
    who = _("Ce tableau décrit les personnes qui ont répondu avant et après : %(both)s.", both=both)
    if before_only or after_only:
        who = _(
            "Ce tableau décrit les personnes qui ont répondu avant et après : %(both)s (%(before)s seulement "
            "avant, %(after)s seulement après).",
            both=both,
            before=before_only,
            after=after_only,
        )
    return (
        who
        + " "
        + _(
            "Il ne dit pas ce qui a causé les changements : le film, la discussion, le fait de répondre deux "
            "fois ou l’envie de bien répondre peuvent jouer. Ne pas voir de mouvement dans un petit groupe "
            "ne veut pas dire qu’il n’y en a pas."
        )
    )


def comparable(came: Attendance) -> bool:
    """Tell whether enough people answered twice for sentences about a movement."""
    return came.both >= SPLIT


def main(told: Sequence[Told], most: int = MOST) -> list[Told]:
    """Return the findings that matter, the clearest movement first; never a control or a hidden one."""
    ranked = [(rank, place, each) for place, each in enumerate(told) if (rank := _rank(each)) is not None]
    return [each for _rank_, _place, each in sorted(ranked, key=lambda item: item[:2])][:most]


def headline(told: Told, _: Say = identity, language: str = "fr") -> str:
    """Return a finding in one or two sentences, its question named first."""
    question = told.question
    name = say(question.short, language) or say(question.wording, language)
    return f"{name} – {' '.join(_said(told, _, language))}"


def aloud(told: Sequence[Told], _: Say = identity) -> str:
    """Return what the facilitator can say when nothing moved, else ""."""
    codes = [each.finding.verdict.code for each in told if each.finding.verdict and not each.question.control]
    flagged = any(move.flag for each in told if each.finding.paired for move in each.finding.paired.words)
    if not codes or flagged or any(code != "kept" for code in codes):
        return ""
    return _(
        "À dire : « Ce soir, la plupart d’entre vous ont gardé leurs réponses. Cela ne dit pas que rien n’a "
        "bougé. Qu’est-ce que le film ajoute à ce que vous pensiez déjà ? »"
    )


def _rank(told: Told) -> tuple[int, float] | None:
    """Return a finding's place: net movements, words that came or went, other movements, what was shared."""
    question, finding = told
    if question.control or finding.gate == "hidden" or question.kind == "text":
        return None
    n = max(1, finding.n_paired)
    code = finding.verdict.code if finding.verdict else ""
    flags = [move for move in finding.paired.words if move.flag] if finding.paired else []
    if code in _NET:
        net = finding.paired.net if finding.paired and finding.paired.net else 0
        return (0, -abs(net) / n)
    if flags:
        return (1, -len(flags))
    if code in _RATHER:
        return (2, 0)
    if question.kind in {"words", "choice"}:
        shared = words_told.most_shared(finding, question)
        return (3 if question.kind == "words" else 4, 0) if shared else None
    return (5, 0) if code == "kept" else None


def _said(told: Told, _: Say, language: str) -> list[str]:
    question, finding = told
    first = wording.sentence(finding, question, _, language)
    if first:
        return [first, *wording.balance(finding, question, _, language)]
    if lines := wording.movements(finding, question, _, language):
        return lines[:2]
    return words_told.most_shared(finding, question, _, language)[-1:]
