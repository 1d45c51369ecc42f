"""Figures for export: the reference vectors 6 to 11, and scipy and statsmodels where they do the same."""

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.contingency_tables import SquareTable

from screening.summary import research
from screening.summary.intervals import exact_p, mid_p, superiority

from .test_words import AFTER, BEFORE

CORPUS = [[words.split(",") for words in text.split(";") if words] for text in (BEFORE, AFTER)]


def near(expected: float) -> object:
    return pytest.approx(expected, abs=1e-4)


def signs(differences: list[float]) -> tuple[int, int, int]:
    return sum(d > 0 for d in differences), sum(d == 0 for d in differences), sum(d < 0 for d in differences)


def test_darwin() -> None:
    """Vector 6."""
    d = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]
    up, same, down = signs(d)
    plus, minus, rank_biserial = research.rank_biserial(d)
    assert (plus, minus, rank_biserial) == (96, 24, near(0.6))
    assert superiority(up, same, down) == near(13 / 15)
    assert exact_p(up, down) == near(0.0073852539)
    theirs = stats.wilcoxon(d, method="exact")
    assert (theirs.statistic, theirs.pvalue) == (minus, pytest.approx(0.041259765625))


def test_ties_and_zeros() -> None:
    """Vector 7."""
    d = [15, -7, 5, 20, 0, -9, 17, -12, 5, -10]
    up, same, down = signs(d)
    plus, minus, rank_biserial = research.rank_biserial(d)
    assert (min(plus, minus), rank_biserial) == (18, near(0.2))
    assert superiority(up, same, down) == near(0.55)
    assert exact_p(up, down) == 1
    for method, statistic, p in (("wilcox", 18, 0.5936306), ("pratt", 22, 0.6096011)):
        theirs = stats.wilcoxon(d, zero_method=method, method="asymptotic", correction=False)
        assert (theirs.statistic, theirs.pvalue) == (statistic, near(p))
    assert research.rank_biserial([0.1] * 10)[2] == 1


def test_likert_of_twelve_people() -> None:
    """Vector 8."""
    before, after = [2, 3, 3, 4, 2, 1, 3, 5, 4, 3, 2, 3], [3, 3, 4, 5, 2, 3, 4, 5, 3, 4, 4, 3]
    d = [b - a for a, b in zip(before, after, strict=True)]
    assert signs(d) == (7, 4, 1)
    assert research.rank_biserial(d) == (32.5, 3.5, near(0.805556))
    assert superiority(7, 4, 1) == near(0.75)
    assert (exact_p(7, 1), mid_p(7, 1)) == (near(0.0703125), near(0.0390625))


@pytest.mark.parametrize(
    ("table", "statistic", "df", "p"),
    [
        ([[12, 7, 3], [30, 70, 20], [13, 34, 32]], 23.5709322525, 2, 7.6144e-6),
        ([[596, 18, 6, 5], [0, 2, 0, 0], [0, 0, 42, 0], [11, 0, 0, 0]], 26.250, 3, 0.000008),
        ([[35, 5, 0], [15, 20, 5], [10, 5, 5]], 14.0, 2, 0.000912),
        ([[8, 3, 1], [2, 5, 4], [0, 1, 6]], 2.971429, 2, 0.226341),
    ],
)
def test_marginal_homogeneity(table: list[list[int]], statistic: float, df: int, p: float) -> None:
    """Vectors 9 and 10."""
    assert research.stuart_maxwell(table) == (near(statistic), df, pytest.approx(p, abs=5e-7))
    theirs = SquareTable(np.array(table), shift_zeros=False).homogeneity("stuart_maxwell")
    assert research.stuart_maxwell(table)[0] == near(theirs.statistic)


def test_an_empty_category_is_left_out() -> None:
    assert research.stuart_maxwell([[3, 4, 0], [1, 5, 0], [0, 0, 0]])[1] == 1


def test_symmetry() -> None:
    """Vector 9, Bowker."""
    table = [[596, 18, 6, 5], [0, 2, 0, 0], [0, 0, 42, 0], [11, 0, 0, 0]]
    assert research.bowker(table) == (near(26.250), 6, pytest.approx(0.0002, abs=5e-7))
    assert research.bhapkar(table)[:2] == (pytest.approx(27.304, abs=5e-4), 3)


@pytest.mark.parametrize("df", range(1, 8))
def test_the_tail_agrees_with_scipy(df: int) -> None:
    for x in (0.1, 1.0, 4.5, 20.0):
        assert research._chi2_tail(x, df) == pytest.approx(stats.chi2.sf(x, df), rel=1e-9)


def test_words_of_the_vector() -> None:
    """Vector 11, the figures for export."""
    before, after = CORPUS
    for corpus in CORPUS:
        found = research.diversity(corpus)
        assert (found["N"], found["T"], found["H"]) == (22, 9, 3)
        assert (found["T/N"], found["H/N"], found["H/T"]) == (near(0.409091), near(0.136364), near(0.333333))
    ranks = research.mean_ranks(before)
    assert (ranks["aide"], ranks["guichet"], ranks["cpas"], ranks["attente"]) == (
        near(1.6667),
        2,
        near(1.6667),
        2.5,
    )
    ranks = research.mean_ranks(after)
    assert (ranks["exclusion"], ranks["écran"]) == (near(2.1667), near(1.4))
    assert research.frequencies(before)["aide"] == 6
    assert research.frequencies(after)["exclusion"] == 6
    early = research.smith_s(before, 8)
    assert (early["aide"], early["guichet"], early["cpas"]) == (
        near(0.583333),
        near(0.333333),
        near(0.291667),
    )
    late = research.smith_s(after, 8)
    assert (late["écran"], late["exclusion"]) == (near(0.520833), near(0.4375))
    assert research.overlap(before, after) == {
        "common": 5,
        "jaccard": near(0.384615),
        "ellegard": near(0.555556),
        "dice": near(0.555556),
    }
    assert (research.entropy(before), research.entropy(after)) == (near(2.901947), near(2.863095))
    assert (research.rarefied_types(before, 10), research.rarefied_types(after, 10)) == (
        near(6.283583),
        near(6.178320),
    )
    assert research.rarefied_types(before, 22) == 9
    people = list(zip(BEFORE.split(";")[:8], AFTER.split(";")[:8], strict=True))
    pairs = [(b.split(","), a.split(",")) for b, a in people if b and a]
    assert research.renewal(pairs) == (near(0.204762), near(0.2))
