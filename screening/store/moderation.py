"""Open texts of a room, and what a human decided about each: to the projector or not, to be quoted or not.

Texts come out once both moments are closed and five people wrote something, sorted by a name drawn with the
room's key: never by arrival, nor in the same order for two questions.
"""

import json
from collections import Counter
from typing import Literal, NamedTuple, get_args

from sqlite_utils import Database

from screening.room.questions import PASS, Moment
from screening.room.tickets import text_id
from screening.store.answers import MINIMUM_SHOWN, NotReady, StoredAnswer, read_answers
from screening.store.rooms import Room, Rooms, write_facts

About = Literal["projection", "quoting"]
Decision = Literal["yes", "no", ""]


class Text(NamedTuple):
    """One text: `consent` is its author's wish to be quoted, the two decisions are the facilitator's."""

    id: str
    question: str
    moment: Moment
    text: str
    consent: bool
    projection: str
    quoting: str


def texts(rooms: Rooms, room: Room) -> list[Text]:
    """Return the texts that may be read now; none while a moment is open or fewer than five wrote."""
    with rooms.read(room.id) as db:
        return sorted(text for text, _row in _readable(db, room))


def decide(rooms: Rooms, room_id: str, name: str, about: str, decision: str) -> None:
    """Note what a human decided about one text; a « no » takes it off the projector at once.

    Raises NotReady for a text that may not be read now, or that its author does not want to be quoted.
    """
    with rooms.write(room_id) as db:
        room = rooms.read_room(room_id, db)
        text, row = next(((t, r) for t, r in _readable(db, room) if t.id == name), (None, None))
        known = about in get_args(About) and decision in get_args(Decision)
        if text is None or row is None or not known or (about == "quoting" and not text.consent):
            raise NotReady
        db.execute(
            f"UPDATE answers SET {about} = ? WHERE ticket = ? AND moment = ? AND question = ?",  # noqa: S608
            [decision, row.ticket, row.moment, row.question],
        )
        off = about == "projection" and decision != "yes" and room.screen.get("text") == name
        place = {"walked": room.screen.get("walked", [])}
        write_facts(db, {"screen": json.dumps(place)} if off else {})


def projectable(rooms: Rooms, room: Room) -> list[Text]:
    """Return the texts that a human said may be projected."""
    return [text for text in texts(rooms, room) if text.projection == "yes"]


def project(rooms: Rooms, room_id: str, name: str, walked: list[str]) -> None:
    """Put one text on the projector, which reveals its moment; raises NotReady without a human's yes.

    `walked` is where in the guide the evening stands meanwhile.
    """
    with rooms.write(room_id) as db:
        room = rooms.read_room(room_id, db)
        if not any(t.id == name and t.projection == "yes" for t, _row in _readable(db, room)):
            raise NotReady
        screen = json.dumps({"text": name, "walked": walked})
        write_facts(db, {"screen": screen, "black": "0", "text_shown": "1"})


def _readable(db: Database, room: Room) -> list[tuple[Text, StoredAnswer]]:
    if not room.state.results_ready:
        return []
    asked = [question.id for question in room.asked if question.kind == "text"]
    rows = [row for row in read_answers(db, asked) if row.value != PASS]
    wrote = Counter((row.question, row.moment) for row in rows)
    return [(_text(room, row), row) for row in rows if wrote[row.question, row.moment] >= MINIMUM_SHOWN]


def _text(room: Room, row: StoredAnswer) -> Text:
    name = text_id(room.key, row.question, row.moment, row.ticket)
    return Text(name, row.question, row.moment, row.value.strip(), row.quotable, row.projection, row.quoting)
