"""Scales: a bar for each moment around a middle line, and the flow from one moment to the other."""

from screening.output.charts.shapes import (
    Curve,
    Drawing,
    Layout,
    Rect,
    Shape,
    Subject,
    Table,
    Text,
    halves,
    heading,
    length,
    lines_of,
    moment_name,
    wide,
    wrapped,
)
from screening.output.people import Say
from screening.room.questions import DONT_KNOW, MOMENTS, SCALE, Moment, Question, say
from screening.summary.records import Side


def labels_of(question: Question, language: str, _: Say) -> dict[str, str]:
    """Return what each point of a scale says."""
    usual = (
        _("Pas du tout d’accord"),
        _("Plutôt pas d’accord"),
        _("Entre les deux"),
        _("Plutôt d’accord"),
        _("Tout à fait d’accord"),
    )
    texts = [say(label, language) for label in question.labels] or list(usual)
    return dict(zip(SCALE, texts, strict=True))


def draw_scale(subject: Subject) -> Drawing:
    """Return one bar a moment: agreement to the right of the middle line, disagreement to its left."""
    sides, layout = subject.sides, subject.layout
    labels = labels_of(subject.question, subject.language, subject.say)
    centre = layout.width / 2
    unit = (centre - 2) / max(1, *(half for _moment, side in sides for half in halves(dict(side.counts))))
    shapes: list[Shape] = []
    y = 0.0
    for moment, side in sides:
        row, y = _bar(moment, side, centre, unit, y, layout, subject.say)
        shapes += row
    legend, y = _legend(list(labels.values()), y, layout)
    return subject.drawing([*shapes, *legend], y, (_table(subject, labels), *_transitions(subject, labels)))


def _bar(
    moment: Moment, side: Side, centre: float, unit: float, y: float, layout: Layout, _: Say
) -> tuple[list[Shape], float]:
    """Return one moment's row, and where the next one starts."""
    counts = dict(side.counts)
    shapes: list[Shape] = [Text(0, y + layout.font, heading(moment, side.n, _), layout.font, role="strong")]
    if unsure := counts.get(DONT_KNOW, 0):
        told = _("je ne sais pas : %(n)s", n=unsure)
        shapes.append(Text(layout.width, y + layout.font, told, layout.small, "end"))
    top = y + layout.line * 2.1
    x = centre - halves(counts)[0] * unit
    above, below = -1.0, -1.0
    for level in SCALE:
        people = length(counts.get(level, 0))
        if not people:
            continue
        width = people * unit
        shapes.append(
            Rect(
                round(x, 1),
                round(top, 1),
                round(width, 1),
                layout.bar,
                f"bar {moment} level{level}",
                moment == "before",
            )
        )
        half, middle = wide(str(people), layout.font) / 2, x + width / 2
        if middle - half > above:
            shapes.append(
                Text(round(middle, 1), top - layout.font * 0.3, str(people), layout.font, "middle", "people")
            )
            above = middle + half
        elif middle - half > below:
            low = top + layout.bar + layout.font
            shapes.append(Text(round(middle, 1), low, str(people), layout.font, "middle", "people"))
            below = middle + half
        x += width
    shapes.append(Curve(f"M{centre} {top - 5:.1f} V{top + layout.bar + 5:.1f}", "axis", 2))
    return shapes, top + layout.bar + layout.line * (1.2 if below < 0 else 1.8)


def _legend(labels: list[str], y: float, layout: Layout) -> tuple[list[Shape], float]:
    """Return the five points of the scale under their shades, from left to right."""
    room = layout.width / len(labels)
    size = layout.small * 0.95
    shapes: list[Shape] = []
    deepest = 0
    for place, label in enumerate(labels):
        lines = wrapped(label, room - 10, size, 4)
        deepest = max(deepest, len(lines))
        shapes.append(
            Rect(round(place * room, 1), y, round(room - 10, 1), layout.bar * 0.4, f"shade level{place + 1}")
        )
        shapes += lines_of(lines, round(place * room, 1), y + layout.bar * 0.4 + size * 1.15, size)
    return shapes, y + layout.bar * 0.4 + size * 1.2 * deepest + size * 0.4


def _table(subject: Subject, labels: dict[str, str]) -> Table:
    _ = subject.say
    unsure = any(count.get(DONT_KNOW) for count in subject.counts)
    return subject.table([*labels.items(), *([(DONT_KNOW, _("je ne sais pas"))] if unsure else [])])


