import shutil
from pathlib import Path

import pytest

from screening.guide.faults import GuideError
from screening.guide.load import load
from screening.guide.review import read_sheet, status, write_sheet

EXAMPLE = Path(__file__).parents[1] / "guides" / "le-guichet"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "essai"))


def test_a_speaker_reviews_a_sheet_and_the_guide_speaks_the_language(folder):
    guide = load(folder)
    assert status(guide, "nl").translated == 0
    sheet = write_sheet(guide, "nl").decode("utf-8-sig")
    assert sheet.startswith("français;nl;relu (x)")
    assert "Il faut garder des guichets partout." in sheet
    filled = sheet.replace(
        "Il faut garder des guichets partout.;;", "Il faut garder des guichets partout.;Overal loketten.;x"
    )
    filled = filled.replace("Humeur;;", "Humeur;Stemming;")
    assert read_sheet(folder, guide, "nl", filled.encode("utf-8-sig")) == 2
    again = load(folder)
    assert again.question("s_guichet").wording["nl"] == "Overal loketten."
    now = status(again, "nl")
    assert (now.translated, now.reviewed) == (2, 1)
    assert read_sheet(folder, again, "nl", write_sheet(again, "nl")) == 0


def test_a_sheet_that_does_not_fit_is_refused_and_changes_nothing(folder):
    guide = load(folder)
    for data, told in [
        (b"fran\xe7ais;nl", "UTF-8"),
        ("français;en;relu\n".encode(), "première ligne"),
        ("français;nl;relu\nCe texte n’existe pas;x;\n".encode(), "ligne 2"),
    ]:
        with pytest.raises(GuideError, match=told):
            read_sheet(folder, guide, "nl", data)
    assert not (folder / "translations").exists()


def test_a_changed_french_text_is_untranslated_again(folder):
    guide = load(folder)
    sheet = write_sheet(guide, "en").decode("utf-8-sig").replace("Humeur;;", "Humeur;Mood;x")
    read_sheet(folder, guide, "en", sheet.encode())
    toml = folder / "guide.toml"
    toml.write_text(toml.read_text("utf-8").replace('"Humeur"', '"Votre humeur"'), "utf-8")
    assert "en" not in load(folder).question("h_humeur").short
    (folder / "translations" / "en.po").write_text('msgid "x\n', "utf-8")
    with pytest.raises(GuideError, match=r"en\.po"):
        load(folder)


def test_no_cell_of_a_sheet_is_a_formula(guide, monkeypatch):
    import csv
    import io

    from screening.guide import review

    french = ["=HYPERLINK(1)", "+1", "-1 point", "@x", "\tx", "'=1", "Oui"]
    monkeypatch.setattr(review, "french_texts", lambda *_: french)
    rows = list(csv.reader(io.StringIO(review.write_sheet(guide, "nl").decode("utf-8-sig")), delimiter=";"))
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r")]
    data = "\n".join(";".join(row) for row in rows).encode()
    assert [line[0] for _, line in review._rows(data, "nl")][:4] == french[:4]
