"""Whether a damaged file can be used again, and what brings it back."""

import datetime
import shlex
from pathlib import Path

from screening.room.tickets import KEY_BYTES
from screening.store.backups import Backup, Backups
from screening.store.database import StoreError, Unavailable
from screening.store.examining import is_sound
from screening.store.library import Library
from screening.store.rooms import Rooms


def opens(rooms: Rooms, room_id: str) -> bool:
    """Tell whether a room and its key can be read from end to end, from the disk and not from memory.

    Raises Unavailable: what is only in use, or not given by the system, is not to be replaced.
    """
    path, key = rooms.path(room_id), rooms.key_path(room_id)
    try:
        if not is_sound(path) or len(key.read_bytes()) != KEY_BYTES:
            return False
        with rooms.read(room_id) as db:
            rooms.read_room(room_id, db)
    except Unavailable:
        raise
    except (FileNotFoundError, StoreError):
        return False
    except OSError as error:
        raise Unavailable(key, error.strerror) from error
    return True


def put_back(backups: Backups, room_id: str) -> Backup | None:
    """Put a room's last good backup back; None when its key alone was missing, and no answer is lost.

    Raises RoomSealed, NoBackup, Unavailable, StoreError.
    """
    rooms = backups.rooms
    if is_sound(rooms.path(room_id)) and backups.restore_key(room_id) and opens(rooms, room_id):
        return None
    return backups.restore_room(room_id)


def command(data: Path | str, what: str) -> str:
    """Return the line to type that puts the last good backup of a room or of the library back."""
    return f"screening restore {what} --data {shlex.quote(str(data))}"


def advice(data: Path) -> list[str]:
    """Return what to do about a library that can't be used: one sentence a line, with the line to type."""
    try:
        good = Backups(Library(data / "library.db"), Rooms(data / "rooms")).good("")
    except Unavailable as error:
        return [str(error)]
    if good is None:
        return [
            f"Il n’y a pas de bonne sauvegarde dans {data / 'backups'}. Gardez ce dossier tel quel, et "
            "commencez dans un autre avec --data ; une personne qui s’y connaît pourra lire le fichier."
        ]
    return [
        f"La dernière bonne sauvegarde est du {said(good)}. Elle revient avec :",
        f"  {command(data, 'library')}",
    ]


def said(backup: Backup) -> str:
    """Return when a backup was made, as one says it."""
    made: datetime.datetime = backup.made
    return f"{made:%d/%m/%Y, %H:%M}"
