"""Random rooms: what was shown in the room and what the summary shows, together, leave each masked cell open.

For each masked move, another evening is sought that looks the same at both times and has another number
there. The search knows nothing of how the product hides: it changes answers and looks at what is shown.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import product

import msgspec
import pytest
from scipy.optimize import LinearConstraint, milp

from screening.room.questions import Option
from screening.summary.answers import Answer
from screening.summary.findings import find
from screening.summary.records import MASKED, Finding
from screening.summary.released import tells

from .ask import paired, question
from .test_masks import spread

ROOMS = 600
FULL = 10_000
TRIES = 3_000
LEVELS = list(product("12345", repeat=2))
People = list[tuple[str, str]]
"""Each person's value before and after, "" where there is none."""


def shown(people: Sequence[tuple[str, str]]) -> Finding:
    answers = [
        Answer(str(n), moment, value)
        for n, pair in enumerate(people)
        for moment, value in zip(("before", "after"), pair, strict=True)
        if value
    ]
    return find(question(), answers)


def moves(people: Sequence[tuple[str, str]]) -> tuple[int, int]:
    pairs = [(b, a) for b, a in people if b and a]
    return sum(b < a for b, a in pairs), sum(b > a for b, a in pairs)


def evening(chance: random.Random) -> tuple[People, People]:
    """A room as it was shown, and as it is summarised: the same, or with five or more new or changed."""
    levels = chance.choice(["24", "345", "12345"])
    few = chance.random() < 0.7

    def person() -> tuple[str, str]:
        before = chance.choice(levels)
        after = before if few and chance.random() < 0.85 else chance.choice(levels)
        return before, after

    frozen = [person() for _ in range(chance.randint(10, 24))]
    frozen += [(chance.choice(levels), "") for _ in range(chance.choice([0, 0, 2, 5, 7]))]
    frozen += [("", chance.choice(levels)) for _ in range(chance.choice([0, 0, 3, 5, 6]))]
    if chance.random() < 0.5:
        return frozen, frozen
    latest = list(frozen)
    for n in range(chance.randint(5, 9)):
        if chance.random() < 0.5:
            latest.append(person())
        else:
            latest[n] = person()
    return frozen, latest


def hidden(finding: Finding) -> list[int]:
    """The places (0 up, 1 down) of the moves of one or two people that a finding does not say."""
    if finding.paired is None or finding.gate not in {"movement", "table"}:
        return []
    return [place for place, cell in enumerate((finding.paired.up, finding.paired.down)) if cell == MASKED]


def another(people: People, place: int, chance: random.Random) -> bool:
    """Tell whether some room looks just like this one, and has another number of those moves."""
    looks, truth = shown(people), moves(people)
    values = sorted({value for pair in people for value in pair if value})
    for _ in range(TRIES):
        world = list(people)
        for _step in range(chance.choice([1, 1, 2])):
            one, other = chance.sample(range(len(world)), 2)
            side = chance.randint(0, 1)
            first, second = list(world[one]), list(world[other])
            if first[side] and second[side] and chance.random() < 0.5:
                first[side], second[side] = second[side], first[side]
            elif first[side]:
                first[side] = chance.choice(values)
            world[one], world[other] = (first[0], first[1]), (second[0], second[1])
        if moves(world)[place] != truth[place] and shown(world) == looks:
            return True
    wanted = [list(truth), list(truth)]
    wanted[0][place], wanted[1][place] = 3 - truth[place], truth[place]
    built = with_the_same_counts(people, (wanted[0][0], wanted[0][1]))
    return bool(built) and shown(built) == looks


def with_the_same_counts(people: People, wanted: tuple[int, int]) -> People:
    """Return people with the same counts and as many pairs, who made the moves wanted; none if impossible."""
    pairs = [(b, a) for b, a in LEVELS]
    before, after = (Counter(pair[side] for pair in people if pair[side]) for side in (0, 1))
    rows = [[float(b == level) for b, _ in pairs] for level in "12345"]
    rows += [[float(a == level) for _, a in pairs] for level in "12345"]
    most = [before[level] for level in "12345"] + [after[level] for level in "12345"]
    exact = [[1.0] * len(pairs), [float(b < a) for b, a in pairs], [float(b > a) for b, a in pairs]]
    paired = sum(bool(b and a) for b, a in people)
    found = milp(
        [0.0] * len(pairs),
        integrality=[1] * len(pairs),
        constraints=[LinearConstraint(rows, 0, most), LinearConstraint(exact, *[[paired, *wanted]] * 2)],
    )
    if found.x is None:
        return []
    built = [pair for pair, n in zip(pairs, found.x, strict=True) for _ in range(round(n))]
    leavers = before - Counter(b for b, _ in built)
    joiners = after - Counter(a for _, a in built)
    return [
        *built,
        *((level, "") for level in leavers.elements()),
        *(("", level) for level in joiners.elements()),
    ]


@pytest.mark.slow
def test_what_was_shown_and_the_summary_together_tell_no_masked_move(request: pytest.FixtureRequest) -> None:
    chance = random.Random(20261126)
    looked = 0
    told = []
    for _ in range(FULL if request.config.getoption("--full") else ROOMS):
        frozen, latest = evening(chance)
        for people in (frozen, latest):
            for place in hidden(shown(people)):
                looked += 1
                if not another(people, place, chance):
                    told.append((people, place))
    assert looked > ROOMS / 4
    assert not told, f"{len(told)} of {looked}, such as {told[0]}"


