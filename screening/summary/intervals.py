"""Exact tests and intervals for small paired groups, with the standard library only.

In all of them a pair answered yes-yes (`a`), yes-no (`b`), no-yes (`c`) or no-no (`d`).
"""

from functools import lru_cache
from math import sqrt

Z95 = 1.959963984540054
"""The two-sided 95 % point of the normal distribution."""

Interval = tuple[float, float]


def _tail(n: int, low: int) -> tuple[int, int]:
    """Return in how many of 2**n ways at most, and just, `low` of `n` people go one way."""
    ways = total = 1
    for k in range(low):
        ways = ways * (n - k) // (k + 1)
        total += ways
    return total, ways


def exact_p(b: int, c: int) -> float:
    """Return the two-sided exact McNemar (sign) p-value of `b` moves one way and `c` the other.

    Source: Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13:91.
    """
    n, low = b + c, min(b, c)
    if n == 0:
        return 1.0
    return min(1.0, _tail(n, low)[0] / (1 << (n - 1)))


@lru_cache(maxsize=1024)
def mid_p(b: int, c: int) -> float:
    """Return the two-sided mid-p McNemar (sign) p-value: the exact one less the observed point.

    Source: Fagerland, Lydersen & Laake (2013). With equal moves, 1 less half of that point; with none, 1.
    """
    n, low = b + c, min(b, c)
    if n == 0:
        return 1.0
    total, ways = _tail(n, low)
    point = ways / (1 << n)
    if b == c:
        return 1.0 - point / 2
    return total / (1 << (n - 1)) - point


def wilson(x: int, n: int, z: float = Z95) -> Interval:
    """Return the Wilson (1927) score interval of `x` people out of `n`; ValueError when n is 0."""
    if n <= 0 or not 0 <= x <= n:
        raise ValueError("wilson needs 0 <= x <= n and n > 0")
    middle = (x + z * z / 2) / (n + z * z)
    half = z * sqrt(x * (n - x) / n + z * z / 4) / (n + z * z)
    return (0.0 if x == 0 else max(0.0, middle - half), 1.0 if x == n else min(1.0, middle + half))


def newcombe_unpaired(x: int, m: int, y: int, n: int, z: float = Z95) -> Interval:
    """Return the interval of x/m - y/n of two separate groups: Newcombe (1998), method 10."""
    p, q = x / m, y / n
    (l1, u1), (l2, u2) = wilson(x, m, z), wilson(y, n, z)
    return (p - q - sqrt((p - l1) ** 2 + (u2 - q) ** 2), p - q + sqrt((u1 - p) ** 2 + (q - l2) ** 2))


def _phi(a: int, b: int, c: int, d: int) -> float:
    """Return Newcombe's correlation, with his continuity correction of a positive association."""
    product = (a + b) * (c + d) * (a + c) * (b + d)
    if product == 0:
        return 0.0
    cross = float(a * d - b * c)
    if cross > 0:
        cross = max(cross - (a + b + c + d) / 2, 0.0)
    return cross / sqrt(product)


def newcombe_paired(a: int, b: int, c: int, d: int, z: float = Z95) -> Interval:
    """Return the interval of (b - c)/n: Newcombe (1998), Statistics in Medicine 17:2635, method 10."""
    n = a + b + c + d
    p, q, phi = (a + b) / n, (a + c) / n, _phi(a, b, c, d)
    (l1, u1), (l2, u2) = wilson(a + b, n, z), wilson(a + c, n, z)
    below, above = (p - l1, u2 - q), (u1 - p, q - l2)
    low, high = (sqrt(max(0.0, x * x - 2 * phi * x * y + y * y)) for x, y in (below, above))
    return (max(-1.0, p - q - low), min(1.0, p - q + high))


def _score(b: int, c: int, n: int, delta: float) -> float:
    """Return Tango's score statistic at a supposed difference; infinite where its variance is none."""
    linear = (2 * n - b + c) * delta - b - c
    constant = -c * delta * (1 - delta)
    q = (sqrt(max(0.0, linear * linear - 8 * n * constant)) - linear) / (4 * n)
    variance = n * (2 * q + delta * (1 - delta))
    top = b - c - n * delta
    if variance <= 1e-15:
        return 0.0 if abs(top) < 1e-12 else float("inf") * top
    return top / sqrt(variance)


def _cross(b: int, c: int, n: int, level: float) -> float:
    """Return the difference at which the falling score passes `level`, by halving [-1, 1]."""
    low, high = -1.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _score(b, c, n, middle) > level else (low, middle)
    return (low + high) / 2


def tango(b: int, c: int, n: int, z: float = Z95) -> Interval:
    """Return the score interval of (b - c)/n: Tango (1998), Statistics in Medicine 17:891."""
    if n <= 0 or b + c > n:
        raise ValueError("tango needs b + c <= n and n > 0")
    return (_cross(b, c, n, z), _cross(b, c, n, -z))


def superiority(up: int, same: int, down: int) -> float:
    """Return PS, the share of people who went up, those who stayed counting half."""
    return (up + same / 2) / (up + same + down)
