"""Answers in an open room: taken, counted, read, and frozen when they are shown."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlite_utils import Database

from screening.room import tickets
from screening.room.forms import Given
from screening.room.questions import MOMENTS, PASS, Moment
from screening.store.database import StoreError
from screening.store.rooms import Room, Rooms, write_facts

Channel = Literal["phone", "paper", "accompanied"]
CHANNELS: tuple[Channel, ...] = ("phone", "paper", "accompanied")
MINIMUM_SHOWN = 5


@dataclass(frozen=True)
class Submission:
    """One form as sent: `ticket` is a token, a code, or "" when the form was opened without one.

    Without `replace`, other answers that the ticket has given at this moment stay, and the form is refused.
    """

    moment: Moment
    nonce: str
    ticket: str
    given: tuple[Given, ...]
    channel: Channel
    language: str
    replace: bool = True


@dataclass(frozen=True)
class Accepted:
    """The answers are on the disk. `ticket` is the reference to keep, `code` what a person can note."""

    ticket: str
    code: str


@dataclass(frozen=True)
class Refused:
    """Nothing was stored: the moment is not open, the form is not of this room, it is full, or taken."""

    reason: Literal["closed", "waiting", "foreign", "full", "taken"]


class StoredAnswer(NamedTuple):
    """One row of a room, without any order."""

    ticket: str
    moment: Moment
    question: str
    value: str
    language: str
    quotable: bool
    projection: str = ""
    quoting: str = ""


@dataclass(frozen=True)
class Sheets:
    """How many paper sheets are typed in, of how many collected; `collected` is 0 while nobody has said."""

    typed: int
    collected: int

    @property
    def missing(self) -> int:
        """How many are still to be typed."""
        return max(0, self.collected - self.typed)


@dataclass(frozen=True)
class Counts:
    """How many tickets answered: by moment and channel, and at both moments; how many sheets are typed."""

    by_channel: dict[Moment, dict[Channel, int]]
    both: int
    sheets: Sheets

    def of(self, moment: Moment) -> int:
        """Return how many answered at a moment, all channels together."""
        return sum(self.by_channel[moment].values())

    @property
    def halves_missing(self) -> int:
        """How many paper halves « before » are typed in without as many « after »."""
        return max(0, self.by_channel["before"]["paper"] - self.by_channel["after"]["paper"])

    @property
    def tickets(self) -> int:
        """How many tickets answered at all."""
        return sum(self.of(moment) for moment in MOMENTS) - self.both


class NotReady(StoreError):
    """A result can't be shown yet: a moment is open, or fewer than five people answered."""

    def __init__(self) -> None:
        super().__init__("Ce résultat ne peut pas encore être montré.")


def submit(rooms: Rooms, room_id: str, sent: Submission) -> Accepted | Refused:
    """Take one form in one transaction; when this returns Accepted, the answers are on the disk.

    The same form sent again, or a new one of the same ticket, replaces the earlier answers of its moment.
    Phones and tablets answer while their moment is open or in its grace; paper is typed in until the room
    is sealed.
    """

    def take(place: tuple[Database, Room]) -> Accepted | Refused:
        db, room = place
        opening = tickets.read_nonce(room.key, sent.nonce, sent.ticket)
        if opening is None and len(sent.ticket) != tickets.CODE_LENGTH:
            # A form opened before its phone had a ticket is as good as one opened after.
            opening = tickets.read_nonce(room.key, sent.nonce, "")
        if opening is None or opening.moment != sent.moment:
            return Refused("foreign")
        status = room.state.status(sent.moment)
        if room.state.sealing or (sent.channel != "paper" and status not in {"open", "grace"}):
            return Refused("waiting" if status == "waiting" else "closed")
        token, ticket_id = sent.ticket, find_ticket(db, room, sent.ticket) if sent.ticket else None
        if ticket_id is None:
            if sent.channel != "paper" and _answered(db) >= room.capacity:
                return Refused("full")
            token, ticket_id = make_ticket(db, room, opening.number)
        if not sent.replace and _differs(db, ticket_id, sent):
            return Refused("taken")
        _replace_answers(db, ticket_id, sent)
        return Accepted(token, code_of(room, token))

    return rooms.answer(room_id, take)


