"""Drawings of findings: geometry computed here, placed by `templates/charts/chart.html`, with a table twin.

One row an answer, the bar of « before » above the bar of « after »; pattern and colour both tell them apart.
Lengths are in units of the viewBox.
"""

import textwrap
from dataclasses import dataclass, replace

from screening.output.wording import Say, identity
from screening.room.questions import ESTIMATE, MOMENTS, SCALE, Moment, Question, say
from screening.summary.gates import SMALL
from screening.summary.records import MASKED, Cell, Finding, Paired, Side
from screening.summary.words import LISTED


@dataclass(frozen=True)
class Layout:
    """How a drawing is laid out: `column` is the room of the labels beside the bars, 0 puts them above."""

    width: int
    column: int
    characters: int
    font: int
    bar: int
    gap: int
    most_rows: int
    height: int


PAGE = Layout(width=640, column=0, characters=44, font=19, bar=22, gap=16, most_rows=99, height=0)
WALL = Layout(width=1000, column=380, characters=23, font=30, bar=26, gap=18, most_rows=7, height=470)
PHONE = Layout(width=260, column=0, characters=26, font=17, bar=20, gap=14, most_rows=7, height=0)
_VALUE_ROOM = 60
_SPACE = 3
_LEAST_GAP = 6
_LEAST_BAR = 8
_DIGIT = 0.72
"""How high a digit is, of its font size."""
_LETTER = 0.55
"""How wide a letter of running text is, of its font size; what `Layout.characters` counts on."""


@dataclass(frozen=True)
class Bar:
    """One bar with its value written at its end; a masked one is as long as for two people, and empty."""

    moment: Moment
    y: float
    width: float
    value: Cell


@dataclass(frozen=True)
class Row:
    """One answer: its label in lines of text at `y`, and its bars. `reference` marks an estimate's range."""

    label: tuple[str, ...]
    y: float
    bars: tuple[Bar, ...]
    values: tuple[Cell, ...]
    line: int
    reference: bool = False

    @property
    def text(self) -> str:
        """The label on one line."""
        return " ".join(self.label)


@dataclass(frozen=True)
class Drawing:
    """A chart to place: `id` is unique on a page, `moments` are those drawn, `n` the people of each.

    `people` is the font size of the values, `baseline` how far below its bar's top a value stands.

    For the table twin alone, once both moments are shown: `kept` holds the people who gave each drawn word
    twice, before only and after only (None is not shown), `table` the people by answer before (rows) and
    after (columns), `both` how many people these are.
    """

    id: str
    title: str
    moments: tuple[Moment, ...]
    n: tuple[int, ...]
    width: int
    height: float
    column: int
    font: int
    bar: float
    rows: tuple[Row, ...]
    people: int
    baseline: float
    both: int = 0
    kept: tuple[tuple[Cell | None, ...], ...] = ()
    table: tuple[tuple[int, ...], ...] = ()


def drawing(
    finding: Finding,
    question: Question,
    language: str = "fr",
    show: tuple[Moment, ...] = MOMENTS,
    layout: Layout = PAGE,
    _: Say = identity,
) -> Drawing | None:
    """Return the drawing of the moments that may be shown, or None when none may.

    On the wall only the words given most are drawn, as many as can be read from the back.
    """
    open_sides = {"before": finding.before, "after": finding.after}
    sides: list[tuple[Moment, Side]] = []
    for moment in show:
        side = open_sides[moment]
        if side is not None and side.counts:
            sides.append((moment, side))
    labels = _labels(question, [side for _moment, side in sides], language, _)
    if question.kind == "words":
        labels = _most_given(labels, [side for _moment, side in sides], layout.most_rows)
    if not sides or not labels:
        return None
    layout = _fit(layout, len(labels), len(sides))
    rows, height = _rows(sides, labels, question, layout)
    paired = finding.paired if len(sides) == len(MOMENTS) else None
    return Drawing(
        id=f"chart-{finding.id}",
        title=say(question.wording, language),
        moments=tuple(moment for moment, _side in sides),
        n=tuple(side.n for _moment, side in sides),
        width=layout.width,
        height=height,
        column=layout.column,
        font=layout.font,
        bar=layout.bar,
        rows=rows,
        people=(people := _people(layout, len(sides))),
        baseline=round(layout.bar / 2 + people * _DIGIT / 2, 1),
        both=finding.n_paired,
        kept=_kept(labels, paired),
        table=_table(labels, question, paired),
    )


def _kept(labels: dict[str, str], paired: Paired | None) -> tuple[tuple[Cell | None, ...], ...]:
    """Return what the paired people did with each word drawn, in the same order."""
    moves = {move.word: (move.kept, move.left, move.came) for move in paired.words} if paired else {}
    return tuple(moves.get(key, (None, None, None)) for key in labels) if moves else ()


