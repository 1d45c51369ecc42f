"""Drawings of findings: pure geometry, one module for each kind of question, each with a table twin."""

from collections.abc import Callable
from dataclasses import replace

from screening.output.charts.choices import draw_choice
from screening.output.charts.estimates import draw_estimate
from screening.output.charts.mirror import mirrored
from screening.output.charts.moves import draw_moves
from screening.output.charts.scales import draw_flow, draw_scale
from screening.output.charts.shapes import PAGE, PHONE, PRINT, WALL, Drawing, Layout, Subject
from screening.output.charts.words import draw_words
from screening.output.people import Say, identity
from screening.room.questions import LEVELS, MOMENTS, Moment, Question
from screening.summary.records import Finding, Side

__all__ = ["PAGE", "PHONE", "PRINT", "WALL", "Drawing", "Layout", "drawings", "mirrored", "two_widths"]

_DRAW = {"scale": draw_scale, "estimate": draw_estimate, "words": draw_words, "choice": draw_choice}


def drawings(
    finding: Finding,
    question: Question,
    language: str = "fr",
    show: tuple[Moment, ...] = MOMENTS,
    layout: Layout = PAGE,
    _: Say = identity,
) -> tuple[Drawing, ...]:
    """Return what may be drawn of the moments that may be shown: the answers, then the flow between them.

    Where no answers may be drawn, the moves alone are, once both moments are shown.
    """
    both: dict[Moment, Side | None] = {"before": finding.before, "after": finding.after}
    sides = [(moment, side) for moment in show if (side := both[moment]) is not None and side.counts]
    subject = Subject(finding, question, tuple(sides), language, layout, _)
    if not sides and len(show) == len(MOMENTS) and question.kind in LEVELS:
        return tuple(drawn for drawn in [draw_moves(subject)] if drawn)
    if not sides or question.kind not in _DRAW:
        return ()
    drawn = [_DRAW[question.kind](subject), draw_flow(subject) if question.kind == "scale" else None]
    return tuple(each for each in drawn if each is not None)


def two_widths(draw: Callable[[Layout], tuple[Drawing, ...]], layout: Layout) -> tuple[Drawing, ...]:
    """Return drawings of a layout, each with its twin for phones where the layout narrows."""
    if not layout.narrows:
        return draw(layout)
    return tuple(
        replace(wide, narrow=replace(narrow, id=f"{wide.id}-narrow"))
        for wide, narrow in zip(draw(layout), draw(PHONE), strict=True)
    )
