"""What people decided about a sealed screening's words and texts, as one part that has versions and travels.

The decisions lie in `word_merges`, `theme_codes` and `approved_quotes`. Whatever changes them does so within
`noted`, so that the version grows; a later coding from elsewhere is offered, never put in the place of ours.
"""

import datetime
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlite_utils import Database

from screening.room.questions import Question, digest
from screening.room.text import clean_line
from screening.store.database import reading, writing
from screening.store.moved import Mark, MovedCoding, MovedMerge, MovedQuotes, MovedTheme
from screening.store.offered import check_shown

_NAME = 60


@contextmanager
def noted(db: Database, screening: str) -> Iterator[None]:
    """Within an open transaction: when the block changes a screening's coding, note a version of today."""
    before = _content(db, screening)
    yield
    if _content(db, screening) != before:
        version, _day = _version(db, screening)
        row = [screening, version + 1, datetime.date.today().isoformat()]
        db.execute("INSERT OR REPLACE INTO coding_versions VALUES (?, ?, ?)", row)


def read_coding(library: Path, screening: str) -> MovedCoding | None:
    """Return what was decided here, by the names that answers have everywhere; None before anything was."""
    with reading(library) as db:
        return coding_of(db, screening)


def coding_of(db: Database, screening: str) -> MovedCoding | None:
    """Return what `read_coding` does, from an open connection."""
    version, day = _version(db, screening)
    merges, themes, quotes = _content(db, screening)
    if not (version or merges or themes or quotes):
        return None
    return MovedCoding(
        version=version, day=datetime.date.fromisoformat(day), merges=merges, themes=themes, quotes=quotes
    )


def write_coding(db: Database, screening: str, coding: MovedCoding) -> None:
    """Put a coding in the place of what is there, within an open transaction; its version becomes ours."""
    answers = _answers(db, screening)
    db.execute("DELETE FROM word_merges WHERE screening = ?", [screening])
    for table in ("theme_codes", "approved_quotes"):
        own = "SELECT id FROM sealed_answers WHERE screening = ?"
        db.execute(f"DELETE FROM {table} WHERE answer IN ({own})", [screening])  # noqa: S608
    for merge in coding.merges:
        row = [screening, merge.question, merge.source, merge.target, int(merge.undone)]
        db.execute(
            "INSERT INTO word_merges (screening, question, source, target, undone) VALUES (?, ?, ?, ?, ?)",
            row,
        )
    wordings = _wordings(db, screening)
    for theme in coding.themes:
        name = theme_id(db, wordings[theme.question], clean_line(theme.name, _NAME))
        rows = [[answers[theme.question, mark], name] for mark in theme.texts]
        db.conn.executemany("INSERT OR IGNORE INTO theme_codes VALUES (?, ?)", rows)
    for quotes in coding.quotes:
        rows = [[answers[quotes.question, mark]] for mark in quotes.texts]
        db.conn.executemany("INSERT OR IGNORE INTO approved_quotes VALUES (?)", rows)
    row = [screening, coding.version, coding.day.isoformat()]
    db.execute("INSERT OR REPLACE INTO coding_versions VALUES (?, ?, ?)", row)


def offer_coding(db: Database, screening: str, coding: MovedCoding) -> None:
    """Keep a coding from elsewhere until somebody decides, within an open transaction."""
    row = [screening, msgspec.json.encode(coding).decode()]
    db.execute("INSERT OR REPLACE INTO offered_codings VALUES (?, ?)", row)


def offered_coding(library: Path, screening: str) -> MovedCoding | None:
    """Return the coding from elsewhere that waits for a decision, if any."""
    with reading(library) as db:
        return _offered(db, screening)


def settle_coding(library: Path, screening: str, take: bool, shown: str | None = None) -> None:
    """Take the coding that is offered in the place of ours, or let it go.

    With `shown`, the mark of what was read: raises OtherOffer when something else waits by now.
    """
    with writing(library) as db:
        waiting = _offered(db, screening)
        check_shown(waiting, shown)
        if take and waiting:
            write_coding(db, screening, waiting)
        db.execute("DELETE FROM offered_codings WHERE screening = ?", [screening])


def _offered(db: Database, screening: str) -> MovedCoding | None:
    row = db.execute("SELECT content FROM offered_codings WHERE screening = ?", [screening]).fetchone()
    return msgspec.json.decode(row[0], type=MovedCoding) if row else None


def _version(db: Database, screening: str) -> tuple[int, str]:
    """Return the version and its day; before anything was coded, 0 and the day of the screening."""
    row = (
        db.execute("SELECT version, day FROM coding_versions WHERE screening = ?", [screening]).fetchone()
        or db.execute("SELECT 0, COALESCE(ended, date) FROM screenings WHERE id = ?", [screening]).fetchone()
    )
    return int(row[0]), str(row[1])


def _content(
    db: Database, screening: str
) -> tuple[tuple[MovedMerge, ...], tuple[MovedTheme, ...], tuple[MovedQuotes, ...]]:
    merges = db.execute(
        "SELECT question, source, target, undone FROM word_merges WHERE screening = ? ORDER BY n", [screening]
    ).fetchall()
    coded = db.execute(
        "SELECT a.question, t.name, a.pair, a.moment FROM theme_codes c JOIN themes t ON t.id = c.theme "
        "JOIN sealed_answers a ON a.id = c.answer WHERE a.screening = ?",
        [screening],
    ).fetchall()
    approved = db.execute(
        "SELECT a.question, a.pair, a.moment FROM approved_quotes q JOIN sealed_answers a ON a.id = q.answer "
        "WHERE a.screening = ?",
        [screening],
    ).fetchall()
    return (
        tuple(MovedMerge(question=q, source=s, target=t, undone=bool(u)) for q, s, t, u in merges),
        tuple(
            MovedTheme(question=question, name=name, texts=texts)
            for (question, name), texts in _by_group(coded).items()
        ),
        tuple(
            MovedQuotes(question=question, texts=texts) for (question,), texts in _by_group(approved).items()
        ),
    )


def _by_group(rows: list[tuple[Any, ...]]) -> dict[tuple[str, ...], tuple[Mark, ...]]:
    """Return marks by what stands before them in each row, all in an order that tells nothing."""
    found: dict[tuple[str, ...], list[Mark]] = {}
    for *group, pair, moment in sorted(rows, key=lambda row: (row[:-2], int(row[-2]), row[-1])):
        found.setdefault(tuple(group), []).append(Mark(pair=pair, moment=moment))
    return {group: tuple(marks) for group, marks in found.items()}


def _answers(db: Database, screening: str) -> dict[tuple[str, Mark], str]:
    rows = db.execute(
        "SELECT question, pair, moment, id FROM sealed_answers WHERE screening = ?", [screening]
    ).fetchall()
    return {(question, Mark(pair=pair, moment=moment)): id_ for question, pair, moment, id_ in rows}


def _wordings(db: Database, screening: str) -> dict[str, str]:
    rows = db.execute(
        "SELECT question, definition FROM sealed_questions WHERE screening = ?", [screening]
    ).fetchall()
    return {name: digest(msgspec.json.decode(definition, type=Question)) for name, definition in rows}


def theme_id(db: Database, wording: str, name: str) -> str:
    """Return the id of a wording's theme, which is made when there is none, in an open transaction."""
    db.execute("INSERT OR IGNORE INTO themes VALUES (?, ?, ?)", [secrets.token_hex(8), wording, name])
    found = db.execute("SELECT id FROM themes WHERE wording = ? AND name = ?", [wording, name])
    return str(found.fetchone()[0])
