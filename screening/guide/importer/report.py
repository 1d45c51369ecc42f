"""What an import found, and what it asks of the human."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Warning_:
    """One thing to look at, with its line in the source, from 1."""

    line: int
    message: str


@dataclass
class Report:
    """Counts by kind, warnings, what is proposed for each section, how much is covered."""

    counts: dict[str, int] = field(default_factory=dict)
    warnings: list[Warning_] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)
    coverage: str = ""

    def warn(self, line: int, message: str) -> None:
        """Add a warning."""
        self.warnings.append(Warning_(line, message))

    def as_dict(self) -> dict[str, Any]:
        """Return the counts and warnings as `--json` prints them."""
        ordered = sorted(self.warnings, key=lambda warning: warning.line)
        return {
            "counts": self.counts,
            "warnings": [{"line": w.line, "message": w.message} for w in ordered],
        }
