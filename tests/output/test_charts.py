import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

import screening
from screening.output import wording
from screening.output.charts import PAGE, WALL, drawing
from screening.room.questions import Option, Question, Reference
from screening.summary.answers import Answer
from screening.summary.findings import find

BOTH = ("before", "after")
ESTIMATE = Question(
    id="e",
    kind="estimate",
    moments=BOTH,
    wording={"fr": "Sur 10 personnes ?"},
    reference=Reference(low=0, high=1, sources=("x",)),
)
WORDS = Question(id="w", kind="words", moments=BOTH, wording={"fr": "Quels mots <b> ?"})
CHOICE = Question(
    id="c",
    kind="choice",
    moments=("after",),
    wording={"fr": "Et là ?"},
    options=tuple(Option(id=each, label={"fr": f"Option {each}"}, pictogram="☺") for each in "abc"),
)
TEMPLATES = next(
    folder
    for folder in (
        Path(screening.__file__).parents[1] / "templates",
        Path(screening.__file__).parent / "templates",
    )
    if folder.is_dir()
)


def found(question, before, after):
    return find(
        question,
        [
            Answer(str(n), moment, value)
            for moment, values in zip(BOTH, (before, after), strict=True)
            for n, value in enumerate(values)
        ],
    )


class Page(HTMLParser):
    """Tags with their attributes, and the texts of table cells."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.cells, self.open = [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.open = tag
        if tag == "td":
            self.cells.append("")

    def handle_endtag(self, tag):
        self.open = ""

    def handle_data(self, data):
        if self.open == "td":
            self.cells[-1] += data


def page(drawn):
    room = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    room.globals["_"] = wording.identity
    source = '{% from "charts/chart.html" import chart, table %}{{ chart(d) }}{{ table(d) }}'
    return Page(room.from_string(source).render(d=drawn))


WIDE = [str(n) for n in range(11)] * 3
SAMPLES = [
    (ESTIMATE, WIDE, WIDE[5:] + WIDE[:5]),
    (ESTIMATE, ["6", "7"] * 8, ["7", "8"] * 8),
    (WORDS, ["ACCOMPAGNEMENT SOCIAL;file"] * 12, ["aide"] * 12),
    (CHOICE, [], ["a", "b", "a", "c", "a", "nsp"]),
]


@pytest.mark.parametrize("layout", [PAGE, WALL])
@pytest.mark.parametrize(("question", "before", "after"), SAMPLES)
def test_what_is_placed_stays_in_the_frame_has_its_own_ids_and_no_inline_style(
    question, before, after, layout
):
    drawn = drawing(found(question, before, after), question, layout=layout)
    tags = page(drawn).tags
    for name, at in tags:
        assert "style" not in at
        if name == "text" or "x" in at:
            assert 0 <= float(at["x"]) <= drawn.width
            assert 0 <= float(at["y"]) <= drawn.height
        if "x" in at and "width" in at:
            assert float(at["x"]) + float(at["width"]) <= drawn.width
            assert float(at["y"]) + float(at["height"]) <= drawn.height
    ids = [at["id"] for _, at in tags if "id" in at]
    assert len(ids) == len(set(ids))
    named = next(at["aria-labelledby"] for name, at in tags if at.get("role") == "img")
    assert set(named.split()) <= set(ids)
    hatched = [at for _, at in tags if at.get("class", "").startswith("bar before") and "x" in at]
    assert all(at["fill"] == f"url(#{drawn.id}-hatch)" for at in hatched)


@pytest.mark.parametrize("layout", [PAGE, WALL])
@pytest.mark.parametrize(("question", "before", "after"), SAMPLES)
def test_the_numbers_of_two_bars_do_not_touch(question, before, after, layout):
    drawn = drawing(found(question, before, after), question, layout=layout)
    for row in drawn.rows:
        tops = [bar.y for bar in row.bars]
        assert all(low - high > 0.72 * drawn.people for high, low in pairwise(tops))
    assert not layout.height or len(drawn.rows) < 11 or drawn.height <= layout.height


@pytest.mark.parametrize(("question", "before", "after"), SAMPLES)
def test_the_table_twin_holds_the_numbers_of_the_bars(question, before, after):
    drawn = drawing(found(question, before, after), question)
    told = [cell.replace("2 personnes au plus", "masked") for cell in page(drawn).cells]
    across = len(drawn.moments) + (3 if drawn.kept else 0)
    rows = [told[n * across :][: len(drawn.moments)] for n in range(len(drawn.rows))]
    assert rows == [[str(bar.value) for bar in row.bars] for row in drawn.rows]


def test_the_range_of_the_sources_is_drawn_where_nobody_answered_and_only_beside_both_moments():
    finding = found(ESTIMATE, ["6", "7"] * 8, ["7", "8"] * 8)
    drawn = drawing(finding, ESTIMATE)
    assert [row.text for row in drawn.rows if row.reference] == ["0 sur 10", "1 sur 10"]
    assert [row.text for row in drawn.rows][-1] == "8 sur 10"
    alone = drawing(finding, ESTIMATE, show=("before",))
    assert [row.text for row in alone.rows] == ["6 sur 10", "7 sur 10"]


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("accompagnement social", 1),
        ("ACCOMPAGNEMENT SOCIAL", 2),
        ("MWMWMWMWMWMWMWMWMWMW", 2),
        ("☺ Envie d’agir", 1),
    ],
)
def test_wide_letters_make_shorter_lines(word, lines):
    drawn = drawing(found(WORDS, [word] * 6, [word] * 6), WORDS, layout=WALL)
    assert len(drawn.rows[0].label) == lines
    assert re.sub(r"\s", "", "".join(drawn.rows[0].label)) == re.sub(r"\s", "", word)


def test_nothing_is_drawn_of_a_question_that_is_hidden():
    assert drawing(found(ESTIMATE, ["6"] * 4, ["7"] * 4), ESTIMATE) is None
