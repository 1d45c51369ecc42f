from dataclasses import dataclass
from pathlib import Path

import pytest

from screening.guide.model import Guide
from screening.room import tickets
from screening.room.forms import Given
from screening.room.phases import order
from screening.store.accounts import Accounts
from screening.store.answers import Accepted, Refused, Submission, submit
from screening.store.library import Library, Plan, Screening
from screening.store.rooms import Rooms

PLAN = Plan(
    title="Le guichet",
    date="2026-11-25",
    place="Maison de quartier",
    audience="",
    expected=12,
    minutes=90,
    guide="le-guichet",
    after_at="film",
    questions=("w_guichet", "s_guichet"),
    sequences=("attente",),
)


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Evening:
    library: Library
    rooms: Rooms
    screening: Screening
    clock: Clock

    def go(self, phase: str) -> None:
        """Go forward to a phase, one step at a time."""
        phases = order(self.screening.plan.after_at)
        while (now := self.rooms.get(self.screening.id).state.phase) != phase:
            step = 1 if phases.index(now) < phases.index(phase) else -1
            self.rooms.go_to(self.screening.id, phases[phases.index(now) + step], now)

    def form(self, moment: str, ticket: str = "") -> tuple[str, str]:
        return tickets.new_nonce(self.rooms.get(self.screening.id).key, moment, ticket), ticket

    def send(
        self, moment: str, form: tuple[str, str], channel: str = "phone", language: str = "fr", **values: str
    ):
        given = tuple(Given(q, values.get(q, "")) for q in self.screening.plan.questions)
        sent = Submission(moment, form[0], form[1], given, channel, language)
        return submit(self.rooms, self.screening.id, sent)

    def answer(self, moment: str, ticket: str = "", **values: str) -> Accepted:
        result = self.send(moment, self.form(moment, ticket), **values)
        assert not isinstance(result, Refused), result
        return result


@pytest.fixture
def evening(tmp_path: Path, guide: Guide) -> Evening:
    library = Library(tmp_path / "library.db")
    library.prepare()
    owner = Accounts(library.path).add_first("Nour", "nour", "un long mot")
    assert owner
    clock = Clock()
    rooms = Rooms(tmp_path / "rooms", clock)
    rooms.create("abc", "film", 12, [q for q in guide.questions if q.id in PLAN.questions])
    screening = library.add_screening(owner.id, PLAN, "abc")
    return Evening(library, rooms, screening, clock)
