import sqlite3

import pytest

from screening.store.answers import count
from screening.store.backups import Backups, NoBackup, RoomSealed, WouldLose
from screening.store.database import StoreError, Unavailable
from screening.store.sealing import finish_sealings, seal


@pytest.fixture
def backups(evening) -> Backups:
    backups = Backups(evening.library, evening.rooms)
    evening.rooms.moved = backups.after_phase
    return backups


def other_room(evening, guide) -> str:
    evening.rooms.create("def", "film", 5, guide.questions)
    evening.library.add_screening(evening.screening.owner, evening.screening.plan, "def")
    return "def"


def test_a_change_of_phase_is_a_backup_and_few_are_kept(evening, backups):
    for phase in ("before", "film", "after", "debate", "ended"):
        evening.go(phase)
    kept = backups.kept()
    assert [b.number for b in kept if b.room == ""] == [5, 4, 3, 2, 1]
    assert [b.number for b in kept if b.room == "abc"] == [5, 4, 3]
    evening.go("debate")
    assert [b.number for b in backups.kept() if b.room == ""] == [6, 5, 4, 3, 2]


def test_a_room_comes_back_with_its_answers_and_its_tickets(evening, backups):
    evening.go("before")
    ticket = evening.answer("before", s_guichet="4").ticket
    evening.go("after")
    evening.rooms.path("abc").write_bytes(b"not a database")
    evening.rooms.key_path("abc").unlink()
    backups.restore_room("abc")
    evening.answer("after", ticket, s_guichet="5")
    assert count(evening.rooms, "abc").both == 1
    [aside] = evening.rooms.backups_of("abc").glob("aside-*.db")
    assert aside.read_bytes() == b"not a database"


def test_a_library_comes_back_after_it_was_damaged(evening, backups):
    backups.save_library()
    evening.library.path.write_bytes(b"not a database")
    with pytest.raises(StoreError):
        evening.library.screenings()
    backups.restore_library()
    assert [s.id for s in evening.library.screenings()] == ["abc"]


def test_a_damaged_backup_is_not_put_back(evening, backups):
    made = backups.save_library()
    made.path.write_bytes(b"not a database")
    before = evening.library.path.read_bytes()
    with pytest.raises(StoreError, match="abîmé"):
        backups.restore_library(made.number)
    with pytest.raises(NoBackup):
        backups.restore_library()
    assert evening.library.path.read_bytes() == before


@pytest.mark.parametrize("damage", [b"not a database", b""])
def test_the_latest_good_copy_comes_back_where_a_later_one_is_spoilt(evening, backups, damage):
    evening.go("before")
    evening.answer("before", s_guichet="4")
    backups.save_all()
    for made in backups.save_all():
        made.path.write_bytes(damage)
    good = [backups.good(room).number for room in ("", "abc")]
    evening.library.path.write_bytes(b"not a database")
    assert backups.restore_library().number == good[0]
    evening.rooms.path("abc").write_bytes(b"not a database")
    assert backups.restore_room("abc").number == good[1]
    assert count(evening.rooms, "abc").of("before") == 1


def test_a_copy_without_its_key_comes_back_under_the_key_that_is_there(evening, backups):
    evening.go("before")
    evening.answer("before", s_guichet="4")
    backups.save_room("abc")
    (evening.rooms.backups_of("abc") / "key").unlink()
    evening.rooms.path("abc").write_bytes(b"not a database")
    backups.restore_room("abc")
    assert count(evening.rooms, "abc").of("before") == 1
    evening.rooms.key_path("abc").unlink()
    evening.rooms.path("abc").write_bytes(b"not a database")
    with pytest.raises(StoreError, match="clé"):
        backups.restore_room("abc")
    assert evening.rooms.path("abc").read_bytes() == b"not a database"


def test_a_library_in_use_is_not_replaced_by_one_that_may_hold_less(evening, backups, in_use):
    evening.go("ended")
    seal(evening.library, evening.rooms, "abc")
    old = backups.kept()[1]
    with in_use(evening.library.path), pytest.raises(Unavailable):
        backups.restore_library(old.number)
    assert evening.library.screening("abc").sealed


def test_sealing_erases_that_rooms_backups_and_no_others(evening, backups, guide, tmp_path):
    other = other_room(evening, guide)
    evening.go("before")
    token = evening.answer("before", w_guichet="rideau").ticket
    evening.go("ended")
    backups.save_all()
    key = evening.rooms.get("abc").key
    seal(evening.library, evening.rooms, "abc")
    assert {b.room for b in backups.kept()} == {"", other}
    assert evening.rooms.backups_of(other).joinpath("key").exists()
    left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert key not in left
    assert token.encode() not in left
    with pytest.raises(RoomSealed):
        backups.restore_room("abc")
    latest = sqlite3.connect(next(b.path for b in backups.kept() if b.room == ""))
    assert latest.execute("SELECT sealed FROM screenings WHERE id = 'abc'").fetchone() == (1,)


def test_a_crash_before_the_backups_are_erased_is_finished_at_the_next_start(evening, backups, monkeypatch):
    evening.go("ended")
    with monkeypatch.context() as patch:
        patch.setattr("screening.store.rooms.shutil.rmtree", lambda *_a, **_k: (_ for _ in ()).throw(OSError))
        with pytest.raises(OSError):
            seal(evening.library, evening.rooms, "abc")
    assert evening.rooms.backups_of("abc").exists()
    finish_sealings(evening.library, evening.rooms)
    assert not evening.rooms.backups_of("abc").exists()


def test_a_backup_that_meets_the_sealing_leaves_nothing(evening, backups, monkeypatch):
    real = backups._save

    def save_then_seal(*arguments):
        made = real(*arguments)
        evening.rooms.destroy("abc")
        return made

    monkeypatch.setattr(backups, "_save", save_then_seal)
    assert backups.save_room("abc") is None
    assert not evening.rooms.backups_of("abc").exists()


def test_an_older_library_does_not_silently_replace_sealed_answers(evening, backups):
    evening.go("ended")
    seal(evening.library, evening.rooms, "abc")
    old = backups.kept()[1]
    with pytest.raises(WouldLose, match="Le guichet"):
        backups.restore_library(old.number)
    backups.restore_library(old.number, even_so=True)
    assert not evening.library.screening("abc").sealed


def test_a_full_disk_stops_no_evening(evening, backups, monkeypatch, caplog):
    def full(*_arguments):
        raise StoreError("plein")

    monkeypatch.setattr("screening.store.backups.copy_database", full)
    evening.go("before")
    assert evening.rooms.get("abc").state.phase == "before"
    assert "No backup" in caplog.text
    with pytest.raises(NoBackup):
        backups.restore_room("abc")