def code_of(room: Room, reference: str) -> str:
    """Return the code of a ticket, given its token or the code itself."""
    return reference if len(reference) == tickets.CODE_LENGTH else tickets.code_for(room.key, reference)


def find_ticket(db: Database, room: Room, reference: str) -> str | None:
    """Return the id of the ticket with this token or code, or None."""
    hashed = tickets.hash_of(room.key, reference)
    row = db.execute("SELECT id FROM tickets WHERE id = :hash OR code = :hash", {"hash": hashed}).fetchone()
    return row[0] if row else None


def answered(rooms: Rooms, room: Room, reference: str) -> tuple[Moment, ...]:
    """Return the moments at which the ticket with this token or code has answered."""
    if not reference:
        return ()
    ticket = "SELECT id FROM tickets WHERE id = :hash OR code = :hash"
    found = ", ".join(
        f"EXISTS (SELECT 1 FROM answers WHERE ticket = ({ticket}) AND moment = '{moment}')"  # noqa: S608
        for moment in MOMENTS
    )
    with rooms.read(room.id) as db:
        row = db.execute(f"SELECT {found}", {"hash": tickets.hash_of(room.key, reference)}).fetchone()
    return tuple(moment for moment, given in zip(MOMENTS, row, strict=True) if given)


def is_known(rooms: Rooms, room: Room, reference: str) -> bool:
    """Tell whether a room has a ticket with this token or code, answered or not."""
    with rooms.read(room.id) as db:
        return find_ticket(db, room, reference) is not None


def has_answered(rooms: Rooms, room: Room, reference: str, moment: Moment) -> bool:
    """Tell whether the ticket with this token or code has answered at a moment."""
    return moment in answered(rooms, room, reference)


def _answered(db: Database) -> int:
    found = db.execute("SELECT COUNT(*) FROM (SELECT 1 FROM answers GROUP BY ticket)").fetchone()
    return int(found[0])


def make_ticket(db: Database, room: Room, number: str) -> tuple[str, str]:
    """Return token and id of the ticket that a number makes, the same every time, within a transaction."""
    draw = 0
    while True:
        token = tickets.token_for(room.key, number, draw)
        ticket_id = tickets.hash_of(room.key, token)
        code_hash = tickets.hash_of(room.key, tickets.code_for(room.key, token))
        made = db.execute("INSERT OR IGNORE INTO tickets VALUES (?, ?)", [ticket_id, code_hash])
        if made.rowcount or find_ticket(db, room, token):
            return token, ticket_id
        draw += 1


def _differs(db: Database, ticket_id: str, sent: Submission) -> bool:
    rows = db.execute(
        "SELECT question, value FROM answers WHERE ticket = ? AND moment = ?", [ticket_id, sent.moment]
    )
    there = dict(rows.fetchall())
    return bool(there) and there != {g.question: g.value or PASS for g in sent.given}


def _replace_answers(db: Database, ticket_id: str, sent: Submission) -> None:
    db.execute("DELETE FROM answers WHERE ticket = ? AND moment = ?", [ticket_id, sent.moment])
    rows = [
        (ticket_id, sent.moment, g.question, g.value or PASS, sent.channel, sent.language, g.quotable)
        for g in sent.given
    ]
    if rows:
        # One statement for all: between two statements, other threads go first while the room waits.
        places = ", ".join(["(?, ?, ?, ?, ?, ?, ?)"] * len(rows))
        columns = "ticket, moment, question, value, channel, language, quotable"
        values = [value for row in rows for value in row]
        db.execute(f"INSERT INTO answers ({columns}) VALUES {places}", values)  # noqa: S608


