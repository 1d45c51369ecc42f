"""The run of an evening against its plan: how long each part was meant to take, took, and what remains.

Times are seconds of the server's clock. The evening's end is fixed when it begins; parts may be shortened,
skipped or parked (kept for later), but never the protected ones, which hold the last minutes for follow-up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Change = Literal["shorten", "lengthen", "skip", "park", "take"]
STEP_MINUTES = 2
_LEAST_MINUTES = 1


@dataclass(frozen=True)
class Part:
    """One part as planned: minutes, and whether it is protected."""

    title: str
    minutes: int
    protected: bool = False


@dataclass(frozen=True)
class Run:
    """Where an evening stands in its parts. `began` is None until it starts; `took` is seconds by part."""

    began: float | None = None
    part: int = 0
    part_began: float = 0.0
    took: dict[int, float] = field(default_factory=dict)
    minutes: dict[int, int] = field(default_factory=dict)
    left_out: dict[int, Literal["skip", "park"]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return what the room keeps of this."""
        return {
            "began": self.began,
            "part": self.part,
            "part_began": self.part_began,
            "took": self.took,
            "minutes": self.minutes,
            "left_out": self.left_out,
        }


@dataclass(frozen=True)
class Line:
    """One part as the console shows it: planned and real minutes, and its standing."""

    index: int
    part: Part
    minutes: int
    took: int | None
    standing: Literal["done", "now", "ahead", "skip", "park"]


def from_json(kept: dict[str, Any]) -> Run:
    """Return the run that a room kept; an empty one when it kept none."""
    if not kept:
        return Run()

    def by_index(name: str) -> dict[int, Any]:
        return {int(index): value for index, value in kept.get(name, {}).items()}

    return Run(
        began=kept.get("began"),
        part=int(kept.get("part", 0)),
        part_began=float(kept.get("part_began", 0)),
        took=by_index("took"),
        minutes=by_index("minutes"),
        left_out=by_index("left_out"),
    )


def minutes_of(run: Run, parts: Sequence[Part], index: int) -> int:
    """Return the minutes that a part now has: as changed, or as planned; 0 when left out."""
    return 0 if index in run.left_out else run.minutes.get(index, parts[index].minutes)


def go_to(run: Run, parts: Sequence[Part], index: int, now: float) -> Run:
    """Begin a part, noting how long the present one took; the evening begins with the first."""
    if not 0 <= index < len(parts):
        return run
    if run.began is None:
        passed = dict.fromkeys(range(index), 0.0)
        return replace(run, began=now, part=index, part_began=now, took=passed)
    if index == run.part:
        return run
    took = {**run.took, run.part: run.took.get(run.part, 0) + now - run.part_began}
    left_out = {n: how for n, how in run.left_out.items() if n != index}
    return replace(run, part=index, part_began=now, took=took, left_out=left_out)


def change(run: Run, parts: Sequence[Part], index: int, how: Change) -> Run:
    """Shorten, lengthen, skip, park or take back a part; a protected one stays as it is."""
    if not 0 <= index < len(parts) or (parts[index].protected and how != "take"):
        return run
    if how == "take":
        return replace(run, left_out={n: h for n, h in run.left_out.items() if n != index})
    if how in {"skip", "park"}:
        return replace(run, left_out={**run.left_out, index: how})
    minutes = run.minutes.get(index, parts[index].minutes)
    minutes += STEP_MINUTES if how == "lengthen" else -STEP_MINUTES
    return replace(run, minutes={**run.minutes, index: max(_LEAST_MINUTES, minutes)})


def lines(run: Run, parts: Sequence[Part], now: float) -> list[Line]:
    """Return every part with its planned and real minutes."""
    found: list[Line] = []
    for index, part in enumerate(parts):
        seconds = run.took.get(index)
        if run.began is not None and index == run.part:
            seconds = (seconds or 0) + now - run.part_began
            standing: Any = "now"
        elif index in run.left_out:
            standing = run.left_out[index]
        else:
            standing = "done" if index in run.took else "ahead"
        took = None if seconds is None else round(seconds / 60)
        found.append(Line(index, part, minutes_of(run, parts, index), took, standing))
    return found


def minutes_left(run: Run, total: int, now: float) -> int:
    """Return the minutes until the fixed end; all of them before the beginning, negative when it is past."""
    return total if run.began is None else round(total - (now - run.began) / 60)


def minutes_over(run: Run, parts: Sequence[Part], total: int, now: float) -> int:
    """Return by how many minutes the present plan overruns the fixed end; 0 when it fits."""
    if run.began is None:
        return 0
    here = max(0.0, minutes_of(run, parts, run.part) - (now - run.part_began) / 60)
    ahead = [n for n in range(len(parts)) if n != run.part and n not in run.took]
    needed = here + sum(minutes_of(run, parts, n) for n in ahead)
    return max(0, round(needed - minutes_left(run, total, now)))
