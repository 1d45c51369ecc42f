"""Opening SQLite: pragmas that are asserted, one way to write, errors that people can read.

Connections are kept open between uses: opening one costs ten times what a page asks of it.
"""

import atexit
import contextlib
import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlite_utils import Database, Migrations

_WAIT_SECONDS = 10
# Rollback journal: WAL keeps deleted content in side files, and before SQLite 3.51.3 can corrupt.
_PRAGMAS = {"journal_mode": "truncate", "synchronous": 3, "secure_delete": 1, "temp_store": 2}
_MOST_IDLE = 16


class _Idle(NamedTuple):
    path: Path
    file: tuple[int, int]
    db: Database


_idle: list[_Idle] = []
_closings: Counter[Path] = Counter()
_writes: Counter[Path] = Counter()
_guard = threading.Lock()


# SQLite quotes a damaged file in its messages, in bytes that may be no text.
_BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError)
_SPOILT = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
# What says nothing of the file: it may be sound.
_NOT_NOW = {
    sqlite3.SQLITE_BUSY: "un autre programme s’en sert",
    sqlite3.SQLITE_LOCKED: "un autre programme s’en sert",
    sqlite3.SQLITE_FULL: "le disque est plein",
    sqlite3.SQLITE_NOMEM: "la mémoire manque",
    **dict.fromkeys((sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM), "l’accès est refusé"),
    **dict.fromkeys((sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR), "l’ordinateur ne le donne pas"),
    **dict.fromkeys((sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_PROTOCOL), "la lecture s’est interrompue"),
}
_NONSENSE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, msgspec.MsgspecError)


class StoreError(Exception):
    """The data can't be read or written; the message says why and what to do."""


class NoFile(StoreError):
    """The database at `path` is not there."""

    def __init__(self, path: Path, error: OSError) -> None:
        self.path = path
        super().__init__(f"{path} ne s’ouvre pas ({error.strerror}). Le fichier n’a pas été touché.")


class Damaged(StoreError):
    """The file at `path` is no sound database of ours; it was not touched."""

    def __init__(self, path: Path, why: object) -> None:
        self.path = path
        super().__init__(f"{path} est abîmé ({why}). Le fichier n’a pas été touché.")


class Unavailable(StoreError):
    """The file at `path` can't be read now: in use, or not given by the system. No backup is needed yet."""

    def __init__(self, path: Path, why: object) -> None:
        self.path = path
        super().__init__(
            f"{path} ne s’ouvre pas pour le moment ({why}). Le fichier n’a pas été touché. "
            "Attendez un peu, puis réessayez."
        )


