"""Open texts after sealing: their themes, kept by the question's wording for the whole season, and quotes.

Single texts are read from five answers at a moment on and in random order; everything else is counts of people.
"""

import secrets
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlite_utils import Database

from screening.room.questions import Moment, Question, digest, is_substantive, parts
from screening.store.coding import noted
from screening.store.database import reading, writing
from screening.store.enough import enough

MINIMUM_THEME = 3
"""A theme is shown from so many people on."""


@dataclass(frozen=True)
class Text:
    """One sealed text to code; `quotable` by the person's own word, `approved` by whoever read it."""

    id: str
    value: str
    moment: Moment
    quotable: bool
    approved: bool
    themes: frozenset[str]


def read_themes(library: Path, wording: str) -> dict[str, str]:
    """Return the themes of a wording, by id, in alphabetical order."""
    with reading(library) as db:
        rows = db.execute("SELECT id, name FROM themes WHERE wording = ? ORDER BY name", [wording]).fetchall()
    return dict(rows)


def add_theme(library: Path, wording: str, name: str) -> str:
    """Add a theme and return its id; one of the same name is the same theme."""
    with writing(library) as db:
        new = secrets.token_hex(8)
        db.execute("INSERT OR IGNORE INTO themes VALUES (?, ?, ?)", [new, wording, name])
        found = db.execute("SELECT id FROM themes WHERE wording = ? AND name = ?", [wording, name])
        return str(found.fetchone()[0])


def forget_themes(db: Database) -> None:
    """Delete, within an open transaction, the themes of wordings that no screening here has asked."""
    rows = db.execute("SELECT DISTINCT definition FROM sealed_questions").fetchall()
    asked = {digest(msgspec.json.decode(definition, type=Question)) for (definition,) in rows}
    for (wording,) in db.execute("SELECT DISTINCT wording FROM themes").fetchall():
        if wording not in asked:
            db.execute("DELETE FROM themes WHERE wording = ?", [wording])


def texts(library: Path, screening_id: str, question: str, own_words: bool = False) -> list[Text]:
    """Return the texts of one question in random order; none of a moment at which fewer than five answered.

    With `own_words`, of a choice: what people wrote beside the options.
    """
    with reading(library) as db:
        rows = db.execute(
            "SELECT a.id, value, moment, quotable, q.answer IS NOT NULL FROM sealed_answers a "
            "LEFT JOIN approved_quotes q ON q.answer = a.id WHERE screening = ? AND question = ?",
            [screening_id, question],
        ).fetchall()
        codes = db.execute(
            "SELECT answer, theme FROM theme_codes JOIN sealed_answers ON id = answer "
            "WHERE screening = ? AND question = ?",
            [screening_id, question],
        ).fetchall()
        heard = enough(db, [screening_id])
    coded: dict[str, set[str]] = {}
    for answer, theme in codes:
        coded.setdefault(answer, set()).add(theme)
    found = [
        Text(id_, value, moment, bool(quotable), bool(approved), frozenset(coded.get(id_, ())))
        for id_, answer, moment, quotable, approved in rows
        if (screening_id, question, moment) in heard
        and is_substantive(value := _own(answer) if own_words else answer)
    ]
    secrets.SystemRandom().shuffle(found)
    return found


def _own(value: str) -> str:
    return ", ".join(part[1:] for part in parts(value) if part.startswith("+"))


def code(
    library: Path, screening_id: str, question: str, themes: dict[str, set[str]], approved: set[str]
) -> None:
    """Store the themes of each text, and which quotes were approved; only of texts that may be quoted."""
    with writing(library) as db, noted(db, screening_id):
        rows = db.execute(
            "SELECT id, quotable FROM sealed_answers WHERE screening = ? AND question = ?",
            [screening_id, question],
        ).fetchall()
        known = {row[0] for row in db.execute("SELECT id FROM themes").fetchall()}
        for answer, quotable in rows:
            db.execute("DELETE FROM theme_codes WHERE answer = ?", [answer])
            db.execute("DELETE FROM approved_quotes WHERE answer = ?", [answer])
            for theme in themes.get(answer, set()) & known:
                db.execute("INSERT INTO theme_codes VALUES (?, ?)", [answer, theme])
            if quotable and answer in approved:
                db.execute("INSERT INTO approved_quotes VALUES (?)", [answer])


def theme_counts(
    library: Path, screening_ids: list[str], question_of: dict[str, str]
) -> list[tuple[str, int]]:
    """Return themes with the people who spoke of them, the most frequent first; less than three never.

    `question_of` gives each screening's question id: the same wording may have different ids.
    """
    people: Counter[str] = Counter()
    names: dict[str, str] = {}
    with reading(library) as db:
        for screening_id in screening_ids:
            rows = db.execute(
                "SELECT DISTINCT t.id, t.name, a.pair FROM theme_codes c JOIN themes t ON t.id = c.theme "
                "JOIN sealed_answers a ON a.id = c.answer WHERE a.screening = ? AND a.question = ?",
                [screening_id, question_of[screening_id]],
            ).fetchall()
            for theme, name, _pair in rows:
                people[theme] += 1
                names[theme] = name
    shown = [(names[theme], n) for theme, n in people.items() if n >= MINIMUM_THEME]
    return sorted(shown, key=lambda each: (-each[1], each[0]))


def quotes(library: Path, screening_id: str, question: str) -> list[str]:
    """Return the approved quotes of one question in random order."""
    return [text.value for text in texts(library, screening_id, question) if text.quotable and text.approved]
