"""The report of an evening, on paper: one page to hand out, in three languages."""

import shutil
import subprocess

import pytest

from screening.i18n import translator
from screening.output.charts import PRINT
from screening.output.pdf import make_pdf
from screening.output.report import Asked, Evening, build

from .test_evening import KEPT, MOVED, WORDS

COUNTS = {"present": 22, "before": 20, "after": 20, "both": 20, "before paper": 6, "after paper": 6}
TWENTY = Evening("Soirée *au* #quartier", "2026-11-25", "Rue du Progrès", "", "film", COUNTS)
ASKED = [
    Asked(MOVED.question, MOVED.finding),
    Asked(KEPT.question, KEPT.finding),
    Asked(WORDS.question, WORDS.finding, themes=(("Accueil", 4),), quotes=("Il n’y a plus personne.",)),
]


def pages(pdf, tmp_path):
    """The text of each page, as a reader would select it."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not on this machine")
    file = tmp_path / "r.pdf"
    file.write_bytes(pdf)
    found = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    return found.stdout.replace("\u00a0", " ").split("\f")


def test_the_first_page_holds_the_findings_that_matter_and_the_note(tmp_path):
    report = build(TWENTY, ASKED, layout=PRINT)
    first = pages(make_pdf(report), tmp_path)[0]
    assert "Soirée *au* #quartier" in first
    assert "mercredi 25 novembre 2026" in first
    assert "Mouvement net vers" in first
    assert "20 avant, 20 après, dont 20 aux deux moments" in first
    assert "Ce tableau décrit les personnes" in first
    assert "Accueil" not in first


def test_a_result_that_repeats_what_the_room_saw_says_so_and_whether_words_were_joined_since():
    for joined, said in ((False, "est celui montré dans la salle"), (True, "mots réunis depuis")):
        asked = Asked(WORDS.question, WORDS.finding, repeats_snapshot=True, joined=joined)
        (section,) = build(TWENTY, [asked]).sections
        assert [said in note for note in section.notes] == [True]


@pytest.mark.parametrize(("language", "said"), [("nl", "Wat u moet onthouden"), ("en", "What to remember")])
def test_the_report_speaks_three_languages(language, said, tmp_path):
    say = translator(language)
    pdf = make_pdf(build(TWENTY, ASKED, language, PRINT, say), say)
    text = "\n".join(pages(pdf, tmp_path))
    assert said in text
    assert "Mouvement net" not in text
