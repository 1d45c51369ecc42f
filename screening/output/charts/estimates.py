"""Estimates out of ten: one dot a person on a line from 0 to 10, and the range of the sources."""

from dataclasses import dataclass

from screening.output.charts.shapes import (
    Curve,
    Dot,
    Drawing,
    Layout,
    Rect,
    Shape,
    Subject,
    Table,
    Text,
    heading,
    length,
)
from screening.output.people import Say
from screening.room.questions import DONT_KNOW, ESTIMATE, Moment
from screening.summary.records import Side

_STACK = 5.5
"""How high the dots of a row may stand, in label lines."""
_STACK_ON_THE_WALL = 2.2
"""Less there, so that the numbers below stay legible."""


@dataclass(frozen=True)
class Grid:
    """Where dots go: the width of a number on the line, the radius of a dot, the height of a row of dots."""

    step: float
    r: float
    high: float


def draw_estimate(subject: Subject) -> Drawing:
    """Return a row of dots a moment; the range of the sources stands beside both moments only."""
    sides, layout, question, _ = subject.sides, subject.layout, subject.question, subject.say
    step = layout.width / len(ESTIMATE)
    high = layout.line * (_STACK if not layout.height else _STACK_ON_THE_WALL)
    tallest = max(length(n) for _moment, side in sides for value, n in side.counts if value != DONT_KNOW)
    r = min(step / 2 - 2, high / (2 * max(1, tallest)), layout.font * 0.55)
    grid = Grid(step, r, high if layout.height else max(2 * r * tallest, layout.line))
    reference = question.reference if subject.both else None
    top = layout.line * 1.3 if reference else 0.0
    y, shapes = top, list[Shape]()
    for moment, side in sides:
        row, y = _row(moment, side, y, grid, layout, _)
        shapes += row
    band: list[Shape] = []
    if reference:
        x, width = reference.low * step, (reference.high - reference.low + 1) * step
        band.append(Rect(round(x, 1), top, round(width, 1), round(y - top, 1), "range"))
        right = x + width > layout.width * 0.6
        anchor, at = ("end", x + width) if right else ("start", x)
        band.append(Text(round(at, 1), layout.font, _("repère des sources"), layout.small, anchor))
    return subject.drawing([*band, *shapes], y + 2, (_table(subject),))


def _row(
    moment: Moment, side: Side, y: float, grid: Grid, layout: Layout, _: Say
) -> tuple[list[Shape], float]:
    """Return one moment's heading, dots, line and numbers, and where the next row starts."""
    counts = dict(side.counts)
    shapes: list[Shape] = [Text(0, y + layout.font, heading(moment, side.n, _), layout.font, role="strong")]
    if unsure := counts.get(DONT_KNOW, 0):
        told = _("je ne sais pas : %(n)s", n=unsure)
        shapes.append(Text(layout.width, y + layout.font, told, layout.small, "end"))
    floor = round(y + layout.line * 1.4 + grid.high, 1)
    r = grid.r
    for place, value in enumerate(ESTIMATE):
        x = round((place + 0.5) * grid.step, 1)
        people = length(counts.get(value, 0))
        shapes += [
            Dot(x, round(floor - r - 2 * r * n, 1), round(r * 0.92, 1), f"dot {moment}")
            for n in range(people)
        ]
        size = layout.small
        shapes.append(Text(x, floor + size * 1.2, value, size, "middle", "people" if people else "label"))
    shapes.append(Curve(f"M0 {floor} L{layout.width} {floor}", "axis", 1.5))
    return shapes, floor + layout.small * 2


def _table(subject: Subject) -> Table:
    """Return the numbers given, and those of the sources' range where it is drawn."""
    counts, _ = subject.counts, subject.say
    reference = subject.question.reference if subject.both else None
    given = [int(value) for count in counts for value, n in count.items() if n and value.isdigit()]
    if reference:
        given += [reference.low, reference.high]
    rows = []
    for n in range(min(given, default=0), max(given, default=-1) + 1):
        inside = reference and reference.low <= n <= reference.high
        rows.append((str(n), _("%(n)s sur 10", n=n) + (" ◂ " + _("repère des sources") if inside else "")))
    if any(count.get(DONT_KNOW) for count in counts):
        rows.append((DONT_KNOW, _("je ne sais pas")))
    return subject.table(rows)
