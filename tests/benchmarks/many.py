"""A library filled with sealed screenings of people who were never there: for benchmarks and tests."""

import datetime
import random
from collections.abc import Sequence

from screening.room.questions import Question, digest
from screening.store.accounts import Accounts
from screening.store.database import writing
from screening.store.library import Library, Plan, Screening, SealedAnswer, insert_screening
from screening.store.sealing import store_answers, store_question

PLACES = ("Bruxelles", "Molenbeek", "Schaerbeek", "Ixelles", "Anderlecht")
AUDIENCES = ("Tout public", "Travailleur·euses sociales", "Adultes en alphabétisation")
WORDS = ("guichet", "file", "écran", "aide", "attente", "papier", "humain", "droit", "solitude", "exclusion")
FIRST = datetime.date(2026, 1, 5)


def fill(library: Library, n: int, people: int, questions: Sequence[Question]) -> list[str]:
    """Add `n` sealed screenings of a year, each with the answers of `people`; returns their ids.

    The library has its first account already, or gets one. The same call makes the same answers.
    """
    chance = random.Random(7)
    owners = Accounts(library.path).all() or [Accounts(library.path).add_first("Nour", "nour", "un long mot")]
    ids = [f"{number:016x}" for number in range(1, n + 1)]
    with writing(library.path) as db:
        for number, name in enumerate(ids):
            plan = _plan(number, questions)
            insert_screening(db, Screening(name, "", owners[0].id, plan, True, plan.date))
            counts = {"present": people + number % 7, "before": people, "after": people, "both": people}
            rows = [(name, what, count) for what, count in counts.items()]
            db.conn.executemany("INSERT INTO sealed_counts VALUES (?, ?, ?)", rows)
            for place, question in enumerate(questions):
                store_question(db, name, place, question, False)
                store_answers(db, name, question, _answers(question, people, chance))
    return ids


def theme(library: Library, question: Question, name: str = "La file") -> None:
    """Code three texts of every screening with one theme, and approve three quotes where they may be."""
    with writing(library.path) as db:
        db.execute("INSERT INTO themes VALUES ('t', ?, ?)", [digest(question), name])
        found = "SELECT id, screening, quotable FROM sealed_answers WHERE question = ? ORDER BY screening, id"
        done: dict[str, int] = {}
        for answer, screening, quotable in db.execute(found, [question.id]).fetchall():
            done[screening] = done.get(screening, 0) + 1
            if done[screening] <= 3:
                db.execute("INSERT INTO theme_codes VALUES (?, 't')", [answer])
                if quotable:
                    db.execute("INSERT INTO approved_quotes VALUES (?)", [answer])


def _plan(number: int, questions: Sequence[Question]) -> Plan:
    return Plan(
        title=f"Séance {number + 1}",
        date=(FIRST + datetime.timedelta(days=number * 7 % 360)).isoformat(),
        place=f"Maison de quartier {number % 12 + 1}",
        audience=AUDIENCES[number % len(AUDIENCES)],
        expected=40,
        minutes=90,
        guide="le-guichet",
        after_at="film",
        questions=tuple(question.id for question in questions),
        sequences=(),
        start="19:00",
        end="21:30",
        municipality=PLACES[number % len(PLACES)],
        partners="Lire et Écrire",
        facilitators="Nour",
    )


def _answers(question: Question, people: int, chance: random.Random) -> list[SealedAnswer]:
    return [
        SealedAnswer(str(person), moment, _value(question, moment, chance), "fr", question.quotable)
        for person in range(1, people + 1)
        for moment in question.moments
    ]


def _value(question: Question, moment: str, chance: random.Random) -> str:
    later = moment == "after"
    if question.kind == "words":
        return ";".join(chance.sample(WORDS[4:] if later else WORDS[:8], 3))
    if question.kind == "scale":
        return str(min(5, chance.randint(1, 5) + later))
    if question.kind == "estimate":
        return str(min(10, chance.randint(0, 8) + 2 * later))
    if question.kind == "choice":
        return chance.choice([option.id for option in question.options])
    return f"On a attendu, et {chance.choice(WORDS)} était là, n° {chance.randint(1, 9999)}."
