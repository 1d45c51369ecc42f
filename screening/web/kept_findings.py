"""What each sealed screening shows, kept in memory: answers never change once they are sealed.

Only words joined afterwards change a finding, so they are part of the stamp. So is the room code, drawn anew
whenever a screening enters the library: one that was deleted and came back is read again. What was deleted is
forgotten at the next look.
"""

from collections.abc import Iterable
from typing import NamedTuple

from screening.room.questions import Question, digest
from screening.store.library import Library, Screening
from screening.store.merges import all_merges
from screening.store.season import sealed_ids
from screening.summary.answers import Answer
from screening.summary.findings import find
from screening.summary.records import Finding

Merges = dict[str, dict[str, str]]


class Found(NamedTuple):
    """One question of a screening: as it was asked, the digest of its wording, what it shows."""

    question: Question
    wording: str
    finding: Finding


class Kept(NamedTuple):
    """The findings of a screening, and what they hold for."""

    stamp: tuple[str, Merges, int]
    found: tuple[Found, ...]


class Part(NamedTuple):
    """What one screening shows of one question."""

    screening: Screening
    found: Found


def parts_of(
    kept: dict[str, Kept], library: Library, screenings: Iterable[Screening], minimum: int
) -> dict[str, list[Part]]:
    """Return what sealed screenings show, by the wording of the question, in the order asked."""
    for gone in set(kept.copy()) - sealed_ids(library):
        kept.pop(gone, None)
    merges = all_merges(library.path)
    parts: dict[str, list[Part]] = {}
    for screening in screenings:
        stamp = (screening.code, merges.get(screening.id, {}), minimum)
        known = kept.get(screening.id)
        if known is None or known.stamp != stamp:
            known = kept[screening.id] = Kept(stamp, _find(library, screening, stamp[1], minimum))
        for found in known.found:
            parts.setdefault(found.wording, []).append(Part(screening, found))
    return parts


def _find(library: Library, screening: Screening, merges: Merges, minimum: int) -> tuple[Found, ...]:
    found = []
    for sealed in library.sealed_questions(screening.id):
        question = sealed.question
        answers = [Answer(a.pair, a.moment, a.value, a.language) for a in sealed.answers]
        finding = find(question, answers, merges=merges.get(question.id, {}), minimum=minimum)
        found.append(Found(question, digest(question), finding))
    return tuple(found)
