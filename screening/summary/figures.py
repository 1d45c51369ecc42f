"""Which of the researchers' figures leave with a finding, and from how many people on.

A corpus of words leaves figures where its matrix may leave too (ten people); paired figures stand where the
finding shows what they are made of. None tells more than those.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from screening.room.questions import MOMENTS, Moment, Question
from screening.summary import research
from screening.summary.answers import Answer
from screening.summary.details import details
from screening.summary.lexicon import words_of
from screening.summary.records import Finding, Side

MATRIX_FROM = 10
"""How many people a corpus needs before it leaves."""
_TABLE_TESTS_FROM = 30


class Figure(NamedTuple):
    """One number: of a moment, or of the paired people."""

    of: Moment | Literal["paired"]
    name: str
    value: float


def figures(question: Question, finding: Finding, answers: Sequence[Answer]) -> list[Figure]:
    """Return the figures of one question; `answers` with each word in the spelling that stands for it."""
    if question.kind == "words":
        return [*_corpora(finding, answers), *_renewal(finding, answers)]
    return _paired(finding)


def _corpora(finding: Finding, answers: Sequence[Answer]) -> list[Figure]:
    corpora = {m: [w for a in answers if a.moment == m and (w := words_of(a.value))] for m in MOMENTS}
    sides: dict[Moment, Side | None] = {"before": finding.before, "after": finding.after}
    large = {m: corpus for m, corpus in corpora.items() if len(corpus) >= MATRIX_FROM and sides[m]}
    found: list[Figure] = []
    least = min((int(research.diversity(corpus)["N"]) for corpus in large.values()), default=0)
    for moment, corpus in large.items():
        found += [Figure(moment, name, value) for name, value in research.diversity(corpus).items()]
        found.append(Figure(moment, "entropy (bits)", research.entropy(corpus)))
        found.append(Figure(moment, f"types in {least} words", research.rarefied_types(corpus, least)))
        ranks, salience = research.mean_ranks(corpus), research.smith_s(corpus, len(corpus))
        side = sides[moment]
        for word, people in side.counts if side else ():
            if people:
                found.append(Figure(moment, f"{word} (mean rank)", ranks[word]))
                found.append(Figure(moment, f"{word} (Smith S)", salience[word]))
    if len(large) == len(MOMENTS):
        found += [Figure("paired", name, n) for name, n in research.overlap(*large.values()).items()]
    return found


def _renewal(finding: Finding, answers: Sequence[Answer]) -> list[Figure]:
    """Return how much of each person's words came back, where the total of words kept is shown."""
    if finding.paired is None or finding.paired.words_kept is None:
        return []
    words: dict[Moment, dict[str, tuple[str, ...]]] = {m: {} for m in MOMENTS}
    for answer in answers:
        if answer.pair and (given := words_of(answer.value)):
            words[answer.moment][answer.pair] = given
    both = [
        (words["before"][pair], words["after"][pair])
        for pair in words["before"].keys() & words["after"].keys()
    ]
    mean, median = research.renewal(both)
    return [
        Figure("paired", "words in common, mean", mean),
        Figure("paired", "words in common, median", median),
    ]


def _paired(finding: Finding) -> list[Figure]:
    known, paired = details(finding), finding.paired
    found: list[Figure] = []
    if paired is None or known.mid_p is None or known.superiority is None or known.tango is None:
        return found
    if known.exact_p is not None:
        found.append(Figure("paired", "exact p", known.exact_p))
    found += [
        Figure("paired", "mid-p", known.mid_p),
        Figure("paired", "PS", known.superiority),
        Figure("paired", "Tango, low", known.tango[0]),
        Figure("paired", "Tango, high", known.tango[1]),
    ]
    if paired.table is not None:
        steps = [c - r for r, row in enumerate(paired.table) for c, n in enumerate(row) for _ in range(n)]
        found.append(Figure("paired", "rank-biserial", research.rank_biserial(steps)[2]))
    if paired.table is not None and finding.n_paired >= _TABLE_TESTS_FROM and any(steps):
        for name, test in (
            ("Stuart-Maxwell", research.stuart_maxwell),
            ("Bhapkar", research.bhapkar),
            ("Bowker", research.bowker),
        ):
            statistic, df, p = test(paired.table)
            found += [Figure("paired", f"{name}, df {df}", statistic), Figure("paired", f"{name}, p", p)]
    return found