def count(rooms: Rooms, room_id: str) -> Counts:
    """Count the tickets that answered in a room."""
    with rooms.read(room_id) as db:
        return read_counts(db)


def read_counts(db: Database) -> Counts:
    """Count the tickets that answered, within an open connection."""
    by_channel: dict[Moment, dict[Channel, int]] = {m: dict.fromkeys(CHANNELS, 0) for m in MOMENTS}
    rows = db.execute("SELECT moment, channel, COUNT(DISTINCT ticket) FROM answers GROUP BY moment, channel")
    for moment, channel, n in rows.fetchall():
        by_channel[moment][channel] = n
    pairs = db.execute("SELECT 1 FROM answers GROUP BY ticket HAVING COUNT(DISTINCT moment) = 2")
    return Counts(by_channel, len(pairs.fetchall()), read_sheets(db))


def read_sheets(db: Database) -> Sheets:
    """Return how many sheets are typed in, of how many, within an open connection."""
    typed = db.execute("SELECT COUNT(DISTINCT ticket) FROM answers WHERE channel = 'paper'").fetchone()[0]
    collected = db.execute("SELECT value FROM facts WHERE name = 'sheets'").fetchone()
    return Sheets(typed, int(collected[0]) if collected else 0)


def read_answers(db: Database, questions: Iterable[str]) -> list[StoredAnswer]:
    """Return the answers to some questions, in no order, within an open connection."""
    columns = "ticket, moment, question, value, language, quotable, projection, quoting"
    rows: list[StoredAnswer] = []
    for question in questions:
        found = db.execute(f"SELECT {columns} FROM answers WHERE question = ?", [question])  # noqa: S608
        rows += [StoredAnswer._make(row) for row in found.fetchall()]
    return rows


def snapshot(rooms: Rooms, room_id: str, question: str, stage: Moment = "after") -> list[StoredAnswer]:
    """Return the frozen answers to a question, freezing them now if they are not yet.

    `stage` is how far they are shown now: « before » alone, or « after » beside it. Raises NotReady while a
    moment is open or in its grace, or when neither moment has five answers.
    """
    with rooms.write(room_id) as db:
        answers = read_snapshots(db).get(question)
        if answers is None:
            room = rooms.read_room(room_id, db)
            answers = read_answers(db, [question])
            if not room.state.results_ready or not _enough(answers):
                raise NotReady
            row = [question, json.dumps(answers), stage]
            db.execute("INSERT INTO snapshots (question, answers, stage) VALUES (?, ?, ?)", row)
            sheets = read_sheets(db)
            write_facts(db, {f"sheets {question}": f"{sheets.typed}/{sheets.collected}"})
        if stage == "after":
            db.execute("UPDATE snapshots SET stage = 'after' WHERE question = ?", [question])
        write_facts(db, {})
    return answers


def stages_shown(rooms: Rooms, room_id: str) -> dict[str, Moment]:
    """Return how far each revealed result was shown to the room, by question."""
    with rooms.read(room_id) as db:
        return dict(db.execute("SELECT question, stage FROM snapshots").fetchall())


def snapshots(rooms: Rooms, room_id: str) -> dict[str, list[StoredAnswer]]:
    """Return what was frozen, by question."""
    with rooms.read(room_id) as db:
        return read_snapshots(db)


def read_snapshots(db: Database) -> dict[str, list[StoredAnswer]]:
    """Return what was frozen, by question, within an open connection."""
    rows = db.execute("SELECT question, answers FROM snapshots").fetchall()
    return {question: [StoredAnswer(*row) for row in json.loads(text)] for question, text in rows}


def _enough(answers: Sequence[StoredAnswer]) -> bool:
    given = [a.moment for a in answers if a.value != PASS]
    return any(given.count(moment) >= MINIMUM_SHOWN for moment in MOMENTS)
