"""Deleting for good: what goes is gone from the library, the rooms and every backup made here."""

import datetime
import shutil
from collections.abc import Sequence
from pathlib import Path

from screening.store.accounts import Accounts
from screening.store.backups import Backups
from screening.store.database import reading, writing
from screening.store.library import Library, Screening
from screening.store.themes import forget_themes

RETENTION_MONTHS = (6, 12, 24, 36, 60)
REMINDER_DAYS = 30
_MONTHS = "retention_months"
_OURS = ("library.db", "secret.key", "address.txt", "server.lock", "network.json", ".probe")


def delete_screening(backups: Backups, screening_id: str) -> None:
    """Delete a screening: its answers, counts and debriefs, its room, and what backups here hold of it."""
    delete_screenings(backups, [screening_id])


def delete_screenings(backups: Backups, screening_ids: Sequence[str]) -> None:
    """Delete several screenings in one transaction, as `delete_screening` does one.

    A theme goes with the last screening that asked its question.
    """
    with writing(backups.library.path) as db:
        tables = [t for t in db.table_names() if "screening" in db.table(t).columns_dict]
        for screening_id in screening_ids:
            for table in ("theme_codes", "approved_quotes"):
                own = "SELECT id FROM sealed_answers WHERE screening = ?"
                db.execute(f"DELETE FROM {table} WHERE answer IN ({own})", [screening_id])  # noqa: S608
            # Every table that belongs to a screening names it so; one that is added later is emptied too.
            for table in tables:
                db.execute(f'DELETE FROM "{table}" WHERE screening = ?', [screening_id])  # noqa: S608
            db.execute("DELETE FROM screenings WHERE id = ?", [screening_id])
        forget_themes(db)
    for screening_id in screening_ids:
        backups.rooms.destroy(screening_id)
    backups.forget_library()


def sealed_between(library: Library, since: str, until: str) -> tuple[list[Screening], int]:
    """Return the sealed screenings between two ISO dates, both within, and how many there are not sealed."""
    found = [s for s in library.screenings() if since <= s.plan.date <= until]
    sealed = [s for s in found if s.sealed]
    return sealed, len(found) - len(sealed)


def delete_account(backups: Backups, accounts: Accounts, account_id: str, heir: str) -> None:
    """Delete an account, here and in the backups; its screenings pass to `heir`. Raises LastOrganiser."""
    accounts.remove(account_id, heir)
    backups.forget_library()


def erase(data: Path) -> list[str]:
    """Delete everything this program made in a data folder; returns the names of what it leaves alone."""
    for name in ("rooms", "backups"):
        shutil.rmtree(data / name, ignore_errors=True)
    for name in _OURS:
        for path in data.glob(f"{name}*"):
            path.unlink(missing_ok=True)
    return sorted(path.name for path in data.iterdir())


def retention(library: Library) -> int:
    """Return how many months this installation means to keep answers; 0 when nobody has decided."""
    with reading(library.path) as db:
        row = db.execute("SELECT value FROM settings WHERE name = ?", [_MONTHS]).fetchone()
    return int(row[0]) if row else 0


def set_retention(library: Library, months: int) -> None:
    """Decide how many months answers are kept; 0 takes the decision back."""
    with writing(library.path) as db:
        db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", [_MONTHS, str(months)])


def keep_until(day: str, months: int) -> datetime.date:
    """Return until when a screening of some day is kept: so many months later, at the month's end."""
    date = datetime.date.fromisoformat(day)
    years, month = divmod(date.month + months, 12)
    return datetime.date(date.year + years, month + 1, 1) - datetime.timedelta(days=1)


def to_delete(library: Library, today: datetime.date) -> list[tuple[Screening, datetime.date]]:
    """Return the screenings whose day to go has come, or comes within thirty days, the earliest first."""
    months = retention(library)
    if not months:
        return []
    soon = today + datetime.timedelta(days=REMINDER_DAYS)
    found = [(s, keep_until(s.plan.date, months)) for s in library.screenings()]
    return sorted((pair for pair in found if pair[1] <= soon), key=lambda pair: pair[1])
