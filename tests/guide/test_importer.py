"""From an extracted dossier to a draft: small ones with the same quirks, and the real ones when there."""

import json
import time
from pathlib import Path

import pytest

from screening.guide.faults import GuideError
from screening.guide.importer import import_dossier
from screening.guide.load import load
from screening.guide.new import new

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
    assert sum("exergue" in w["message"] for w in report.as_dict()["warnings"]) == 4
    text = " ".join(step.body for step in load(tmp_path / "brouillon").steps)
    for word in ("accueil inconditionnel", "comme responsable", "non-recours"):
        assert word in text, word
    for broken in ("ac- ", "l’ac-", "com- me", "per- sonnes"):
        assert broken not in text
    assert all(f"[{n}]" in text for n in range(1, 13))


def test_a_new_guide_passes_the_check_and_is_never_written_over_another(tmp_path):
    guide = load(new("mon-film", tmp_path))
    assert [q.id for q in guide.questions] == ["w_theme", "s_avis"]
    with pytest.raises(GuideError, match="déjà là"):
        new("mon-film", tmp_path)
    with pytest.raises(GuideError, match="minuscules"):
        new("../dehors", tmp_path)
