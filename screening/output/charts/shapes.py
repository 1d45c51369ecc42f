"""What a drawing is made of: a few shapes, and the tables that say the same.

`templates/charts/chart.html` places the shapes; lengths are in units of the viewBox. A role is the class that
`static/charts.css` gives colour and pattern to; « before » and « after » differ by both.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from screening.output.people import Say, out_of, toward
from screening.room.questions import MOMENTS, SCALE, Moment, Question, say
from screening.summary.gates import SMALL
from screening.summary.records import MASKED, Cell, Finding, Side, Span

_LETTER = 0.55
"""How wide a letter of running text is, of its font size."""


@dataclass(frozen=True)
class Layout:
    """How large a drawing is: `font` for labels, `most` rows of words, `height` 0 where there is no limit.

    Without `pictograms` only their labels are drawn, for where no font may hold them. `narrows` is for pages
    that are also read on a phone: a drawing comes with the same for there.
    """

    width: int
    font: int
    bar: int
    most: int
    height: int
    pictograms: bool = True
    narrows: bool = False

    @property
    def line(self) -> float:
        """The distance between two lines of a label."""
        return round(self.font * 1.2, 1)

    @property
    def small(self) -> int:
        """The font of what is read last: legends and axes."""
        return round(self.font * 0.8)


PAGE = Layout(width=640, font=17, bar=24, most=99, height=0, narrows=True)
PHONE = Layout(width=270, font=16, bar=20, most=12, height=0)
WALL = Layout(width=1000, font=30, bar=40, most=7, height=470)
PRINT = Layout(width=480, font=17, bar=24, most=12, height=0, pictograms=False)


@dataclass(frozen=True)
class Text:
    """A line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: float
    anchor: str = "start"
    role: str = "label"
    tag: str = "text"


@dataclass(frozen=True)
class Rect:
    """A bar or a band; `hatched` ones are « before »."""

    x: float
    y: float
    width: float
    height: float
    role: str
    hatched: bool = False
    tag: str = "rect"


@dataclass(frozen=True)
class Dot:
    """One person, or the open end of a line."""

    x: float
    y: float
    r: float
    role: str
    tag: str = "dot"


@dataclass(frozen=True)
class Curve:
    """A line or a ribbon, as an SVG path; `mirror` is the drawing's width where it is mirrored, else 0."""

    d: str
    role: str
    width: float = 0
    mirror: float = 0
    tag: str = "curve"


Shape = Text | Rect | Dot | Curve


