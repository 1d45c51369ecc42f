"""Whether a file of ours can be read from end to end."""

import sqlite3
from pathlib import Path

from screening.store.database import Damaged, StoreError, Unavailable, close_connections, reading


def is_sound(path: Path, quickly: bool = False) -> bool:
    """Tell whether a database can be read from end to end; `quickly` leaves out whether its indexes agree.

    A season of 500 screenings (75 MB) takes 1.5 s, quickly 0.1 s. Raises Unavailable: a file that is in use,
    or that the system does not give, may be sound.
    """
    check = "quick_check" if quickly else "integrity_check"
    try:
        with reading(path) as db:
            # To SQLite an empty file is a sound database.
            return bool(db.execute(f"PRAGMA {check}").fetchone()[0] == "ok" and db.table_names())
    except Unavailable:
        raise
    except StoreError:
        return False
    finally:
        close_connections(path)


def examine(path: Path) -> str:
    """Open a file as it is opened in an evening and read it through; return SQLite's version.

    A file that is not there yet is no error. Raises StoreError.
    """
    if path.exists():
        with reading(path) as db:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise Damaged(path, found)
    return sqlite3.sqlite_version
