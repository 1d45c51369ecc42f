"""Words that a person joined after the evening: a log that can be undone, for both moments together."""

from pathlib import Path
from typing import NamedTuple

from screening.store.coding import noted
from screening.store.database import reading, writing


class Merge(NamedTuple):
    """One word (by its key) counted as another; `n` is its place in the log, `undone` what became of it."""

    n: int
    source: str
    target: str
    undone: bool


def read_merges(library: Path, screening_id: str, question: str) -> list[Merge]:
    """Return the log of one question's merges, the oldest first."""
    with reading(library) as db:
        rows = db.execute(
            "SELECT n, source, target, undone FROM word_merges WHERE screening = ? AND question = ? "
            "ORDER BY n",
            [screening_id, question],
        ).fetchall()
    return [Merge(n, source, target, bool(undone)) for n, source, target, undone in rows]


def merges_of(library: Path, screening_id: str, question: str) -> dict[str, str]:
    """Return the merges that hold, for `summary.find`."""
    return {m.source: m.target for m in read_merges(library, screening_id, question) if not m.undone}


def all_merges(library: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Return the merges that hold of every screening: by its id, then by question."""
    with reading(library) as db:
        rows = db.execute(
            "SELECT screening, question, source, target FROM word_merges WHERE undone = 0 ORDER BY n"
        ).fetchall()
    found: dict[str, dict[str, dict[str, str]]] = {}
    for screening, question, source, target in rows:
        found.setdefault(screening, {}).setdefault(question, {})[source] = target
    return found


def add_merge(library: Path, screening_id: str, question: str, sources: list[str], target: str) -> None:
    """Note that some words count as another; what already counts so is left as it is."""
    held = merges_of(library, screening_id, question)
    with writing(library) as db, noted(db, screening_id):
        for source in sources:
            if source != target and held.get(source) != target:
                db.execute(
                    "INSERT INTO word_merges (screening, question, source, target) VALUES (?, ?, ?, ?)",
                    [screening_id, question, source, target],
                )


def undo_merge(library: Path, screening_id: str, n: int) -> None:
    """Take one merge back; it stays in the log."""
    with writing(library) as db, noted(db, screening_id):
        db.execute("UPDATE word_merges SET undone = 1 WHERE n = ? AND screening = ?", [n, screening_id])
