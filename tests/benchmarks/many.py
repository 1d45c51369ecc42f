"""A library filled with sealed screenings of people who were never there: for benchmarks and tests."""

import datetime
import random
from collections.abc import Sequence

from screening.room.questions import LEVELS, Kind, Moment, Option, Question, Reference, digest
from screening.store.accounts import Accounts
from screening.store.database import writing
from screening.store.library import Library, Plan, Screening, SealedAnswer, insert_screening
from screening.store.sealing import store_answers, store_question

PLACES = ("Bruxelles", "Molenbeek", "Schaerbeek", "Ixelles", "Anderlecht")
AUDIENCES = ("Tout public", "Travailleur·euses sociales", "Adultes en alphabétisation")
BOTH: tuple[Moment, ...] = ("before", "after")
KINDS: list[Kind] = [*["words"] * 3, *["scale"] * 6, *["estimate"] * 3, "choice", *["text"] * 2]
WORDS = ("guichet", "file", "écran", "aide", "attente", "papier", "humain", "droit", "solitude", "exclusion")
RARE = [f"mot{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(150)]
FIRST = datetime.date(2026, 1, 5)


def fifteen() -> list[Question]:
    """Return fifteen questions as the guide of *Plus Personne* mixes them."""
    return [
        Question(
            id=f"q{n}",
            kind=kind,
            moments=("after",) if kind in {"text", "choice"} else BOTH,
            wording={"fr": f"La question {n} ?"},
            dossier="A6" if n == len(KINDS) - 1 else None,
            reference=Reference(low=3, high=5, sources=()) if kind == "estimate" else None,
            options=tuple(Option(id=o, label={"fr": o}) for o in "abcdef") if kind == "choice" else (),
            quotable=kind == "text",
        )
        for n, kind in enumerate(KINDS)
    ]


def fill(library: Library, n: int, people: int, questions: Sequence[Question], after: int = 0) -> list[str]:
    """Add `n` sealed screenings of a year, each with the answers of `people`; returns their ids.

    They follow `after` others. The library has its first account already, or gets one. The same call makes
    the same answers.
    """
    chance = random.Random(7 + after)
    owners = Accounts(library.path).all() or [Accounts(library.path).add_first("Nour", "nour", "un long mot")]
    ids = [f"{number:04x}fedcba987654" for number in range(after + 1, after + n + 1)]
    with writing(library.path) as db:
        for number, name in enumerate(ids, start=after):
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
    """Return the answers of people, of whom one in twenty misses a moment where there are many."""
    given = []
    for person in range(1, people + 1):
        told = _value(question, chance)
        for moment in question.moments:
            if moment == "after" and "before" in question.moments:
                told = _moved(question, told, chance)
            if people < 20 or chance.random() < 0.95:
                given.append(SealedAnswer(str(person), moment, told, "fr", question.quotable))
    return given


def _moved(question: Question, before: str, chance: random.Random) -> str:
    """Return a later answer: most stay, some go up, few down, so that in some rooms a move is masked."""
    if question.kind not in LEVELS:
        return _value(question, chance)
    step = chance.choices((0, 1, -1), (60, 34, 6))[0]
    return str(min(5, max(1, int(before) + step)))


def _value(question: Question, chance: random.Random) -> str:
    """Return one answer, some words far more often than others."""
    if question.kind == "words":
        return ";".join([*chance.sample(WORDS, 2), RARE[int(149 * chance.random() ** 3)]])
    if question.kind in LEVELS:
        return str(chance.randint(1, 5))
    if question.kind == "choice":
        return chance.choice([option.id for option in question.options])
    return f"On a attendu, et {chance.choice(WORDS)} était là, n° {chance.randint(1, 9999)}."
