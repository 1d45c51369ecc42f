"""The library: screenings, and the sealed answers and counts of those that are over."""

import datetime
import json
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from sqlite_utils import Database

from screening.room.phases import AfterAt
from screening.room.questions import Moment, Question
from screening.room.tickets import random_code
from screening.store import schema
from screening.store.database import Damaged, StoreError, prepare, reading, sound, writes, writing


class NoScreening(StoreError):
    """There is no screening by this id or code."""

    def __init__(self) -> None:
        super().__init__("Cette séance n’existe pas.")


REPORT_FIELDS = ("start", "end", "municipality", "partners", "facilitators")
_LISTS = ("questions", "sequences", "languages")


@dataclass(frozen=True)
class Plan:
    """What a facilitator decides about a screening before it opens.

    `questions` are the ids people answer themselves, in the guide's order; `sequences` the steps picked for
    the debate, activities among them; `minutes` the run time of the evening (60, 90 or 120). `start` and
    `end` are hours, "19:00"; `facilitators` and `partners` are names, separated by commas. Sheets are
    printed in `languages`, phones offer them first.
    """

    title: str
    date: str
    place: str
    audience: str
    expected: int
    minutes: int
    guide: str
    after_at: AfterAt
    questions: tuple[str, ...]
    sequences: tuple[str, ...]
    start: str = ""
    end: str = ""
    municipality: str = ""
    partners: str = ""
    facilitators: str = ""
    languages: tuple[str, ...] = ("fr",)


@dataclass(frozen=True)
class Screening:
    """One event: its plan, its room code, who runs it, whether it is sealed, whether it is a rehearsal."""

    id: str
    code: str
    owner: str
    plan: Plan
    sealed: bool
    ended: str | None
    rehearsal: bool = False


class SealedAnswer(NamedTuple):
    """One sealed answer; `pair` is a random number of this question alone, `approved` may be quoted."""

    pair: str
    moment: Moment
    value: str
    language: str
    quotable: bool
    projection: str = ""
    approved: bool = False


@dataclass(frozen=True)
class SealedQuestion:
    """A question as it was asked, with its answers; `repeats_snapshot` when later answers don't count."""

    question: Question
    answers: tuple[SealedAnswer, ...]
    repeats_snapshot: bool


