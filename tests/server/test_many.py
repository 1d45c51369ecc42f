"""A season's server: two hundred sealed screenings, and ten rooms in which people answer at the same time."""

import random
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from server.conftest import serve
from server.visitor import Browser
from store.conftest import PLAN

from screening.guide.load import load
from screening.store.accounts import Accounts
from screening.store.answers import count
from screening.store.database import close_connections, writing
from screening.store.library import Library, Screening, SealedAnswer, insert_screening
from screening.store.rooms import Rooms
from screening.store.sealing import store_answers, store_question

SEALED, OPEN = 200, 10


def season(data: Path) -> dict[str, str]:
    """Make the data folder; return the ids of the open rooms with their codes."""
    data.mkdir()
    guide = load(Path(__file__).parents[1] / "guides" / "le-guichet")
    asked = [q for q in guide.questions if q.id in PLAN.questions]
    library, rooms = Library(data / "library.db"), Rooms(data / "rooms")
    library.prepare()
    owner = Accounts(library.path).add_first("Nour", "nour", "un long mot")
    dice = random.Random(3)
    with writing(library.path) as db:
        for n in range(SEALED):
            plan = replace(PLAN, title=f"Séance {n}", date=f"2026-{1 + n % 12:02}-15")
            insert_screening(db, Screening(str(n), "", owner.id, plan, False, None))
            for place, question in enumerate(asked):
                answers = [
                    SealedAnswer(str(person), moment, str(dice.randint(1, 5)), "fr", False)
                    for person in range(20)
                    for moment in ("before", "after")
                ]
                store_question(db, str(n), place, question, False)
                store_answers(db, str(n), question, answers)
        db.execute("UPDATE screenings SET sealed = 1, ended = date")
    codes = {}
    for n in range(OPEN):
        rooms.create(f"open{n}", "film", 40, asked)
        codes[f"open{n}"] = library.add_screening(
            owner.id, replace(PLAN, title=f"Salle {n}"), f"open{n}"
        ).code
        rooms.go_to(f"open{n}", "before", "preparing")
    close_connections()
    return codes


@pytest.mark.slow
def test_ten_rooms_answer_at_once_beside_two_hundred_sealed_screenings(tmp_path, figures, full):
    codes = season(tmp_path / "data")
    served = serve(tmp_path)
    people = 30 if full else 8
    took: list[float] = []

    def evening(visit: tuple[str, int]) -> bool:
        code, person = visit
        phone = Browser(served.url)
        begun = time.monotonic()
        thanks = phone.send(
            f"/r/{code}/before", {"q_s_guichet": str(1 + person % 5), "q_w_guichet_1": "file"}
        )
        took.append(time.monotonic() - begun)
        return "enregistrées" in thanks

    try:
        visits = [(code, person) for person in range(people) for code in codes.values()]
        with ThreadPoolExecutor(20) as pool:
            assert all(pool.map(evening, visits))
        host = Browser(served.url)
        host.send("/sign-in", {"sign_in": "nour", "password": "un long mot"})
        begun = time.monotonic()
        listed = host.open("/summaries/")
        listing = time.monotonic() - begun
    finally:
        served.process.terminate()
        served.process.wait(10)
    rooms = Rooms(served.data / "rooms")
    assert {count(rooms, room).of("before") for room in codes} == {people}
    assert len(re.findall(r"Séance \d+", listed)) >= SEALED
    slow = sorted(took)[int(len(took) * 0.95)]
    assert slow < 5, "the form and the thank-you, 20 people at once"
    figures.append(
        f"{OPEN} rooms at once beside {SEALED} sealed screenings: {len(visits)} forms answered, none lost, "
        f"95 % within {slow * 1000:.0f} ms; the list of all in {listing * 1000:.0f} ms"
    )
