"""Propose words that may be one word written twice; a person decides, for both moments together."""

from collections.abc import Iterable

from screening.summary.normalise import plain

NEGATIVE = ("in", "im", "il", "ir", "dé", "dés", "de", "des", "a", "mal", "non", "on", "un", "dis")
LONG = 6


def one_edit(first: str, second: str) -> bool:
    """Tell whether one letter added, left out, replaced or swapped with its neighbour makes them equal."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    a, b = first[start:], second[start:]
    swapped = a[:2] == b[1::-1] and len(a) > 1 and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


def _negates(first: str, second: str) -> bool:
    """Tell whether two words differ by a prefix that turns the meaning around."""
    return any(prefix + first == second or prefix + second == first for prefix in NEGATIVE)


def suggestions(keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of keys that may be one word: the same but for accents, or one slip of the pen apart.

    Slips are proposed in words of six letters or more with the same first letter (optimal string
    alignment distance 1).
    """
    words = sorted(set(keys))
    found = []
    for place, first in enumerate(words):
        for second in words[place + 1 :]:
            slip = min(len(first), len(second)) >= LONG and first[0] == second[0] and one_edit(first, second)
            if plain(first) == plain(second) or (slip and not _negates(first, second)):
                found.append((first, second))
    return tuple(found)
