"""How long the pages of a season take: 125, 250 and 500 sealed screenings of 40 people with 15 questions.

Run: python tests/benchmarks/season.py
"""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient

from screening.app import create_app
from screening.config import Settings
from screening.room.questions import Kind, Moment, Option, Question, Reference
from screening.store.database import writing
from screening.store.library import Library, Plan, Screening, SealedAnswer, insert_screening
from screening.store.sealing import store_answers, store_question

PEOPLE = 40
SCREENINGS = 500
LIST, GUIDE = 0.150, 0.500
BOTH: tuple[Moment, ...] = ("before", "after")
KINDS: list[Kind] = [*["words"] * 3, *["scale"] * 6, *["estimate"] * 3, "choice", *["text"] * 2]
WORDS = [f"mot{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(150)]


def questions() -> list[Question]:
    """Return fifteen questions as the guide of *Plus Personne* mixes them."""
    return [
        Question(
            id=f"q{n}",
            kind=kind,
            moments=("after",) if kind in {"text", "choice"} else BOTH,
            wording={"fr": f"Question {n}"},
            dossier="A6" if n == 14 else None,
            reference=Reference(low=3, high=5, sources=()) if kind == "estimate" else None,
            options=tuple(Option(id=each, label={"fr": each}) for each in "abcdef")
            if kind == "choice"
            else (),
        )
        for n, kind in enumerate(KINDS)
    ]


def value(kind: Kind, chance: random.Random) -> str:
    """Return one answer, some words far more often than others."""
    if kind == "words":
        return ";".join(WORDS[int(149 * chance.random() ** 3)] for _ in range(3))
    if kind == "choice":
        return chance.choice("abcdef")
    return f"Texte {chance.random()}" if kind == "text" else str(chance.randint(1, 5))


def answers(question: Question, chance: random.Random) -> list[SealedAnswer]:
    """Return the answers of forty people, some of whom came for one moment only."""
    given: list[SealedAnswer] = []
    for n in range(PEOPLE):
        told = value(question.kind, chance)
        for moment in question.moments:
            if moment == "after" and question.kind in {"scale", "estimate"}:
                # Most stay, some go up, very few down: so in some rooms a move is masked.
                told = str(min(5, max(1, int(told) + chance.choices((0, 1, -1), (60, 34, 6))[0])))
            elif moment == "after":
                told = value(question.kind, chance)
            if chance.random() < 0.95:
                given.append(SealedAnswer(str(n), moment, told, "fr", False))
    return given


def fill(library: Library, owner: str, first: int, last: int) -> None:
    """Write sealed screenings into a library."""
    with writing(library.path) as db:
        for n in range(first, last):
            chance = random.Random(n)
            plan = Plan(
                title=f"Soirée {n}", date=f"2026-{1 + n % 12:02}-{1 + n % 28:02}", place=f"Salle {n % 20}",
                audience=("étudiant·es", "travailleur·ses sociaux")[n % 2], expected=PEOPLE, minutes=90,
                guide="plus-personne", after_at="film", questions=(), sequences=(), start="18:30",
                end="21:00", municipality=f"Commune {n % 9}", partners="Lire et Écrire",
                facilitators="Nour, Sami",
            )  # fmt: skip
            insert_screening(db, Screening(f"{n:032x}", "", owner, plan, True, plan.date))
            for position, question in enumerate(questions()):
                store_question(db, f"{n:032x}", position, question, repeats=False)
                store_answers(db, f"{n:032x}", question, answers(question, chance))
            counts = {"present": PEOPLE + 2, "before": 38, "after": 38, "both": 36}
            rows = [(f"{n:032x}", name, people) for name, people in counts.items()]
            db.conn.executemany("INSERT INTO sealed_counts VALUES (?, ?, ?)", rows)


def seconds(work: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """Return the median time of some work by the clock, and of this process alone."""
    taken = []
    for _ in range(times):
        start = time.perf_counter(), time.process_time()
        work()
        taken.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    clock, own = (sorted(each)[times // 2] for each in zip(*taken, strict=True))
    return clock, own


def page(client: FlaskClient, path: str) -> Callable[[], None]:
    """Return what opens a page."""

    def opened() -> None:
        answer = client.get(path)
        assert answer.status_code == 200, answer.status
        assert answer.data

    return opened


def main() -> None:
    """Measure the pages at three sizes."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(data=Path(folder)))
        app.testing = True
        known = app.extensions["screening"]
        owner = known.accounts.add_first("Nour", "nour", "un long mot")
        client, size = app.test_client(), 0
        with client.session_transaction() as session:
            session["account"] = owner.id
        pages = {
            "list": ("/summaries/", LIST),
            "guide": ("/summaries/together/?guide=plus-personne", GUIDE),
        }
        for size_now in (SCREENINGS // 4, SCREENINGS // 2, SCREENINGS):
            fill(known.library, owner.id, size, size_now)
            size = size_now
            for name, (path, target) in pages.items():
                (first, first_own), (warm, own) = seconds(opened := page(client, path), 1), seconds(opened)
                told = f"{1000 * warm:5.0f} ms warm ({1000 * own:.0f} of its own; target {1000 * target:.0f})"
                print(f"{size:>4} screenings, {name:<6} {told}, "
                      f"first time {1000 * first:6.0f} ms ({1000 * first_own:.0f})")  # fmt: skip


if __name__ == "__main__":
    main()
