import shutil
import time
from pathlib import Path

import pytest

from screening import resources
from screening.guide.faults import GuideError
from screening.guide.load import available, find, load, read
from screening.guide.markup import MarkupError, to_html, typeset

EXAMPLE = Path(__file__).parents[1] / "guides" / "le-guichet"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "essai"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in read(folder)[1] if not fault.warning]


def test_a_sound_guide_has_no_fault_and_its_steps_in_order(folder):
    guide = load(folder)
    assert [s.id for s in guide.steps][:4] == ["avant", "film", "apres", "attente"]
    assert guide.step("attente").attached == ("fiche",)
    assert "<h3>Notes</h3>" in guide.step("attente").html
    with pytest.raises(KeyError):
        guide.step("rien")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("guide.toml", 'version = "1.0"', 'version = "1.0"\nnothing = 1', "« nothing » n’existe pas"),
        ("guide.toml", "minutes = 5\n", "", "« minutes » manque"),
        ("guide.toml", "minutes = 5\n", 'minutes = "cinq"\n', "film.minutes"),
        ("guide.toml", "minutes = 60\n", "minutes = 50\n", "les parties font 60 minutes"),
        ("guide.toml", 'id = "a1"', 'id = "t_flou"', "« t_flou » est là 2 fois"),
        ("guide.toml", 'id = "a1"', 'id = "A-1"', "des minuscules"),
        ("guide.toml", 'wording.fr = "Comment vous', 'wording.nl = "Comment vous', "wording.fr"),
        ("guide.toml", 'sources = ["rapport-2024"]', 'sources = ["x"]', "« x » n’existe pas"),
        ("guide.toml", "low = 4", "low = 9", "low d’abord"),
        ("guide.toml", "attente.md", "absent.md", "absent.md : ce fichier manque"),
        ("guide.toml", "attente.md", "../attente.md", "sort du dossier"),
        ("guide.toml", "title.fr", "title fr", "ligne 1"),
        ("attente.md", 'kind = "sequence"', 'kind = "chapter"', "kind"),
        ("attente.md", '["fiche"]', '["porte"]', "la fiche « porte » n’existe pas"),
        ("attente.md", "screen.fr", 'timecode = "7:00"\nscreen.fr', "après la fin du film"),
        ("attente.md", "screen.fr", 'timecode = "1h"\nscreen.fr', "minutes:secondes"),
        ("attente.md", 'text.fr = "Qui', 'text.nl = "Qui', "prompts[0].text.fr"),
        ("attente.md", "min = 3", "min = 30", "dans cet ordre"),
        ("attente.md", "+++", "", "l’en-tête manque"),
        ("attente.md", "## Notes", "![x](http://ailleurs/x.png)", "images"),
        ("fiche.md", 'source = "rapport-2024"', 'source = "x"', "figures[0].source"),
        ("apres.md", 'question = "A1"', 'question = "Z9"', "Z9"),
    ],
)
def test_each_fault_names_its_file_and_field_and_what_to_write(folder, name, old, new, told):
    change(folder, name, old, new)
    found = faults(folder)
    assert any(told in line and line.split(" : ")[0].endswith((".md", ".toml")) for line in found), found
    with pytest.raises(GuideError):
        load(folder)


def test_all_faults_are_told_at_once(folder):
    change(folder, "guide.toml", 'version = "1.0"', 'version = "1.0"\nnothing = 1')
    change(folder, "guide.toml", 'short.fr = "Humeur"', 'humour.fr = "Humeur"')
    assert len(faults(folder)) == 2
    change(folder, "attente.md", 'kind = "sequence"', 'kind = "chapter"')
    shutil.copy(EXAMPLE / "guide.toml", folder)
    change(folder, "porte.md", "max = 8", "max = 1")
    assert len(faults(folder)) == 2


def test_windows_line_ends_and_a_byte_order_mark_are_read(folder):
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert not faults(folder)


def test_what_is_not_utf_8_is_told_with_its_line(folder):
    path = folder / "porte.md"
    path.write_bytes(path.read_bytes() + "é".encode("latin-1"))
    assert any("ligne" in line and "UTF-8" in line for line in faults(folder))


def test_the_server_keeps_the_sound_guides_and_the_reasons_of_the_others(folder):
    shutil.copytree(EXAMPLE, folder.parent / "sain")
    (folder / "porte.md").unlink()
    found = available([folder.parent])
    assert found["sain"].film.minutes == 5
    assert "porte.md" in str(found["essai"][0])


def test_a_second_guide_is_loaded_beside_the_first():
    found = available([resources.folder("guides"), EXAMPLE.parent])
    assert {slug: guide.film.minutes for slug, guide in found.items()} == {
        "plus-personne": 18,
        "le-guichet": 5,
    }


def test_a_guide_is_found_by_slug_or_folder(folder):
    assert find("essai", [folder.parent]) == folder
    assert find(str(folder), []) == folder
    with pytest.raises(GuideError, match="essai"):
        find("autre", [folder.parent])


def test_markdown_can_not_harm():
    html = to_html(
        "<script>alert(1)</script> [x](javascript:alert(1)) **gras** <b onclick=x>y</b> <iframe></iframe>"
    )
    assert "<strong>gras</strong>" in html
    for harm in ("script", "javascript", "onclick", "iframe"):
        assert harm not in html


def test_a_markdown_bomb_is_refused_at_once():
    started = time.perf_counter()
    with pytest.raises(MarkupError):
        to_html("[" * 12_000)
    with pytest.raises(MarkupError):
        to_html("a" * 100_000)
    assert time.perf_counter() - started < 0.5


def test_french_texts_get_their_typography():
    assert typeset("L'heure ? « Oui » !") == "L’heure\u00a0? «\u00a0Oui\u00a0»\u00a0!"
    assert typeset("https://zintv.org") == "https://zintv.org"
