"""From an extracted dossier to a draft: small ones with the same quirks, and the real ones when there."""

import json
import time
from pathlib import Path

import pytest

from screening.guide.faults import GuideError
from screening.guide.importer import import_dossier
from screening.guide.load import load

HERE = Path(__file__).parent
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
with_seeds = pytest.mark.skipif(not SEEDS.exists(), reason="the two documents are not beside this checkout")


def warned(report, *words: str) -> bool:
    return any(all(word in w["message"] for word in words) for w in report.as_dict()["warnings"])


def test_a_dossier_becomes_a_draft_that_loads_and_asks_what_is_unclear(tmp_path):
    report = import_dossier(HERE / "dossier.md", tmp_path / "brouillon")
    counts = report.counts
    assert (counts["sequences"], counts["sheets"], counts["questions"], counts["notes"]) == (3, 2, 4, 7)
    draft = load(tmp_path / "brouillon")
    assert draft.film.minutes == 12
    assert [q.dossier for q in draft.questions] == ["B1", "B2", "A1", "A2"]
    assert [s.title_added for s in draft.of_kind("sequence")] == [False, False, True]
    assert (tmp_path / "brouillon" / "source.txt").read_bytes() == (HERE / "dossier.md").read_bytes()
    assert warned(report, "séquence sans titre")
    assert warned(report, "crochet ouvrant")
    assert warned(report, "Ibid")
    assert warned(report, "note 2 est vide")
    assert warned(report, "dans le titre")
    assert warned(report, "répété")
    assert warned(report, "ne mène nulle part")
    assert warned(report, "ligne isolée")
    assert warned(report, "se ferme plus loin")
    assert warned(report, "titre de presse")
    assert set(json.loads(json.dumps(report.as_dict()))) == {"counts", "warnings"}
    assert set(counts) == {"sequences", "sheets", "questions", "notes", "figures"}
    assert len(report.proposals) == 10


def test_a_guide_that_is_there_is_not_overwritten(tmp_path):
    import_dossier(HERE / "dossier.md", tmp_path / "brouillon")
    with pytest.raises(GuideError, match="déjà un guide"):
        import_dossier(HERE / "dossier.md", tmp_path / "brouillon")


def test_raw_text_is_mended(tmp_path):
    report = import_dossier(HERE / "article.txt", tmp_path / "brouillon")
    draft = load(tmp_path / "brouillon")
    text = " ".join(step.body for step in draft.steps)
    assert "non-recours aux droits" in text
    assert "personne devrait" in text
    assert "recevoir" in text
    assert "accueil a ouvert" in text
    assert "partout.[1]" in text
    assert "demande[2]" in text
    assert "10" not in text
    assert text.count("sans condition") == 1
    assert report.counts["notes"] == 2
    assert "1. LA PORTE QUI EST FERMÉE" in [s.title["fr"] for s in draft.steps]
    assert "personnes" in " ".join(r.text for r in draft.head.references)
    assert warned(report, "exergue ôté")
    assert warned(report, "page")


def drafted(tmp_path, text: str):
    file = tmp_path / "source.md"
    file.write_text(text, "utf-8")
    report = import_dossier(file, tmp_path / "brouillon")
    return load(tmp_path / "brouillon"), report


def test_nothing_before_the_first_heading_is_lost(tmp_path):
    draft, report = drafted(tmp_path, "Un mot d'accueil.\n\n## Une séquence\n\nDes mains.\n")
    assert "mot d’accueil" in draft.steps[0].html
    assert warned(report, "précède le premier titre")


def test_text_after_notes_is_asked_about_and_the_second_line_of_a_note_is_not(tmp_path):
    text = "## INTRODUCTION\n\nUn fait[1].\n\n[1] Un rapport\nen deux lignes.\n\n« Une voix. »\n"
    draft, report = drafted(tmp_path, text)
    assert [step.kind for step in draft.steps] == ["about", "sequence"]
    assert draft.head.references[0].text == "Un rapport en deux lignes."
    assert warned(report, "séquence sans titre")


def test_questions_in_two_parts_keep_apart_and_lose_their_list_marks(tmp_path):
    text = "## AVANT LE FILM\n- **Que voyez-vous ?**\n## AVANT DE PARLER\n1. Et vous ?\n## AVANTAGES\nOui.\n"
    draft, _ = drafted(tmp_path, text)
    assert [(q.dossier, q.wording["fr"]) for q in draft.questions] == [
        ("B1", "Que voyez-vous\xa0?"),
        ("B2", "Et vous\xa0?"),
    ]
    assert [step.kind for step in draft.steps] == ["before", "before", "sheet"]


