"""Open rooms on disk: one small database and one secret each, from creation to sealing."""

import json
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import msgspec
from sqlite_utils import Database

from screening.room.phases import GRACE_SECONDS, AfterAt, Phase, RoomState, moments_reopened
from screening.room.questions import MOMENTS, Moment, Question
from screening.room.run import Run, from_json
from screening.room.tickets import new_key
from screening.room.timer import Timer
from screening.store import schema
from screening.store.database import NewerSchema, StoreError, prepare, reading, writing


class NoRoom(StoreError):
    """There is no open room by this id: it was never made, or it is sealed."""

    def __init__(self) -> None:
        super().__init__("Cette séance est scellée, ou n’existe pas.")


class MomentShown(StoreError):
    """A moment whose answers were shown to the room stays closed."""

    def __init__(self) -> None:
        super().__init__("Des réponses ont été montrées à la salle : ce moment reste fermé.")


@dataclass(frozen=True)
class Room:
    """A room as read at one instant.

    `screen` is what the facilitator chose to project in the debate; `asked` are the questions people answer
    themselves, as they were worded when the room was planned: a guide that changes meanwhile loses nothing.
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
    doors_closed: bool = False
    shared: bool = False
    remote: str = ""
    timer: Timer | None = None


class Rooms:
    """The rooms of a data folder. Minutes of grace run on this process's monotonic clock."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.folder = folder
        self._clock = clock
        self._graces: dict[tuple[str, Moment], float] = {}
        self._entered: dict[str, float] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def path(self, room_id: str) -> Path:
        """Return where a room's database lies; the id is ours, hexadecimal."""
        return self.folder / f"{room_id}.db"

    def key_path(self, room_id: str) -> Path:
        """Return where a room's secret lies."""
        return self.folder / f"{room_id}.key"

    def create(self, room_id: str, after_at: AfterAt, present: int, asked: Sequence[Question]) -> None:
        """Make a room in the phase `preparing`, with a new key; a room that is there stays."""
        if not self.key_path(room_id).exists():
            _write_durably(self.key_path(room_id), new_key())
        prepare(self.path(room_id), schema.room)
        facts = {"phase": "preparing", "after_at": after_at, "present": str(present), "asked": _encode(asked)}
        with self.write(room_id) as db:
            for name, value in facts.items():
                db.execute("INSERT OR IGNORE INTO facts VALUES (?, ?)", [name, value])

    def change(self, room_id: str, after_at: AfterAt, asked: Sequence[Question]) -> bool:
        """Change what is asked, and when; False, and nothing changed, once somebody has answered."""
        with self.write(room_id) as db:
            state = self.read_room(room_id, db).state
            if state.phase != "preparing" or db.execute("SELECT 1 FROM tickets LIMIT 1").fetchone():
                return False
            write_facts(db, {"after_at": after_at, "asked": _encode(asked)})
        return True

    def prepare_all(self) -> list[str]:
        """Bring every room up to date; return the ids of rooms that can't be read. Raises NewerSchema."""
        unreadable: list[str] = []
        for path in sorted(self.folder.glob("*.db")):
            try:
                prepare(path, schema.room)
                self.get(path.stem)
            except NewerSchema:
                raise
            except StoreError:
                unreadable.append(path.stem)
        return unreadable

    @contextmanager
    def read(self, room_id: str) -> Iterator[Database]:
        """Open a room for reading; raises NoRoom."""
        if not self.path(room_id).exists():
            raise NoRoom
        with reading(self.path(room_id)) as db:
            yield db

    @contextmanager
    def write(self, room_id: str) -> Iterator[Database]:
        """Run a block in one durable transaction of a room; writers of one process queue. Raises NoRoom."""
        with self._guard:
            lock = self._locks.setdefault(room_id, threading.Lock())
        with lock:
            if not self.path(room_id).exists():
                raise NoRoom
            with writing(self.path(room_id)) as db:
                yield db

    def get(self, room_id: str) -> Room:
        """Return a room as it stands; raises NoRoom."""
        with self.read(room_id) as db:
            return self.read_room(room_id, db)

    def read_room(self, room_id: str, db: Database) -> Room:
        """Read a room within a transaction that is already open."""
        facts: dict[str, str] = dict(db.execute("SELECT name, value FROM facts").fetchall())
        over = frozenset(m for m in MOMENTS if f"over_{m}" in facts)
        state = RoomState(
            phase=cast(Phase, facts["phase"]),
            after_at=cast(AfterAt, facts["after_at"]),
            over=over,
            revealed="text_shown" in facts or bool(db.execute("SELECT 1 FROM snapshots LIMIT 1").fetchone()),
            sealing="sealing" in facts,
        )
        return Room(
            id=room_id,
            state=self._with_grace(room_id, state),
            key=self._key(room_id),
            asked=msgspec.json.decode(facts.get("asked", "[]"), type=tuple[Question, ...]),
            present=int(facts["present"]),
            screen=json.loads(facts.get("screen", "{}")),
            black=facts.get("black") == "1",
            version=int(facts.get("version", "0")),
            run=from_json(json.loads(facts.get("run", "{}"))),
            doors_closed=facts.get("doors") == "closed",
            shared=facts.get("shared") == "1",
            remote=facts.get("remote", ""),
            timer=msgspec.json.decode(facts["timer"], type=Timer) if facts.get("timer") else None,
        )

    def _key(self, room_id: str) -> bytes:
        try:
            return self.key_path(room_id).read_bytes()
        except OSError as error:
            raise StoreError(
                f"La clé {self.key_path(room_id)} manque : sans elle, rien n’est lisible."
            ) from error

    def _with_grace(self, room_id: str, state: RoomState) -> RoomState:
        now = self._clock()
        for moment in MOMENTS:
            if state.status(moment) in {"open", "waiting"}:
                self._graces.pop((room_id, moment), None)
        deadlines = {m: self._graces.setdefault((room_id, m), now + GRACE_SECONDS) for m in state.in_grace}
        return replace(state, over=state.over | {m for m, deadline in deadlines.items() if now >= deadline})

    def grace_left(self, room_id: str, state: RoomState) -> int:
        """Return how many seconds late forms are still accepted; 0 when no moment is in grace."""
        deadlines = [self._graces.get((room_id, moment), 0) for moment in state.in_grace]
        return max(0, round(max(deadlines) - self._clock())) if deadlines else 0

    def seconds_in_phase(self, room_id: str) -> int:
        """Return how long a room has been in its phase; a restart of the server begins at 0."""
        return round(self._clock() - self._entered.setdefault(room_id, self._clock()))

    def set_fact(self, room_id: str, **facts: str) -> None:
        """Set facts of a room and count a change, so that every screen that follows it looks again."""
        with self.write(room_id) as db:
            write_facts(db, facts)

    def show(self, room_id: str, screen: dict[str, Any]) -> None:
        """Put something on the projector, and end its blackness."""
        self.set_fact(room_id, screen=json.dumps(screen), black="0")

    def go_to(self, room_id: str, phase: Phase, expected: Phase) -> Room:
        """Move a room to a phase, if it still is in `expected` (two consoles at once agree).

        Moments of that phase and later ones open anew. Raises MomentShown when the phase would open a
        moment whose answers were shown.
        """
        with self.write(room_id) as db:
            room = self.read_room(room_id, db)
            if room.state.phase != expected or room.state.sealing:
                return room
            if room.state.revealed and phase in MOMENTS:
                raise MomentShown
            reopened = moments_reopened(room.state, phase)
            closed = {f"over_{m}": "1" for m in room.state.over - reopened}
            db.execute("DELETE FROM facts WHERE name IN ('over_before', 'over_after')")
            write_facts(db, {"phase": phase, "screen": "{}", "black": "0", **closed})
            for moment in reopened:
                self._graces.pop((room_id, moment), None)
            self._entered[room_id] = self._clock()
            return self.read_room(room_id, db)

    def skip_grace(self, room_id: str) -> None:
        """Close at once what is in its minutes of grace."""
        with self.write(room_id) as db:
            state = self.read_room(room_id, db).state
            write_facts(db, {f"over_{moment}": "1" for moment in state.in_grace})

    def destroy(self, room_id: str) -> None:
        """Delete a sealed room's key, database and side files; what is already gone is no error."""
        base = self.path(room_id)
        side_files = [base.with_name(base.name + suffix) for suffix in ("-journal", "-wal", "-shm")]
        for path in (self.key_path(room_id), base, *side_files):
            path.unlink(missing_ok=True)
        for moment in MOMENTS:
            self._graces.pop((room_id, moment), None)


def _encode(asked: Sequence[Question]) -> str:
    return msgspec.json.encode(list(asked)).decode()


def _write_durably(path: Path, data: bytes) -> None:
    """Write a small secret file so that it is whole or absent, also after a power cut."""
    draft = path.with_suffix(".new")
    draft.touch(mode=0o600)
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def write_facts(db: Database, facts: dict[str, str]) -> None:
    """Write facts within an open transaction and count the change."""
    for name, value in facts.items():
        db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", [name, value])
    db.execute(
        "INSERT INTO facts VALUES ('version', '1') "
        "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )
