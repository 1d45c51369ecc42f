"""What a facilitator estimates of a whole room, such as how many women: totals, off until decided otherwise.

They have no tie to any answer: they are asked beside the debrief, kept in a table of their own, and told only
as sums over a year.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlite_utils import Database

from screening.store.database import reading, writing

GROUPS = {
    "gender": ("women", "men", "other_gender"),
    "age": ("under_18", "from_18", "from_30", "from_60"),
}
"""What may be estimated: the parts of each group, by its name."""
NAMES = tuple(name for parts in GROUPS.values() for name in parts)
_SETTING = "group_totals"


def groups_wanted(library: Path) -> bool:
    """Tell whether this installation asks its facilitators for such totals; not before it was decided."""
    with reading(library) as db:
        row = db.execute("SELECT value FROM settings WHERE name = ?", [_SETTING]).fetchone()
    return bool(row and row[0] == "1")


def want_groups(library: Path, wanted: bool) -> None:
    """Decide whether such totals are asked for."""
    with writing(library) as db:
        db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", [_SETTING, str(int(wanted))])


def read_groups(library: Path, screening: str) -> dict[str, int]:
    """Return the totals estimated of one room, by name."""
    with reading(library) as db:
        rows = db.execute("SELECT name, n FROM group_totals WHERE screening = ?", [screening]).fetchall()
    return dict(rows)


def save_groups(library: Path, screening: str, totals: Mapping[str, int]) -> None:
    """Store the totals of one room in the place of those before."""
    with writing(library) as db:
        write_groups(db, screening, totals)


def write_groups(db: Database, screening: str, totals: Mapping[str, int]) -> None:
    """Store what `save_groups` does, within an open transaction."""
    db.execute("DELETE FROM group_totals WHERE screening = ?", [screening])
    rows = [[screening, name, totals[name]] for name in NAMES if name in totals]
    db.conn.executemany("INSERT INTO group_totals VALUES (?, ?, ?)", rows)


def rooms_with_groups(library: Path, screenings: Iterable[str]) -> list[dict[str, int]]:
    """Return the totals of each of these rooms that has any, in an order that tells nothing."""
    wanted = set(screenings)
    found: dict[str, dict[str, int]] = {}
    with reading(library) as db:
        rows = db.execute("SELECT screening, name, n FROM group_totals").fetchall()
    for screening, name, n in rows:
        if screening in wanted:
            found.setdefault(screening, {})[name] = n
    return list(found.values())
