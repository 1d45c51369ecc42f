"""Small multiples: one screening's answers to a question, drawn to the scale that all of a row share.

Scales are two bars around a middle line, estimates two rows of columns over 0 to 10; where the answers may
not be drawn, the moves are. Words and choices are told in words beside.
"""

from collections.abc import Iterable
from dataclasses import replace

from screening.output.charts.shapes import (
    Curve,
    Drawing,
    Layout,
    Rect,
    Shape,
    Subject,
    Table,
    Text,
    cell_text,
    halves,
    heading,
    length,
    moment_name,
    short_cell,
)
from screening.output.people import Say, identity, toward
from screening.room.questions import DONT_KNOW, ESTIMATE, LEVELS, MOMENTS, SCALE, Moment, Question
from screening.summary.records import MASKED, Cell, Finding, Paired, Side

SMALL = Layout(width=220, font=14, bar=14, most=3, height=0)


def largest(findings: Iterable[Finding]) -> int:
    """Return the people that the longest bar of a row of drawings stands for."""
    most = 1.0
    for finding in findings:
        for side in _sides(finding).values():
            counts = dict(side.counts)
            cells = [length(n) for value, n in counts.items() if value != DONT_KNOW]
            most = max(most, *halves(counts)) if finding.kind == "scale" else max(most, *cells, 0)
        if (moves := _moves(finding)) and not _sides(finding):
            most = max(most, length(moves[0]), length(moves[1]))
    return round(most + 0.4)


def draw_small(
    finding: Finding, question: Question, name: str, most: int, language: str = "fr", _: Say = identity
) -> Drawing | None:
    """Return the drawing of one screening, `name` its id on the page; None where a sentence says it."""
    sides, moves = _sides(finding), _moves(finding)
    subject = Subject(finding, question, tuple(sides.items()), language, SMALL, _)
    if question.kind not in LEVELS or not (sides or moves):
        return None
    if sides:
        return draw_rows(subject, name, most)
    return replace(_two_ways(subject, moves or (0, 0), most), id=name)


def draw_rows(subject: Subject, name: str, most: int) -> Drawing:
    """Return a row a moment: a scale's bar, an estimate's columns; `most` people are as long as can be."""
    _, question = subject.say, subject.question
    draw = _scale if question.kind == "scale" else _columns
    y, shapes = 0.0, list[Shape]()
    for moment, side in subject.sides:
        row, y = draw(subject, moment, side, most, y)
        shapes += row
    if (reference := question.reference) and subject.both:
        step = subject.layout.width / len(ESTIMATE)
        width = (reference.high - reference.low + 1) * step
        shapes = [Rect(round(reference.low * step, 1), 0, round(width, 1), round(y, 1), "range"), *shapes]
    rows = [(value, _("je ne sais pas") if value == DONT_KNOW else value) for value in _given(subject)]
    return replace(subject.drawing(shapes, y, (subject.table(rows),)), id=name)


def _sides(finding: Finding) -> dict[Moment, Side]:
    both = {"before": finding.before, "after": finding.after}
    return {moment: side for moment in MOMENTS if (side := both[moment]) and side.counts}


def _moves(finding: Finding) -> tuple[Cell, Cell] | None:
    paired: Paired | None = finding.paired
    if paired is None or paired.up is None or paired.down is None:
        return None
    return paired.down, paired.up


def _given(subject: Subject) -> list[str]:
    values = SCALE if subject.question.kind == "scale" else ESTIMATE
    return [value for value in (*values, DONT_KNOW) if any(count.get(value) for count in subject.counts)]


def _scale(subject: Subject, moment: Moment, side: Side, most: int, y: float) -> tuple[list[Shape], float]:
    """Return one moment's bar, its agreement right of the middle, and where the next one starts."""
    counts, layout = dict(side.counts), subject.layout
    centre = layout.width / 2
    unit = (centre - 2) / most
    shapes: list[Shape] = [Text(0, y + layout.font, heading(moment, side.n, subject.say), layout.font)]
    top, x = y + layout.line + 5, centre - halves(counts)[0] * unit
    for level in SCALE:
        width = length(counts.get(level, 0)) * unit
        if width:
            role = f"bar {moment} level{level}"
            box = (round(x, 1), round(top, 1), round(width, 1), layout.bar)
            shapes.append(Rect(*box, role, moment == "before"))
        x += width
    shapes.append(Curve(f"M{centre} {top - 3:.1f} V{top + layout.bar + 3:.1f}", "axis", 1.5))
    return shapes, top + layout.bar + 8


