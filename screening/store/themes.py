"""Open texts after sealing: their themes, kept by the question's wording for the whole season, and quotes.

Single texts are read from five answers at a moment on and in random order; all else is counts of people.
"""

import secrets
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlite_utils import Database

from screening.room.questions import Moment, Question, digest, is_substantive, parts
from screening.store.coding import noted, theme_id
from screening.store.database import reading, writing
from screening.store.enough import enough, listed

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


class Coding(NamedTuple):
    """What a page says of texts: each (text, theme) that belongs together, and the texts to be quoted."""

    themes: Set[tuple[str, str]] = frozenset()
    approved: Set[str] = frozenset()

    @property
    def texts(self) -> set[str]:
        """The texts it says anything of."""
        return {text for text, _theme in self.themes} | self.approved


def read_themes(library: Path, wording: str) -> dict[str, str]:
    """Return the themes of a wording, by id, in alphabetical order."""
    with reading(library) as db:
        rows = db.execute("SELECT id, name FROM themes WHERE wording = ? ORDER BY name", [wording]).fetchall()
    return dict(rows)


def add_theme(library: Path, wording: str, name: str) -> str:
    """Add a theme and return its id; one of the same name is the same theme."""
    with writing(library) as db:
        return theme_id(db, wording, name)


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
            "SELECT a.id, value, moment, quotable AND json_extract(definition, '$.kind') = 'text', "
            "q.answer IS NOT NULL FROM sealed_answers a JOIN sealed_questions USING (screening, question) "
            "LEFT JOIN approved_quotes q ON q.answer = a.id WHERE screening = ? AND question = ?",
            [screening_id, question],
        ).fetchall()
        codes = db.execute(
            "SELECT answer, theme FROM theme_codes JOIN sealed_answers ON id = answer "
            "WHERE screening = ? AND question = ?",
            [screening_id, question],
        ).fetchall()
        heard = enough(db, [screening_id], [question])
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


def code(library: Path, asked: Mapping[str, str], opened: Coding, sent: Coding) -> None:
    """Store what somebody changed between opening a page and sending it; what others did meanwhile stays.

    `asked` names the screenings, each with its id of the question. Only what may be quoted is approved.
    """
    with writing(library) as db:
        rows = db.execute(
            "SELECT id, screening, question, quotable FROM sealed_answers "
            "WHERE id IN (SELECT value FROM json_each(?))",
            [listed(opened.texts | sent.texts)],
        ).fetchall()
        ours = [row for row in rows if asked.get(row[1]) == row[2]]
        for screening in sorted({row[1] for row in ours}):
            quotable = {row[0]: bool(row[3]) for row in ours if row[1] == screening}
            with noted(db, screening):
                _change(db, quotable, opened, sent)


def _change(db: Database, quotable: Mapping[str, bool], opened: Coding, sent: Coding) -> None:
    """Store the differences about texts of one screening, within an open transaction."""
    known = {row[0] for row in db.execute("SELECT id FROM themes").fetchall()}
    gone = [each for each in opened.themes - sent.themes if each[0] in quotable]
    new = [each for each in sent.themes - opened.themes if each[0] in quotable and each[1] in known]
    db.conn.executemany("DELETE FROM theme_codes WHERE answer = ? AND theme = ?", gone)
    db.conn.executemany("INSERT OR IGNORE INTO theme_codes VALUES (?, ?)", new)
    no_more = [[text] for text in opened.approved - sent.approved if text in quotable]
    approved = [[text] for text in sent.approved - opened.approved if quotable.get(text)]
    db.conn.executemany("DELETE FROM approved_quotes WHERE answer = ?", no_more)
    db.conn.executemany("INSERT OR IGNORE INTO approved_quotes VALUES (?)", approved)


def quotes(library: Path, screening_id: str, question: str) -> list[str]:
    """Return the approved quotes of one question in random order."""
    return [text.value for text in texts(library, screening_id, question) if text.quotable and text.approved]
