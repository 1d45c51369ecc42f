"""Words: how many people gave each, and what the paired people kept, left and brought.

A word is shown when at least three people gave it at one of the moments shown; the rest are counted
together. With both counts of a word at hand one of its moves gives the others, so a move of 1 or 2 people
withholds all three; a word whose counts alone would give such a move away joins the words counted together.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from screening.room.questions import Question, is_substantive, parts
from screening.summary.consistent import gives_away, moves_of
from screening.summary.gates import SMALL, SPLIT, Group, opened
from screening.summary.intervals import mid_p
from screening.summary.records import Finding, Paired, Side, WordMove
from screening.summary.verdicts import LEVEL

LISTED = 3
FLAG_AT_LEAST = 3
MARGIN = 2
MANY_OTHERS = 5
"""Without words counted together the listed ones complete each other, and their counts tell their moves."""
Moves = tuple[int, int, int]
"""People who kept a word, left it, brought it."""
Flag = Literal["arrives", "fades"] | None


def flag_of(moves: Moves) -> Flag:
    """Return whether a word arrives or fades: a difference of three people and a mid-p below .05."""
    _, left, came = moves
    if abs(came - left) < FLAG_AT_LEAST or mid_p(left, came) >= LEVEL:
        return None
    return "arrives" if came > left else "fades"


@dataclass(frozen=True)
class Bags:
    """Each person's words, as sets of keys: of everyone shown at a moment, and of the paired people."""

    before: Sequence[frozenset[str]]
    after: Sequence[frozenset[str]]
    pairs: Sequence[tuple[frozenset[str], frozenset[str]]]
    leavers: int
    joiners: int

    @cached_property
    def people(self) -> tuple[Counter[str], Counter[str]]:
        """How many people gave each word before, and after."""
        before, after = (Counter(word for bag in bags for word in bag) for bags in (self.before, self.after))
        return before, after

    @cached_property
    def moved(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """How many paired people kept, left and brought each word."""
        kept = Counter(word for before, after in self.pairs for word in before & after)
        left = Counter(word for before, after in self.pairs for word in before - after)
        came = Counter(word for before, after in self.pairs for word in after - before)
        return kept, left, came

    def counts(self, word: str) -> tuple[int, int]:
        """Return how many people gave a word before, and after."""
        return self.people[0][word], self.people[1][word]

    def moves(self, word: str) -> Moves:
        """Return how many paired people kept, left and brought a word."""
        kept, left, came = self.moved
        return kept[word], left[word], came[word]

    def fewest_others(self, listed: Iterable[str]) -> int:
        """Return how many words are not listed, at the moment with fewer of them."""
        return min(len(frozenset().union(*bags) - set(listed)) for bags in (self.before, self.after))

    def possible(self, word: str) -> Iterator[Moves]:
        """Yield the moves that go with a word's counts at both moments."""
        return moves_of(*self.counts(word), len(self.pairs), self.leavers, self.joiners)

    def candidates(self, word: str) -> Iterator[Moves]:
        """Yield those of them of which one is small."""
        return (moves for moves in self.possible(word) if not set(SMALL).isdisjoint(moves))


def _totals_tell(bags: Bags, withheld: Sequence[str], other: Iterable[str]) -> bool:
    """Tell whether the total of words kept, less what is shown, could give a withheld word away.

    It does not when the words counted together leave room for every number of each withheld word, and a
    margin: at the edges, leaving the total out would tell as much as the total.
    """
    others = list(other)
    spare = min(sum(len(pair[moment].intersection(others)) for pair in bags.pairs) for moment in (0, 1))
    beside = sum(bags.moves(word)[0] for word in others)
    for word in withheld:
        total = beside + bags.moves(word)[0]
        numbers = {kept for kept, _, _ in bags.candidates(word)}
        if not max(numbers) + MARGIN <= total <= min(numbers) + spare - MARGIN:
            return True
    return False


def _move(bags: Bags, word: str, withheld: bool) -> WordMove:
    """Return a word's moves; withheld, its flag stays where every possible split would have it."""
    if not withheld:
        return WordMove(word, *bags.moves(word), flag_of(bags.moves(word)))
    if bags.leavers or bags.joiners:
        return WordMove(word, None, None, None)
    flags = {flag_of(moves) for moves in bags.candidates(word)}
    return WordMove(word, None, None, None, flags.pop() if len(flags) == 1 else None)


def compare(bags: Bags, listed: Sequence[str]) -> tuple[Paired, list[str]]:
    """Return what the paired people did with the listed words, and the words that may stay listed."""
    small = [word for word in listed if not set(bags.moves(word)).isdisjoint(SMALL)]
    unsafe = {word for word in small if gives_away(bags.candidates(word))}
    stay = [word for word in listed if word not in unsafe]
    withheld = [word for word in stay if word in small]
    everything = {word for pair in bags.pairs for bag in pair for word in bag}
    if small and bags.fewest_others(stay) < MANY_OTHERS:
        return Paired(), stay

    def order(move: tuple[str, WordMove]) -> tuple[int, int, str]:
        word, row = move
        given, again = bags.counts(word)
        apart = again - given if word in withheld else bags.moves(word)[2] - bags.moves(word)[1]
        return (-abs(apart), -given - again, row.word)

    rows = [(word, _move(bags, word, word in withheld)) for word in stay]
    tells = _totals_tell(bags, withheld, sorted(everything - set(stay)))
    return Paired(
        words=tuple(row for _, row in sorted(rows, key=order)),
        words_kept=None if tells else sum(len(before & after) for before, after in bags.pairs),
        words_given=None if tells else sum(len(before) for before, _ in bags.pairs),
        words_compared=len(stay),
    ), stay


def _side(
    bags: Sequence[frozenset[str]],
    listed: Sequence[str],
    n: int,
    unsure: int,
    paired_only: bool,
) -> Side:
    """Return one moment's listed words with their people, and how many words are counted together."""
    counts = Counter(word for bag in bags for word in bag)
    return Side(
        n=n,
        counts=tuple((word, counts[word]) for word in listed),
        others=len(counts.keys() - set(listed)),
        paired_only=paired_only,
        dont_know=unsure,
    )


def _bags(group: Group, paired_only: bool) -> Bags:
    """Return each person's words: of the open moments, or of the paired people alone."""

    pairs = [(frozenset(parts(before)), frozenset(parts(after))) for before, after in group.pairs]
    if paired_only:
        return Bags([before for before, _ in pairs], [after for _, after in pairs], pairs, 0, 0)
    *_, leavers, joiners = group.differences
    before = [frozenset(parts(value)) for value in group.before if group.shows_before]
    after = [frozenset(parts(value)) for value in group.after if group.shows_after]
    return Bags(before, after, pairs, leavers, joiners)


def find_words(question: Question, group: Group) -> Finding:
    """Return what may be shown of a word question: counts per word, moves from ten paired people on.

    Each word of the group's values stands in the one spelling that is shown (`lexicon.spelled`).
    """
    gate, n = opened(group), len(group.pairs)
    moves = gate == "side_by_side" and n >= SPLIT
    paired_only = moves and group.few_apart
    bags = _bags(group, paired_only)
    given = {word for bag in (*bags.before, *bags.after) for word in bag}
    listed = [word for word in given if max(bags.counts(word)) >= LISTED]
    listed.sort(key=lambda word: (-sum(bags.counts(word)), word))
    paired, stay = None, listed
    if moves:
        paired, stay = compare(bags, listed)
    elif gate == "side_by_side":
        stay = [word for word in listed if not gives_away(bags.possible(word))]
    sides = []
    for values, mine, opens in (
        (group.before, bags.before, group.shows_before),
        (group.after, bags.after, group.shows_after),
    ):
        unsure = 0 if paired_only else sum(not is_substantive(value) for value in values)
        size = n if paired_only else len(values)
        sides.append(_side(mine, stay, size, unsure, paired_only) if opens else None)
    return Finding(
        id=question.id,
        kind=question.kind,
        n_before=len(group.before),
        n_after=len(group.after),
        n_paired=n,
        leavers=group.differences[0],
        joiners=group.differences[1],
        gate="movement" if moves else gate,
        before=sides[0],
        after=sides[1],
        paired=paired,
        verdict=None,
        withheld=len(stay) < len(listed),
    )
