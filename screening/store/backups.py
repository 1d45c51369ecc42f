"""Copies of the library and of each open room, made while the server runs, and how they come back.

`backups/library/N.db` are the latest copies of the library. `backups/rooms/ID/` holds those of one open room
and its key; sealing or deleting the room deletes that folder, and no other. Copies are made with SQLite's
own online backup, so that they are whole whatever is being written. A copy of a damaged file is not kept: it
would push a good one out. What a restored copy replaces is set aside beside the copies, with the day in its
name; it goes with the copies, when the room is sealed or something is deleted.
"""

import datetime
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from screening.room.tickets import KEY_BYTES
from screening.store.database import (
    Damaged,
    StoreError,
    Unavailable,
    close_connections,
    copy_database,
    reading,
    rewrite,
)
from screening.store.examining import is_sound
from screening.store.library import Library
from screening.store.rooms import Rooms

log = logging.getLogger("screening")
_KEPT = {"library": 5, "room": 3}


class NoBackup(StoreError):
    """There is no backup of this that can be read."""

    def __init__(self) -> None:
        super().__init__("Il n’y a pas de bonne sauvegarde de cela. Voyez : screening restore")


class RoomSealed(StoreError):
    """A sealed room does not come back: its answers are in the library, and tied to nobody."""

    def __init__(self) -> None:
        super().__init__(
            "Cette séance est scellée : ses réponses sont dans la bibliothèque, sa salle ne revient pas."
        )


class WouldLose(StoreError):
    """A backup of the library is older than screenings that are sealed."""

    def __init__(self, titles: list[str]) -> None:
        self.titles = titles
        super().__init__(
            "Cette sauvegarde ne contient pas les réponses de : "
            + " ; ".join(titles)
            + ". Rien n’a été touché. "
            "Exportez d’abord ces séances (screening export), ou ajoutez --even-so."
        )


@dataclass(frozen=True)
class Backup:
    """One copy: of a room by its id, or of the library (`room` is ""); a larger number is later.

    `aside` is where the file lies that a restored copy replaced.
    """

    room: str
    number: int
    path: Path
    aside: Path | None = None

    @property
    def made(self) -> datetime.datetime:
        """When the copy was made, on this machine's clock."""
        return datetime.datetime.fromtimestamp(self.path.stat().st_mtime)


