"""Opening SQLite: pragmas that are asserted, one way to write, errors that people can read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database, Migrations

_WAIT_SECONDS = 10
# Rollback journal: WAL keeps deleted content in side files, and before SQLite 3.51.3 can corrupt.
_PRAGMAS = {"journal_mode": "delete", "synchronous": 3, "secure_delete": 1, "temp_store": 2}


class StoreError(Exception):
    """The data can't be read or written; the message says why and what to do."""


class NewerSchema(StoreError):
    """The data was written by a newer version of this program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} vient d’une version plus récente de screening. Rien n’a été touché : "
            "installez la dernière version, ou choisissez un autre dossier avec --data."
        )


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    """Open a database for reading; it must exist."""
    db = _connect(path)
    try:
        yield db
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path} n’est pas lisible ({error}). Le fichier n’a pas été touché.") from error
    finally:
        db.close()


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """Open a database and run the block in one immediate transaction; what returns is on the disk."""
    db = _connect(path)
    try:
        db.conn.execute("BEGIN IMMEDIATE")
        yield db
        db.conn.execute("COMMIT")
    except BaseException as error:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        if isinstance(error, sqlite3.DatabaseError):
            message = f"L’écriture n’a pas réussi ({error}). Vérifiez la place sur le disque."
            raise StoreError(message) from error
        raise
    finally:
        db.close()


def prepare(path: Path, migrations: Migrations) -> None:
    """Create a database or bring it up to date.

    Raises NewerSchema when it holds a migration unknown here, StoreError when it is no database of ours.
    """
    fresh = not path.exists()
    db = _connect(path, create=True)
    if fresh:
        path.chmod(0o600)
    try:
        known = {m.name for m in migrations.pending(db)} | {m.name for m in migrations.applied(db)}
        ours = {m.name for m in migrations.pending(Database(memory=True))}
        if known - ours:
            raise NewerSchema(path)
        if migrations.pending(db):
            migrations.apply(db)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path} n’est pas lisible ({error}). Le fichier n’a pas été touché.") from error
    finally:
        db.close()


def examine(path: Path) -> str:
    """Open a file as it is opened in an evening and read it through; return SQLite's version.

    A file that is not there yet is no error. Raises StoreError.
    """
    if path.exists():
        with reading(path) as db:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise StoreError(f"{path} est abîmé ({found}). Le fichier n’a pas été touché.")
    return sqlite3.sqlite_version


def _connect(path: Path, create: bool = False) -> Database:
    mode = "rwc" if create else "rw"
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_WAIT_SECONDS, isolation_level=None
        )
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
            if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
                connection.close()
                raise StoreError(f"SQLite n’accepte pas « {name} = {value} » sur cette machine.")
    except sqlite3.Error as error:
        raise StoreError(f"{path} ne s’ouvre pas ({error}). Le fichier n’a pas été touché.") from error
    return Database(connection)
