import pytest

from screening.output import wording
from screening.output.charts import PAGE, WALL, drawing
from screening.room.questions import Question
from screening.summary.answers import Answer
from screening.summary.findings import find

SCALE = Question(
    id="s",
    kind="scale",
    moments=("before", "after"),
    wording={"fr": "Il faut garder des guichets."},
    labels=tuple(
        {"fr": text} for text in ("pas du tout", "plutôt pas", "entre les deux", "plutôt", "tout à fait")
    ),
    toward_low={"fr": "moins d’accord"},
    toward_high={"fr": "davantage d’accord"},
)
WORDS = Question(id="w", kind="words", moments=("before", "after"), wording={"fr": "Quels mots ?"})


def answers(before: str, after: str) -> list[Answer]:
    return [
        Answer(str(n), moment, value)
        for moment, values in (("before", before), ("after", after))
        for n, value in enumerate(values.split())
    ]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("3 3 3 3 3 3 3 3 3 3", "4 4 4 4 4 4 3 3 3 3", "Mouvement net vers : davantage d’accord."),
        ("3 3 3 3 3 3 3 3 3 3", "3 3 3 3 3 3 3 3 3 3", "La plupart ont gardé leur réponse."),
        ("3 3 3 3 3 3 3 3 3 3", "4 4 4 2 2 2 3 3 3 3", "Des mouvements dans les deux sens."),
        ("3 3 3 3 3 3", "4 4 4 4 4 4", "Trop peu de personnes pour parler d’un mouvement du groupe."),
        ("3 3 3", "4 4 4", ""),
    ],
)
def test_the_verdict_is_told_in_a_sentence(before, after, sentence):
    told = wording.verdict(find(SCALE, answers(before, after)), SCALE)
    assert told.replace("\u00a0", " ") == sentence


def test_small_groups_are_told_that_nothing_is_shown():
    assert wording.lines(find(SCALE, answers("3 3 3", "4 4 4")), SCALE) == [
        "Moins de 5 réponses : rien n’est affiché, pour protéger chacune.".replace(" :", "\u00a0:")
    ]


def test_a_masked_move_is_told_without_its_number():
    finding = find(SCALE, answers("2 3 3 2 4 2 1 3 5 4 3 2 3", "3 3 4 5 2 3 3 4 5 3 4 4 3"))
    told = " ".join(wording.lines(finding, SCALE))
    assert "2 personnes au plus" in told or "même réponse" in told


def test_numbers_of_people_have_their_singular_plural_and_zero():
    assert [wording.people(n) for n in (0, 1, 2)] == ["personne", "1 personne", "2 personnes"]
    assert wording.out_of(3, 12) == "3 personnes sur 12"
    assert wording.out_of(5, 20).replace("\u00a0", " ") == "5 personnes sur 20 (25 %)"
    assert wording.out_of("masked", 20) == "2 personnes au plus"


def test_the_footnote_claims_no_cause():
    note = wording.footnote(10, 2, 3)
    assert "Il ne dit pas ce qui a causé les changements" in note
    assert "10" in note


@pytest.mark.parametrize("layout", [PAGE, WALL])
def test_a_drawing_stays_within_its_frame_and_says_what_its_table_says(layout):
    finding = find(SCALE, answers("3 3 3 2 2 2 3 3 4 4", "4 4 4 4 5 5 4 3 4 4"))
    drawn = drawing(finding, SCALE, layout=layout)
    assert drawn
    assert [row.text for row in drawn.rows] == [label["fr"] for label in SCALE.labels]
    for row in drawn.rows:
        assert row.values == tuple(bar.value for bar in row.bars)
        for bar in row.bars:
            assert drawn.column + bar.width < drawn.width
            assert bar.y + drawn.bar <= drawn.height
    assert [row.values for row in drawn.rows] == [(0, 0), (3, 0), (5, 1), (2, 7), (0, 2)]
    assert drawing(finding, SCALE, show=("before",)).moments == ("before",)


def test_only_words_of_three_people_are_drawn():
    before = "aide;file aide;file aide cpas aide aide"
    drawn = drawing(find(WORDS, answers(before, "écran écran écran écran écran écran")), WORDS)
    assert {row.text for row in drawn.rows} == {"aide", "écran"}
