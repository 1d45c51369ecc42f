"""Where single texts may be read: five people answered at one moment, as the room itself asks."""

import json
from collections.abc import Collection

from sqlite_utils import Database

from screening.room.questions import DONT_KNOW, PASS

MINIMUM_TEXTS = 5
"""An installation may ask for more before it shows figures; for texts to read it is five everywhere."""


def enough(
    db: Database, screenings: Collection[str], questions: Collection[str]
) -> set[tuple[str, str, str]]:
    """Return each screening, question and moment at which at least five people said something."""
    rows = db.execute(
        "SELECT screening, question, moment FROM sealed_answers "
        "WHERE screening IN (SELECT value FROM json_each(?)) "
        "AND question IN (SELECT value FROM json_each(?)) AND value NOT IN ('', ?, ?) "
        "GROUP BY screening, question, moment HAVING COUNT(DISTINCT pair) >= ?",
        [listed(screenings), listed(questions), DONT_KNOW, PASS, MINIMUM_TEXTS],
    ).fetchall()
    return {(screening, question, moment) for screening, question, moment in rows}


def listed(names: Collection[str]) -> str:
    """Return ids as one parameter: more of them than SQLite takes one by one."""
    return json.dumps(sorted(names))
