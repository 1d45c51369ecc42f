"""Nothing shown gives a masked cell away: every small world is enumerated and sorted by what is shown.

Worlds that look the same must hold at least two values of each cell that is masked in them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import product

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.room.questions import Kind
from screening.summary.choices import find_choice
from screening.summary.consistent import can_be
from screening.summary.findings import Finding, Paired
from screening.summary.gates import Group
from screening.summary.scales import find_scale
from screening.summary.words import Bags, compare, find_words

from .ask import question

Worlds = dict[Finding, set[tuple[int, ...]]]
People = tuple[tuple[str, str], ...]


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
        pairs = tuple((b, a) for (b, a), n in zip(cells, counts, strict=True) for _ in range(n))
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
        ("35", 18, 0, 0),
        ("35", 20, 0, 0),
        ("345", 10, 0, 0),
        ("345", 5, 0, 0),
        ("345", 6, 0, 0),
        ("35", 5, 5, 0),
        ("35", 6, 1, 0),
        ("35", 9, 2, 1),
        ("345", 5, 0, 1),
        ("35", 1, 4, 4),
    ],
)
def test_worlds_of_a_scale(levels: str, paired: int, leavers: int, joiners: int) -> None:
    asked, worlds = question(), defaultdict(set)
    for group in groups(levels, paired, leavers, joiners):
        worlds[find_scale(asked, group)].add(moves(group))
    for finding, ways in worlds.items():
        for place in (0, 1):
            values = {way[place] for way in ways}
            if finding.paired is None:
                # Side by side: no moves are told, and none of one or two people follows.
                assert values not in ({1}, {2}), finding
                continue
            cell = (finding.paired.up, finding.paired.down)[place]
            if cell == "masked":
                assert values == {1, 2}, finding
            elif isinstance(cell, int):
                assert values == {cell}
                assert cell not in (1, 2)
            elif finding.gate == "net" and finding.before and finding.before.counts:
                assert values not in ({1}, {2}), finding
            elif finding.gate == "movement":
                assert len(values) > 1, finding


AIDE, NONE = frozenset({"aide"}), frozenset[str]()
STATES = list(product((AIDE, NONE), (AIDE, NONE), (False, True)))
"""A person's « aide » before and after, and whether they kept a word of their own."""


def bags(counts: tuple[int, ...], leavers: int, joiners: int, gone: int, come: int) -> Bags:
    people = [state for state, n in zip(STATES, counts, strict=True) for _ in range(n)]
    pairs = [
        (before | {f"own{i}"}, after | {f"own{i}" if keeps else f"new{i}"})
        for i, (before, after, keeps) in enumerate(people)
    ]
    left = [frozenset({f"gone{i}"}) | (AIDE if i < gone else NONE) for i in range(leavers)]
    came = [frozenset({f"come{i}"}) | (AIDE if i < come else NONE) for i in range(joiners)]
    before, after = [b for b, _ in pairs], [a for _, a in pairs]
    return Bags(before + left, after + came, pairs, leavers, joiners)


@pytest.mark.parametrize(("leavers", "joiners", "own"), [(0, 0, 1), (5, 5, 0), (0, 5, 0), (0, 0, 0)])
def test_worlds_of_a_word(leavers: int, joiners: int, own: int) -> None:
    """Nobody or everybody may keep a word of their own; only « aide » can be listed."""
    worlds: dict[tuple[tuple[int, int], Paired, tuple[str, ...]], set[tuple[int, int, int]]] = defaultdict(
        set
    )
    rooms = spread(10, 8) if own else (tuple(n for m in room for n in (m, 0)) for room in spread(10, 4))
    for counts in rooms:
        for gone, come in product(range(leavers + 1), range(joiners + 1)):
            world = bags(counts, leavers, joiners, gone, come)
            if max(world.counts("aide")) >= 3:
                paired, stay = compare(world, ["aide"])
                worlds[world.counts("aide"), paired, tuple(stay)].add(world.moves("aide"))
    for (_, paired, listed), ways in worlds.items():
        if listed and paired.words and paired.words[0].kept is None:
            assert not any(set(cell) in ({1}, {2}) for cell in zip(*ways, strict=True)), (paired, ways)
        elif paired.words:
            row = paired.words[0]
            assert ways == {(row.kept, row.left, row.came)}
            assert not {row.kept, row.left, row.came} & {1, 2}


def options_moved(pairs: list[tuple[str, str]], option: str) -> tuple[int, int, int]:
    """How many people kept, left and brought an option or a word."""
    states = Counter((option in before, option in after) for before, after in pairs)
    return states[True, True], states[True, False], states[False, True]


@pytest.mark.parametrize("kind", ["choice", "words"])
@pytest.mark.parametrize(
    ("values", "paired", "leavers"), [("a b c", 6, 0), ("a b a;b", 6, 0), ("a b a;b", 5, 1)]
)
def test_worlds_of_what_is_asked_twice(kind: Kind, values: str, paired: int, leavers: int) -> None:
    """Choices, and the words of a small room: both moments together tell no move of one or two people."""
    most = 2 if ";" in values else 1
    asked = msgspec.structs.replace(question(kind), own_words=False, most=most)
    types = list(product(values.split(), repeat=2))
    worlds: dict[tuple[object, ...], list[People]] = defaultdict(list)
    for counts, gone in product(spread(paired, len(types)), spread(leavers, len(values.split()))):
        pairs = tuple(pair for pair, n in zip(types, counts, strict=True) for _ in range(n))
        alone = tuple(value for value, n in zip(values.split(), gone, strict=True) for _ in range(n))
        group = Group((*(b for b, _ in pairs), *alone), tuple(a for _, a in pairs), pairs)
        found = find_choice(asked, group) if kind == "choice" else find_words(asked, group)
        worlds[found.before, found.after, found.n_paired].append(pairs)
    assert any(before.counts for before, *_ in worlds)
    for (before, after, _), ways in worlds.items():
        for option in {name for name, _people in before.counts} & {name for name, _people in after.counts}:
            for cell in zip(*(options_moved(pairs, option) for pairs in ways), strict=True):
                assert set(cell) not in ({1}, {2}), (before, after, option)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("12345"), st.sampled_from("12345")), min_size=4, max_size=40))
def test_what_is_found_possible_is(pairs: list[tuple[str, str]]) -> None:
    """A world's own moves are possible in its own counts, where at most two went one way."""
    before, after = [[sum(pair[m] == v for pair in pairs) for v in "12345"] for m in (0, 1)]
    up, down = sum(b < a for b, a in pairs), sum(b > a for b, a in pairs)
    if min(up, down) <= 2:
        assert can_be(before, after, len(pairs), (up, down))
    assert not can_be(before, after, len(pairs) + 1, (up, down))
