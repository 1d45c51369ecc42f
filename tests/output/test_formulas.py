"""Formulas that people write are text in every cell and header of a file, also as LibreOffice opens it."""

import csv
import io
import re
import shutil
import subprocess

import pytest

from screening.cells import guarded, unguarded
from screening.output.spreadsheets import as_csv
from screening.output.tables import findings_table, word_matrix

from .test_evening import question, told

PAYLOADS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1;1)", "\t=1+1", "\r=1+1", " =1+1", "\u00a0=1+1", "\n=1+1", "\ufeff=1+1",
    "=HYPERLINK(\"http://evil.example\";\"ici\")", "=cmd|' /C calc'!A0", "=IMPORTXML(1)",
    "+cmd|' /C calc'!A0", "@=1+1", "=\"a\"&\"b\"", "-2+3+cmd|' /C calc'!A0", "＝1+1", "＋1+1",
    "=WEBSERVICE(1)",
]  # fmt: skip
READ = "59,34,76,1,,0,false,true,true,false,false,0,true"
"""`;` between cells, UTF-8, and every formula evaluated: the least careful way to open a file."""


def files() -> dict[str, bytes]:
    """Return findings of questions named so, and the words of people who wrote so."""
    asked = [told(question(text), "2 " * 12, "4 " * 12) for text in PAYLOADS]
    return {"findings": as_csv(findings_table(asked)), "words": as_csv(word_matrix(PAYLOADS, 3))}


def test_no_cell_or_header_is_a_formula_and_each_text_comes_back():
    for content in files().values():
        read = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
        for cell in (cell for row in read for cell in row):
            assert not re.match(r"[\s\ufeff]*[=+\-@＝＋]", cell), cell
    for text in PAYLOADS:
        assert unguarded(guarded(text)) == text
    for plain in ("aide", "'aide", "l’aide = bien", "12", ""):
        assert unguarded(guarded(plain)) == plain


@pytest.mark.slow
def test_libreoffice_finds_no_formula_in_them(tmp_path, figures):
    if shutil.which("soffice") is None:
        pytest.skip("no LibreOffice on this machine: the files were not opened in it")
    made = {**files(), "control": b"\xef\xbb\xbftexte\r\n=1+1\r\n"}
    for name, content in made.items():
        (tmp_path / f"{name}.csv").write_bytes(content)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += [f"--infilter=Text - txt - csv (StarCalc):{READ}", "--convert-to", "fods", "--outdir"]
    names = [str(tmp_path / f"{name}.csv") for name in made]
    subprocess.run([*command, str(tmp_path), *names], check=True, capture_output=True, timeout=120)
    opened = {name: (tmp_path / f"{name}.fods").read_text("utf-8") for name in made}
    assert "table:formula" in opened["control"], "this way of opening does run formulas"
    for name in ("findings", "words"):
        assert "table:formula" not in opened[name], name
    figures.append(f"{len(PAYLOADS)} formulas written as answers and names: LibreOffice finds none")
