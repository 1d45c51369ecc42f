"""Hands raised for a statement asked aloud: five numbers a moment, kept apart from the paired answers."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from screening.room.questions import MOMENTS, Moment, Question
from screening.store.database import reading, writing

Five = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class Hands:
    """A question as it was asked aloud, and how many hands each of its five points got, by moment."""

    question: Question
    counted: dict[Moment, Five]


def save_hands(library: Path, screening: str, question: Question, moment: Moment, numbers: Five) -> None:
    """Store a count of hands; a later one of the same question and moment replaces it."""
    definition = msgspec.json.encode(question).decode()
    with writing(library) as db:
        row = [screening, question.id, moment, definition, *numbers]
        db.execute("INSERT OR REPLACE INTO hand_counts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def read_hands(library: Path, screening: str) -> dict[str, Hands]:
    """Return the counts of hands of a screening, by question."""
    with reading(library) as db:
        rows = list(db.table("hand_counts").rows_where("screening = ?", [screening], order_by="question"))
    found: dict[str, Hands] = {}
    for moment in MOMENTS:
        for row in rows:
            if row["moment"] == moment:
                question = msgspec.json.decode(row["definition"], type=Question)
                numbers: Five = (row["n1"], row["n2"], row["n3"], row["n4"], row["n5"])
                counted = found[question.id].counted if question.id in found else {}
                found[question.id] = Hands(question, {**counted, moment: numbers})
    return found
