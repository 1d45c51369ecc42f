"""Writes that share a transaction, and connections that are kept open."""

import contextlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from screening.store.sealing import seal
from screening.store.shared_commits import Together


def test_those_who_wait_share_the_next_transaction_and_each_gets_its_own_result():
    shared: list[int] = []

    @contextmanager
    def slow():
        yield shared.append(1)
        time.sleep(0.02)

    together, lock = Together(), threading.Lock()
    with ThreadPoolExecutor(20) as pool:
        done = list(pool.map(lambda n: together.do("room", lambda _place: n * n, lock, slow), range(60)))
    assert done == [n * n for n in range(60)]
    assert len(shared) < 30


def test_a_transaction_that_fails_is_told_to_all_who_shared_it_and_the_next_goes_on():
    failing = [True]

    @contextmanager
    def transaction():
        yield None
        time.sleep(0.02)
        if failing:
            raise OSError("disk full")

    together, lock = Together(), threading.Lock()

    def write(n: int) -> int:
        return together.do("room", lambda _place: n, lock, transaction)

    with ThreadPoolExecutor(8) as pool:
        sent = [pool.submit(write, n) for n in range(8)]
    assert all(isinstance(one.exception(), OSError) for one in sent)
    failing.clear()
    assert write(3) == 3


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells which files are open")
def test_no_file_of_a_sealed_room_stays_open(evening):
    evening.go("before")
    for _ in range(3):
        evening.answer("before", s_guichet="3")
    evening.go("ended")
    assert [path for path in open_files() if path.startswith(str(evening.rooms.folder))]
    seal(evening.library, evening.rooms, evening.screening.id)
    assert not [path for path in open_files() if path.startswith(str(evening.rooms.folder))]


def open_files() -> list[str]:
    found = []
    for link in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            found.append(str(link.readlink()))
    return found