def _transitions(subject: Subject, labels: dict[str, str]) -> tuple[Table, ...]:
    """Return people by answer before (rows) and after (columns), where the gate lets it be shown."""
    finding, _ = subject.finding, subject.say
    table = finding.paired.table if finding.paired and subject.both else None
    if table is None:
        return ()
    corner = f"{moment_name('before', _)} ↓ {moment_name('after', _)} →"
    names = list(labels.values())
    rows = tuple((names[place], *map(str, row)) for place, row in enumerate(table))
    caption = _("Personne par personne (%(n)s)", n=finding.n_paired)
    return (Table((corner, *names), rows, caption),)


def draw_flow(subject: Subject) -> Drawing | None:
    """Return how the paired people went from one answer to the other, where the gate lets it be shown."""
    finding, layout, _ = subject.finding, subject.layout, subject.say
    table = finding.paired.table if finding.paired and subject.both else None
    if table is None:
        return None
    named = labels_of(subject.question, subject.language, _)
    labels = list(named.values())
    left_sums = [sum(row) for row in table]
    right_sums = [sum(column) for column in zip(*table, strict=True)]
    high = layout.height or layout.width * 0.55
    gap = layout.font * 0.8
    unit = (high - layout.line - gap * (len(table) - 1)) / max(1, finding.n_paired)
    room = layout.width * 0.3
    left, right = room + 8, layout.width - room - 8
    starts = _stack(left_sums, unit, gap, layout.line * 1.3)
    ends = _stack(right_sums, unit, gap, layout.line * 1.3)
    shapes = _ribbons(table, starts, ends, unit, (left + 14, right - 14))
    for x, tops, edge, anchor, sums, moment in (
        (left, starts, room, "end", left_sums, MOMENTS[0]),
        (right - 14, ends, layout.width - room, "start", right_sums, MOMENTS[1]),
    ):
        name = moment_name(moment, _)
        shapes.append(Text(edge, layout.font, name, layout.font, anchor, "strong"))
        for place, people in enumerate(sums):
            if not people:
                continue
            top, tall = tops[place], people * unit
            shapes.append(Rect(x, round(top, 1), 14, round(tall, 1), f"bar {moment}", moment == "before"))
            lines = wrapped(f"{labels[place]} {people}", room, layout.small, 2)
            first = top + tall / 2 - (len(lines) - 1) * layout.small * 0.6 + layout.small * 0.35
            shapes += lines_of(lines, edge, round(first, 1), layout.small, anchor)
    return Drawing(
        id=f"chart-{finding.id}-flow",
        title=_("De la réponse d’avant à celle d’après, personne par personne"),
        width=layout.width,
        height=round(max(tops[-1] for tops in (starts, ends)) + layout.line, 1),
        shapes=tuple(shapes),
        moments=MOMENTS,
        n=(finding.n_paired, finding.n_paired),
        tables=_transitions(subject, named),
    )


def _stack(people: list[int], unit: float, gap: float, y: float) -> list[float]:
    """Return the top of each level's block, highest answer on top, and last the bottom of the stack."""
    tops = [0.0] * len(people)
    for place in reversed(range(len(people))):
        tops[place] = y
        y += people[place] * unit + (gap if people[place] else 0)
    return [*tops, y]


def _ribbons(
    table: tuple[tuple[int, ...], ...],
    starts: list[float],
    ends: list[float],
    unit: float,
    x: tuple[float, float],
) -> list[Shape]:
    """Return one ribbon for each move, as high as the people who made it."""
    out, into = starts[:-1], ends[:-1]
    bend = (x[0] + x[1]) / 2
    shapes: list[Shape] = []
    for row in reversed(range(len(table))):
        for column in reversed(range(len(table))):
            people = table[row][column]
            if not people:
                continue
            tall, a, b = people * unit, out[row], into[column]
            out[row] += tall
            into[column] += tall
            way = "stay" if row == column else "up" if column > row else "down"
            start, end = f"{x[0]:.1f}", f"{x[1]:.1f}"
            path = (
                f"M{start} {a:.1f} C{bend:.1f} {a:.1f} {bend:.1f} {b:.1f} {end} {b:.1f} V{b + tall:.1f} "
                f"C{bend:.1f} {b + tall:.1f} {bend:.1f} {a + tall:.1f} {start} {a + tall:.1f} Z"
            )
            shapes.append(Curve(path, f"flow {way}"))
    return shapes
