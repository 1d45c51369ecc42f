"""Moving a sealed screening to another library: read, recognised, written.

Answers never change once they are sealed: a screening is known by its id, its answers by their digest. The
debrief has versions; a later one from elsewhere is offered, never put in the place of ours.
"""

import secrets
from dataclasses import asdict, replace
from typing import Any, Literal

import msgspec
from sqlite_utils import Database

from screening.room.text import clean_line, clean_text
from screening.store.database import StoreError, writing
from screening.store.debriefs import (
    PROMPTS,
    Debrief,
    current,
    drop_offered,
    insert_debrief,
    read_debriefs,
)
from screening.store.heads import read_heads
from screening.store.library import Library, Plan, Screening, SealedAnswer, insert_screening
from screening.store.moved import Moved, MovedAnswer, MovedPlan
from screening.store.sealing import store_answers, store_question

Outcome = Literal["new", "known", "newer_debrief"]


class NotSealed(StoreError):
    """Only a sealed screening can be moved."""

    def __init__(self) -> None:
        super().__init__("Seule une séance scellée peut être exportée.")


class OtherAnswers(StoreError):
    """A screening of this id is there with other answers, which are never overwritten."""

    def __init__(self) -> None:
        super().__init__(
            "Cette séance est déjà ici, avec d’autres réponses. Rien n’a été changé : des réponses scellées "
            "ne sont jamais remplacées."
        )


def read_moved(library: Library, screening_id: str) -> Moved:
    """Return a sealed screening as data; raises NoScreening, NotSealed."""
    screening = library.screening(screening_id)
    if not screening.sealed:
        raise NotSealed
    present = current(read_debriefs(library.path, screening_id))
    return msgspec.convert(
        {
            "id": screening.id,
            # Languages of print mean nothing once it is sealed, and an older version would not know them.
            "plan": {name: getattr(screening.plan, name) for name in MovedPlan.__struct_fields__},
            "ended": screening.ended,
            "questions": [
                {
                    "question": q.question,
                    "repeats_snapshot": q.repeats_snapshot,
                    "answers": [_moved_answer(a) for a in sorted(q.answers, key=_by_pair)],
                }
                for q in library.sealed_questions(screening_id)
            ],
            "counts": dict(sorted(library.sealed_counts(screening_id).items())),
            "heads": [asdict(h) for h in read_heads(library.path, screening_id)],
            "debrief": present and {"version": present.version, "day": present.day, "texts": present.texts},
        },
        Moved,
        strict=False,
    )


def write_moved(library: Library, moved: Moved, owner: str) -> Outcome:
    """Write a screening that is not here yet, in one transaction; tell what there was to do.

    Raises OtherAnswers when one of this id is here with other answers, or is still open.
    """
    here = {s.id: s for s in library.screenings()}.get(moved.id)
    if here:
        if not here.sealed or read_moved(library, moved.id).digest != moved.digest:
            raise OtherAnswers
        return _offer_debrief(library, moved)
    with writing(library.path) as db:
        _write(db, moved, owner)
    return "new"


def _write(db: Database, moved: Moved, owner: str) -> None:
    ended = moved.ended.isoformat() if moved.ended else None
    insert_screening(db, Screening(moved.id, "", owner, _plan(moved.plan), True, ended))
    for position, q in enumerate(moved.questions):
        store_question(db, moved.id, position, q.question, q.repeats_snapshot)
        answers = [SealedAnswer(a.pair, a.moment, a.value, a.language, a.quotable) for a in q.answers]
        secrets.SystemRandom().shuffle(answers)
        store_answers(db, moved.id, q.question, answers)
    rows = [(moved.id, name, n) for name, n in moved.counts.items()]
    db.conn.executemany("INSERT INTO sealed_counts VALUES (?, ?, ?)", rows)
    for h in moved.heads:
        row = [moved.id, *msgspec.structs.astuple(h)]
        db.execute("INSERT INTO head_counts VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    if debrief := _debrief(moved):
        insert_debrief(db, moved.id, debrief)


def _offer_debrief(library: Library, moved: Moved) -> Outcome:
    theirs, ours = _debrief(moved), current(read_debriefs(library.path, moved.id))
    if theirs is None or not theirs.later_than(ours):
        return "known"
    with writing(library.path) as db:
        drop_offered(db, moved.id)
        insert_debrief(db, moved.id, replace(theirs, offered=True))
    return "newer_debrief"


def _plan(plan: MovedPlan) -> Plan:
    values: dict[str, Any] = msgspec.structs.asdict(plan)
    texts: dict[str, Any] = {
        name: clean_line(value, 200) for name, value in values.items() if isinstance(value, str)
    }
    return Plan(**{**values, **texts, "date": plan.date.isoformat(), "after_at": plan.after_at})


def _debrief(moved: Moved) -> Debrief | None:
    if moved.debrief is None:
        return None
    texts = {name: clean_text(moved.debrief.texts.get(name, ""), 4000) for name in PROMPTS}
    return Debrief(moved.debrief.version, moved.debrief.day.isoformat(), texts)


def _moved_answer(answer: SealedAnswer) -> dict[str, Any]:
    # What was decided here about a text stays here, as approved quotes do.
    return {name: getattr(answer, name) for name in MovedAnswer.__struct_fields__}


def _by_pair(answer: SealedAnswer) -> tuple[int, str]:
    return int(answer.pair), answer.moment
