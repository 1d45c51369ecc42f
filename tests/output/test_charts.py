"""Drawings: everything stays in its frame, and the table twin says the same in numbers."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from jinja2 import Environment, FileSystemLoader

from screening import resources
from screening.output import people as in_words
from screening.output.charts import PAGE, PRINT, WALL, drawings
from screening.output.charts.shapes import Curve, Dot, Rect, Text, wide, wrapped
from screening.room.questions import Option, Question, Reference
from screening.summary.answers import Answer
from screening.summary.findings import find

BOTH = ("before", "after")
LEVELS = ("Pas du tout", "Plutôt pas", "Entre les deux", "Plutôt", "Tout à fait d’accord avec cela")
SCALE = Question(
    id="s",
    kind="scale",
    moments=BOTH,
    wording={"fr": "Une phrase."},
    labels=tuple({"fr": each} for each in LEVELS),
)
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
    options=tuple(Option(id=each, label={"fr": f"Option {each}"}) for each in "abc"),
)
FIVE = Question(
    id="c5",
    kind="choice",
    moments=("before", "after"),
    wording={"fr": "Et là ?"},
    options=tuple(Option(id=each, label={"fr": f"Option {each}"}) for each in "abcde"),
)
MOOD = Question(
    id="m",
    kind="choice",
    moments=("after",),
    wording={"fr": "Et là ?"},
    options=tuple(
        Option(id=each, label={"fr": f"Découragement {each}"}, pictogram="☺") for each in "abcdefgh"
    ),
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
    """Tags with their attributes, and the texts of table rows."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.rows, self.inside = [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag):
        if tag in {"td", "th"}:
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1] += data


def html(drawn):
    room = Environment(loader=FileSystemLoader(resources.folder("templates")), autoescape=True)
    room.globals["_"] = in_words.identity
    source = '{% from "charts/chart.html" import chart, table %}{{ chart(d) }}{{ table(d) }}'
    return room.from_string(source).render(d=drawn)


def sums(drawn, place):
    """Numbers of one column of the first table, by row heading."""
    return {row[0]: row[place] for row in drawn.tables[0].rows}


WIDE = [str(n) for n in range(11)] * 3
LONG = "anticonstitutionnellement" * 4
SAMPLES = [
    (SCALE, ["1", "2", "3", "4", "5", "3"] * 4, ["2", "3", "4", "5", "5", "4"] * 4),
    (SCALE, ["3"] * 30 + ["1"], ["3"] * 20 + ["5"] * 11),
    (ESTIMATE, WIDE, WIDE[5:] + WIDE[:5]),
    (ESTIMATE, ["6", "7"] * 8, ["7", "8"] * 8),
    (ESTIMATE, ["5"] * 80, ["5"] * 80),
    (WORDS, ["ACCOMPAGNEMENT SOCIAL;file"] * 12, ["aide"] * 12),
    (WORDS, [f"{LONG};a;b"] * 12, ["c;d;e", "a;f;g", "مساعدة;h;👍"] * 4),
    (WORDS, [f"{n};{n}b;{n}c" for n in "abcdefghij"] * 3, [f"{n};{n}c;{n}d" for n in "abcdefghij"] * 3),
    (CHOICE, [], ["a", "b", "a", "c", "a", "nsp"]),
    (FIVE, ["a;b", "b;c", "c;d"] * 4, ["a;c", "d;e", "c;e"] * 4),
    (MOOD, [], ["a;b", "b;c", "a;h", "c;h", "a;h", "nsp"]),
]
LAYOUTS = [PAGE, WALL, PRINT]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("question", "before", "after"), SAMPLES)
def test_what_is_placed_stays_in_the_frame(question, before, after, layout):
    for drawn in drawings(found(question, before, after), question, layout=layout):
        assert drawn.shapes
        for shape in drawn.shapes:
            match shape:
                case Text():
                    left = {"start": 0, "middle": 0.5, "end": 1}[shape.anchor] * wide(shape.text, shape.size)
                    assert shape.x - left >= -shape.size * 0.6, shape
                    assert shape.x - left + wide(shape.text, shape.size) <= drawn.width + shape.size * 0.6, (
                        shape
                    )
                    assert 0 <= shape.y <= drawn.height, shape
                case Rect():
                    assert shape.x >= -0.1
                    assert shape.y >= -0.1
                    assert shape.x + shape.width <= drawn.width + 0.1, shape
                    assert shape.y + shape.height <= drawn.height + 0.1, shape
                case Dot():
                    assert shape.r <= shape.x + 0.1 <= drawn.width - shape.r + 0.2
                    assert shape.r <= shape.y + 0.1 <= drawn.height - shape.r + 0.2
                case Curve():
                    assert "nan" not in shape.d


