"""Open rooms on disk: one small database and one secret each, from creation to sealing."""

import json
import shutil
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from screening.room.phases import GRACE_SECONDS, AfterAt, Phase, RoomState, moments_reopened
from screening.room.questions import MOMENTS, Moment, Question
from screening.room.tickets import new_key
from screening.store import schema
from screening.store.database import (
    NewerSchema,
    NoFile,
    StoreError,
    Unavailable,
    close_connections,
    prepare,
    reading,
    sound,
    write_durably,
    writing,
)
from screening.store.room_state import Room, encode_asked, read_state, write_facts
from screening.store.shared_commits import Together

__all__ = ["MomentShown", "NoRoom", "Room", "Rooms", "write_facts"]

T = TypeVar("T")
_FILES = ("", "-journal", "-wal", "-shm")


class NoRoom(StoreError):
    """There is no open room by this id: it was never made, or it is sealed."""

    def __init__(self) -> None:
        super().__init__("Cette séance est scellée, ou n’existe pas.")


class MomentShown(StoreError):
    """A moment whose answers were shown to the room stays closed."""

    def __init__(self) -> None:
        super().__init__("Des réponses ont été montrées à la salle : ce moment reste fermé.")


class Rooms:
    """The rooms of a data folder. Minutes of grace run on this process's monotonic clock.

    `moved` is called with a room's id after each change of phase, sealing among them.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.folder = folder
        self.moved: Callable[[str], None] = lambda _room_id: None
        self._clock = clock
        self._graces: dict[tuple[str, Moment], float] = {}
        self._entered: dict[str, float] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._queue: Together[tuple[Database, Room]] = Together()
        self._keys: dict[str, bytes] = {}
        self._changes: Counter[str] = Counter()
        self._known: dict[str, tuple[int, Room]] = {}
        self._guard = threading.Lock()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def path(self, room_id: str) -> Path:
        """Return where a room's database lies; the id is ours, hexadecimal."""
        return self.folder / f"{room_id}.db"

    def key_path(self, room_id: str) -> Path:
        """Return where a room's secret lies."""
        return self.folder / f"{room_id}.key"

    def backups_of(self, room_id: str) -> Path:
        """Return the folder of a room's backups, which goes when the room goes."""
        return self.folder.parent / "backups" / "rooms" / room_id

    def create(self, room_id: str, after_at: AfterAt, present: int, asked: Sequence[Question]) -> None:
        """Make a room in the phase `preparing`, with a new key; a room that is there stays."""
        if not self.key_path(room_id).exists():
            write_durably(self.key_path(room_id), new_key())
        prepare(self.path(room_id), schema.room)
        facts = {
            "phase": "preparing",
            "after_at": after_at,
            "present": str(present),
            "asked": encode_asked(asked),
        }
        with self.write(room_id) as db:
            for name, value in facts.items():
                db.execute("INSERT OR IGNORE INTO facts VALUES (?, ?)", [name, value])

    def change(self, room_id: str, after_at: AfterAt, asked: Sequence[Question]) -> bool:
        """Change what is asked, and when; False, and nothing changed, once somebody has answered."""
        with self.write(room_id) as db:
            state = self.read_room(room_id, db).state
            if state.phase != "preparing" or db.execute("SELECT 1 FROM answers LIMIT 1").fetchone():
                return False
            write_facts(db, {"after_at": after_at, "asked": encode_asked(asked)})
        return True

    def prepare_all(self) -> dict[str, StoreError]:
        """Bring every room up to date; return why some can't be read, by id. Raises NewerSchema."""
        unreadable: dict[str, StoreError] = {}
        for path in sorted(self.folder.glob("*.db")):
            try:
                prepare(path, schema.room)
                self.get(path.stem)
            except NewerSchema:
                raise
            except StoreError as error:
                unreadable[path.stem] = error
        return unreadable

    @contextmanager
    def read(self, room_id: str) -> Iterator[Database]:
        """Open a room for reading; raises NoRoom."""
        try:
            with reading(self.path(room_id)) as db, sound(self.path(room_id)):
                yield db
        except NoFile:
            raise NoRoom from None

    @contextmanager
    def write(self, room_id: str) -> Iterator[Database]:
        """Run a block in one durable transaction of a room; writers of one process queue. Raises NoRoom."""
        with self._lock(room_id):
            try:
                with self._writing(room_id) as db:
                    yield db
            finally:
                self._changes[room_id] += 1

    def answer(self, room_id: str, take: Callable[[tuple[Database, Room]], T]) -> T:
        """Run `take`, which changes answers and no state, in one durable transaction. Raises NoRoom.

        Those who come while another writes share the next transaction, see `Together`.
        """
        return self._queue.do(room_id, take, self._lock(room_id), lambda: self._writing_state(room_id))

    def _lock(self, room_id: str) -> threading.Lock:
        with self._guard:
            return self._locks.setdefault(room_id, threading.Lock())

    @contextmanager
    def _writing_state(self, room_id: str) -> Iterator[tuple[Database, Room]]:
        with self._writing(room_id) as db:
            yield db, self.read_room(room_id, db)

    @contextmanager
    def _writing(self, room_id: str) -> Iterator[Database]:
        try:
            with writing(self.path(room_id)) as db:
                yield db
        except NoFile:
            raise NoRoom from None

    @contextmanager
    def held(self, room_id: str) -> Iterator[None]:
        """Keep other writers of this process out of a room."""
        with self._lock(room_id):
            yield

    def get(self, room_id: str) -> Room:
        """Return a room as it stands; raises NoRoom."""
        # Only this process writes, and it counts its changes: what was read since the last one still holds.
        changes = self._changes[room_id]
        known, room = self._known.get(room_id, (-1, None))
        if room is None or known != changes:
            with self.read(room_id) as db:
                room = self._read(room_id, db)
            self._known[room_id] = (changes, room)
        return self._with_grace(room)

    def read_room(self, room_id: str, db: Database) -> Room:
        """Read a room within a transaction that is already open."""
        with sound(self.path(room_id)):
            return self._with_grace(self._read(room_id, db))

    def _read(self, room_id: str, db: Database) -> Room:
        return read_state(room_id, self._key(room_id), db)

    def _key(self, room_id: str) -> bytes:
        if room_id in self._keys:
            return self._keys[room_id]
        try:
            return self._keys.setdefault(room_id, self.key_path(room_id).read_bytes())
        except OSError as error:
            if not self.path(room_id).exists():
                raise NoRoom from error
            if not isinstance(error, FileNotFoundError):
                raise Unavailable(self.key_path(room_id), error.strerror) from error
            raise StoreError(
                f"La clé {self.key_path(room_id)} manque : sans elle, rien n’est lisible."
            ) from error

    def _with_grace(self, room: Room) -> Room:
        now, state = self._clock(), room.state
        for moment in MOMENTS:
            if state.status(moment) in {"open", "waiting"}:
                self._graces.pop((room.id, moment), None)
        deadlines = {m: self._graces.setdefault((room.id, m), now + GRACE_SECONDS) for m in state.in_grace}
        over = frozenset(m for m, deadline in deadlines.items() if now >= deadline)
        return replace(room, state=replace(state, over=state.over | over)) if over else room

    def grace_left(self, room_id: str, state: RoomState) -> int:
        """Return how many seconds late forms are still accepted; 0 when no moment is in grace."""
        deadlines = [self._graces.get((room_id, moment), 0) for moment in state.in_grace]
        return max(0, round(max(deadlines) - self._clock())) if deadlines else 0

    def seconds_in_phase(self, room_id: str) -> int:
        """Return how long a room has been in its phase, also when the server was started anew meanwhile."""
        if room_id not in self._entered:
            with self.read(room_id) as db:
                row = db.execute("SELECT value FROM facts WHERE name = 'entered'").fetchone()
            passed = max(0.0, time.time() - float(row[0])) if row else 0.0
            self._entered[room_id] = self._clock() - passed
        return round(self._clock() - self._entered[room_id])

    def set_fact(self, room_id: str, **facts: str) -> None:
        """Set facts of a room and count a change, so that every screen that follows it looks again."""
        with self.write(room_id) as db:
            write_facts(db, facts)

    def show(self, room_id: str, screen: dict[str, Any]) -> None:
        """Put something on the projector, and end its blackness."""
        self.set_fact(room_id, screen=json.dumps(screen), black="0")

    def admit(self, room_id: str, more: int) -> None:
        """Let phones make so many tickets more."""
        with self.write(room_id) as db:
            write_facts(db, {"admitted": str(self.read_room(room_id, db).admitted + more)})

    def go_to(self, room_id: str, phase: Phase, expected: Phase) -> Room:
        """Move a room to a phase, if it still is in `expected` (two consoles at once agree).

        Moments of that phase and later ones open anew. Raises MomentShown when the phase would open a
        moment whose answers were shown.
        """
        room = self._go_to(room_id, phase, expected)
        if room.state.phase == phase:
            self.moved(room_id)
        return room

    def _go_to(self, room_id: str, phase: Phase, expected: Phase) -> Room:
        with self.write(room_id) as db:
            room = self.read_room(room_id, db)
            if room.state.phase != expected or room.state.sealing:
                return room
            if room.state.revealed and phase in MOMENTS:
                raise MomentShown
            reopened = moments_reopened(room.state, phase)
            closed = {f"over_{m}": "1" for m in room.state.over - reopened}
            db.execute("DELETE FROM facts WHERE name IN ('over_before', 'over_after')")
            if phase == "ended":
                closed["timer"] = ""
            entered = str(round(time.time()))
            write_facts(db, {"phase": phase, "screen": "{}", "black": "0", "entered": entered, **closed})
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
        """Delete a room's database, side files, key and backups; what is already gone is no error.

        The database goes first: whoever reads meanwhile finds no room, rather than a room without its key.
        """
        base = self.path(room_id)
        self.forget(room_id)
        files = [base.with_name(base.name + end) for end in _FILES]
        key = self.key_path(room_id)
        for path in (*files, key, key.with_suffix(".new")):
            path.unlink(missing_ok=True)
        shutil.rmtree(self.backups_of(room_id), ignore_errors=True)

    def forget(self, room_id: str) -> None:
        """Drop what is remembered of a room's files, and close them: they go, or others take their place."""
        close_connections(self.path(room_id))
        self._keys.pop(room_id, None)
        self._known.pop(room_id, None)
        for moment in MOMENTS:
            self._graces.pop((room_id, moment), None)
