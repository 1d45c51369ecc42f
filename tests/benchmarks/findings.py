"""How long a summary takes: a room of 80, 1 000 and 10 000 people, 500 screenings of 40 together."""

import random
import time

from screening.room.questions import Kind, Question, Reference
from screening.summary.answers import Answer
from screening.summary.findings import find
from screening.summary.pooled import pool

TARGETS = {80: 0.05, 1_000: 0.2, 10_000: 2.0}
"""Seconds that all findings of a room of so many people may take."""
BOTH = ("before", "after")
WORDS = [f"mot{n}" for n in range(150)]
KINDS: list[Kind] = ["words", "words", "scale", "scale", "scale", "scale", "scale", "estimate"]


def questions() -> list[Question]:
    return [
        Question(
            id=f"q{n}",
            kind=kind,
            moments=BOTH,
            wording={"fr": f"Question {n}"},
            reference=Reference(low=3, high=5, sources=()) if kind == "estimate" else None,
        )
        for n, kind in enumerate(KINDS)
    ]


def value(kind: Kind, chance: random.Random) -> str:
    if kind == "words":
        return ";".join(WORDS[int(149 * chance.random() ** 3)] for _ in range(3))
    return str(chance.randint(1, 5))


def answers(kind: Kind, people: int, chance: random.Random) -> list[Answer]:
    return [Answer(str(n), moment, value(kind, chance)) for n in range(people) for moment in BOTH]


def room(people: int) -> float:
    """Return the seconds of work that all the findings of one room take."""
    chance = random.Random(people)
    asked = [(question, answers(question.kind, people, chance)) for question in questions()]
    start = time.process_time()
    for question, given in asked:
        find(question, given)
    return time.process_time() - start


def together(screenings: int, people: int) -> float:
    """Return the seconds of work of every question over many screenings, their own findings included."""
    chance = random.Random(screenings)
    seconds = 0.0
    for question in questions():
        rooms = [answers(question.kind, people, chance) for _ in range(screenings)]
        start = time.process_time()
        pool(question, [find(question, given) for given in rooms])
        seconds += time.process_time() - start
    return seconds
