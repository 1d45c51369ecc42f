"""Paper sheets: what one ticket's halves already hold, and how many were typed in when answers were shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from screening.room.questions import MOMENTS, Moment
from screening.store.answers import Channel, Sheets, StoredAnswer, find_ticket, read_answers, read_snapshots
from screening.store.rooms import Room, Rooms


@dataclass(frozen=True)
class Half:
    """One half of a ticket that is in the room: how it came, and its values by question.

    Only what was typed from paper has values here: what somebody sent from a phone is shown to nobody.
    """

    channel: Channel
    values: dict[str, str]


def sheets_when_shown(rooms: Rooms, room_id: str, question: str) -> Sheets:
    """Return how many sheets were typed in, of how many, when the answers to a question were frozen."""
    with rooms.read(room_id) as db:
        row = db.execute("SELECT value FROM facts WHERE name = ?", [f"sheets {question}"]).fetchone()
    typed, collected = row[0].split("/") if row else ("0", "0")
    return Sheets(int(typed), int(collected))


def shown_before_typing(rooms: Rooms, room_id: str) -> int:
    """Return how many questions were shown to the room before the last of their halves was typed in.

    It looks at which halves are there, never at what they say: whether a question will repeat what was shown
    depends on answers, and to tell it before the sealing would let a sheet be typed to find one out.
    """
    with rooms.read(room_id) as db:
        shown = read_snapshots(db)
        return sum(_there(answers) != _there(read_answers(db, [q])) for q, answers in shown.items())


def _there(answers: Sequence[StoredAnswer]) -> set[tuple[str, Moment]]:
    return {(answer.ticket, answer.moment) for answer in answers}


def halves(rooms: Rooms, room: Room, reference: str) -> dict[Moment, Half] | None:
    """Return what the ticket with this code or token holds by moment; None when there is no such ticket."""
    with rooms.read(room.id) as db:
        ticket = find_ticket(db, room, reference)
        if ticket is None:
            return None
        sql = "SELECT channel, question, value FROM answers WHERE ticket = ? AND moment = ?"
        found: dict[Moment, Half] = {}
        for moment in MOMENTS:
            if rows := db.execute(sql, [ticket, moment]).fetchall():
                values = {question: value for channel, question, value in rows if channel == "paper"}
                found[moment] = Half(rows[0][0], values)
    return found
