"""What an evening says first: what matters, and what it can't say."""

import pytest

from screening.output import evening, wording
from screening.output.evening import Attendance, Told
from screening.output.more import more
from screening.room.questions import Question
from screening.summary.answers import Answer
from screening.summary.findings import find

BOTH = ("before", "after")
LABELS = tuple(
    {"fr": text} for text in ("Non", "Plutôt non", "Entre", "Plutôt d’accord", "Tout à fait d’accord")
)


def question(name: str, kind: str = "scale", **more: object) -> Question:
    labels = LABELS if kind == "scale" else ()
    return Question(id=name, kind=kind, moments=BOTH, wording={"fr": name}, labels=labels, **more)


def told(asked: Question, before: str, after: str) -> Told:
    pairs = enumerate(zip(before.split(), after.split(), strict=True))
    answers = [Answer(str(n), m, v) for n, pair in pairs for m, v in zip(BOTH, pair, strict=True)]
    return Told(asked, find(asked, answers))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


MOVED = told(question("bouge"), "2 " * 20, "4 " * 14 + "2 " * 6)
KEPT = told(question("garde"), "4 " * 17 + "2 2 3", "4 " * 17 + "2 2 3")
WORDS = told(question("mots", "words"), "aide " * 12, "écran " * 8 + "aide " * 4)
CONTROL = told(question("témoin", control=True), "2 " * 20, "4 " * 20)


def test_the_clearest_movement_comes_first_and_a_control_question_never():
    first = evening.main([KEPT, CONTROL, WORDS, MOVED])
    assert [each.question.id for each in first] == ["bouge", "mots", "garde"]
    assert plain(evening.headline(first[0])) == (
        "bouge – Mouvement net vers « plus ». "
        "14 personnes sur 20 (70 %) dans ce sens ; personne dans l’autre."
    )


def test_nearly_everyone_agreed_already_is_said_instead_of_no_movement():
    assert plain(wording.sentence(KEPT.finding, KEPT.question)) == (
        "17 personnes sur 20 (85 %) étaient déjà d’accord avant."
    )
    assert wording.verdict(KEPT.finding, KEPT.question) == "La plupart ont gardé leur réponse."


def test_when_nobody_changed_that_is_what_is_said():
    still = told(question("rien"), "2 3 4 " * 5, "2 3 4 " * 5)
    assert wording.sentence(still.finding, still.question) == "Personne n’a changé de réponse."
    assert not any("pile ou face" in line for line in more(still.finding, still.question))


def test_when_nothing_moved_there_is_a_sentence_to_say_aloud():
    assert "Ce soir, la plupart d’entre vous ont gardé" in evening.aloud([KEPT, CONTROL])
    assert evening.aloud([KEPT, MOVED]) == ""
    assert evening.aloud([]) == ""


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (Attendance(24, 21, 19), ""),
        (Attendance(12, 11, 9), "Moins de dix personnes ont répondu avant et après"),
        (Attendance(3, 15, 2), "Presque personne n’a répondu avant le film"),
        (Attendance(3, 4, 2), "Moins de cinq personnes ont répondu"),
    ],
)
def test_an_evening_of_which_little_can_be_compared_says_so_once(came, said):
    assert evening.opening(came).startswith(said)
    assert bool(evening.opening(came)) == bool(said)


def test_more_is_told_only_where_the_finding_shows_its_numbers():
    lines = [plain(line) for line in more(MOVED.finding, MOVED.question)]
    assert any("intervalle de Tango" in line for line in lines)
    assert any("intervalle de Newcombe" in line for line in lines)
    assert any("Wilson" in line for line in lines)
    masked = told(question("peu"), "2 " * 19 + "4", "2 " * 18 + "4 4")
    assert not any("Tango" in line for line in more(masked.finding, masked.question))
