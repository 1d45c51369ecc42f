"""A facilitator's checks of dated or contradictory figures, kept with the screening."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from screening.store.database import reading, writing

Place = tuple[str, str]
"""A figure's place in a guide: the id of its step, and its own."""


@dataclass(frozen=True)
class Check:
    """One figure as checked: `own_value` and `own_source` are shown instead of the guide's when given."""

    step: str
    figure: str
    checked: bool = False
    own_value: str = ""
    own_source: str = ""


def read_checks(library: Path, screening: str) -> Mapping[Place, Check]:
    """Return the checks of a screening by the figure's place."""
    with reading(library) as db:
        rows = db.table("figure_checks").rows_where("screening = ?", [screening])
        checks = [
            Check(row["step"], row["figure"], bool(row["checked"]), row["own_value"], row["own_source"])
            for row in rows
        ]
    return {(check.step, check.figure): check for check in checks}


def save_checks(library: Path, screening: str, checks: Iterable[Check]) -> None:
    """Replace checks of a screening by new ones."""
    with writing(library) as db:
        for check in checks:
            row = [screening, check.step, check.figure, check.checked, check.own_value, check.own_source]
            db.execute("INSERT OR REPLACE INTO figure_checks VALUES (?, ?, ?, ?, ?, ?)", row)
