"""Findings and words as CSV: what is shown, no more; nothing that a spreadsheet runs."""

import csv
import datetime
import io
import re
import shutil
import subprocess
import zipfile

import pytest

from screening.output.spreadsheets import Sheet, as_csv, as_ods
from screening.output.tables import TooFew, findings_table, word_matrix
from screening.summary.figures import Figure

from .test_evening import MOVED, WORDS, question, told


def rows(table, language: str = "fr") -> list[list[str]]:
    data = as_csv(table, language)
    assert data.startswith(b"\xef\xbb\xbf")
    between = "," if language == "en" else ";"
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=between))


def test_findings_hold_the_numbers_that_the_summary_shows():
    found = [row[:5] for row in rows(findings_table([MOVED, WORDS]))]
    assert found[0] == ["question", "moment", "valeur", "personnes", "sur"]
    assert ["bouge", "avant et après", "vers le haut", "14", "20"] in found
    assert ["mots", "après", "écran", "8", "12"] in found
    assert ["mots", "avant et après", "aide (parti)", "8", "12"] in found
    among = {(row[0], row[1]): row[5] for row in rows(findings_table([MOVED, WORDS]))[1:]}
    assert among["mots", "après"] == "qui a répondu alors"
    assert among["mots", "avant et après"] == "qui a répondu aux deux moments"


def test_masked_and_hidden_numbers_stay_so():
    masked = told(question("peu"), "2 " * 12, "2 " * 10 + "4 4")
    hidden = told(question("caché"), "2 2", "4 4")
    found = [row[:5] for row in rows(findings_table([masked, hidden]))]
    assert ["peu", "avant et après", "vers le haut", "<=2", "12"] in found
    assert not any(row[0] == "caché" for row in found)


def test_no_cell_is_a_formula_and_numbers_stay_numbers():
    risky = told(question("mots", "words"), "=1+1;@x " * 12, "-2;+3 " * 12)
    cells = [cell for row in rows(findings_table([risky])) for cell in row]
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
    assert ["bouge", "avant et après", "PS", "", "", "", "0,85"] in rows(findings_table([MOVED], figures))
    assert ["bouge", "avant et après", "PS", "", "", "", "0.85"] in rows(
        findings_table([MOVED], figures), "en"
    )


ACCENTED = [
    ("Où", "Présent·es", "Heures", "Le"),
    ("Maison de l’Été – « Çà et là »", 42, 2.5, datetime.date(2026, 11, 25)),
    ("=1+1", -3, 0.25, None),
    ("Ārā, Ștefan, Çiğdem, مساعدة, 😀", 0, 1.0, None),
]


def opened(data: bytes, name: str, folder) -> list[str]:
    """What LibreOffice shows of a spreadsheet, line by line: texts in quotes, numbers and dates without."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not on this machine: its reading of spreadsheets was not tried")
    file = folder / name
    file.write_bytes(data)
    own = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    # 59: `;` between columns; 34: quotes; 76: UTF-8; 1036: French; texts in quotes; cells as they are shown.
    read = ["--infilter=CSV:59,34,76,1,,1036,false,true"] if name.endswith(".csv") else []
    write = ["--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,true,true", "--outdir"]
    command = [office, *own, *read, *write, str(folder / "out"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "out" / f"{file.stem}.csv").read_text("utf-8-sig").splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["csv", "ods"])
def test_libreoffice_opens_accents_numbers_and_no_formula(ending, tmp_path):
    made = as_csv(ACCENTED) if ending == "csv" else as_ods([Sheet("Activités", ACCENTED)])
    found = opened(made, f"a.{ending}", tmp_path)
    assert found[0] == '"Où";"Présent·es";"Heures";"Le"'
    assert re.fullmatch(r'"Maison de l’Été – « Çà et là »";42;2[.,]5;[^"]*25[^"]*', found[1]), found[1]
    assert re.fullmatch(r'"\'=1\+1";-3;0[.,]25;', found[2]), found[2]
    assert found[3].startswith('"Ārā, Ștefan, Çiğdem, مساعدة, 😀";0;1')


def test_a_spreadsheet_holds_numbers_as_numbers_and_text_as_text():
    with zipfile.ZipFile(io.BytesIO(as_ods([Sheet("A", ACCENTED), Sheet("B", [("x\x0b",)])]))) as book:
        assert book.namelist()[0] == "mimetype"
        content = book.read("content.xml").decode()
    assert 'office:value="42"' in content
    assert 'office:value="2.5"' in content
    assert 'office:date-value="2026-11-25"' in content
    assert "table:formula" not in content
    assert "\x0b" not in content
