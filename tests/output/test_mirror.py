"""Drawings for those who read from right to left."""

from screening.output.charts import PHONE, drawings, mirrored
from screening.output.charts.shapes import Text

from .test_evening import MOVED, WORDS


def test_before_stands_on_the_right_and_twice_mirrored_places_are_the_same():
    (words, *_more) = drawings(WORDS.finding, WORDS.question, layout=PHONE)
    heads = {s.text: s for s in mirrored(words).shapes if isinstance(s, Text) and s.role == "strong"}
    assert heads["avant (12)"].x > heads["après (12)"].x
    assert mirrored(words).tables == words.tables
    again = mirrored(mirrored(words))
    assert [getattr(s, "x", 0) for s in again.shapes] == [round(getattr(s, "x", 0), 1) for s in words.shapes]


def test_nothing_leaves_the_drawing():
    for told in (MOVED, WORDS):
        for drawing in drawings(told.finding, told.question, layout=PHONE):
            for shape in mirrored(drawing).shapes:
                assert 0 <= getattr(shape, "x", 0) <= drawing.width