def pairs_of(counts: tuple[int, ...], levels: str = "35") -> People:
    return [pair for pair, n in zip(product(levels, repeat=2), counts, strict=True) for _ in range(n)]


@pytest.mark.slow
@pytest.mark.parametrize("added", [5, 6])
@pytest.mark.parametrize("apart", [0, 5])
def test_what_was_shown_and_five_sheets_more_tell_no_masked_move(added: int, apart: int) -> None:
    """Every room of ten and every way to add some people, sorted by all that a reader sees of both."""
    worlds: dict[tuple[Finding, Finding], list[set[int]]] = defaultdict(lambda: [set(), set(), set(), set()])
    for gone, came in product(spread(apart, 2), repeat=2):
        alone = [(level, "") for level, n in zip("35", gone, strict=True) for _ in range(n)]
        alone += [("", level) for level, n in zip("35", came, strict=True) for _ in range(n)]
        looks = {room: shown(pairs_of(room) + alone) for n in (10, 10 + added) for room in spread(n, 4)}
        for room, more in product(spread(10, 4), spread(added, 4)):
            total = tuple(map(sum, zip(room, more, strict=True)))
            first, later = looks[room], looks[total]
            seen = first if tells(first, later) else later
            for place, number in enumerate((*moves(pairs_of(room)), *moves(pairs_of(total)))):
                worlds[first, seen][place].add(number)
    for (first, later), ways in worlds.items():
        for place in hidden(first):
            assert ways[place] == {1, 2}, (first, later)
        for place in hidden(later) if later != first else ():
            assert ways[2 + place] == {1, 2}, (first, later)


def choices(n: int, most: int, own: bool) -> dict[tuple[int, ...], Finding]:
    """Return what is shown of n people's choices among three, by how many took each option."""
    asked = msgspec.structs.replace(question("choice", ("after",)), most=most % 3, own_words=own)
    found = {}
    for counts in product(range(n + 1), repeat=3):
        if n <= sum(counts) <= most * n:
            taken = "".join(option * count for option, count in zip("abc", counts, strict=True))
            values = [";".join(taken[person::n]) for person in range(n)]
            answers = [Answer(str(person), "after", value) for person, value in enumerate(values)]
            found[counts] = find(asked, answers)
    return found


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("added", [5, 6])
def test_choices_alone_and_five_sheets_more_tell_no_masked_option(added: int, most: int, own: bool) -> None:
    """Every room of six, and every way in which some people more can take one to `most` options each."""
    first, later = choices(6, most, own), choices(6 + added, most, own)
    more = [c for c in product(range(added + 1), repeat=3) if added <= sum(c) <= most * added]
    worlds: dict[tuple[object, object], list[tuple[int, ...]]] = defaultdict(list)
    for counts, came in product(first, more):
        total = tuple(map(sum, zip(counts, came, strict=True)))
        seen = first[counts] if tells(first[counts], later[total]) else later[total]
        worlds[first[counts].after, seen.after].append((*counts, *total))
    for sides, ways in worlds.items():
        apart = (0, 3) if sides[0] != sides[1] else (0,)
        for start, side in zip(apart, sides, strict=False):
            for place, (_option, people) in enumerate(side.counts):
                if people == MASKED:
                    assert {way[start + place] for way in ways} == {1, 2}, sides


@pytest.mark.parametrize("full", [True, False])
def test_a_choice_is_not_drawn_where_its_places_tell_a_masked_option(full: bool) -> None:
    """Ten people with three places each: who supposes that all were filled can count what is left."""
    values = ["a;b;c"] * 9 + ["a;b;d" if full else "d"]
    options = tuple(Option(id=each, label={"fr": each}) for each in "abcd")
    asked = msgspec.structs.replace(question("choice", ("after",)), options=options, most=3, own_words=False)
    shown = find(asked, [Answer(str(n), "after", value) for n, value in enumerate(values)]).after
    assert shown
    assert dict(shown.counts).get("d") == (None if full else MASKED)


def words(people: Sequence[tuple[str, str]]) -> Finding:
    return find(question("words"), paired(people))


def test_a_word_withheld_once_does_not_come_back_with_late_sheets() -> None:
    """Who typed the sheets in would know that one of the six left « aide »."""
    room = [("aide", "aide")] * 5 + [("aide", "écran")]
    first, later = words(room), words(room + [("file", "file")] * 5)
    assert first.withheld
    assert "aide" in dict(later.before.counts if later.before else ())
    assert tells(first, later)
    assert not tells(first, first)
    calm = [("aide", "aide")] * 5
    assert not tells(words(calm), words(calm + [("file", "file")] * 4))


def test_late_sheets_count_where_nothing_is_hidden_and_not_where_something_is() -> None:
    open_room, more = [("3", "5")] * 4 + [("3", "3")] * 8, [("3", "5")] * 5
    masked_room = [("3", "5")] * 2 + [("3", "3")] * 10
    assert not tells(shown(open_room), shown(open_room + more))
    assert tells(shown(masked_room), shown(masked_room + more))