class Library:
    """The file `library.db` of a data folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._by_code: dict[str, tuple[int, Screening]] = {}

    def prepare(self) -> None:
        """Create the file or bring it up to date, see `database.prepare`.

        Raises Damaged when it is gone or empty though rooms or backups of it are there: a new one would hide
        that.
        """
        remains = ("rooms/*.db", "backups/library/*.db")
        gone = not self.path.exists() or not self.path.stat().st_size
        if gone and any(found for pattern in remains for found in self.path.parent.glob(pattern)):
            raise Damaged(self.path, "il manque, ou il est vide")
        prepare(self.path, schema.library)

    def add_screening(self, owner: str, plan: Plan, screening_id: str, rehearsal: bool = False) -> Screening:
        """Add a screening with a fresh room code; its room is made before it, so that none is without."""
        with writing(self.path) as db:
            return insert_screening(db, Screening(screening_id, "", owner, plan, False, None, rehearsal))

    def change_plan(self, screening_id: str, plan: Plan) -> None:
        """Replace the plan of a screening that is not sealed."""
        with writing(self.path) as db:
            row = _plan_row(plan)
            names = ", ".join(f'"{name}" = :{name}' for name in row)
            db.execute(
                f"UPDATE screenings SET {names} WHERE id = :id AND sealed = 0",  # noqa: S608
                {**row, "id": screening_id},
            )

    def change_report(self, screening_id: str, plan: Plan) -> None:
        """Replace what a report tells of a screening, sealed or not: hours, where, with whom, led by whom."""
        row = {name: getattr(plan, name) for name in REPORT_FIELDS}
        names = ", ".join(f'"{name}" = :{name}' for name in row)
        with writing(self.path) as db:
            db.execute(f"UPDATE screenings SET {names} WHERE id = :id", {**row, "id": screening_id})  # noqa: S608

    def set_ended(self, screening_id: str, day: datetime.date | None) -> None:
        """Note the day on which a screening ended, or that it goes on."""
        with writing(self.path) as db:
            ended = day.isoformat() if day else None
            db.execute("UPDATE screenings SET ended = ? WHERE id = ?", [ended, screening_id])

    def screening(self, screening_id: str) -> Screening:
        """Return a screening by its id; raises NoScreening."""
        return self._one("id = ?", screening_id)

    def by_code(self, code: str) -> Screening:
        """Return a screening by its room code; raises NoScreening."""
        # Every request of every phone asks this; the answer holds until this process writes.
        known, now = self._by_code.get(code), writes(self.path)
        if known and known[0] == now:
            return known[1]
        found = self._one("code = ?", code)
        self._by_code[code] = (now, found)
        return found

    def _one(self, where: str, value: str) -> Screening:
        with reading(self.path) as db, sound(self.path):
            found = db.execute(f"SELECT * FROM screenings WHERE {where}", [value])  # noqa: S608
            row = found.fetchone()
        if row is None:
            raise NoScreening
        return _screening(dict(zip((column[0] for column in found.description), row, strict=True)))

    def screenings(self, owner: str | None = None, rehearsals: bool = False) -> list[Screening]:
        """Return screenings, or rehearsals, the latest date first; only an owner's when given."""
        where, arguments = "rehearsal = :rehearsal", {"rehearsal": int(rehearsals), "owner": owner}
        where += " AND owner = :owner" if owner else ""
        with reading(self.path) as db, sound(self.path):
            rows = db.table("screenings").rows_where(where, arguments, order_by="date DESC, title")
            return [_screening(row) for row in rows]

    def unsealed_since(self, day: datetime.date, owner: str | None = None) -> list[Screening]:
        """Return the screenings that ended on a day or before, and are not sealed yet."""
        return [s for s in self.screenings(owner) if s.ended and not s.sealed and s.ended <= day.isoformat()]

    def sealed_questions(self, screening_id: str) -> list[SealedQuestion]:
        """Return the questions of a sealed screening in the order asked, with their answers."""
        with reading(self.path) as db:
            questions = list(
                db.table("sealed_questions").rows_where("screening = ?", [screening_id], order_by="position")
            )
            rows = list(db.table("sealed_answers").rows_where("screening = ?", [screening_id]))
            found = db.execute(
                "SELECT answer FROM approved_quotes JOIN sealed_answers ON id = answer WHERE screening = ?",
                [screening_id],
            )
            approved = {row[0] for row in found.fetchall()}
        answers: dict[str, list[SealedAnswer]] = {}
        for row in rows:
            sealed = SealedAnswer(
                row["pair"],
                row["moment"],
                row["value"],
                row["language"],
                bool(row["quotable"]),
                row["projection"],
                row["id"] in approved,
            )
            answers.setdefault(row["question"], []).append(sealed)
        with sound(self.path):
            return [
                SealedQuestion(
                    msgspec.json.decode(row["definition"], type=Question),
                    tuple(answers.get(row["question"], [])),
                    bool(row["repeats_snapshot"]),
                )
                for row in questions
            ]

    def sealed_counts(self, screening_id: str) -> dict[str, int]:
        """Return the counts of a sealed evening by name, such as `before`, `both`, `after paper`."""
        with reading(self.path) as db:
            rows = db.table("sealed_counts").rows_where("screening = ?", [screening_id])
            return {row["name"]: row["n"] for row in rows}


def insert_screening(db: Database, new: Screening) -> Screening:
    """Add a screening with a fresh room code, within an open transaction; returns it with its code."""
    codes = {row[0] for row in db.execute("SELECT code FROM screenings").fetchall()}
    code = random_code()
    while code in codes:
        code = random_code()
    row = {
        "id": new.id,
        "code": code,
        "owner": new.owner,
        **_plan_row(new.plan),
        "sealed": int(new.sealed),
        "ended": new.ended,
        "rehearsal": int(new.rehearsal),
    }
    db.table("screenings").insert(row)
    return replace(new, code=code)


def _plan_row(plan: Plan) -> dict[str, Any]:
    row = {field.name: getattr(plan, field.name) for field in fields(plan)}
    return row | {name: json.dumps(row[name]) for name in _LISTS}


def _screening(row: dict[str, Any]) -> Screening:
    values = {field.name: row[field.name] for field in fields(Plan)}
    plan = Plan(**values | {name: tuple(json.loads(row[name])) for name in _LISTS})
    return Screening(
        row["id"],
        row["code"],
        row["owner"],
        plan,
        bool(row["sealed"]),
        row["ended"],
        bool(row["rehearsal"]),
    )
