"""Files that are damaged, a disk that is full: no stack trace, no false thank-you, nothing overwritten."""

import os
import random
import shutil

import pytest

from screening.store.answers import Accepted, count
from screening.store.database import StoreError, Unavailable, close_connections, reading
from screening.store.examining import is_sound
from screening.store.library import Library
from screening.store.rooms import Rooms
from screening.store.sealing import finish_sealings


def read_all(data, room_id: str) -> None:
    """Read all there is; raises StoreError for what can't be read, as a page and the start tell it."""
    library, rooms = Library(data / "library.db"), Rooms(data / "rooms")
    library.prepare()
    unreadable = rooms.prepare_all()
    finish_sealings(library, rooms)
    for screening in library.screenings():
        library.sealed_questions(screening.id)
    assert set(unreadable) <= {room_id}
    rooms.get(room_id)
    count(rooms, room_id)


def spoil(raw: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(raw)
    for _ in range(dice.choice([1, 8, 64])):
        place = dice.randrange(len(spoilt))
        spoilt[place] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


@pytest.mark.parametrize("which", ["library.db", "rooms/abc.db"])
def test_a_damaged_file_is_told_or_read_and_never_overwritten(evening, tmp_path, which, full, figures):
    evening.go("before")
    for i in range(5):
        evening.answer("before", s_guichet=str(1 + i), w_guichet=f"mot{i}")
    good = (tmp_path / which).read_bytes()
    dice = random.Random(7)
    cases = [b"", good[: len(good) // 2], good[:50], b"\x00" * 5000, os.urandom(5000)]
    cases += [spoil(good, dice) for _ in range(400 if full else 100)]
    told = 0
    for n, spoilt in enumerate(cases):
        data = tmp_path.parent / f"{tmp_path.name}-{n}"
        shutil.copytree(tmp_path, data)
        (data / which).write_bytes(spoilt)
        try:
            read_all(data, "abc")
        except StoreError as error:
            told += 1
            assert str(error)
            if spoilt[18:20] == good[18:20] and len(spoilt) > 100:
                assert (data / which).read_bytes() == spoilt, f"case {n} was written to"
        shutil.rmtree(data)
    figures.append(f"{which}: {len(cases)} damages, {told} told, the others read; no crash, none overwritten")


resource = pytest.importorskip("resource", reason="no limits on files here")


@pytest.fixture
def full_disk():
    """Make every file of this process as large as it may ever be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))

    yield fill
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_thanks_nobody_and_takes_answers_again_when_there_is_room(evening, full_disk):
    evening.go("before")
    evening.answer("before", s_guichet="2")
    before = count(evening.rooms, evening.screening.id).of("before")
    form = evening.form("before")
    full_disk(1024)
    with pytest.raises(StoreError):
        evening.send("before", form, w_guichet="x" * 3000)
    full_disk(resource.RLIM_INFINITY)
    assert count(evening.rooms, evening.screening.id).of("before") == before
    assert isinstance(evening.send("before", form, w_guichet="x" * 3000), Accepted)
    assert count(evening.rooms, evening.screening.id).of("before") == before + 1


@pytest.mark.parametrize("which", ["library.db", "rooms/abc.db"])
def test_a_file_that_is_in_use_is_not_called_damaged(evening, tmp_path, which, in_use):
    path = tmp_path / which
    with in_use(path):
        with pytest.raises(Unavailable, match="un autre programme"):
            is_sound(path)
        with pytest.raises(Unavailable), reading(path) as db:
            db.table_names()
        with pytest.raises(Unavailable):
            read_all(tmp_path, "abc")
    assert is_sound(path)


def test_a_file_that_the_system_does_not_give_is_not_called_damaged(evening):
    path = evening.library.path
    close_connections()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (1, hard))
    try:
        with pytest.raises(Unavailable):
            is_sound(path)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert is_sound(path)


def test_a_phase_that_is_none_is_told_at_the_start(evening):
    with evening.rooms.write("abc") as db:
        db.execute("UPDATE facts SET value = 'bufore' WHERE name = 'phase'")
    assert Rooms(evening.rooms.folder).prepare_all().keys() == {"abc"}
