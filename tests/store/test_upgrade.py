"""Data folders of every earlier version open, with all that is in them; a newer one is refused."""

import re
import sqlite3
from pathlib import Path

import pytest

from screening.app import create_app
from screening.config import Settings
from screening.store import schema
from screening.store.accounts import Accounts
from screening.store.answers import Accepted, Submission, count, submit
from screening.store.database import NewerSchema, prepare, reading, writing
from screening.store.library import Library
from screening.store.rooms import Rooms
from screening.store.sealing import seal

UPGRADES = Path(__file__).with_name("upgrades")
VERSIONS = sorted(int(path.stem.split("-")[1]) for path in UPGRADES.glob("library-*.sql"))
EXAMPLES = Path(__file__).parents[1] / "guides"


def unpacked(data: Path, version: int) -> Path:
    (data / "rooms").mkdir()
    for place, name in ((data / "library.db", "library"), (data / "rooms" / "bbbb.db", "room")):
        dump = (UPGRADES / f"{name}-{version}.sql").read_text("utf-8")
        db = sqlite3.connect(place)
        db.executescript(dump)
        db.close()
    key = re.match(r"-- key (\w{64})", dump)
    (data / "rooms" / "bbbb.key").write_bytes(bytes.fromhex(key[1]))
    return data


def tables(path: Path, migrations) -> dict[str, list[str]]:
    with reading(path) as db:
        return {name: [c.name for c in db.table(name).columns] for name in db.table_names()}


def test_every_earlier_version_is_kept():
    assert len(VERSIONS) >= 7
    assert list(range(1, len(VERSIONS) + 1)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_folder_of_an_earlier_version_opens_with_all_that_is_in_it(tmp_path, version):
    data = unpacked(tmp_path, version)
    app = create_app(Settings(data=data, guides=(EXAMPLES,), public_url="http://192.168.1.20:8080"))
    library, rooms = Library(data / "library.db"), Rooms(data / "rooms")
    sealed = {q.question.id: q for q in library.sealed_questions("aaaa")}
    assert {a.value for a in sealed["w_guichet"].answers} >= {f"mot{n}" for n in range(6)}
    assert len(sealed["s_guichet"].answers) == 12
    assert library.sealed_counts("aaaa")["both"] == 6
    assert [s.plan.title for s in library.screenings()] == ["Une soirée ouverte", "Une soirée scellée"]
    assert Accounts(library.path).check("nour", "un long mot")
    assert app.extensions["screening"].unreadable == {}
    assert rooms.get("bbbb").state.phase == "film"
    assert count(rooms, "bbbb").of("before") == 6
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    for path, migrations in ((library.path, schema.library), (rooms.path("bbbb"), schema.room)):
        prepare(fresh / path.name, migrations)
        assert tables(path, migrations) == tables(fresh / path.name, migrations)


@pytest.mark.parametrize("version", VERSIONS)
def test_an_evening_begun_with_an_earlier_version_goes_on_and_is_sealed(tmp_path, version):
    from screening.room import tickets
    from screening.room.forms import Given

    data = unpacked(tmp_path, version)
    create_app(Settings(data=data, guides=(EXAMPLES,)))
    library, rooms = Library(data / "library.db"), Rooms(data / "rooms")
    rooms.go_to("bbbb", "after", "film")
    nonce = tickets.new_nonce(rooms.get("bbbb").key, "after", "")
    sent = Submission("after", nonce, "", (Given("s_guichet", "4"),), "phone", "fr")
    assert isinstance(submit(rooms, "bbbb", sent), Accepted)
    for phase, next_phase in (("after", "debate"), ("debate", "ended")):
        rooms.go_to("bbbb", next_phase, phase)
    seal(library, rooms, "bbbb")
    assert len(library.sealed_questions("bbbb")) >= 1
    assert not list(rooms.folder.iterdir())


@pytest.mark.parametrize("which", ["library.db", "rooms/bbbb.db"])
def test_a_folder_of_a_newer_version_is_refused_with_a_sentence_and_untouched(tmp_path, which):
    data = unpacked(tmp_path, VERSIONS[-1])
    create_app(Settings(data=data, guides=(EXAMPLES,)))
    with writing(data / which) as db:
        row = {"migration_set": which.partition("/")[0].replace("library.db", "library"), "applied_at": ""}
        row["migration_set"] = "room" if "rooms" in which else "library"
        db.table("_sqlite_migrations").insert({**row, "name": "of_next_year"})
    before = (data / which).read_bytes()
    with pytest.raises(NewerSchema, match="installez la dernière version"):
        create_app(Settings(data=data, guides=(EXAMPLES,)))
    assert (data / which).read_bytes() == before
