"""Heads counted in a moving debate: a shift seen without a phone, kept apart from the paired answers."""

from dataclasses import astuple, dataclass
from pathlib import Path

from screening.store.database import reading, writing


@dataclass(frozen=True)
class HeadCount:
    """People on both sides of a statement, at the start and at the end; `statement` counts from 0."""

    step: str
    statement: int
    start_agree: int
    start_disagree: int
    end_agree: int
    end_disagree: int


def save_heads(library: Path, screening: str, counted: HeadCount) -> None:
    """Store a head count; a later one of the same statement replaces it."""
    with writing(library) as db:
        row = [screening, *astuple(counted)]
        db.execute("INSERT OR REPLACE INTO head_counts VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def read_heads(library: Path, screening: str) -> list[HeadCount]:
    """Return the head counts of a screening, by step and statement."""
    with reading(library) as db:
        rows = db.table("head_counts").rows_where("screening = ?", [screening], order_by="step, statement")
        return [HeadCount(**{k: v for k, v in row.items() if k != "screening"}) for row in rows]
