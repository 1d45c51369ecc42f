import pytest

from screening.output import evening, wording
from screening.output import people as in_words
from screening.room.questions import Option, Question
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
        ("3 3 3 3 3 3 3 3 3 3", "4 4 4 4 4 4 3 3 3 3", "Mouvement net vers « davantage d’accord »."),
        ("3 3 3 3 3 3 3 3 3 3", "3 3 3 3 3 3 3 3 3 3", "La plupart ont gardé leur réponse."),
        ("3 3 3 3 3 3 3 3 3 3", "4 4 4 2 2 2 3 3 3 3", "Des mouvements dans les deux sens."),
        ("3 3 3 3 3 3", "4 4 4 4 4 4", "Trop peu de personnes pour parler d’un mouvement du groupe."),
        ("3 3 3 3 3", "4 4 4 4 4 4", "Trop peu de personnes pour parler d’un mouvement du groupe."),
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
    assert "\u00a0»\u00a0: 2 personnes au plus" in told
    assert "même réponse\u00a0: les autres." in told
    assert "Au total" not in told


def test_numbers_of_people_have_their_singular_plural_and_zero():
    assert [in_words.people(n) for n in (0, 1, 2)] == ["personne", "1 personne", "2 personnes"]
    assert in_words.out_of(3, 12) == "3 personnes sur 12"
    assert in_words.out_of(5, 20).replace("\u00a0", " ") == "5 personnes sur 20 (25 %)"
    assert in_words.out_of("masked", 20) == "2 personnes au plus"


def test_the_footnote_claims_no_cause():
    note = evening.footnote(10, 2, 3)
    assert "Il ne dit pas ce qui a causé les changements" in note
    assert "10 (2 seulement avant, 3 seulement après)" in note
    assert "après\u00a0: 10. Il" in evening.footnote(10, 0, 0)


def told(question, before, after):
    return [
        line.replace("\u00a0", " ")
        for line in wording.lines(find(question, answers(before, after)), question)
    ]


def test_seven_people_are_not_said_to_be_fewer_than_five():
    """Seven answered twice: five would do for a net, one leaver holds it back."""
    lines = told(SCALE, "4 3 3 3 3 3 3 3", "4 4 4 4 4 4 4")
    side_by_side = "Trop peu de personnes ont répondu aux deux moments pour comparer personne par personne."
    assert lines == [
        "Avant : 8 personnes ; après : 7 personnes. Ont pris position aux deux moments : 7 personnes.",
        side_by_side,
    ]
    assert told(WORDS, "aide " * 7, "écran " * 7)[1] == side_by_side


def test_at_most_five_words_arrive_or_fade():
    before = [";".join(f"{letter}vieux" for letter in "abcdefg")] * 12
    lines = told(WORDS, " ".join(before), "neuf " * 12)
    assert sum("s’efface" in line or "arrive" in line for line in lines) == 5
    assert "« avieux » s’efface : donné avant seulement par 12 personnes sur 12." in lines


def test_a_word_whose_numbers_are_withheld_is_not_told_with_a_hole():
    before = " ".join(["aide", *(f"f{n};g{n}" for n in range(9)), *(f"r{n}" for n in range(5))])
    after = " ".join(["écran", *(f"aide;h{n}" for n in range(9)), *(f"s{n}" for n in range(5))])
    found = find(WORDS, answers(before, after))
    assert [(move.word, move.flag, move.came) for move in found.paired.words] == [("aide", "arrives", None)]
    assert "« aide » arrive." in told(WORDS, before, after)


def test_a_moment_that_is_hidden_is_not_said_to_hold_no_words():
    assert not any("0 avant" in line for line in told(WORDS, "aide file", "écran a b c d e f"))


def test_one_word_compared_is_not_said_in_the_plural():
    assert told(WORDS, "aide " * 12, "aide " * 12)[1] == "Mots gardés : 12 sur 12."
    assert told(WORDS, "aide;file " * 12, "aide;file " * 12)[1] == (
        "Mots gardés : 24 sur 24. Parmi 2 mots comparés."
    )


def test_a_sentence_on_moves_starts_with_a_capital_when_nobody_moved_that_way():
    assert told(SCALE, "3 " * 12, "1 " * 3 + "3 " * 9)[1] == (
        "Vers « davantage d’accord » : aucune personne ; vers « moins d’accord » : 3 personnes sur 12 ; "
        "même réponse : 9 personnes sur 12."
    )


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ("4 3 3 3 3 3 3", "Au total, une personne de plus a bougé vers « davantage d’accord »"),
        ("4 4 4 3 3 3 3", "Au total, 3 personnes de plus ont bougé vers « davantage d’accord »"),
        ("2 2 3 3 3 3 3", "Au total, 2 personnes de plus ont bougé vers « moins d’accord »"),
    ],
)
def test_a_net_alone_says_what_it_is_more_than(after, sentence):
    assert f"{sentence} que dans l’autre sens." in told(SCALE, "3 " * 7, after)


def test_those_beside_a_masked_move_are_not_said_to_have_stayed_when_most_went_the_other_way():
    lines = told(SCALE, "3 " * 12, "4 " * 10 + "2 2")
    assert (
        "Vers « moins d’accord » : 2 personnes au plus ; les autres : dans l’autre sens, ou même réponse."
        in lines
    )


def test_no_sentence_claims_what_numbers_cannot():
    samples = [("3 " * 12, "4 " * 12), ("2 " * 20, "4 " * 10 + "1 " * 10), ("3 " * 7, "4 " * 7)]
    said = " ".join(line for before, after in samples for line in told(SCALE, before, after))
    for word in ("public", "grâce", "avis", "progrès", "significati", "prouve", "impact"):
        assert word not in said + evening.footnote(1, 0, 0)


def test_percentages_come_after_people_and_from_twenty_on():
    assert "%" not in " ".join(told(SCALE, "3 " * 19, "4 " * 6 + "3 " * 13))
    assert "6 personnes sur 20 (30 %)" in told(SCALE, "3 " * 20, "4 " * 6 + "3 " * 14)[1]


def test_the_people_who_stayed_are_most_of_them_beside_a_masked_move():
    lines = told(SCALE, "3 3 3 4 4 4 2 2 2 3 3 4", "4 3 3 4 4 4 2 2 2 3 3 4")
    assert "Vers « davantage d’accord » : 2 personnes au plus" in lines[2]
    assert lines[2].endswith("même réponse : la plupart.")


def test_a_choice_that_would_tell_on_one_person_says_so():
    choice = Question(
        id="c",
        kind="choice",
        moments=("after",),
        wording={"fr": "Et là ?"},
        options=tuple(Option(id=each, label={"fr": each}) for each in "abc"),
    )
    few = find(choice, [Answer(str(n), "after", value) for n, value in enumerate(["a", *["nsp"] * 4])])
    assert "Pas de dessin ici" in " ".join(wording.lines(few, choice))


def test_where_a_word_is_withheld_no_other_is_called_the_most_shared() -> None:
    found = find(
        WORDS, answers("aide;file aide;file aide;file aide aide aide", "aide aide aide aide aide écran")
    )
    told = " ".join(wording.lines(found, WORDS))
    assert found.before
    assert found.before.counts == (("file", 3),)
    assert "Tous les mots ne sont pas montrés" in told
    assert "le plus partagé" not in told
