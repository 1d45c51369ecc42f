"""Moving a sealed screening to another library: read, recognised, written.

Answers never change once they are sealed: a screening is known by its id, its answers by their digest.
Debrief and coding have versions; a later one from elsewhere is offered, never put in the place of ours.
"""

import secrets
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

import msgspec
from sqlite_utils import Database

from screening.room.text import clean_line, clean_text
from screening.store.coding import offer_coding, offered_coding, read_coding, write_coding
from screening.store.database import StoreError, writing
from screening.store.debriefs import (
    PROMPTS,
    Debrief,
    current,
    drop_offered,
    insert_debrief,
    offered,
    read_debriefs,
)
from screening.store.groups import read_groups, write_groups
from screening.store.hands import read_hands
from screening.store.heads import read_heads
from screening.store.library import (
    Library,
    NoScreening,
    Plan,
    Screening,
    SealedAnswer,
    insert_screening,
)
from screening.store.moved import Moved, MovedAnswer, MovedDebrief, MovedPlan
from screening.store.sealing import store_answers, store_question

Part = Literal["same", "offered", "older"]


@dataclass(frozen=True)
class Brought:
    """What a file brought: a new screening, or to one that is here, parts that are offered or too old."""

    new: bool = False
    debrief: Part = "same"
    coding: Part = "same"


class NotSealed(StoreError):
    """Only a sealed screening of real people can be moved."""

    def __init__(self) -> None:
        super().__init__("Seule une séance scellée peut être exportée, et jamais une répétition.")


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
    if not screening.sealed or screening.rehearsal:
        raise NotSealed
    present = current(read_debriefs(library.path, screening_id))
    coding = read_coding(library.path, screening_id)
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
            "hands": _moved_hands(library, screening_id),
            "groups": dict(sorted(read_groups(library.path, screening_id).items())),
            "debrief": present and {name: getattr(present, name) for name in MovedDebrief.__struct_fields__},
            "coding": coding and msgspec.to_builtins(coding),
        },
        Moved,
        strict=False,
    )


def write_moved(library: Library, moved: Moved, owner: str) -> Brought:
    """Write a screening that is not here yet, in one transaction; tell what there was to do.

    Raises OtherAnswers when one of this id is here with other answers, or is still open.
    """
    try:
        here = library.screening(moved.id)
    except NoScreening:
        with writing(library.path) as db:
            _write(db, moved, owner)
        return Brought(new=True)
    if not here.sealed or here.rehearsal or read_moved(library, moved.id).digest != moved.digest:
        raise OtherAnswers
    return _offer(library, moved)


def offer_waits(library: Library, screening_id: str) -> bool:
    """Tell whether a later debrief or coding came with an import and waits for a decision."""
    debriefs = read_debriefs(library.path, screening_id)
    return bool(offered(debriefs) or offered_coding(library.path, screening_id))


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
    for raised in moved.hands:
        definition = msgspec.json.encode(raised.question).decode()
        row = [moved.id, raised.question.id, raised.moment, definition, *raised.numbers]
        db.execute("INSERT INTO hand_counts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    write_groups(db, moved.id, moved.groups)
    if debrief := _debrief(moved):
        insert_debrief(db, moved.id, debrief)
    if moved.coding:
        write_coding(db, moved.id, moved.coding)


def _offer(library: Library, moved: Moved) -> Brought:
    """Offer what is later than ours in debrief and coding; tell what was older, and stays away."""
    debrief, ours = _debrief(moved), current(read_debriefs(library.path, moved.id))
    coding, own = moved.coding, read_coding(library.path, moved.id)
    with writing(library.path) as db:
        written = _compare(
            debrief and debrief.says, ours and ours.says, bool(debrief and debrief.later_than(ours))
        )
        if debrief and written == "offered":
            drop_offered(db, moved.id)
            insert_debrief(db, moved.id, replace(debrief, offered=True))
        later = bool(coding and (own is None or coding.later_than(own)))
        decided = _compare(coding and coding.content, own and own.content, later)
        if coding and decided == "offered":
            offer_coding(db, moved.id, coding)
    return Brought(debrief=written, coding=decided)


def _compare(theirs: object, ours: object, later: bool) -> Part:
    if theirs is None or theirs == ours:
        return "same"
    return "offered" if later else "older"


def _moved_hands(library: Library, screening_id: str) -> list[dict[str, Any]]:
    return [
        {"question": hands.question, "moment": moment, "numbers": numbers}
        for hands in read_hands(library.path, screening_id).values()
        for moment, numbers in hands.counted.items()
    ]


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
    return Debrief(moved.debrief.version, moved.debrief.day.isoformat(), texts, shared=moved.debrief.shared)


def _moved_answer(answer: SealedAnswer) -> dict[str, Any]:
    # What was decided here about a text stays here, as approved quotes do.
    return {name: getattr(answer, name) for name in MovedAnswer.__struct_fields__}


def _by_pair(answer: SealedAnswer) -> tuple[int, str]:
    return int(answer.pair), answer.moment
