"""Drawings of findings: geometry computed here, placed by `templates/charts/chart.html`, with a table twin.

One row an answer, the bar of « before » above the bar of « after »; pattern and colour both tell them apart.
Lengths are in units of the viewBox.
"""

import textwrap
from dataclasses import dataclass

from screening.room.questions import MOMENTS, Moment, Question, say
from screening.summary.records import Finding, Side

WIDTH = 640
_LABEL_CHARACTERS = 44
_LINE = 24
_BAR = 22
_GAP = 16
_VALUE_ROOM = 50


@dataclass(frozen=True)
class Bar:
    """One bar with its value written at its end."""

    moment: Moment
    y: int
    width: float
    value: int


@dataclass(frozen=True)
class Row:
    """One answer: its label in lines of text at `y`, and its bars. `reference` marks an estimate's range."""

    label: tuple[str, ...]
    y: int
    bars: tuple[Bar, ...]
    values: tuple[int, ...]
    reference: bool = False

    @property
    def text(self) -> str:
        """The label on one line."""
        return " ".join(self.label)


@dataclass(frozen=True)
class Drawing:
    """A chart to place: `id` is unique on a page, `moments` are those drawn, `n` the people of each."""

    id: str
    title: str
    moments: tuple[Moment, ...]
    n: tuple[int, ...]
    width: int
    height: int
    line: int
    bar: int
    rows: tuple[Row, ...]


def drawing(
    finding: Finding,
    question: Question,
    language: str = "fr",
    show: tuple[Moment, ...] = MOMENTS,
) -> Drawing | None:
    """Return the drawing of the moments that may be shown, or None when none may."""
    open_sides = {"before": finding.before, "after": finding.after}
    sides: list[tuple[Moment, Side]] = []
    for moment in show:
        side = open_sides[moment]
        if side is not None and side.counts:
            sides.append((moment, side))
    labels = _labels(question, [side for _, side in sides], language)
    if not sides or not labels:
        return None
    rows, height = _rows(sides, labels, question)
    return Drawing(
        id=f"chart-{finding.id}",
        title=say(question.wording, language),
        moments=tuple(moment for moment, _ in sides),
        n=tuple(side.n for _, side in sides),
        width=WIDTH,
        height=height,
        line=_LINE,
        bar=_BAR,
        rows=rows,
    )


def _labels(question: Question, sides: list[Side], language: str) -> dict[str, str]:
    unknown = {"nsp": "je ne sais pas"} if any(dict(side.counts).get("nsp") for side in sides) else {}
    if question.kind == "scale":
        return {str(n): say(label, language) for n, label in enumerate(question.labels, start=1)} | unknown
    if question.kind == "estimate":
        given = [int(key) for side in sides for key, n in side.counts if n and key.isdigit()]
        if not given:
            return unknown
        return {str(n): f"{n} sur 10" for n in range(min(given), max(given) + 1)} | unknown
    if question.kind == "choice":
        return {o.id: f"{o.pictogram} {say(o.label, language)}".strip() for o in question.options} | unknown
    return {key: key for side in sides for key, _ in side.counts if key != "nsp"} | unknown


def _rows(
    sides: list[tuple[Moment, Side]], labels: dict[str, str], question: Question
) -> tuple[tuple[Row, ...], int]:
    counts = [dict(side.counts) for _, side in sides]
    largest = max(1, *(n for count in counts for n in count.values()))
    scale = (WIDTH - _VALUE_ROOM) / largest
    rows: list[Row] = []
    y = 0
    for key, label in labels.items():
        text = tuple(textwrap.wrap(label, _LABEL_CHARACTERS)) or (label,)
        top = y + _LINE * len(text) + 4
        values = tuple(count.get(key, 0) for count in counts)
        bars = tuple(
            Bar(moment, top + place * (_BAR + 3), round(value * scale, 1), value)
            for place, ((moment, _), value) in enumerate(zip(sides, values, strict=True))
        )
        rows.append(Row(text, y + _LINE - 6, bars, values, _in_range(question, key)))
        y = top + len(bars) * (_BAR + 3) + _GAP
    return tuple(rows), y


def _in_range(question: Question, key: str) -> bool:
    reference = question.reference
    return reference is not None and key.isdigit() and reference.low <= int(key) <= reference.high