def _columns(subject: Subject, moment: Moment, side: Side, most: int, y: float) -> tuple[list[Shape], float]:
    """Return one moment's columns over the numbers from 0 to 10, with their people where there is room."""
    layout, large = subject.layout, subject.layout.width > SMALL.width
    counts, step, high = dict(side.counts), layout.width / len(ESTIMATE), layout.font * (4 if large else 2.6)
    shapes: list[Shape] = [Text(0, y + layout.font, heading(moment, side.n, subject.say), layout.font)]
    floor = y + layout.line * (2 if large else 1) + 4 + high
    for place, value in enumerate(ESTIMATE):
        tall = high * length(counts.get(value, 0)) / most
        if not tall:
            continue
        box = (round(place * step + 2, 1), round(floor - tall, 1), round(step - 4, 1), round(tall, 1))
        shapes.append(Rect(*box, f"bar {moment}", moment == "before"))
        if large:
            x, above, people = round((place + 0.5) * step, 1), box[1] - 5, short_cell(counts.get(value, 0))
            shapes.append(Text(x, round(above, 1), people, layout.small, "middle", "people"))
    shapes.append(Curve(f"M0 {floor:.1f} H{layout.width}", "axis", 1.5))
    for value in ESTIMATE if large else ESTIMATE[::5]:
        x = round((int(value) + 0.5) * step, 1)
        shapes.append(Text(x, round(floor + layout.small * 1.2, 1), value, layout.small, "middle"))
    return shapes, floor + layout.small * 1.2 + 6


def _two_ways(subject: Subject, moves: tuple[Cell, Cell], most: int) -> Drawing:
    """Return how many went down, to the left, and up, to the right."""
    centre, _ = SMALL.width / 2, subject.say
    unit = (centre - SMALL.font * 2.4) / most
    shapes: list[Shape] = []
    top = 3.0
    for cell, right in zip(moves, (False, True), strict=True):
        width = round(length(cell) * unit, 1)
        x = centre if right else centre - width
        shapes.append(Rect(x, top, width, SMALL.bar, "bar after" + (" masked" if cell == MASKED else "")))
        at, anchor = (x + width + 4, "start") if right else (x - 4, "end")
        shapes.append(Text(round(at, 1), top + SMALL.bar - 2, short_cell(cell), SMALL.font, anchor, "people"))
    shapes.append(Curve(f"M{centre} {top - 3} V{top + SMALL.bar + 3}", "axis", 1.5))
    rows = tuple((name, cell_text(cell, _)) for name, cell in zip(subject.ways, moves, strict=True))
    n = subject.finding.n_paired
    drawing = subject.drawing(shapes, top + SMALL.bar + 5, ())
    table = Table((_("Réponse"), _("personnes (sur %(n)s)", n=n)), rows)
    return replace(drawing, tables=(table,))


def count_cells(finding: Finding, _: Say) -> tuple[str, ...]:
    """Return one row of the table beside small drawings: people before, after, then down, same and up."""
    sides = [str(side.n) if side else "–" for side in (finding.before, finding.after)]
    paired = finding.paired
    if paired is None or (paired.up, paired.down) == (None, None):
        return (*sides, "–", "–", "–")
    same = {"most": _("la plupart"), "others": _("les autres"), None: str(paired.same)}[paired.rest]
    if None in (paired.up, paired.down):
        same = "–"  # Those who are not told apart went the other way, or stayed.
    ways = ["–" if cell is None else cell_text(cell, _) for cell in (paired.down, paired.up)]
    return (*sides, ways[0], same, ways[1])


def columns(question: Question, language: str, _: Say) -> tuple[str, ...]:
    """Return the headings of that table."""
    low, high = toward(question, _, language)
    return (*(moment_name(moment, _) for moment in MOMENTS), low, _("même réponse"), high)
