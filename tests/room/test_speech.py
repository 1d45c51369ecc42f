import pytest

from screening.room.speech import spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("usager·ère·s", "usagères et usagers"),
        ("travailleur·euses", "travailleuses et travailleurs"),
        ("travailleur·ses", "travailleuses et travailleurs"),
        ("sociaux·ales", "sociales et sociaux"),
        ("animateur·ice", "animatrice ou animateur"),
        ("sous-traitant·es", "sous-traitantes et sous-traitants"),
        ("venu·e", "venue ou venu"),
        ("participant·e·s", "participantes et participants"),
        ("marqué·es", "marquées et marqués"),
        ("citoyen·ne·s", "citoyennes et citoyens"),
        ("Chacun·e répond", "Chacune et chacun répond"),
        ("tous·tes", "toutes et tous"),
        ("ceux·celles", "celles et ceux"),
        ("heureux·se", "heureuse ou heureux"),
        ("actif·ve", "active ou actif"),
    ],
)
def test_both_genders_are_said_in_full(written, said):
    assert spoken(written) == said


@pytest.mark.parametrize(
    "text", ["Il faut garder des guichets.", "من أجل الجميع", "1·2", "a · b", "Wat denkt u?"]
)
def test_other_texts_stay_as_they_are(text):
    assert spoken(text) == text
