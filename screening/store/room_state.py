"""What a room knows of itself: its facts on the disk, read as one `Room`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import msgspec
from sqlite_utils import Database

from screening.room.phases import AfterAt, Phase, RoomState
from screening.room.questions import MOMENTS, Question
from screening.room.run import Run, from_json
from screening.room.timer import Timer

_MARGIN = 10


@dataclass(frozen=True)
class Room:
    """A room as read at one instant.

    `screen` is what the facilitator chose to project in the debate; `asked` are the questions people answer
    themselves, as they were worded when the room was planned: a guide that changes meanwhile loses nothing.
    `typing_turn` counts how often the link to type paper in was renewed.
    `wifi` is what the facilitator typed of the hall's Wi-Fi (name, password, no_internet), `ticked` what they
    saw to before the doors opened; both go with the room.
    `doors_closed` turns newcomers away, `shared` opens the revealed results to phones at the end, `remote` is
    the number that linked phones must know ("" when none is linked).
    """

    id: str
    state: RoomState
    key: bytes = field(repr=False)
    present: int
    screen: dict[str, Any]
    black: bool
    version: int
    run: Run = field(default_factory=Run)
    asked: tuple[Question, ...] = ()
    wifi: dict[str, str] = field(default_factory=dict, repr=False)
    ticked: frozenset[str] = frozenset()
    admitted: int = 0
    typing_turn: int = 0
    doors_closed: bool = False
    shared: bool = False
    remote: str = ""
    timer: Timer | None = None

    @property
    def capacity(self) -> int:
        """How many tickets phones may make: those present and a fifth more, and who was let in beyond."""
        return self.present + max(_MARGIN, self.present // 5) + self.admitted


def read_state(room_id: str, key: bytes, db: Database) -> Room:
    """Return a room as its facts tell it, within an open connection."""
    # One row: each row that is fetched lets other threads go first, which a full room would feel.
    query = "SELECT json_group_object(name, value), EXISTS (SELECT 1 FROM snapshots) FROM facts"
    found, revealed = db.execute(query).fetchone()
    facts: dict[str, str] = json.loads(found)
    return Room(
        id=room_id,
        state=RoomState(
            phase=msgspec.convert(facts["phase"], Phase),
            after_at=msgspec.convert(facts["after_at"], AfterAt),
            over=frozenset(m for m in MOMENTS if f"over_{m}" in facts),
            revealed=bool(revealed) or "text_shown" in facts,
            sealing="sealing" in facts,
        ),
        key=key,
        asked=_decode(facts.get("asked", "[]")),
        present=int(facts["present"]),
        screen=json.loads(facts.get("screen", "{}")),
        black=facts.get("black") == "1",
        version=int(facts.get("version", "0")),
        run=from_json(json.loads(facts.get("run", "{}"))),
        admitted=int(facts.get("admitted", "0")),
        typing_turn=int(facts.get("typing_turn", "0")),
        wifi=json.loads(facts.get("wifi", "{}")),
        ticked=frozenset(json.loads(facts.get("ticked", "[]"))),
        doors_closed=facts.get("doors") == "closed",
        shared=facts.get("shared") == "1",
        remote=facts.get("remote", ""),
        timer=msgspec.json.decode(facts["timer"], type=Timer) if facts.get("timer") else None,
    )


def write_facts(db: Database, facts: dict[str, str]) -> None:
    """Write facts within an open transaction and count the change."""
    for name, value in facts.items():
        db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", [name, value])
    db.execute(
        "INSERT INTO facts VALUES ('version', '1') "
        "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )


@lru_cache(maxsize=32)
def _decode(asked: str) -> tuple[Question, ...]:
    return msgspec.json.decode(asked, type=tuple[Question, ...])


def encode_asked(asked: Sequence[Question]) -> str:
    """Return the questions of a room as its facts keep them."""
    return msgspec.json.encode(list(asked)).decode()