class Backups:
    """The folder `backups` of a data folder."""

    def __init__(self, library: Library, rooms: Rooms) -> None:
        self.library, self.rooms = library, rooms
        self.folder = library.path.parent / "backups"

    def save_library(self) -> Backup:
        """Copy the library; raises StoreError when the copy is not on the disk."""
        return self._save("", self.library.path, self.folder / "library")

    def save_room(self, room_id: str) -> Backup | None:
        """Copy one open room and its key; None when it was sealed meanwhile, and nothing of it is left."""
        folder = self.rooms.backups_of(room_id)
        try:
            made = self._save(room_id, self.rooms.path(room_id), folder)
            _copy_key(self.rooms.key_path(room_id), folder)
        except (StoreError, OSError):
            if self.rooms.path(room_id).exists():
                raise
        # Sealing deletes the room first, then its backups: a copy made in between goes here or there.
        if not self.rooms.path(room_id).exists():
            shutil.rmtree(folder, ignore_errors=True)
            return None
        return made

    def save_all(self) -> list[Backup]:
        """Copy the library and every open room, each apart."""
        rooms = [self.save_room(path.stem) for path in sorted(self.rooms.folder.glob("*.db"))]
        return [self.save_library(), *(made for made in rooms if made)]

    def after_phase(self, room_id: str) -> None:
        """Copy what a change of phase concerns; a failure is told in the log and stops no evening."""
        try:
            if self.rooms.path(room_id).exists():
                self.save_room(room_id)
            self.save_library()
        except (StoreError, OSError) as error:
            log.error("No backup: %s", type(error).__name__)

    def kept(self) -> list[Backup]:
        """Return every backup, the library's first, the latest of each first."""
        folders = [("", self.folder / "library")]
        folders += [(path.name, path) for path in sorted((self.folder / "rooms").glob("*"))]
        return [
            Backup(room, int(path.stem), path)
            for room, folder in folders
            for path in sorted(folder.glob("[0-9]*.db"), key=lambda p: -int(p.stem))
        ]

    def good(self, room: str) -> Backup | None:
        """Return the latest copy that can be read from end to end, of a room or ("") of the library.

        Raises Unavailable: what can't be read now may be the latest good one.
        """
        return next((b for b in self.kept() if b.room == room and is_sound(b.path)), None)

    def restore_library(self, number: int | None = None, even_so: bool = False) -> Backup:
        """Put a copy of the library back, the latest good one unless numbered; what was there is set aside.

        Nobody else may use the library meanwhile. Raises NoBackup, WouldLose, StoreError.
        """
        backup = self._find("", number)
        if not even_so and (lost := self._would_lose(backup)):
            raise WouldLose(lost)
        close_connections(self.library.path)
        with _told():
            aside = _put_back(backup.path, self.library.path, self.folder / "library")
        self.library.prepare()
        return replace(backup, aside=aside)

    def restore_room(self, room_id: str, number: int | None = None) -> Backup:
        """Put a copy of an open room and its key back, the latest good one unless numbered.

        Raises RoomSealed, NoScreening, NoBackup, StoreError.
        """
        if self.library.screening(room_id).sealed:
            raise RoomSealed
        backup = self._find(room_id, number)
        key, copy = self.rooms.key_path(room_id), self.rooms.backups_of(room_id) / "key"
        if not (_whole(key) or _whole(copy)):
            raise StoreError("La clé de cette salle manque, dans la sauvegarde aussi. Rien n’a été touché.")
        with self.rooms.held(room_id), _told():
            self.rooms.forget(room_id)
            aside = _put_back(backup.path, self.rooms.path(room_id), self.rooms.backups_of(room_id))
            if _whole(copy):
                _copy_durably(copy, key)
        return replace(backup, aside=aside)

    def restore_key(self, room_id: str) -> bool:
        """Put an open room's key back where it is missing or cut short; False when there is nothing to do."""
        key, copy = self.rooms.key_path(room_id), self.rooms.backups_of(room_id) / "key"
        if self.library.screening(room_id).sealed:
            raise RoomSealed
        if not copy.exists() or (key.exists() and key.stat().st_size == copy.stat().st_size):
            return False
        with self.rooms.held(room_id), _told():
            self.rooms.forget(room_id)
            _copy_durably(copy, key)
        return True

    def copy_library(self, folder: Path) -> Path:
        """Copy the library alone to another place, where sealing does not reach; returns the copy.

        Rooms stay out: a copy of one would outlive its sealing.
        """
        folder.mkdir(parents=True, exist_ok=True)
        copy_database(self.library.path, folder / "library.db")
        return folder / "library.db"

    def forget_library(self) -> None:
        """Write the library anew and delete every copy but a fresh one: what was deleted is gone from all."""
        rewrite(self.library.path)
        shutil.rmtree(self.folder / "library", ignore_errors=True)
        self.save_library()

    def _would_lose(self, backup: Backup) -> list[str]:
        try:
            present = [s for s in self.library.screenings() if s.sealed]
        except Unavailable:
            raise
        except StoreError:
            return []
        with reading(backup.path) as db:
            copied = {row[0] for row in db.execute("SELECT id FROM screenings WHERE sealed = 1").fetchall()}
        return [f"{s.plan.title}, {s.plan.date}" for s in present if s.id not in copied]

    def _find(self, room: str, number: int | None) -> Backup:
        of_room = (b for b in self.kept() if b.room == room and b.number == number)
        found = self.good(room) if number is None else next(of_room, None)
        if found is None:
            raise NoBackup
        if number is not None and not is_sound(found.path):
            raise StoreError(f"{found.path} est abîmé. Essayez une autre : screening restore")
        return found

    def _save(self, room: str, source: Path, folder: Path) -> Backup:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        known = [backup for backup in self.kept() if backup.room == room]
        number = known[0].number + 1 if known else 1
        made = Backup(room, number, folder / f"{number}.db")
        copy_database(source, made.path)
        if not is_sound(made.path, quickly=True):
            made.path.unlink()
            raise Damaged(source, "pas de nouvelle sauvegarde ; les précédentes restent")
        for old in known[_KEPT["room" if room else "library"] - 1 :]:
            old.path.unlink(missing_ok=True)
        return made


@contextmanager
def _told() -> Iterator[None]:
    """Put a backup back in the block; raises StoreError where the disk refuses."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"La sauvegarde n’est pas remise ({error.strerror}).") from error


def _whole(key: Path) -> bool:
    return key.exists() and key.stat().st_size == KEY_BYTES


def _copy_key(key: Path, folder: Path) -> None:
    if not (folder / "key").exists():
        _copy_durably(key, folder / "key")


def _copy_durably(source: Path, target: Path) -> None:
    draft = target.with_name(f"{target.name}.new")
    draft.touch(mode=0o600)
    with draft.open("wb") as file:
        file.write(source.read_bytes())
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)


def _put_back(copy: Path, place: Path, aside: Path) -> Path | None:
    """Set aside what is there, untouched, and put a copy in its place; returns where it was set aside."""
    stem, n = f"aside-{datetime.date.today():%Y-%m-%d}", 1
    while (aside / f"{stem}-{n}.db").exists():
        n += 1
    there = place.exists()
    for suffix in ("-journal", "-wal", "-shm", ""):
        present = place.with_name(place.name + suffix)
        if present.exists():
            present.replace(aside / f"{stem}-{n}.db{suffix}")
    copy_database(copy, place)
    return aside / f"{stem}-{n}.db" if there else None
