"""Choices: bars, or a row of pictograms where every option has one."""

from screening.output.charts.shapes import (
    Drawing,
    Rect,
    Shape,
    Subject,
    Text,
    length,
    lines_of,
    short_cell,
    wide,
    wrapped,
)
from screening.room.questions import Moment, say
from screening.summary.records import MASKED, Cell

_SPACE = 3


def draw_choice(subject: Subject) -> Drawing:
    """Return the people who chose each option; a bar that stands for one or two people is left open."""
    question, layout = subject.question, subject.layout
    pictured = all(option.pictogram for option in question.options)
    shapes, height = (_pictograms if pictured else _bars)(subject, layout.line * 1.5)
    shapes = [*subject.key(), *shapes]
    rows = [
        (
            option.id,
            f"{option.pictogram if layout.pictograms else ''} {say(option.label, subject.language)}".strip(),
        )
        for option in question.options
    ]
    return subject.drawing(shapes, height, (subject.table(rows),))


def _role(moment: Moment, value: Cell) -> str:
    return f"bar {moment}" + (" masked" if value == MASKED else "")


def _bars(subject: Subject, top: float) -> tuple[list[Shape], float]:
    """Return a row an option: its label, and under it a bar for each moment."""
    question, sides, layout = subject.question, subject.sides, subject.layout
    counts, language = subject.counts, subject.language
    largest = max(1, *(length(n) for count in counts for n in count.values()))
    unit = (layout.width - layout.font * 2.5) / largest
    shapes: list[Shape] = []
    # Where there is a limit, labels keep their size; bars and the room between options are made lower.
    fixed = len(question.options) * (layout.line + len(sides) * _SPACE)
    lowered = len(question.options) * (len(sides) * layout.bar + layout.font * 0.7)
    share = min(1.0, max(0.2, (layout.height - top - fixed) / lowered)) if layout.height else 1.0
    bar, y = layout.bar * share, top
    size = min(layout.font, (bar + _SPACE) / 0.8)
    for option in question.options:
        lines = wrapped(
            f"{option.pictogram} {say(option.label, language)}".strip(), layout.width, layout.font
        )
        shapes += lines_of(lines, 0, y + layout.font, layout.font)
        y += len(lines) * layout.line
        for (moment, _side), count in zip(sides, counts, strict=True):
            value = count.get(option.id, 0)
            width = round(length(value) * unit, 1)
            shapes.append(
                Rect(0, round(y, 1), width, round(bar, 1), _role(moment, value), moment == "before")
            )
            shapes.append(
                Text(width + 8, round(y + bar / 2 + size * 0.36, 1), short_cell(value), size, role="people")
            )
            y += bar + _SPACE
        y += layout.font * 0.7 * share
    return shapes, y


def _pictograms(subject: Subject, top: float) -> tuple[list[Shape], float]:
    """Return a column an option: its people, a bar, its pictogram and its label."""
    question, sides, layout = subject.question, subject.sides, subject.layout
    counts, language = subject.counts, subject.language
    largest = max(1, *(length(n) for count in counts for n in count.values()))
    room = layout.width / len(question.options)
    high = layout.line * (6 if not layout.height else 4)
    width = min(layout.bar * 1.4, (room - 16) / len(sides))
    floor = top + layout.line * 1.2 + high
    picture = min(layout.font * 2.4, room * 0.5) if layout.pictograms else 0
    shapes: list[Shape] = []
    longest = max(
        wide(word, 1) for option in question.options for word in say(option.label, language).split()
    )
    deepest, small = 0, min(layout.small, int(10 * (room - 8) / longest) / 10)
    for place, option in enumerate(question.options):
        middle = (place + 0.5) * room
        x = middle - width * len(sides) / 2
        for (moment, _side), count in zip(sides, counts, strict=True):
            value = count.get(option.id, 0)
            tall = high * length(value) / largest
            shapes.append(
                Rect(
                    round(x, 1),
                    round(floor - tall, 1),
                    round(width, 1),
                    round(tall, 1),
                    _role(moment, value),
                    moment == "before",
                )
            )
            above = round(floor - tall - layout.font * 0.3, 1)
            shapes.append(
                Text(round(x + width / 2, 1), above, short_cell(value), layout.font, "middle", "people")
            )
            x += width
        if picture:
            shapes.append(
                Text(round(middle, 1), floor + picture * 1.05, option.pictogram, picture, "middle", "picture")
            )
        lines = wrapped(say(option.label, language), room - 6, small, 3)
        deepest = max(deepest, len(lines))
        shapes += lines_of(lines, round(middle, 1), floor + picture * 1.3 + small * 1.1, small, "middle")
    return shapes, floor + picture * 1.3 + layout.small * (0.6 + 1.2 * deepest)
