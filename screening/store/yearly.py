"""What a year's report is made of: an organiser's choices, and the answers, quotes and debriefs of a period.

What was chosen of a screening lies in rows of that screening, and goes when it is deleted.
"""

import secrets
from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from screening.room.questions import Question, digest, is_substantive
from screening.store.database import reading, writing
from screening.store.debriefs import Debrief, current, read_debriefs
from screening.store.enough import enough

_SETTING = "year_report"
_QUOTE, _DEBRIEF = "quote", "debrief"


class Column(msgspec.Struct, frozen=True):
    """A column of the table of activities: its heading, "" for the usual one; `text` fills own columns."""

    name: str
    heading: str = ""
    text: str = ""


class Choices(msgspec.Struct, frozen=True):
    """What an organiser chose once for every year's report; `findings` are digests of wordings."""

    association: str = ""
    introduction: str = ""
    columns: tuple[Column, ...] = ()
    findings: tuple[str, ...] = ()


class Quote(NamedTuple):
    """One approved quote: the id of its answer, where it was said and its words."""

    id: str
    screening: str
    question: str
    text: str


def read_choices(library: Path) -> Choices:
    """Return what was chosen; nothing before somebody did."""
    with reading(library) as db:
        row = db.execute("SELECT value FROM settings WHERE name = ?", [_SETTING]).fetchone()
    return msgspec.json.decode(row[0], type=Choices) if row else Choices()


def save_choices(library: Path, choices: Choices) -> None:
    """Keep what was chosen for every year."""
    with writing(library) as db:
        value = msgspec.json.encode(choices).decode()
        db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", [_SETTING, value])


def save_picks(
    library: Path, screenings: Collection[str], quotes: Iterable[Quote], debriefs: Iterable[str]
) -> None:
    """Keep the quotes and debriefs chosen of these screenings; what was chosen of others stays."""
    rows = [(quote.screening, _QUOTE, quote.id) for quote in quotes]
    rows += [(screening, _DEBRIEF, "") for screening in debriefs]
    with writing(library) as db:
        for screening in screenings:
            db.execute("DELETE FROM report_picks WHERE screening = ?", [screening])
        db.conn.executemany("INSERT OR IGNORE INTO report_picks VALUES (?, ?, ?)", rows)


def read_picks(library: Path) -> tuple[set[str], set[str]]:
    """Return the ids of the answers chosen as quotes, and of the screenings whose debrief was chosen."""
    with reading(library) as db:
        rows = db.execute("SELECT screening, what, item FROM report_picks").fetchall()
    quotes = {item for _screening, what, item in rows if what == _QUOTE}
    return quotes, {screening for screening, what, _item in rows if what == _DEBRIEF}


def asked_in(library: Path, screenings: Collection[str]) -> dict[str, list[tuple[str, Question]]]:
    """Return what these screenings asked, by the digest of the wording: each screening with its question."""
    with reading(library) as db:
        rows = db.execute("SELECT screening, definition FROM sealed_questions ORDER BY position").fetchall()
    found: dict[str, list[tuple[str, Question]]] = {}
    for screening, definition in rows:
        if screening in screenings:
            name, question = _understood(definition)
            found.setdefault(name, []).append((screening, question))
    return found


def quotes_in(library: Path, screenings: Collection[str]) -> list[Quote]:
    """Return the approved quotes of these screenings in random order, of moments at which five wrote."""
    with reading(library) as db:
        approved = db.execute(
            "SELECT a.id, a.screening, a.question, a.value, a.moment FROM approved_quotes q "
            "JOIN sealed_answers a ON a.id = q.answer JOIN sealed_questions USING (screening, question) "
            "WHERE a.quotable = 1 AND json_extract(definition, '$.kind') = 'text'"
        ).fetchall()
        heard = enough(db, {row[1] for row in approved} & set(screenings), {row[2] for row in approved})
    found = [
        Quote(id_, screening, question, value)
        for id_, screening, question, value, moment in approved
        if (screening, question, moment) in heard and is_substantive(value)
    ]
    secrets.SystemRandom().shuffle(found)
    return found


def debriefs_in(library: Path, screenings: Iterable[str]) -> tuple[dict[str, Debrief], int]:
    """Return the debriefs that their authors let be printed, by screening, and how many more there are."""
    with reading(library) as db:
        written = {row[0] for row in db.execute("SELECT DISTINCT screening FROM debriefs").fetchall()}
    versions = {name: current(read_debriefs(library, name)) for name in screenings if name in written}
    shared = {name: debrief for name, debrief in versions.items() if debrief and debrief.shared}
    return shared, sum(debrief is not None for debrief in versions.values()) - len(shared)


@lru_cache(maxsize=500)
def _understood(definition: str) -> tuple[str, Question]:
    question = msgspec.json.decode(definition, type=Question)
    return digest(question), question