def _table(labels: dict[str, str], question: Question, paired: Paired | None) -> tuple[tuple[int, ...], ...]:
    """Return the rows and columns of the full table that are drawn; the others hold nobody."""
    if paired is None or paired.table is None:
        return ()
    levels = SCALE if question.kind == "scale" else ESTIMATE
    drawn = [place for place, level in enumerate(levels) if level in labels]
    return tuple(tuple(paired.table[row][column] for column in drawn) for row in drawn)


def _labels(question: Question, sides: list[Side], language: str, _: Say) -> dict[str, str]:
    unknown = {"nsp": _("je ne sais pas")} if any(dict(side.counts).get("nsp") for side in sides) else {}
    if question.kind == "scale":
        return {str(n): say(label, language) for n, label in enumerate(question.labels, start=1)} | unknown
    if question.kind == "estimate":
        given = [int(key) for side in sides for key, n in side.counts if n and key.isdigit()]
        if not given:
            return unknown
        if question.reference and len(sides) == len(MOMENTS):
            given += [question.reference.low, question.reference.high]
        return {str(n): _("%(n)s sur 10", n=n) for n in range(min(given), max(given) + 1)} | unknown
    if question.kind == "choice":
        return {o.id: f"{o.pictogram} {say(o.label, language)}".strip() for o in question.options} | unknown
    return {key: key for side in sides for key, _n in side.counts if key != "nsp"} | unknown


def _length(cell: Cell) -> int:
    """Return the people a bar stands for."""
    return max(SMALL) if cell == MASKED else cell


def _most_given(labels: dict[str, str], sides: list[Side], most: int) -> dict[str, str]:
    """Return the words to draw; alone, a moment shows its own, and tells nothing of the other."""
    counts = [dict(side.counts) for side in sides]
    given = {key: max(_length(count.get(key, 0)) for count in counts) for key in labels}
    listed = [key for key in labels if given[key] >= LISTED]
    if len(sides) == 1:
        listed.sort(key=lambda key: (-given[key], key))
    return {key: labels[key] for key in listed[:most]}


def _fit(layout: Layout, rows: int, bars: int) -> Layout:
    """Make bars and gaps smaller where so many rows would not fit the layout's height."""
    needed = rows * (bars * (layout.bar + _SPACE) + layout.gap)
    if not layout.height or needed <= layout.height:
        return layout
    share = layout.height / needed
    font = max(26, round(layout.font * share))
    gap = max(_LEAST_GAP, round(layout.gap * share**2))
    bar = min(layout.bar, max(_LEAST_BAR, int((layout.height / rows - gap) / bars - _SPACE)))
    return replace(layout, bar=bar, gap=gap, font=font)


def _people(layout: Layout, bars: int) -> int:
    """Return the font size of the values: as large as the labels, unless one would touch the other."""
    if bars == 1:
        return layout.font
    return min(layout.font, int((layout.bar + _SPACE) / _DIGIT * 0.9))


def _wrapped(label: str, layout: Layout) -> tuple[str, ...]:
    """Return a label in lines; where its letters are wide (capitals, pictograms), in shorter ones."""
    widths = [1.0 if c in "MWmw" or ord(c) > 0x2E7F else 0.72 if c.isupper() else _LETTER for c in label]
    usual = _LETTER * 1.2
    mean = max(usual, sum(widths) / max(1, len(widths)))
    return tuple(textwrap.wrap(label, max(1, int(layout.characters * usual / mean)))) or (label,)


def _rows(
    sides: list[tuple[Moment, Side]], labels: dict[str, str], question: Question, layout: Layout
) -> tuple[tuple[Row, ...], float]:
    counts = [dict(side.counts) for _, side in sides]
    largest = max(1, *(_length(n) for count in counts for n in count.values()))
    scale = (layout.width - layout.column - _VALUE_ROOM) / largest
    line = round(layout.font * 1.2)
    rows: list[Row] = []
    y = 0.0
    for key, label in labels.items():
        text = _wrapped(label, layout)
        values = tuple(count.get(key, 0) for count in counts)
        high_text, high_bars = line * len(text), len(values) * (layout.bar + _SPACE)
        if layout.column:
            high = max(high_text, high_bars)
            top, first = y + (high - high_bars) / 2, y + (high - high_text) / 2 + layout.font
        else:
            high = high_text + high_bars + 4
            top, first = y + high_text + 4, y + layout.font
        bars = tuple(
            Bar(moment, top + place * (layout.bar + _SPACE), round(_length(value) * scale, 1), value)
            for place, ((moment, _), value) in enumerate(zip(sides, values, strict=True))
        )
        rows.append(Row(text, first, bars, values, line, _in_range(question, key)))
        y += high + layout.gap
    return tuple(rows), y


def _in_range(question: Question, key: str) -> bool:
    reference = question.reference
    return reference is not None and key.isdigit() and reference.low <= int(key) <= reference.high
