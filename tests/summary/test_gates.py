"""Gates, masks and verdicts of scales and estimates."""

import pytest

from screening.room.questions import Moment
from screening.summary.answers import Answer
from screening.summary.findings import Finding, Verdict, find
from screening.summary.verdicts import judge

from .ask import moved, paired, question


def scale(answers: list[Answer], minimum: int = 5) -> Finding:
    return find(question(), answers, minimum=minimum)


def code(finding: Finding) -> str | None:
    return finding.verdict.code if finding.verdict else None


def test_four_answers_show_nothing() -> None:
    found = scale(moved(4, 0, 0))
    assert (found.gate, found.before, found.after, found.paired, found.verdict) == ("hidden", *[None] * 4)
    assert (found.n_before, found.n_after, found.n_paired) == (4, 4, 4)


def test_one_moment_with_five() -> None:
    found = scale(moved(4, 0, 0, leavers=1))
    assert (found.gate, found.after, found.paired, found.verdict) == ("one_moment", None, None, None)
    assert found.before and found.before.counts[2] == ("3", 5)


def test_side_by_side_below_five_pairs() -> None:
    found = scale(moved(4, 0, 0, leavers=1, joiners=1))
    assert (found.gate, found.paired, code(found)) == ("side_by_side", None, "too_few")
    assert found.before and found.after and not found.before.paired_only


def test_net_without_split() -> None:
    found = scale(moved(6, 1, 2))
    assert (found.gate, code(found)) == ("net", "too_few")
    assert found.paired and found.paired.net == 4
    assert (found.paired.up, found.paired.same, found.paired.down) == (None, None, None)


def test_no_net_beside_few_leavers() -> None:
    found = scale(moved(4, 2, 1, leavers=1))
    assert (found.gate, found.paired) == ("side_by_side", None)
    assert found.before and found.before.n == 8


def test_split_from_ten_pairs() -> None:
    found = scale(moved(6, 4, 0))
    assert (found.gate, code(found)) == ("movement", "net_up")
    assert found.paired and (found.paired.up, found.paired.same, found.paired.down) == (6, 4, 0)
    assert found.before and found.before.n == 10


def test_few_leavers_leave_the_paired_people() -> None:
    found = scale(moved(6, 4, 0, leavers=3, joiners=6))
    assert found.before and found.after
    assert (found.before.n, found.after.n, found.before.paired_only) == (10, 10, True)
    assert (found.n_before, found.n_after, found.leavers, found.joiners) == (13, 16, 3, 6)


def test_many_leavers_leave_everyone() -> None:
    found = scale(moved(6, 4, 0, leavers=5, joiners=6))
    assert found.before and (found.before.n, found.before.paired_only) == (15, False)


@pytest.mark.parametrize(("leavers", "joiners"), [(0, 0), (2, 0), (0, 7), (7, 4)])
def test_masked_move_stands_alone(leavers: int, joiners: int) -> None:
    found = scale(moved(7, 12, 1, leavers, joiners))
    assert found.paired and (found.paired.up, found.paired.down) == (7, "masked")
    assert (found.paired.same, found.paired.net, found.paired.table) == (None, None, None)
    assert found.paired.rest == "most"
    assert found.before and found.after and found.before.counts == found.after.counts == ()
    assert found.before.n == 20 + leavers


def test_masked_move_among_many_others() -> None:
    found = scale(moved(7, 12, 1) + paired([("3", "")] * 9 + [("", "2")] * 9, "u"))
    assert found.paired and found.paired.down == "masked"
    assert found.after and [n for _, n in found.after.counts] == [0, 10, 12, 7, 0, 0]
    assert found.before and not found.before.paired_only


def test_masked_move_that_all_counts_tell() -> None:
    """Only one person stands below after, so that only one can have gone down."""
    found = scale(moved(7, 12, 1, 9, 9))
    assert found.after and found.after.counts == ()


def test_move_of_nearly_all_is_withheld_too() -> None:
    found = scale(moved(9, 0, 1))
    assert found.paired and (found.paired.up, found.paired.down) == (None, "masked")
    assert scale(moved(8, 1, 1)) == scale(moved(8, 0, 2)) == found


