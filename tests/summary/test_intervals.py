"""Reference vectors of the specification (6.4: 1, 2, 4, 5, 8, 10), and a second opinion."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.summary.intervals import (
    exact_p,
    mid_p,
    newcombe_paired,
    newcombe_unpaired,
    superiority,
    tango,
    wilson,
)


def near(*values: float) -> object:
    return pytest.approx(values if len(values) > 1 else values[0], abs=1e-4)


def test_ahr() -> None:
    assert exact_p(1, 7) == near(0.0703125)
    assert mid_p(1, 7) == near(0.0390625)
    assert newcombe_paired(1, 1, 7, 12) == near(-0.50692, -0.02556)
    assert tango(1, 7, 21) == near(-0.51723, -0.02600)


def test_cavo() -> None:
    assert exact_p(6, 16) == near(0.052479)
    assert mid_p(6, 16) == near(0.034690)
    assert newcombe_paired(59, 6, 16, 80) == near(-0.1186, -0.0046)
    assert tango(6, 16, 161) == near(-0.124023, -0.005433)


def test_approval() -> None:
    assert exact_p(150, 86) == pytest.approx(3.7159e-5, rel=1e-4)
    assert mid_p(150, 86) == pytest.approx(2.8934e-5, rel=1e-4)
    assert newcombe_paired(794, 150, 86, 570) == near(0.02123, 0.05870)
    assert tango(150, 86, 1600) == near(0.02136, 0.05900)
    assert tango(40, 20, 160) == near(0.030865, 0.218064)


@pytest.mark.parametrize(
    ("b", "c", "exact", "middle"),
    [
        (0, 5, 0.0625, 0.03125),
        (0, 6, 0.03125, 0.015625),
        (2, 9, 0.065430, 0.038574),
        (1, 5, 0.21875, 0.125),
        (3, 3, 1, 0.84375),
        (0, 0, 1, 1),
        (8, 3, 0.2265625, 0.145996),
    ],
)
def test_table_of_moves(b: int, c: int, exact: float, middle: float) -> None:
    assert (exact_p(b, c), mid_p(b, c)) == near(exact, middle)
    assert (exact_p(c, b), mid_p(c, b)) == near(exact, middle)


def test_edges() -> None:
    assert tango(0, 0, 10) == near(-0.277533, 0.277533)
    assert tango(5, 0, 10) == near(0.083701, 0.763407)
    assert newcombe_paired(3, 0, 0, 7) == near(-0.200193, 0.200193)
    assert newcombe_paired(0, 0, 10, 0) == near(-1, -0.607509)


def test_wilson() -> None:
    for x, n, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (7, 12, 0.3195, 0.8067),
        (0, 5, 0, 0.4345),
    ):
        assert wilson(x, n) == near(low, high)
    assert newcombe_unpaired(56, 70, 48, 80) == near(0.0524, 0.3339)
    assert newcombe_unpaired(9, 10, 3, 10) == near(0.1705, 0.8090)


def test_superiority() -> None:
    assert superiority(7, 4, 1) == near(0.75)
    assert superiority(8, 19, 3) == near(0.583333)


def test_impossible_counts() -> None:
    with pytest.raises(ValueError, match="n > 0"):
        wilson(0, 0)
    with pytest.raises(ValueError, match="n > 0"):
        tango(6, 5, 10)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60))
def test_exact_agrees_with_scipy(b: int, c: int) -> None:
    stats = pytest.importorskip("scipy.stats")
    if b + c:
        assert exact_p(b, c) == pytest.approx(stats.binomtest(b, b + c).pvalue)


def test_wilson_agrees_with_statsmodels() -> None:
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    for x, n in ((0, 5), (7, 12), (40, 40), (81, 263)):
        assert wilson(x, n) == near(*proportion.proportion_confint(x, n, method="wilson"))
