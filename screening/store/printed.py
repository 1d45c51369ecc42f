"""Tickets made for print: they lie in the room before anybody has one, and count as nobody until they answer.

Each is drawn from the room's key and its place in its pile, so that the room keeps no more of them than of a
phone's ticket. Tickets to cut out and tickets on questionnaires are two piles: no ticket is given out twice.
"""

from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from screening.room import tickets
from screening.store.answers import find_ticket, make_ticket
from screening.store.rooms import Room, Rooms, write_facts

Pile = Literal["tickets", "sheets"]
PILES: tuple[Pile, Pile] = ("tickets", "sheets")
LARGEST = 500


@dataclass(frozen=True)
class Printed:
    """One ticket as it is printed: the token of its square, and the code that people type."""

    token: str
    code: str


def make_printed(rooms: Rooms, room_id: str, pile: Pile, number: int) -> int:
    """Add tickets to a pile, as far as it holds them; return the place of the first new one."""
    with rooms.write(room_id) as db:
        room = rooms.read_room(room_id, db)
        first = made(db, pile)
        last = min(first + number, LARGEST)
        for place in range(first, last):
            make_ticket(db, room, f"{pile}-{place}")
        write_facts(db, {f"printed_{pile}": str(last)})
    return first


def how_many(rooms: Rooms, room_id: str) -> dict[Pile, int]:
    """Return how many tickets were made for print, by pile."""
    with rooms.read(room_id) as db:
        return {pile: made(db, pile) for pile in PILES}


def made(db: Database, pile: Pile) -> int:
    """Return how many tickets a pile has, within an open connection."""
    row = db.execute("SELECT value FROM facts WHERE name = ?", [f"printed_{pile}"]).fetchone()
    return int(row[0]) if row else 0


def read_printed(rooms: Rooms, room: Room, pile: Pile, first: int, number: int) -> list[Printed]:
    """Return tickets of a pile from a place on, in the order of their codes, which says nothing."""
    with rooms.read(room.id) as db:
        places = range(max(0, first), min(first + number, made(db, pile)))
        found = [_known(db, room, f"{pile}-{place}") for place in places]
    return sorted(found, key=lambda printed: printed.code)


def _known(db: Database, room: Room, number: str) -> Printed:
    draw = 0
    while find_ticket(db, room, token := tickets.token_for(room.key, number, draw)) is None:
        draw += 1
    return Printed(token, tickets.code_for(room.key, token))
