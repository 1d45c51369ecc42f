import shutil
from pathlib import Path

import pytest

from screening import resources
from screening.guide.faults import GuideError
from screening.guide.load import available, find, load, read
from screening.guide.markup import to_html, typeset

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
        (
            "guide.toml",
            "own_words = true",
            "own_words = true\nquotable = true",
            "seulement pour un texte libre",
        ),
        ("guide.toml", "minutes = 5\n", "minutes = -5\n", "entre 1 et 600"),
        ("guide.toml", "minutes = 60\n", "minuts = 60\n", "vouliez-vous « minutes » ?"),
        (
            "guide.toml",
            "year = 2025",
            'year = 2025\nlink = "javascript:alert(1)"',
            "film.link : un lien commence par",
        ),
        ("guide.toml", 'text = "Rapport', 'link = "data:x"\ntext = "Rapport', "(rapport-2024).link"),
        ("guide.toml", 'languages = ["fr"]', 'languages = ["nl"]', 'ajoutez "fr"'),
        ("guide.toml", 'kind = "words"', 'kind = "words"\nlimit = 6', "entre un et cinq mots"),
        ("guide.toml", '{fr = "Plutôt d\'accord"}, ', "", "cinq libellés"),
        ("guide.toml", '{fr = "Plutôt d\'accord"}', '{nl = "Akkoord"}', "labels (4).fr"),
        ("guide.toml", 'id = "calme"', 'id = "colere"', "au moins deux"),
        ("guide.toml", 'id = "calme"', 'id = "nsp"', "« je ne sais pas »"),
        ("guide.toml", 'label = {fr = "calme"}', 'label = {nl = "kalm"}', "options (calme).label.fr"),
        ("guide.toml", '3 = ["attente", "porte"]', '3 = ["film"]', "n’est pas une séquence"),
        ("guide.toml", 'steps = ["film"]', 'steps = ["rien"]', "l’étape « rien » n’existe pas"),
        ("guide.toml", '"porte.md"', '"attente.md"', "« attente.md » est là 2 fois"),
        ("porte.md", 'id = "porte"', 'id = "attente"', "déjà l’id de attente.md"),
        ("porte.md", 'id = "porte"', 'id = "La porte"', "sans accent"),
        ("porte.md", 'title.fr = "La porte"', 'title = "La porte"', 'comme title.fr = "…"'),
        ("porte.md", 'title.fr = "La porte"', 'title.fr = " "', "title.fr : le texte français manque"),
        ("porte.md", "max = 8", 'max = "8"', "un nombre entier, sans guillemets"),
        ("porte.md", 'id = "porte"', 'id = "porte"\ntimecode = 03:20:00', "un texte entre guillemets"),
        ("porte.md", 'id = "porte"', 'id = "porte', "ligne 2 : cette ligne n’est pas du TOML"),
        ("guide.toml", "attente.md", "absent.md", "absent.md : ce fichier manque"),
        ("guide.toml", "attente.md", "../attente.md", "sort du dossier"),
        ("guide.toml", "title.fr", "title fr", "ligne 1"),
        ("attente.md", 'kind = "sequence"', 'kind = "chapter"', "kind"),
        ("attente.md", '["fiche"]', '["porte"]', "la fiche « porte » n’existe pas"),
        ("attente.md", "screen.fr", 'timecode = "7:00"\nscreen.fr', "après la fin du film"),
        ("attente.md", "screen.fr", 'timecode = "1h"\nscreen.fr', "minutes:secondes"),
        ("attente.md", 'text.fr = "Qui', 'text.nl = "Qui', "prompts (1).text.fr"),
        ("attente.md", "min = 3", "min = 30", "dans cet ordre"),
        ("attente.md", "+++", "", "l’en-tête manque"),
        ("attente.md", "## Notes", "![x](http://ailleurs/x.png)", "images"),
        ("fiche.md", 'source = "rapport-2024"', 'source = "x"', "figures (heure).source"),
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
    change(folder, "guide.toml", 'id = "a1"', 'id = "t_flou"')
    change(folder, "attente.md", 'kind = "sequence"', 'kind = "chapter"\nwhat = 1')
    change(folder, "porte.md", "max = 8", "max = 1")
    change(folder, "fiche.md", 'id = "fiche"', 'id = "fiche"\ntimecode = "9:59"')
    told = [("guide.toml", 3), ("attente.md", 2), ("porte.md", 1), ("fiche.md", 1)]
    found = faults(folder)
    assert {file: sum(line.startswith(file) for line in found) for file, _ in told} == dict(told)
    assert len(found) == 7


@pytest.mark.parametrize("broken", ["title fr = 1", "minutes = 3\n", "\xff"])
def test_a_broken_head_does_not_hide_the_faults_of_the_steps(folder, broken):
    head = folder / "guide.toml"
    head.write_bytes(broken.encode("latin-1") + head.read_bytes())
    change(folder, "porte.md", "max = 8", "max = 1")
    (folder / "notes.md").write_text("Ceci n’est pas une étape.", "utf-8")
    found = faults(folder)
    assert any(line.startswith("guide.toml") for line in found)
    assert [line.split(" : ")[1] for line in found if line.startswith("porte.md")] == ["duration"]
    assert not any("notes.md" in line for line in found)


def test_what_could_not_be_read_is_not_said_to_be_missing(folder):
    change(folder, "fiche.md", 'id = "fiche"', "id = 3")
    change(folder, "guide.toml", 'text = "Rapport', 'texte = "Rapport')
    assert {line.split(" : ")[0] for line in faults(folder)} == {"guide.toml", "fiche.md"}
    assert not any("n’existe pas dans" in line or "la fiche" in line for line in faults(folder))


def test_doubtful_things_are_warnings_and_the_guide_loads(folder):
    change(folder, "fiche.md", 'source = "rapport-2024"', "")
    change(folder, "fiche.md", 'caution.fr = "À vérifier : le rapport est inventé."', "")
    change(folder, "porte.md", "duration = {min = 3, ideal = 5, max = 8}", "")
    change(folder, "porte.md", "Qui a la clé ?", "mot " * 26)
    change(folder, "guide.toml", 'plain.fr = "Qu\'avez-vous retenu ?"', "")
    told = [str(fault) for fault in read(folder)[1] if fault.warning]
    assert told == [
        "porte.md : duration : sans durée",
        "porte.md : prompts (1) : question longue pour un écran",
        "fiche.md : figures (heure) : chiffre sans source ni mise en garde",
        "guide.toml : questions (a1).plain : sans version en langage clair",
    ]
    assert load(folder)


def test_a_page_may_end_with_its_head_and_have_spaces_after_a_fence(folder):
    path = folder / "porte.md"
    head = path.read_text("utf-8").split("+++\n")[1]
    path.write_text(f"+++ \n{head}+++", "utf-8")
    assert load(folder).step("porte").html == ""


def test_windows_line_ends_and_a_byte_order_mark_are_read(folder):
    for path in filter(Path.is_file, folder.iterdir()):
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


def test_french_texts_get_their_typography():
    assert typeset("L'heure ? « Oui » !") == "L’heure\u00a0? «\u00a0Oui\u00a0»\u00a0!"
    assert typeset("https://zintv.org") == "https://zintv.org"
