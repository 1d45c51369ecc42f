"""Figures on words and paired answers for researchers' exports; no page shows them.

A corpus is one moment's answers, each a person's words in the order given. Sources are named at each figure.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import comb, erfc, exp, log2, pi, sqrt
from statistics import mean, median

Corpus = Sequence[Sequence[str]]


def frequencies(corpus: Corpus) -> Counter[str]:
    """Return how many people gave each word."""
    return Counter(word for words in corpus for word in dict.fromkeys(words))


def mean_ranks(corpus: Corpus) -> dict[str, float]:
    """Return each word's mean place in the order given (1 is first), over those who gave it."""
    ranks: dict[str, list[int]] = defaultdict(list)
    for words in corpus:
        for rank, word in enumerate(dict.fromkeys(words), start=1):
            ranks[word].append(rank)
    return {word: mean(places) for word, places in ranks.items()}


def diversity(corpus: Corpus) -> dict[str, float]:
    """Return occurrences N, types T, hapaxes H, and T/N (diversity), H/N and H/T (two readings of rarity).

    Source: Flament & Rouquette (2003); the denominator of rarity differs by author, so both are given.
    """
    counts = frequencies(corpus)
    n, types = sum(counts.values()), len(counts)
    hapaxes = sum(count == 1 for count in counts.values())
    return {
        "N": n,
        "T": types,
        "H": hapaxes,
        "T/N": types / n if n else 0.0,
        "H/N": hapaxes / n if n else 0.0,
        "H/T": hapaxes / types if types else 0.0,
    }


def entropy(corpus: Corpus) -> float:
    """Return the Shannon entropy of the words' frequencies, in bits."""
    counts = frequencies(corpus)
    total = sum(counts.values())
    return -sum(n / total * log2(n / total) for n in counts.values())


def rarefied_types(corpus: Corpus, m: int) -> float:
    """Return how many types `m` occurrences drawn at random would hold (Hurlbert 1971).

    ValueError when there are fewer than `m` occurrences.
    """
    counts = frequencies(corpus)
    total = sum(counts.values())
    if m > total:
        raise ValueError(f"fewer than {m} occurrences")
    return sum(1 - comb(total - n, m) / comb(total, m) for n in counts.values())


def smith_s(corpus: Corpus, people: int) -> dict[str, float]:
    """Return Smith's S of each word: how often and how early `people` gave it (Smith 1993)."""
    found: dict[str, float] = defaultdict(float)
    for given in corpus:
        words = list(dict.fromkeys(given))
        for rank, word in enumerate(words, start=1):
            found[word] += (len(words) - rank + 1) / len(words)
    return {word: total / people for word, total in found.items()}


def overlap(before: Corpus, after: Corpus) -> dict[str, float]:
    """Return the types common to two corpora: their number, Jaccard, Ellegård, Dice."""
    one, other = set(frequencies(before)), set(frequencies(after))
    common = len(one & other)
    return {
        "common": common,
        "jaccard": common / len(one | other),
        "ellegard": common / sqrt(len(one) * len(other)),
        "dice": 2 * common / (len(one) + len(other)),
    }


def renewal(pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> tuple[float, float]:
    """Return the mean and the median over people of the Jaccard index of their words before and after."""
    shares = [
        len(set(before) & set(after)) / len(set(before) | set(after))
        for before, after in pairs
        if before or after
    ]
    return mean(shares), median(shares)


def rank_biserial(differences: Sequence[float]) -> tuple[float, float, float]:
    """Return W+, W- and the matched rank-biserial correlation (Kerby 2014); zeros are dropped (Wilcoxon)."""
    moved = sorted((abs(d), d > 0) for d in differences if d)
    sums = {True: 0.0, False: 0.0}
    for size, up in moved:
        below = sum(other < size for other, _ in moved)
        same = sum(other == size for other, _ in moved)
        sums[up] += below + (same + 1) / 2
    total = sums[True] + sums[False]
    return sums[True], sums[False], (sums[True] - sums[False]) / total if total else 0.0


def stuart_maxwell(table: Sequence[Sequence[int]]) -> tuple[float, int, float]:
    """Return the statistic, degrees of freedom and p of marginal homogeneity (Stuart 1955, Maxwell 1970).

    Categories that nobody chose at either moment are left out; nothing is added to a cell. Rows are before.
    """
    used = [i for i in range(len(table)) if sum(table[i]) + sum(row[i] for row in table)]
    cells = [[table[i][j] for j in used] for i in used]
    size = len(cells) - 1
    rows, columns = [sum(row) for row in cells], [sum(column) for column in zip(*cells, strict=True)]
    apart = [float(rows[i] - columns[i]) for i in range(size)]
    spread = [
        [
            float(rows[i] + columns[i] - 2 * cells[i][i]) if i == j else float(-cells[i][j] - cells[j][i])
            for j in range(size)
        ]
        for i in range(size)
    ]
    statistic = sum(a * b for a, b in zip(apart, _solved(spread, apart), strict=True))
    return statistic, size, _chi2_tail(statistic, size)


def bhapkar(table: Sequence[Sequence[int]]) -> tuple[float, int, float]:
    """Return Bhapkar's (1966) statistic of marginal homogeneity, its degrees of freedom and p."""
    statistic, df, _ = stuart_maxwell(table)
    changed = statistic / (1 - statistic / sum(map(sum, table)))
    return changed, df, _chi2_tail(changed, df)


def bowker(table: Sequence[Sequence[int]]) -> tuple[float, int, float]:
    """Return the statistic, degrees of freedom and p of symmetry (Bowker 1948); empty pairs count for none.

    The degrees of freedom are those of all pairs of categories, as in the published examples.
    """
    pairs = [(table[i][j], table[j][i]) for i in range(len(table)) for j in range(i)]
    statistic = sum((a - b) ** 2 / (a + b) for a, b in pairs if a + b)
    return statistic, len(pairs), _chi2_tail(statistic, len(pairs))


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a small linear system by elimination; ZeroDivisionError when it is singular."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][k] * found[k] for k in range(i + 1, size))
        found[i] = (rows[i][size] - known) / rows[i][i]
    return found


def _chi2_tail(x: float, df: int) -> float:
    """Return the upper tail of a chi-squared distribution with a whole number of degrees of freedom."""
    half = x / 2
    if df % 2 == 0:
        term = total = exp(-half)
        for k in range(1, df // 2):
            term *= half / k
            total += term
        return total
    total = erfc(sqrt(half))
    term = sqrt(half) * exp(-half) / (sqrt(pi) / 2)
    for k in range(1, (df + 1) // 2):
        total += term
        term *= half / (k + 0.5)
    return total
