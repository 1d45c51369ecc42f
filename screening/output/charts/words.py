"""Words as two ranked columns: « before » left, « after » right; a link is a word that was given again."""

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
    cell_text,
    heading,
    lines_of,
    wide,
    wrapped,
)
from screening.output.people import Say
from screening.room.questions import MOMENTS, Moment
from screening.summary.records import Paired, Side
from screening.summary.words import LISTED

_MIDDLE = 0.22
"""The share of the width that the links take."""
_STUB = 0.28
"""How far an open end reaches into the middle."""


@dataclass(frozen=True)
class Placed:
    """A word in its column, and the height at which its link starts."""

    word: str
    people: int
    y: float


def draw_words(subject: Subject) -> Drawing | None:
    """Return the words of the moments shown; alone, a moment shows only what it would show alone."""
    sides, layout = subject.sides, subject.layout
    columns = {moment: _ranked(side, not subject.both)[: layout.most] for moment, side in sides}
    if not any(columns.values()):
        return None
    shapes: list[Shape] = []
    placed: dict[Moment, list[Placed]] = {}
    largest = max(people for words in columns.values() for _word, people in words)
    for moment, side in sides:
        found, column = _column(moment, side, columns[moment], largest, layout, subject.say)
        placed[moment] = found
        shapes += column
    if subject.both:
        shapes = _links(placed, subject.finding.paired, layout) + shapes
    bottom = max((each.y for words in placed.values() for each in words), default=0)
    return subject.drawing(shapes, bottom + layout.line + 4, (_table(subject),))


def _ranked(side: Side, alone: bool) -> list[tuple[str, int]]:
    given = [(word, n) for word, n in side.counts if isinstance(n, int) and n >= (LISTED if alone else 1)]
    return sorted(given, key=lambda each: (-each[1], each[0]))


def _column(
    moment: Moment, side: Side, words: list[tuple[str, int]], largest: int, layout: Layout, _: Say
) -> tuple[list[Placed], list[Shape]]:
    """Return one column: each word with its people and a thin bar below, from the middle outwards."""
    left = moment == "before"
    edge = layout.width * (0.5 - _MIDDLE / 2 if left else 0.5 + _MIDDLE / 2)
    room = layout.width * (0.5 - _MIDDLE / 2)
    anchor, way = ("end", -1) if left else ("start", 1)
    number = max(layout.font * 1.7, wide(str(largest), layout.font) + layout.font * 0.6)
    y: float = layout.font
    shapes: list[Shape] = [Text(edge, y, heading(moment, side.n, _), layout.font, anchor, "strong")]
    rows = max(1, len(words))
    thin = max(4, layout.bar // 4)
    gap = layout.font * 0.7
    if layout.height:
        gap = min(gap, (layout.height - layout.line - rows * (layout.line + thin)) / rows)
    y += layout.line * 0.5
    placed = []
    for word, people in words:
        size, lines = _fitted(word, room - number, layout)
        top = y + layout.font
        shapes += lines_of(lines, edge + way * number, top, round(size, 1), anchor, "word")
        shapes.append(Text(edge, top, str(people), layout.font, anchor, f"people {moment}"))
        under = top + (len(lines) - 1) * size * 1.2 + layout.font * 0.42
        width = round(room * people / largest, 1)
        shapes.append(
            Rect(edge - width if left else edge, round(under, 1), width, thin, f"bar {moment}", left)
        )
        placed.append(Placed(word, people, round(top - layout.font * 0.3, 1)))
        y = under + thin + max(2, gap)
    return placed, shapes


def _fitted(word: str, room: float, layout: Layout) -> tuple[float, tuple[str, ...]]:
    """Return a word's font and lines: smaller only where its longest part would be broken."""
    most = 1 if layout.height else 2
    size = min(layout.font, *(room / wide(part, 1) for part in word.split()))
    if len(wrapped(word, room, size, most + 1)) > most:
        size = min(layout.font, room / wide(word, 1))
    size = max(layout.font * 0.7, size)
    return size, wrapped(word, room, size, most)


def _links(placed: dict[Moment, list[Placed]], paired: Paired | None, layout: Layout) -> list[Shape]:
    """Return a line for each word of both columns, as thick as people kept it, and the open ends."""
    start, end = layout.width * (0.5 - _MIDDLE / 2) + 6, layout.width * (0.5 + _MIDDLE / 2) - 6
    before, after = ({each.word: each for each in placed[moment]} for moment in MOMENTS)
    kept = {move.word: move.kept for move in paired.words} if paired else {}
    shapes: list[Shape] = []
    for word, one in before.items():
        other = after.get(word)
        if other is None:
            shapes += _open_end(start, one.y, (end - start) * _STUB, "before", layout)
            continue
        people = kept.get(word)
        thick = layout.font / 8 + (people if isinstance(people, int) else 0) * layout.font / 40
        bend = (end - start) / 3
        path = (
            f"M{start:.1f} {one.y} C{start + bend:.1f} {one.y} {end - bend:.1f} {other.y} {end:.1f} {other.y}"
        )
        shapes.append(Curve(path, "link", round(thick, 1)))
    for word, one in after.items():
        if word not in before:
            shapes += _open_end(end, one.y, -(end - start) * _STUB, "after", layout)
    return shapes


def _open_end(x: float, y: float, reach: float, moment: Moment, layout: Layout) -> list[Shape]:
    r = layout.font / 4
    tip = x + reach - (r if reach > 0 else -r)
    return [
        Curve(f"M{x:.1f} {y} L{tip:.1f} {y}", f"stub {moment}", layout.font / 8),
        Dot(round(x + reach, 1), y, r, f"stub {moment}"),
    ]


def _table(subject: Subject) -> Table:
    """Return every listed word with its people at each moment, and what the paired people did with it."""
    finding, _ = subject.finding, subject.say
    if subject.both:
        words = list(dict.fromkeys(word for count in subject.counts for word in count))
    else:
        words = [word for word, _n in _ranked(subject.sides[0][1], alone=True)]
    rows = [(word, word) for word in words]
    if not subject.both or finding.paired is None or not finding.paired.words:
        return subject.table(rows, _("Mot"))
    moves = {move.word: (move.kept, move.left, move.came) for move in finding.paired.words}
    ways = (_("les deux fois"), _("avant seulement"), _("après seulement"))
    cells = tuple(
        tuple(
            _("non montré") if cell is None else cell_text(cell, _) for cell in moves.get(word, (None,) * 3)
        )
        for word in words
    )
    return subject.table(
        rows, _("Mot"), more=Table(tuple(f"{way} ({finding.n_paired})" for way in ways), cells)
    )
