"""Where single texts may be read: five people answered at one moment, as the room itself asks.

An installation may ask for more before it shows figures; for texts to read it is five everywhere.
"""

import json
from collections.abc import Collection
from pathlib import Path

from sqlite_utils import Database

from screening.room.questions import DONT_KNOW, PASS, Moment
from screening.store.answers import MINIMUM_SHOWN
from screening.store.database import reading


def enough(
    db: Database, screenings: Collection[str], questions: Collection[str]
) -> set[tuple[str, str, Moment]]:
    """Return each screening, question and moment at which at least five people said something."""
    rows = db.execute(
        "SELECT screening, question, moment FROM sealed_answers "
        "WHERE screening IN (SELECT value FROM json_each(?)) "
        "AND question IN (SELECT value FROM json_each(?)) AND value NOT IN ('', ?, ?) "
        "GROUP BY screening, question, moment HAVING COUNT(DISTINCT pair) >= ?",
        [listed(screenings), listed(questions), DONT_KNOW, PASS, MINIMUM_SHOWN],
    ).fetchall()
    return {(screening, question, moment) for screening, question, moment in rows}


def moments_heard(library: Path, screening: str, question: str) -> set[Moment]:
    """Return the moments at which at least five people said something to a question."""
    with reading(library) as db:
        return {moment for _screening, _question, moment in enough(db, [screening], [question])}


def listed(names: Collection[str]) -> str:
    """Return ids as one parameter: more of them than SQLite takes one by one."""
    return json.dumps(sorted(names))
