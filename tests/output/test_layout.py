"""Questions shared out over the pages of a printed sheet."""

from screening.output.layout import FOLDED, LARGE, height, share
from screening.room.questions import Question

POINTS = [
    "Pas du tout d’accord",
    "Plutôt pas d’accord",
    "Entre les deux",
    "Plutôt d’accord",
    "Tout à fait d’accord",
]


def asked(n: int, words: int = 8) -> list[Question]:
    return [
        Question(id=f"s{i}", kind="scale", moments=("before", "after"), wording={"fr": "mot " * words})
        for i in range(n)
    ]


def pages(questions, paper):
    return share(questions, paper, "fr", lambda question: POINTS)


def test_every_question_is_there_once_and_in_order():
    for n in range(12):
        for paper in (FOLDED, LARGE):
            shared = pages(asked(n), paper)
            assert [q.id for page in shared for q in page] == [f"s{i}" for i in range(n)]


def test_questions_lie_evenly_on_the_pages_and_no_page_is_too_full():
    shared = pages(asked(9), FOLDED)
    assert sorted(len(page) for page in shared) == [4, 5]
    for paper in (FOLDED, LARGE):
        for page in pages(asked(15), paper):
            assert sum(height(q, paper, "fr", POINTS) for q in page) <= paper.height


def test_longer_questions_take_more_room():
    short, long = asked(1)[0], asked(1, 40)[0]
    assert height(short, FOLDED, "fr", POINTS) < height(long, FOLDED, "fr", POINTS)
    assert len(pages(asked(12, 40), FOLDED)) > 2
