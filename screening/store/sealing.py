"""The irreversible end of a screening: what is kept, what is destroyed, and in which order.

1. The room gets a durable `sealing` flag: no answer is taken any more.
2. In one transaction of the library: counts, questions as asked, answers. Each question is shuffled on its
   own and gets fresh random pair numbers, so that answers to two questions can't be linked.
3. The room's key, database and side files are deleted, then its backups, and no other room's.

A crash before the end of step 2 leaves the room as it was; after it, the next start finishes step 3.
"""

import contextlib
import secrets
import threading
from collections import Counter
from collections.abc import Callable, Sequence

import msgspec
from sqlite_utils import Database

from screening.room.questions import MOMENTS, PASS, Question
from screening.store.answers import (
    CHANNELS,
    MINIMUM_SHOWN,
    Counts,
    StoredAnswer,
    read_answers,
    read_counts,
    read_snapshots,
)
from screening.store.database import StoreError, writing
from screening.store.library import Library, SealedAnswer
from screening.store.rooms import Rooms, write_facts

_OTHER = "other"
_sealing = threading.Lock()
_shuffle = secrets.SystemRandom().shuffle


Tells = Callable[[Question, Sequence[StoredAnswer], Sequence[StoredAnswer]], bool]
"""Whether what was shown and what is there now, together, would tell what was hidden."""


def seal(
    library: Library, rooms: Rooms, screening_id: str, tells: Tells = lambda asked, shown, now: False
) -> None:
    """Seal a screening; sealing it again, or twice at once, changes nothing.

    A question keeps what was shown of it when fewer than five tickets changed since, or when `tells` says
    that the difference would tell on somebody. Raises StoreError when it did not succeed; the room goes on.
    """
    with _sealing:
        first = not library.screening(screening_id).sealed
        if first:
            try:
                _copy(library, rooms, screening_id, tells)
            except BaseException:
                _forget(rooms, screening_id)
                raise
        rooms.destroy(screening_id)
        if first:
            rooms.moved(screening_id)


def _copy(library: Library, rooms: Rooms, screening_id: str, tells: Tells) -> None:
    with rooms.write(screening_id) as db:
        write_facts(db, {"sealing": "1"})
    with rooms.read(screening_id) as db:
        counts = read_counts(db)
        room = rooms.read_room(screening_id, db)
        answers = read_answers(db, [q.id for q in room.asked])
        if len(answers) < db.table("answers").count:
            raise StoreError("Des réponses ne vont avec aucune question de la séance.")
        shown = read_snapshots(db)
    with writing(library.path) as db:
        _store_counts(db, screening_id, counts, room.present)
        for position, question in enumerate(room.asked):
            latest = [a for a in answers if a.question == question.id and a.value != PASS]
            frozen = shown.get(question.id)
            repeats = frozen is not None and (
                _changed(frozen, latest) < MINIMUM_SHOWN or tells(question, frozen, latest)
            )
            kept = [a for a in frozen if a.value != PASS] if repeats and frozen is not None else latest
            store_question(db, screening_id, position, question, repeats and kept != latest)
            store_answers(db, screening_id, question, unlink(kept))
        db.execute("UPDATE screenings SET sealed = 1 WHERE id = ?", [screening_id])


def _forget(rooms: Rooms, screening_id: str) -> None:
    with rooms.write(screening_id) as db:
        db.execute("DELETE FROM facts WHERE name = 'sealing'")


def finish_sealings(library: Library, rooms: Rooms) -> None:
    """At start: delete the rooms of sealed screenings, and reopen those whose sealing did not get there."""
    for screening in [*library.screenings(), *library.screenings(rehearsals=True)]:
        if screening.sealed:
            rooms.destroy(screening.id)
            continue
        # A room that can't be read is told on its page; it keeps nobody else's evening from starting.
        with contextlib.suppress(StoreError):
            if rooms.get(screening.id).state.sealing:
                _forget(rooms, screening.id)


def unlink(answers: Sequence[StoredAnswer]) -> list[SealedAnswer]:
    """Return the answers to one question in random order, with fresh random pair numbers.

    The channel is left out, and a language given by fewer than five becomes "other": both could single out.
    """
    tickets = list({a.ticket for a in answers})
    _shuffle(tickets)
    pairs = {ticket: str(number) for number, ticket in enumerate(tickets, start=1)}
    speakers = Counter(language for _, language in {(a.ticket, a.language) for a in answers})
    sealed = [
        SealedAnswer(
            pairs[a.ticket],
            a.moment,
            a.value,
            a.language if speakers[a.language] >= MINIMUM_SHOWN else _OTHER,
            a.quotable,
            a.projection,
            a.quoting == "yes" and bool(a.quotable),
        )
        for a in answers
    ]
    _shuffle(sealed)
    return sealed


def _changed(frozen: Sequence[StoredAnswer], latest: Sequence[StoredAnswer]) -> int:
    before = {(a.ticket, a.moment, a.value) for a in frozen if a.value != PASS}
    after = {(a.ticket, a.moment, a.value) for a in latest}
    return len({ticket for ticket, _, _ in before ^ after})


def _store_counts(db: Database, screening_id: str, counts: Counts, present: int) -> None:
    named: dict[str, int] = {"present": present, "both": counts.both}
    named |= {"sheets typed": counts.sheets.typed, "sheets collected": counts.sheets.collected}
    named |= {m: counts.of(m) for m in MOMENTS}
    named |= {f"{m} {c}": counts.by_channel[m][c] for m in MOMENTS for c in CHANNELS}
    rows = [(screening_id, name, n) for name, n in named.items()]
    db.conn.executemany("INSERT INTO sealed_counts VALUES (?, ?, ?)", rows)


def store_question(db: Database, screening_id: str, position: int, question: Question, repeats: bool) -> None:
    """Store a question as it was asked, within an open transaction."""
    definition = msgspec.json.encode(question).decode()
    row = [screening_id, position, question.id, definition, int(repeats)]
    db.execute("INSERT INTO sealed_questions VALUES (?, ?, ?, ?, ?)", row)


def store_answers(
    db: Database, screening_id: str, question: Question, answers: Sequence[SealedAnswer]
) -> None:
    """Store the sealed answers to a question, within an open transaction, in an order that tells nothing."""
    # Sorted by their random ids, the rows lie in the file in the order of those ids and of nothing else.
    ids = sorted(secrets.token_hex(16) for _ in answers)
    named = list(zip(ids, answers, strict=True))
    rows = [(row_id, screening_id, question.id, *a[:-1]) for row_id, a in named]
    columns = "id, screening, question, pair, moment, value, language, quotable, projection"
    places = ", ".join("?" * len(columns.split(",")))
    db.conn.executemany(f"INSERT INTO sealed_answers ({columns}) VALUES ({places})", rows)  # noqa: S608
    approved = [[row_id] for row_id, answer in named if answer.approved]
    db.conn.executemany("INSERT INTO approved_quotes VALUES (?)", approved)
