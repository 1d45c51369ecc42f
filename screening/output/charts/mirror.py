"""A drawing for people who read from right to left: what comes first stands on the right."""

from dataclasses import replace

from screening.output.charts.shapes import Curve, Drawing, Rect, Shape, Text

_OTHER = {"start": "end", "end": "start", "middle": "middle"}


def mirrored(drawing: Drawing) -> Drawing:
    """Return the mirror image of a drawing; its letters and its tables stay as they are."""
    return replace(drawing, shapes=tuple(_mirrored(shape, drawing.width) for shape in drawing.shapes))


def _mirrored(shape: Shape, width: float) -> Shape:
    if isinstance(shape, Text):
        return replace(shape, x=round(width - shape.x, 1), anchor=_OTHER[shape.anchor])
    if isinstance(shape, Rect):
        return replace(shape, x=round(width - shape.x - shape.width, 1))
    if isinstance(shape, Curve):
        return replace(shape, mirror=width)
    return replace(shape, x=round(width - shape.x, 1))