@pytest.mark.parametrize(("question", "before", "after"), SAMPLES)
def test_a_drawing_on_the_wall_is_as_high_as_the_wall_shows(question, before, after):
    first = drawings(found(question, before, after), question, layout=WALL)[0]
    assert first.height <= WALL.height * 1.15


@pytest.mark.parametrize(("question", "before", "after"), SAMPLES)
def test_it_is_sound_svg_with_its_own_ids_named_and_described_and_no_inline_style(question, before, after):
    drawn = drawings(found(question, before, after), question)
    page = "".join(map(html, drawn))
    tags = Page(page).tags
    assert all("style" not in at for _, at in tags)
    ids = [at["id"] for _, at in tags if "id" in at]
    assert len(ids) == len(set(ids))
    for named in (at["aria-labelledby"] for name, at in tags if at.get("role") == "img"):
        assert set(named.split()) <= set(ids)
    for svg in re.findall(r"<svg xmlns.*?</svg>", page, re.S):
        root = ElementTree.fromstring(svg)
        assert root.find("{*}title").text
        assert root.find("{*}desc").text.endswith(".")
    hatches = re.findall(r'class="bar before[^>]*?fill="url\(#([^)]+)\)"', page)
    assert set(hatches) <= set(ids)


@pytest.mark.parametrize(("question", "before", "after"), SAMPLES)
def test_the_table_twin_holds_the_numbers_that_are_shown(question, before, after):
    finding = found(question, before, after)
    drawn = drawings(finding, question)[0]
    told = Page(html(drawn)).rows
    assert told[0] == list(drawn.tables[0].head)
    names = {str(n): label for n, label in enumerate(LEVELS, start=1)}
    names |= {option.id: f"{option.pictogram} {option.label['fr']}".strip() for option in question.options}
    names |= {"nsp": "je ne sais pas"}
    sides = [side for side in (finding.before, finding.after) if side]
    for place, side in enumerate(sides, start=1):
        twin = sums(drawn, place)
        for value, people in side.counts:
            name = (
                f"{value} sur 10"
                if question.kind == "estimate" and value != "nsp"
                else names.get(value, value)
            )
            name = next((each for each in twin if each.startswith(f"{name} ◂")), name)
            if people or name in twin:
                assert twin[name].replace("2 personnes au plus", "masked") == str(people)


def test_people_of_a_scale_stand_on_their_side_of_the_middle_line():
    drawn = drawings(found(SCALE, ["1"] * 4 + ["5"] * 8, ["4"] * 12), SCALE)[0]
    bars = {
        (s.role.split()[1], s.role.split()[2]): s
        for s in drawn.shapes
        if isinstance(s, Rect) and "bar" in s.role
    }
    assert bars["before", "level1"].x + bars["before", "level1"].width == pytest.approx(320, abs=0.2)
    assert bars["before", "level5"].x == pytest.approx(320, abs=0.2)
    assert bars["before", "level5"].width == pytest.approx(2 * bars["before", "level1"].width, abs=0.2)
    assert bars["after", "level4"].width == pytest.approx(318, abs=0.2)


def test_the_flow_is_drawn_only_where_the_gate_shows_the_table():
    shown = drawings(found(SCALE, ["3"] * 20, ["4"] * 6 + ["3"] * 14), SCALE)
    assert [each.id for each in shown] == ["chart-s", "chart-s-flow"]
    assert shown[1].tables[0].rows[2][1:] == ("0", "0", "14", "6", "0")
    ribbons = [shape.role for shape in shown[1].shapes if isinstance(shape, Curve)]
    assert sorted(ribbons) == ["flow stay", "flow up"]
    assert len(drawings(found(SCALE, ["3"] * 20, ["4"] * 1 + ["3"] * 19), SCALE)) <= 1
    alone = drawings(found(SCALE, ["3"] * 20, ["4"] * 6 + ["3"] * 14), SCALE, show=("before",))
    assert [len(each.tables) for each in alone] == [1]


def test_each_person_who_estimated_is_one_dot():
    drawn = drawings(found(ESTIMATE, ["6", "7"] * 8, ["7", "8"] * 8), ESTIMATE)[0]
    dots = [s for s in drawn.shapes if isinstance(s, Dot)]
    assert [sum(moment in s.role for s in dots) for moment in BOTH] == [16, 16]


