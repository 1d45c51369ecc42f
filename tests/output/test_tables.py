"""Findings and words as CSV: what is shown, no more; nothing that a spreadsheet runs."""

import csv
import io

import pytest

from screening.output.tables import TooFew, findings_csv, word_matrix
from screening.summary.figures import Figure

from .test_evening import MOVED, WORDS, question, told


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_findings_hold_the_numbers_that_the_summary_shows():
    found = [row[:5] for row in rows(findings_csv([MOVED, WORDS]))]
    assert found[0] == ["question", "moment", "value", "people", "of"]
    assert ["bouge", "paired", "up", "14", "20"] in found
    assert ["mots", "after", "écran", "8", "12"] in found
    assert ["mots", "paired", "aide (left)", "8", "12"] in found


def test_masked_and_hidden_numbers_stay_so():
    masked = told(question("peu"), "2 " * 12, "2 " * 10 + "4 4")
    hidden = told(question("caché"), "2 2", "4 4")
    found = [row[:5] for row in rows(findings_csv([masked, hidden]))]
    assert ["peu", "paired", "up", "<=2", "12"] in found
    assert not any(row[0] == "caché" for row in found)


def test_no_cell_is_a_formula_and_numbers_stay_numbers():
    risky = told(question("mots", "words"), "=1+1;@x " * 12, "-2;+3 " * 12)
    cells = [cell for row in rows(findings_csv([risky])) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert "12" in cells


def test_the_word_matrix_has_one_row_a_person_from_ten_on_and_no_order():
    values = [f"mot{n};aide" for n in range(10)]
    found = rows(word_matrix(values, 3))
    assert found[0] == ["evoc1", "evoc2", "evoc3"]
    assert sorted(row[0] for row in found[1:]) == sorted(f"mot{n}" for n in range(10))
    assert any(rows(word_matrix(values, 3))[1:] != found[1:] for _ in range(5))
    with pytest.raises(TooFew):
        word_matrix(values[:9], 3)


def test_researchers_figures_leave_beside_the_counts_with_a_decimal_comma():
    figures = {"bouge": [Figure("paired", "PS", 0.85)]}
    assert ["bouge", "paired", "PS", "", "", "0,85"] in rows(findings_csv([MOVED], figures))
    assert ["bouge", "paired", "PS", "", "", "0.85"] in rows(findings_csv([MOVED], figures, "en"))