def test_masked_numbers_share_their_verdict() -> None:
    """Seven against one would be net, against two would not: the verdict would tell which."""
    assert judge(7, 1, 12) == "net_up"
    assert judge(7, 2, 12) == "rather_up"
    assert scale(moved(7, 4, 1)) == scale(moved(7, 3, 2))
    assert scale(moved(7, 4, 1)).verdict is None
    assert scale(moved(12, 4, 1)).verdict == Verdict("net_up")


def test_table_from_twenty_without_small_cells() -> None:
    found = scale(moved(6, 14, 0))
    assert found.gate == "table"
    assert found.paired and found.paired.table
    assert found.paired.table[2] == (0, 0, 14, 6, 0)
    assert scale(moved(6, 13, 0)).gate == "movement"
    assert scale(moved(6, 14, 0) + paired([("5", "5")], "u")).gate == "movement"


def test_pass_and_dont_know() -> None:
    answers = moved(6, 4, 0) + paired([("nsp", "3")] * 5 + [("passe", "passe")] * 4 + [("", "nsp")] * 5, "u")
    found = scale(answers)
    assert (found.n_before, found.n_after, found.n_paired) == (15, 20, 10)
    assert found.before and found.before.counts[-1] == ("nsp", 5)
    assert found.before.dont_know == 5


def test_people_on_their_own_are_not_paired() -> None:
    moments: tuple[Moment, Moment] = ("before", "after")
    found = scale([Answer("", moment, "3") for moment in moments for _ in range(12)])
    assert (found.n_before, found.n_paired, found.gate) == (12, 0, "side_by_side")


def test_minimum_can_only_rise() -> None:
    assert scale(moved(4, 0, 0), minimum=1).gate == "hidden"
    assert scale(moved(7, 0, 0), minimum=8).gate == "hidden"


def test_wrong_value() -> None:
    with pytest.raises(ValueError, match="no such value"):
        scale([Answer("a", "before", "6")])


def test_likert_of_twelve() -> None:
    """Vector 8: one person went down, which is masked."""
    before, after = "233421354323", "334523453443"
    found = scale(paired(zip(before, after, strict=True)))
    assert found.paired and (found.paired.up, found.paired.same, found.paired.down) == (7, None, "masked")
    assert found.paired.net is None


def test_three_by_three() -> None:
    """Vector 10: cells of 1 and 2 collapse the table."""
    table = [[8, 3, 1], [2, 5, 4], [0, 1, 6]]
    pairs = [(str(i + 2), str(j + 2)) for i in range(3) for j in range(3) for _ in range(table[i][j])]
    found = scale(paired(pairs))
    assert (found.gate, code(found)) == ("movement", "rather_up")
    assert found.paired and (found.paired.up, found.paired.same, found.paired.down) == (8, 19, 3)
    assert found.before and [n for _, n in found.before.counts] == [0, 12, 11, 7, 0, 0]


@pytest.mark.parametrize(
    ("up", "down", "paired_people", "expected"),
    [
        (9, 0, 9, "too_few"),
        (2, 0, 10, "kept"),
        (5, 0, 10, "net_up"),
        (0, 5, 10, "net_down"),
        (3, 0, 10, "rather_up"),
        (4, 3, 12, "both_ways"),
        (3, 5, 12, "both_ways"),
        (2, 6, 12, "rather_down"),
    ],
)
def test_verdicts(up: int, down: int, paired_people: int, expected: str) -> None:
    assert judge(up, down, paired_people) == expected


def test_estimate() -> None:
    pairs = [("1", "4")] * 6 + [("5", "5")] * 3 + [("9", "10")] * 3
    found = find(question("estimate"), paired(pairs))
    assert found.before and found.after and found.paired
    assert (found.before.position, found.after.position) == ((6, 3, 3), (0, 9, 3))
    assert (found.paired.up, found.paired.same, found.paired.down) == (9, 3, 0)
    assert code(found) == "net_up"