@dataclass(frozen=True)
class Table:
    """The same as a drawing, in words and numbers; the first cell of a row is its heading."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    note: str = ""


@dataclass(frozen=True)
class Drawing:
    """A chart to place; `id` is unique on a page, `n` the people of each moment drawn.

    `narrow` is the same for a phone, of a drawing for a page that may be read on one.
    """

    id: str
    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    moments: tuple[Moment, ...]
    n: tuple[int, ...]
    tables: tuple[Table, ...] = field(default=())
    narrow: "Drawing | None" = None

    @property
    def described(self) -> str:
        """The first table as running text, for those who do not see the drawing."""
        table = self.tables[0]
        cells = [
            ", ".join(
                [row[0], *(f"{name} {cell}" for name, cell in zip(table.head[1:], row[1:], strict=True))]
            )
            for row in table.rows
        ]
        return ". ".join(cells) + "."


@dataclass(frozen=True)
class Subject:
    """What is drawn: a finding of a question, the moments that may be shown, in which language and size."""

    finding: Finding
    question: Question
    sides: tuple[tuple[Moment, Side], ...]
    language: str
    layout: Layout
    say: Say

    @property
    def counts(self) -> list[dict[str, Cell]]:
        """People by value, of each moment drawn."""
        return [dict(side.counts) for _moment, side in self.sides]

    @property
    def ways(self) -> tuple[str, str]:
        """What a move down, and a move up, goes towards."""
        return toward(self.question, self.say, self.language)

    @property
    def both(self) -> bool:
        """Tell whether both moments are drawn: what compares them may stand beside."""
        return len(self.sides) == len(MOMENTS)

    def drawing(self, shapes: Iterable[Shape], height: float, tables: tuple[Table, ...]) -> Drawing:
        """Return the drawing made of these shapes."""
        return Drawing(
            id=f"chart-{self.finding.id}",
            title=say(self.question.wording, self.language),
            width=self.layout.width,
            height=round(height, 1),
            shapes=tuple(shapes),
            moments=tuple(moment for moment, _side in self.sides),
            n=tuple(side.n for _moment, side in self.sides),
            tables=tables,
        )

    def key(self) -> list[Shape]:
        """Return the legend of the moments drawn, on one line."""
        shapes: list[Shape] = []
        font, x = self.layout.font, 0.0
        for moment, side in self.sides:
            name = heading(moment, side.n, self.say)
            shapes.append(Rect(x, font * 0.25, font * 1.6, font * 0.9, f"bar {moment}", moment == "before"))
            shapes.append(Text(x + font * 2, font, name, font, role="strong"))
            x += font * 3.5 + wide(name, font)
        return shapes

    def table(self, rows: Iterable[tuple[str, str]], head: str = "", *, more: Table | None = None) -> Table:
        """Return the twin of a drawing: for each value and its name, its people at each moment drawn.

        `more` adds columns of its own to the same rows.
        """
        counts, _ = self.counts, self.say
        found = [(name, *(cell_text(count.get(value, 0), _) for count in counts)) for value, name in rows]
        columns = (head or _("Réponse"), *(heading(moment, side.n, _) for moment, side in self.sides))
        if more is None:
            return Table(columns, tuple(found))
        joined = (row + extra for row, extra in zip(found, more.rows, strict=True))
        return Table((*columns, *more.head), tuple(joined))


def moment_name(moment: Moment, _: Say) -> str:
    """Return « avant » or « après »."""
    return _("avant") if moment == "before" else _("après")


def heading(moment: Moment, n: int, _: Say) -> str:
    """Return « avant (19) »."""
    return f"{moment_name(moment, _)} ({n})"


def cell_text(cell: Cell, _: Say) -> str:
    """Return a number of people for a table; a masked one in words."""
    return out_of(cell, 0, _) if cell == MASKED else short_cell(cell)


def short_cell(cell: Cell) -> str:
    """Return a number of people for a drawing; a masked one as « ≤ 2 », a span as « 4–6 »."""
    if isinstance(cell, Span):
        return f"{cell.low}–{cell.high}"
    return "≤\u00a02" if cell == MASKED else str(cell)


def length(cell: Cell) -> int:
    """Return the people a bar stands for; a masked one is as long as for two, a span as its least."""
    if isinstance(cell, Span):
        return cell.low
    return max(SMALL) if cell == MASKED else cell


def halves(counts: dict[str, Cell]) -> tuple[float, float]:
    """Return the people left and right of a scale's middle; those between count half on each side."""
    people = [length(counts.get(level, 0)) for level in SCALE]
    return people[0] + people[1] + people[2] / 2, people[2] / 2 + people[3] + people[4]


def wide(text: str, size: float) -> float:
    """Return about how wide a text is: capitals and pictograms are wider than small letters."""
    widths = (1.0 if c in "MWmw" or ord(c) > 0x2E7F else 0.72 if c.isupper() else _LETTER for c in text)
    return sum(widths) * size


def wrapped(text: str, width: float, size: float, most: int = 3) -> tuple[str, ...]:
    """Return a text in at most so many lines of a width; what does not fit ends in « … »."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if wide(longer, size) <= width:
            lines[-1] = longer
            continue
        lines.append("")
        for letter in word:
            if lines[-1] and wide(lines[-1] + letter, size) > width:
                lines.append("")
            lines[-1] += letter
    lines = [line for line in lines if line] or [""]
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and wide(last + "…", size) > width:
        last = last[:-1]
    return (*lines[: most - 1], last + "…")


def lines_of(
    text: tuple[str, ...], x: float, y: float, size: float, anchor: str = "start", role: str = "label"
) -> list[Shape]:
    """Return the lines of a label as shapes, the first one's base line at `y`."""
    return [Text(x, round(y + n * size * 1.2, 1), line, size, anchor, role) for n, line in enumerate(text)]
