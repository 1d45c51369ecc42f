"""Several screenings together: never more than what each shows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from screening.summary.answers import Answer
from screening.summary.findings import find
from screening.summary.pooled import is_withheld, pool

from .ask import moved, paired, question


def part(name: str, answers: list[Answer]) -> tuple[str, list[Answer], object]:
    return name, answers, find(question(), answers)


def test_people_of_several_screenings_are_not_paired_with_each_other() -> None:
    found = pool(question(), [part("a", moved(5, 10, 0)), part("b", moved(6, 9, 3))])
    assert (found.screenings, found.left_out, found.finding.n_paired) == (2, 0, 33)
    assert found.finding.paired
    assert (found.finding.paired.up, found.finding.paired.down) == (11, 3)


def test_a_masked_or_hidden_screening_stays_out() -> None:
    found = pool(
        question(), [part("a", moved(5, 10, 0)), part("b", moved(2, 10, 0)), part("c", moved(1, 1, 1))]
    )
    assert (found.screenings, found.left_out, found.finding.n_paired) == (1, 2, 15)


def test_words_add_up_over_screenings_that_opened() -> None:
    asked = question("words")
    rooms = [paired([(f"aide;a{n}", f"écran;b{n}") for n in range(6)], name) for name in "ab"]
    found = pool(asked, [(str(n), room, find(asked, room)) for n, room in enumerate(rooms)])
    assert found.finding.before
    assert dict(found.finding.before.counts)["aide"] == 12


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 12), st.integers(0, 8)), min_size=1, max_size=5))
def test_a_pool_only_adds_up_numbers_that_are_shown(rooms: list[tuple[int, int, int]]) -> None:
    parts = [part(str(n), moved(*room)) for n, room in enumerate(rooms)]
    shown = [finding for _, _, finding in parts if not is_withheld(finding)]  # type: ignore[arg-type]
    found = pool(question(), parts).finding  # type: ignore[arg-type]
    if found.paired and isinstance(found.paired.up, int):
        assert found.paired.up == sum(each.paired.up for each in shown)  # type: ignore[attr-defined]