def test_the_range_of_the_sources_stands_beside_both_moments_only():
    finding = found(ESTIMATE, ["6", "7"] * 8, ["7", "8"] * 8)
    drawn = drawings(finding, ESTIMATE)[0]
    band = next(s for s in drawn.shapes if isinstance(s, Rect) and s.role == "range")
    assert (band.x, band.width) == (0, pytest.approx(2 * 640 / 11, abs=0.1))
    assert [row[0] for row in drawn.tables[0].rows if "◂" in row[0]] == [
        "0 sur 10 ◂ repère des sources",
        "1 sur 10 ◂ repère des sources",
    ]
    alone = drawings(finding, ESTIMATE, show=("before",))[0]
    assert [row[0] for row in alone.tables[0].rows] == ["6 sur 10", "7 sur 10"]
    assert not any(isinstance(s, Rect) for s in alone.shapes)


def test_words_that_came_back_are_linked_and_the_others_have_an_open_end():
    drawn = drawings(found(WORDS, ["aide;file"] * 8 + ["aide"] * 4, ["aide"] * 4 + ["écran"] * 8), WORDS)[0]
    assert [s.role for s in drawn.shapes if isinstance(s, Curve)] == ["link", "stub before", "stub after"]
    assert drawn.tables[0].head[1:] == (
        "avant (12)",
        "après (12)",
        "les deux fois (12)",
        "avant seulement (12)",
        "après seulement (12)",
    )
    assert {row[0]: row[3:] for row in drawn.tables[0].rows} == {
        "aide": ("4", "8", "0"),
        "file": ("0", "8", "0"),
        "écran": ("0", "0", "8"),
    }


def test_only_words_of_three_people_are_drawn_and_alone_a_moment_shows_its_own():
    finding = found(WORDS, ["aide;file", "aide;file", "file", "aide;cpas", "cpas"], ["écran"] * 5 + ["cpas"])
    both, before = (drawings(finding, WORDS, show=show)[0] for show in (BOTH, ("before",)))
    assert {row[0] for row in both.tables[0].rows} == {"aide", "file", "écran"}
    assert list(before.tables[0].rows) == [("aide", "3"), ("file", "3")]
    assert not any("écran" in s.text for s in before.shapes if isinstance(s, Text))


@pytest.mark.parametrize("question", [CHOICE, MOOD])
def test_a_masked_option_is_drawn_open_and_as_long_as_two_people(question):
    drawn = drawings(found(question, [], ["a;b", "a", "a", "a", "a", "a"]), question)[0]
    bars = [s for s in drawn.shapes if isinstance(s, Rect)][1:]  # after the legend's
    one, two = next(s for s in bars if "masked" not in s.role), next(s for s in bars if "masked" in s.role)
    long, short = (max(s.width, 0) if question is CHOICE else s.height for s in (one, two))
    assert short == pytest.approx(long * 2 / 6, abs=0.1)
    assert [row[1] for row in drawn.tables[0].rows][:3] == ["6", "2 personnes au plus", "0"]


def test_nothing_is_drawn_of_a_question_that_is_hidden():
    assert drawings(found(ESTIMATE, ["6"] * 4, ["7"] * 4), ESTIMATE) == ()


def test_without_a_font_for_pictograms_only_their_labels_are_drawn():
    drawn = drawings(found(MOOD, [], ["a"] * 6), MOOD, layout=PRINT)[0]
    assert not any("☺" in s.text for s in drawn.shapes if isinstance(s, Text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("accompagnement social", ("accompagnement", "social")),
        ("ABRACADABRANTESQUE", ("ABRACADAB", "RANTESQUE")),
        ("un deux trois quatre cinq six sept huit neuf", ("un deux trois", "quatre cinq", "six sept hu…")),
    ],
)
def test_a_label_is_broken_where_it_is_too_wide(text, lines):
    wrapped_lines = wrapped(text, 110, 16, 3)
    assert all(wide(line, 16) <= 110 for line in wrapped_lines)
    assert len(wrapped_lines) == len(lines)


def test_where_no_distribution_may_stand_the_moves_are_drawn_once_both_moments_are_shown():
    finding = found(SCALE, ["2"] * 19, ["4"] * 14 + ["2"] * 4 + ["1"])
    assert not finding.before.counts
    (drawn,) = drawings(finding, SCALE)
    assert drawn.tables[0].rows == (
        ("moins", "2 personnes au plus"),
        ("plus", "14"),
        ("même réponse", "les autres"),
    )
    assert [s.role for s in drawn.shapes if isinstance(s, Rect)] == ["bar after masked", "bar after"]
    assert drawings(finding, SCALE, show=("before",)) == ()