def test_figures_have_a_value_and_their_sentence_and_citations_are_none(tmp_path):
    text = (
        "## LES CHIFFRES\n\nEnviron **40 %** des gens (Dupont, 2019). Plus d'une personne sur deux attend "
        "3 mois. De 40 à 50% en mars 2021, soit 55 000 demandes. C'est un tiers qui aide.\n"
    )
    draft, _ = drafted(tmp_path, text)
    assert [(f.value["fr"], len(f.what["fr"].split()) > 4) for f in draft.steps[0].figures] == [
        ("40\xa0%", True),
        ("Plus d’une personne sur deux", True),
        ("3 mois", True),
        ("40 à 50%", True),
        ("mars 2021", True),
        ("55 000 demandes", True),
    ]


def test_what_the_source_does_not_say_is_told(tmp_path):
    _, report = drafted(tmp_path, "## Une séquence\n\nAppelez le 0800/12.345.\n\nVu.[4]\n")
    assert warned(report, "inventée")
    assert warned(report, "0800/12.345")
    assert warned(report, "l’appel [4] n’a pas de note")


@pytest.mark.parametrize(
    "text",
    ["", "## A\n\n" + "[" * 12_000, '## A\x7f\x00\n![x](http://a)\n+++\n10 % \\ "\n', "mot " * 40_000],
    ids=["empty", "brackets", "signs", "long"],
)
def test_a_draft_loads_whatever_the_source(tmp_path, text):
    drafted(tmp_path, text)


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mien.txt").write_text("à moi", "utf-8")
    with pytest.raises(GuideError, match="pas vide"):
        import_dossier(HERE / "dossier.md", tmp_path)


def test_raw_text_has_its_headings_and_its_sentences_whole(tmp_path):
    text = (
        " 1. UNE PORTE\nFERMÉE\n\nUn petit titre\nde deux lignes\n\nOn attend devant la\n\n"
        "1/ Voir https://exemple.be/21-\n38.pdf et la sous-\nprotection.\n porte depuis des an-\nnées.\n"
        " Conclure\nOn ouvre.\n"
    )
    draft, report = drafted(tmp_path, text)
    assert [step.title["fr"] for step in draft.steps] == ["1. UNE PORTE FERMÉE", "Conclure"]
    assert (
        draft.steps[0].body
        == "### Un petit titre de deux lignes\n\nOn attend devant la porte depuis des années."
    )
    assert draft.head.references[0].text == "Voir https://exemple.be/21-38.pdf et la sous-protection."
    assert warned(report, "trait d’union gardé", "sous-protection")
    assert warned(report, "note 1", "pas été retrouvé")


@with_seeds
def test_the_dossier_of_plus_personne(tmp_path):
    started = time.perf_counter()
    report = import_dossier(SEEDS / "003_ebfba93f86d7e0f6.txt", tmp_path / "brouillon")
    assert time.perf_counter() - started < 2
    assert {k: report.counts[k] for k in ("sequences", "sheets", "questions", "notes")} == {
        "sequences": 10,
        "sheets": 8,
        "questions": 12,
        "notes": 27,
    }
    assert report.counts["figures"] > 20
    assert len(load(tmp_path / "brouillon").of_kind("sequence")) == 10


@with_seeds
def test_the_article(tmp_path):
    report = import_dossier(SEEDS / "000_e7a25f3e53771612.txt", tmp_path / "brouillon")
    assert report.counts["notes"] == 12
    assert not warned(report, "n’a pas été retrouvé")
    assert sum("exergue ôté" in w["message"] for w in report.as_dict()["warnings"]) == 4
    text = " ".join(step.body for step in load(tmp_path / "brouillon").steps)
    assert warned(report, "91 mots coupés")
    assert warned(report, "10, 10, 22, 22")
    assert warned(report, "0800/35.243") and warned(report, "0800/35.253")
    assert text.count("### ") == 9
    assert "déclaration d’impôts en ligne avec un lecteur" in text  # a page and two notes stood between
    for word in ("accueil inconditionnel", "comme responsable", "non-recours"):
        assert word in text, word
    for broken in ("ac- ", "l’ac-", "com- me", "per- sonnes"):
        assert broken not in text
    assert all(f"[{n}]" in text for n in range(1, 13))
