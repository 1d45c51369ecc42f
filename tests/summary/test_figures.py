"""Which figures leave with a finding: of ten people's words, and of moves that the finding shows."""

import pytest

from screening.summary.figures import figures
from screening.summary.findings import find
from screening.summary.lexicon import spelled

from .ask import moved, paired, question
from .test_words import TICKETS


def names(kind: str, answers: list) -> dict[tuple[str, str], float]:
    asked = question(kind)
    given = spelled(answers, {}) if kind == "words" else answers
    return {(f.of, f.name): f.value for f in figures(asked, find(asked, given), given)}


def test_a_corpus_below_ten_people_leaves_nothing() -> None:
    assert names("words", paired(TICKETS)) == {}


def test_words_of_twelve_people() -> None:
    found = names("words", paired([(f"aide;a{n}", f"aide;écran;b{n}") for n in range(12)]))
    assert found["before", "N"] == 24
    assert found["before", "aide (Smith S)"] == 1
    assert found["before", "types in 24 words"] == pytest.approx(13)
    assert found["paired", "common"] == 1
    assert ("before", "a1 (mean rank)") not in found


def test_a_masked_move_leaves_no_figure_and_a_table_of_thirty_its_tests() -> None:
    assert names("scale", moved(2, 20, 0)) == {}
    found = names("scale", moved(12, 15, 5))
    assert found["paired", "exact p"] == pytest.approx(0.1435, abs=1e-4)
    assert any(name.startswith("Bowker") for _, name in found)
    assert not any("Bowker" in name for _, name in names("scale", moved(6, 15, 5)))