class NewerSchema(StoreError):
    """The data was written by a newer version of this program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} vient d’une version plus récente de screening. Rien n’a été touché : "
            "installez la dernière version, ou choisissez un autre dossier avec --data."
        )


@contextmanager
def sound(path: Path) -> Iterator[None]:
    """Run a block that makes sense of what was read; raises StoreError where a damaged file makes none."""
    try:
        yield
    except _NONSENSE as error:
        raise Damaged(path, "son contenu n’a pas de sens") from error


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    """Open a database for reading; it must exist."""
    with _connection(path) as db:
        try:
            yield db
        except _BROKEN as error:
            raise _unread(path, error) from error


def _unread(path: Path, error: Exception) -> StoreError:
    """Return what a failed reading means: a file that is in use is not a damaged one."""
    why = _NOT_NOW.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return Unavailable(path, why) if why else Damaged(path, error)


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """Open a database and run the block in one immediate transaction; what returns is on the disk."""
    with _connection(path) as db:
        try:
            db.conn.execute("BEGIN IMMEDIATE")
            yield db
            db.conn.execute("COMMIT")
        except BaseException as error:
            if db.conn.in_transaction:
                # On a failing disk this may fail too; closing undoes it as well.
                with contextlib.suppress(sqlite3.Error):
                    db.conn.execute("ROLLBACK")
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _SPOILT:
                raise Damaged(path, error) from error
            if isinstance(error, _BROKEN):
                why = _NOT_NOW.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, error)
                message = f"L’écriture n’a pas réussi ({why}). Vérifiez la place sur le disque."
                raise StoreError(message) from error
            raise
        finally:
            with _guard:
                _writes[path] += 1


def writes(path: Path) -> int:
    """Return how often this process wrote to a file: what was read since the last time still holds.

    Only for what no command writes beside the server; a file that was replaced counts as written.
    """
    return _writes[path]


def close_connections(path: Path | None = None) -> None:
    """Close every connection to a file, so that it can be deleted: now, or as soon as its user is done.

    Without a path, close all that nobody uses.
    """
    with _guard:
        if path:
            _closings[path] += 1
            _writes[path] += 1
        closing = [idle for idle in _idle if path in {None, idle.path}]
        _idle[:] = [idle for idle in _idle if idle not in closing]
    for idle in closing:
        idle.db.close()


atexit.register(close_connections)


@contextmanager
def _connection(path: Path) -> Iterator[Database]:
    """Lend a connection; one that failed is closed, and so is one whose file was replaced or deleted."""
    file = _identity(path)
    with _guard:
        closings = _closings[path]
        found = next((idle for idle in reversed(_idle) if idle.path == path and idle.file == file), None)
        if found:
            _idle.remove(found)
    db = found.db if found else _connect(path)
    try:
        yield db
    except BaseException:
        db.close()
        raise
    with _guard:
        surplus: Database | None = db
        if closings == _closings[path]:
            _idle.append(_Idle(path, file, db))
            surplus = _idle.pop(0).db if len(_idle) > _MOST_IDLE else None
    if surplus:
        surplus.close()


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoFile(path, error) from error
    except OSError as error:
        raise Unavailable(path, error.strerror) from error
    return found.st_dev, found.st_ino


def prepare(path: Path, migrations: Migrations) -> None:
    """Create a database or bring it up to date.

    Raises NewerSchema when it holds a migration unknown here, StoreError when it is no database of ours.
    """
    fresh = not path.exists()
    db = _connect(path, create=True)
    if fresh:
        path.chmod(0o600)
    ours = {m.name for m in migrations.pending(Database(memory=True))}
    try:
        with sound(path):
            known = {m.name for m in migrations.pending(db)} | {m.name for m in migrations.applied(db)}
            damaged = not fresh and db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok"
        if damaged:
            raise Damaged(path, "vérification")
        if known - ours:
            raise NewerSchema(path)
        if migrations.pending(db):
            migrations.apply(db)
    except _BROKEN as error:
        raise _unread(path, error) from error
    finally:
        db.close()


def rewrite(path: Path) -> None:
    """Write a database anew, without what was deleted from it.

    `secure_delete` clears what is deleted, but not the copies of a row that SQLite leaves behind when it
    moves rows from page to page. Raises StoreError.
    """
    with _connection(path) as db:
        try:
            db.execute("VACUUM")
        except _BROKEN as error:
            raise _unread(path, error) from error


def copy_database(source: Path, target: Path) -> None:
    """Copy a database as it is at one instant, also while it is written; the copy is whole or absent.

    Raises StoreError when the source can't be read or the copy can't be written.
    """
    draft = target.with_name(f"{target.name}.new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    try:
        with reading(source) as db:
            copy = sqlite3.connect(draft, isolation_level=None)
            try:
                db.conn.backup(copy)
            finally:
                copy.close()
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        raise StoreError(f"{target} ne s’écrit pas ({error.strerror}).") from error
    finally:
        draft.unlink(missing_ok=True)


def _connect(path: Path, create: bool = False) -> Database:
    mode = "rwc" if create else "rw"
    connection = None
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=_WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,  # lent to one thread at a time
        )
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
            if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
                raise StoreError(f"SQLite n’accepte pas « {name} = {value} » sur cette machine.")
    except (*_BROKEN, sqlite3.Error, StoreError) as error:
        if connection:
            connection.close()
        if isinstance(error, StoreError):
            raise
        raise _unread(path, error) from error
    return Database(connection)


def write_durably(path: Path, data: bytes) -> None:
    """Write a small secret file so that it is whole or absent, also after a power cut."""
    draft = path.with_suffix(".new")
    draft.touch(mode=0o600)
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
