import pytest

from screening.room.forms import read_form
from screening.room.questions import Option, Question
from screening.room.sheets import as_form, as_written

TEXT = {"fr": "?"}
MOMENTS = ("before", "after")


def question(kind: str, **more: object) -> Question:
    return Question(id="q", kind=kind, moments=MOMENTS, wording=TEXT, **more)


MOOD = tuple(Option(id=name, label=TEXT) for name in ("agir", "triste", "espoir"))


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (question("words"), {"q": "file, dame ; attente"}, "file;dame;attente"),
        (question("words"), {"q": "طابور، مساعدة"}, "طابور;مساعدة"),
        (question("words"), {"q": "n"}, "n"),
        (question("words"), {"q": "?"}, "nsp"),
        (question("scale"), {"q": "4"}, "4"),
        (question("scale"), {"q": "N"}, "nsp"),
        (question("scale"), {"q": "-"}, "passe"),
        (question("scale"), {"q": ""}, ""),
        (question("estimate"), {"q": " 10 "}, "10"),
        (question("choice", options=MOOD), {"q": "1,3"}, "agir;espoir"),
        (question("choice", options=MOOD), {"q": "31"}, "espoir;agir"),
        (question("choice", options=MOOD, own_words=True), {"q": "2", "q_own": "seul"}, "triste;+seul"),
        (question("choice", options=MOOD), {"q": "?"}, "nsp"),
        (question("text"), {"q": "?"}, "?"),
    ],
)
def test_short_keys_say_what_the_form_would(asked, typed, value):
    filled = read_form([asked], as_form([asked], typed))
    assert not filled.errors
    assert filled.given[0].value == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("scale", "6"), ("scale", "x"), ("estimate", "11"), ("choice", "9"), ("words", "a,b,c,d")],
)
def test_a_key_that_is_not_there_is_an_error_and_no_answer(kind, typed):
    asked = question(kind, options=MOOD) if kind == "choice" else question(kind)
    filled = read_form([asked], as_form([asked], {"q": typed}))
    assert set(filled.errors) == {"q"}


def test_an_answer_is_written_as_it_is_typed():
    choice = question("choice", options=MOOD)
    assert as_written(choice, "agir;+seul") == "1, seul"
    assert as_written(question("words"), "file;dame") == "file, dame"
    assert as_written(question("scale"), "nsp") == "?"
    assert as_written(question("scale"), "passe") == "-"
