"""Nothing shown gives a masked cell away: every small world is enumerated and sorted by what is shown.

Worlds that look the same must hold at least two values of each cell that is masked in them.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.summary.consistent import can_be
from screening.summary.findings import Finding
from screening.summary.gates import Group
from screening.summary.scales import find_scale
from screening.summary.words import find_words

from .ask import question

Worlds = dict[Finding, set[tuple[int, ...]]]


def spread(total: int, places: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to put `total` people in `places`."""
    if places == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in spread(total - first, places - 1):
            yield (first, *rest)


def groups(levels: str, paired: int, leavers: int, joiners: int) -> Iterator[Group]:
    cells = list(product(levels, repeat=2))
    alone = [
        [tuple("".join(v * n for v, n in zip(levels, row, strict=True))) for row in spread(n, len(levels))]
        for n in (leavers, joiners)
    ]
    for counts in spread(paired, len(cells)):
        pairs = tuple(pair for pair, n in zip(cells, counts, strict=True) for _ in range(n))
        for gone, come in product(*alone):
            yield Group((*(b for b, _ in pairs), *gone), (*(a for _, a in pairs), *come), pairs)


def moves(group: Group) -> tuple[int, int]:
    return sum(b < a for b, a in group.pairs), sum(b > a for b, a in group.pairs)


@pytest.mark.parametrize(
    ("levels", "paired", "leavers", "joiners"),
    [
        ("35", 10, 0, 0),
        ("35", 10, 1, 2),
        ("35", 11, 0, 5),
        ("35", 10, 5, 5),
        ("35", 12, 6, 5),
        ("35", 20, 0, 0),
        ("345", 10, 0, 0),
        ("345", 5, 0, 0),
        ("345", 6, 0, 0),
        ("35", 9, 5, 5),
        ("345", 5, 5, 0),
    ],
)
def test_worlds_of_a_scale(levels: str, paired: int, leavers: int, joiners: int) -> None:
    asked, worlds = question(), defaultdict(set)
    for group in groups(levels, paired, leavers, joiners):
        worlds[find_scale(asked, group)].add(moves(group))
    for finding, ways in worlds.items():
        assert finding.paired is not None
        for place, cell in enumerate((finding.paired.up, finding.paired.down)):
            values = {way[place] for way in ways}
            if cell == "masked":
                assert values == {1, 2}, finding
            elif isinstance(cell, int):
                assert values == {cell}
                assert cell not in (1, 2)
            elif finding.gate == "net" and finding.before and finding.before.counts:
                assert values not in ({1}, {2}), finding
            elif finding.gate == "movement":
                assert len(values) > 1, finding


WORDS = ("aide", "file")
STATES = [("aide", "aide"), ("aide", "x"), ("x", "aide"), ("x", "x")]
TWO = [("aide;file", "aide"), ("aide", "file"), ("file", "file"), ("x", "aide;file"), ("file", "x"), ("x", "x")]


@pytest.mark.parametrize(
    ("states", "paired", "leavers", "joiners"),
    [(STATES, 10, 0, 0), (STATES, 12, 0, 0), (STATES, 10, 5, 5), (STATES, 10, 1, 3), (TWO, 10, 0, 0)],
)
def test_worlds_of_words(
    states: list[tuple[str, str]], paired: int, leavers: int, joiners: int
) -> None:
    asked, worlds = question("words"), defaultdict(list)
    for counts in spread(paired, len(states)):
        pairs = tuple(pair for pair, n in zip(states, counts, strict=True) for _ in range(n))
        for gone, come in product(range(leavers + 1), range(joiners + 1)):
            before = (*(b for b, _ in pairs), *["aide"] * gone, *["x"] * (leavers - gone))
            after = (*(a for _, a in pairs), *["aide"] * come, *["x"] * (joiners - come))
            group = Group(before, after, pairs)
            worlds[find_words(asked, group, "fr", {})].append(
                {word: cells(word, pairs) for word in WORDS}
            )
    for finding, ways in worlds.items():
        assert finding.paired is not None
        for row in finding.paired.words:
            if row.kept is None and row.word in WORDS:
                for values in zip(*(way[row.word] for way in ways), strict=True):
                    assert set(values) not in ({1}, {2}), finding
            else:
                assert not {row.kept, row.left, row.came} & {1, 2}


def cells(word: str, pairs: tuple[tuple[str, str], ...]) -> tuple[int, int, int]:
    seen = [(word in before.split(";"), word in after.split(";")) for before, after in pairs]
    return seen.count((True, True)), seen.count((True, False)), seen.count((False, True))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("12345"), st.sampled_from("12345")), min_size=4, max_size=40))
def test_what_is_found_possible_is(pairs: list[tuple[str, str]]) -> None:
    """A world's own moves are possible in its own counts, where at most two went one way."""
    rows = [[sum(pair[m] == v for pair in pairs) for v in "12345"] for m in (0, 1)]
    up, down = sum(b < a for b, a in pairs), sum(b > a for b, a in pairs)
    if min(up, down) <= 2:
        assert can_be(*rows, len(pairs), (up, down))
    assert not can_be(*rows, len(pairs) + 1, (up, down))
