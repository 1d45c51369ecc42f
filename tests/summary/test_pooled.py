"""Several screenings together: never more than what each shows."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.room.questions import Kind
from screening.summary.answers import Answer
from screening.summary.findings import find
from screening.summary.pooled import pool
from screening.summary.records import Finding, Span

from .ask import moved, paired, question

People = list[tuple[str, str]]


def finding(answers: list[Answer]) -> Finding:
    return find(question(), answers)


def test_people_of_several_screenings_are_not_paired_with_each_other() -> None:
    found = pool(question(), [finding(moved(5, 10, 0)), finding(moved(6, 9, 3))])
    assert (found.asked, found.drawn, found.compared, found.finding.n_paired) == (2, 2, 2, 33)
    assert found.finding.paired
    assert (found.finding.paired.up, found.finding.paired.same, found.finding.paired.down) == (11, 19, 3)
    assert found.finding.verdict
    assert found.finding.verdict.code == "net_up"


def test_a_masked_move_counts_as_one_or_two_people() -> None:
    rooms = [finding(moved(*room)) for room in ((5, 10, 0), (4, 10, 2), (6, 10, 1))]
    found = pool(question(), rooms).finding
    assert found.paired
    assert (found.paired.up, found.paired.down, found.paired.same) == (15, Span(2, 4), None)
    assert found.n_paired == 48


def test_a_masked_move_of_one_screening_alone_stays_masked_as_in_its_summary() -> None:
    rooms = [finding(moved(*room)) for room in ((5, 10, 0), (6, 10, 1))]
    found = pool(question(), rooms).finding
    assert found.paired
    assert (found.paired.up, found.paired.down, found.paired.same) == (11, "masked", None)


def test_a_hidden_screening_adds_nothing_and_is_told() -> None:
    rooms = [finding(moved(5, 10, 0)), finding(moved(1, 1, 1))]
    assert pool(question(), rooms).finding == pool(question(), rooms[:1]).finding
    assert (pool(question(), rooms).asked, pool(question(), rooms).drawn) == (2, 1)
    assert pool(question(), rooms[1:]).finding.gate == "hidden"


def test_a_verdict_is_told_where_all_numbers_within_a_span_have_it() -> None:
    rooms = [finding(moved(2, 10, 2)) for _ in range(4)]
    found = pool(question(), rooms).finding
    assert found.paired
    assert (found.paired.up, found.paired.down) == (Span(4, 8), Span(4, 8))
    assert found.verdict is None


def test_a_word_recurs_where_two_screenings_show_it_in_one_spelling_or_another() -> None:
    asked = question("words")
    rooms = [
        [("guichet", "")] * 3 + [(f"a{n}", "") for n in range(4)],
        [("guichets", "écran")] * 4 + [("b", "")],
    ]
    found = pool(asked, [find(asked, paired(room)) for room in rooms])
    assert [(row.word, row.screenings, row.before) for row in found.words] == [("guichets", 2, 7)]


def test_an_option_that_some_mask_is_a_span() -> None:
    asked = question("choice", ("after",))
    rooms = [[("", "a;b")] * n + [("", "b")] * (9 - n) for n in (5, 2)]
    found = pool(asked, [find(asked, paired(room)) for room in rooms]).finding
    assert found.after
    assert dict(found.after.counts) == {"a": Span(6, 7), "b": 18, "c": 0}


VALUES: dict[Kind, list[str]] = {
    "scale": ["2", "3", "4", "nsp"],
    "words": ["aide", "aide;écran", "écran", "honte"],
    "choice": ["a", "a;b", "b", "c"],
}


@st.composite
def screenings(draw: st.DrawFn, kind: Kind) -> list[People]:
    values = st.sampled_from(["", *VALUES[kind]])
    people = st.lists(st.tuples(values, values), min_size=1, max_size=24)
    return draw(st.lists(people, min_size=2, max_size=4))


@pytest.mark.parametrize("kind", list(VALUES))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_one_screening_more_or_less_tells_only_what_its_own_summary_shows(
    kind: Kind, data: st.DataObject
) -> None:
    """Somebody chooses sets as they like, and looks at the difference that one screening makes."""
    asked = question(kind)
    findings = [find(asked, paired(room)) for room in data.draw(screenings(kind))]
    for size in range(len(findings)):
        for chosen in combinations(range(len(findings) - 1), size):
            without = pool(asked, [findings[n] for n in chosen]).finding
            wider = pool(asked, [*(findings[n] for n in chosen), findings[-1]]).finding
            check_sides(findings[-1], without, wider)
            check_moves(findings[-1], without, wider)


def check_sides(own: Finding, without: Finding, wider: Finding) -> None:
    for moment in ("before", "after"):
        less, more = getattr(without, moment), getattr(wider, moment)
        if more is None or not more.counts:
            continue
        shown = dict(side.counts) if (side := getattr(own, moment)) else {}
        known = dict(less.counts) if less else {}
        for value, people in more.counts:
            added = [a - b for a, b in zip(span(people), span(known.get(value, 0)), strict=True)]
            assert added in ([0, 0], list(span(shown.get(value, 0)))), (moment, value)


def check_moves(own: Finding, without: Finding, wider: Finding) -> None:
    if wider.paired is None:
        return
    assert wider.paired.table is None
    for way in ("up", "down"):
        cell = getattr(own.paired, way, None) if own.paired else None
        before = getattr(without.paired, way, 0) if without.paired else 0
        added = [a - b for a, b in zip(span(getattr(wider.paired, way)), span(before), strict=True)]
        assert added in ([0, 0], list(span(cell or 0))), way


def span(cell: object) -> tuple[int, int]:
    if isinstance(cell, Span):
        return cell.low, cell.high
    if cell == "masked":
        return 1, 2
    assert isinstance(cell, int)
    return cell, cell


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["aide", "écran", "honte", "file"]), min_size=5, max_size=9))
def test_a_word_counts_where_it_is_shown_and_nowhere_else(words: list[str]) -> None:
    """« honte » stands in another screening: whether one or two people gave it here is not told."""
    asked = question("words", ("before",))
    other = find(asked, paired([(word, "") for word in ["honte"] * 4 + ["file"] * 4]))
    here = find(asked, paired([(word, "") for word in words]))
    rows = {row.word: row.before for row in pool(asked, [other, here]).words}
    for word, n in ((word, words.count(word)) for word in ("honte", "file")):
        assert rows.get(word) == (4 + n if n >= 3 else None)
