"""How many people went which way, where no distribution may stand beside: bars to both sides of a line."""

from screening.output.charts.shapes import (
    Curve,
    Drawing,
    Rect,
    Shape,
    Subject,
    Table,
    Text,
    cell_text,
    length,
    lines_of,
    short_cell,
    wrapped,
)
from screening.summary.records import MASKED


def draw_moves(subject: Subject) -> Drawing | None:
    """Return the moves that a scale or an estimate shows, None where it shows none."""
    paired, layout, _ = subject.finding.paired, subject.layout, subject.say
    if paired is None or paired.up is None or paired.down is None:
        return None
    low, high = subject.ways
    ways = ((paired.down, low, -1), (paired.up, high, 1))
    centre, y = layout.width / 2, layout.line
    unit = (centre - layout.font * 2.2) / max(1, *(length(cell) for cell, *_rest in ways))
    shapes: list[Shape] = []
    for cell, where, way in ways:
        anchor, edge = ("end", centre - 10) if way < 0 else ("start", centre + 10)
        width = round(length(cell) * unit, 1)
        left = centre - width if way < 0 else centre
        masked = " masked" if cell == MASKED else ""
        shapes.append(Rect(round(left, 1), y, width, layout.bar, f"bar after{masked}"))
        at = left - 6 if way < 0 else left + width + 6
        middle = y + layout.bar / 2 + layout.font * 0.36
        shapes.append(Text(round(at, 1), round(middle, 1), short_cell(cell), layout.font, anchor, "people"))
        lines = wrapped(where, centre - 20, layout.small, 2)
        shapes += lines_of(lines, edge, y + layout.bar + layout.small * 1.4, layout.small, anchor)
    bottom = y + layout.bar + layout.small * 4
    shapes.append(Curve(f"M{centre} {y - 5:.1f} V{y + layout.bar + 5:.1f}", "axis", 2))
    rest = {"most": _("la plupart"), "others": _("les autres"), None: str(paired.same)}[paired.rest]
    kept = _("même réponse : %(who)s", who=rest)
    shapes.append(Text(centre, bottom, kept, layout.small, "middle"))
    rows = [(where, cell_text(cell, _)) for cell, where, _way in ways]
    table = Table(
        (_("Réponse"), _("personnes (sur %(n)s)", n=subject.finding.n_paired)),
        (*rows, (_("même réponse"), rest)),
    )
    return subject.drawing(shapes, bottom + layout.small * 0.5, (table,))
