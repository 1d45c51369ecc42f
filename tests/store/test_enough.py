"""Single texts are read where five people answered at one moment, whatever the other moment adds."""

import msgspec
import pytest
from benchmarks.many import fill

from screening.room.questions import Question
from screening.store.database import writing
from screening.store.gathered import cleared, gathered
from screening.store.library import Library, SealedAnswer
from screening.store.sealing import store_answers, store_question
from screening.store.themes import quotes, texts
from screening.store.yearly import quotes_in

TWICE = Question(
    id="t_twice", kind="text", moments=("before", "after"), wording={"fr": "Et ?"}, quotable=True
)


@pytest.fixture
def library(tmp_path) -> Library:
    made = Library(tmp_path / "library.db")
    made.prepare()
    return made


def asked_twice(library: Library, before: int, after: int, question: Question = TWICE) -> str:
    """Seal a screening with a question asked at both moments; every text is approved and let be shown."""
    [name] = fill(library, 1, 1, ())
    wrote = [("before", n) for n in range(before)] + [("after", n) for n in range(after)]
    ticked = "+" if question.kind == "choice" else ""
    answers = [SealedAnswer(str(n), m, f"{ticked}{m} {n}", "fr", True, "yes", True) for m, n in wrote]
    with writing(library.path) as db:
        store_question(db, name, 0, question, False)
        store_answers(db, name, question, answers)
    return name


def read(library: Library, name: str) -> list[set[str]]:
    """Return the texts that each way of reading them gives."""
    asked, path = {name: TWICE.id}, library.path
    return [
        {text.value for text in texts(path, name, TWICE.id)},
        {text.value for text in gathered(path, asked)[0]},
        set(cleared(path, asked)),
        set(quotes(path, name, TWICE.id)),
        {quote.text for quote in quotes_in(path, {name})},
    ]


def test_three_people_who_wrote_twice_are_three(library):
    assert read(library, asked_twice(library, 3, 3)) == [set()] * 5


def test_a_moment_of_five_is_read_and_the_other_one_stays_closed(library):
    name = asked_twice(library, 4, 5)
    assert read(library, name) == [{f"after {n}" for n in range(5)}] * 5


def test_words_beside_a_choice_are_read_but_never_quoted_whatever_came_with_an_import(library):
    choice = msgspec.structs.replace(TWICE, kind="choice", own_words=True)
    name = asked_twice(library, 0, 5, choice)
    assert {t.value for t in texts(library.path, name, choice.id, own_words=True)} == {
        f"after {n}" for n in range(5)
    }
    assert quotes(library.path, name, choice.id) == []
    assert quotes_in(library.path, {name}) == []
