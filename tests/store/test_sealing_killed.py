"""A sealing is killed at each of its statements and deletions: the next start finds all or nothing."""

import os
import shutil
import signal
from pathlib import Path
from unittest import mock

import pytest

from screening.store import database, sealing
from screening.store.answers import count
from screening.store.library import Library
from screening.store.rooms import Rooms
from screening.store.sealing import finish_sealings, seal

PEOPLE = 5


def killed_at(step: int, library: Library, rooms: Rooms, screening_id: str) -> bool:
    """Seal in a child that dies at its step-th statement or deletion; tell whether it died."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    left = step

    def die_in_time(*_of: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    connect, unlink = database._connect, Path.unlink

    def watched(path: Path, create: bool = False):
        db = connect(path, create)
        db.conn.set_trace_callback(die_in_time)
        return db

    def watched_unlink(path: Path, missing_ok: bool = False) -> None:
        die_in_time()
        unlink(path, missing_ok=missing_ok)

    try:
        with (
            mock.patch.object(database, "_connect", watched),
            mock.patch.object(Path, "unlink", watched_unlink),
        ):
            seal(library, rooms, screening_id)
    finally:
        os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here: no sealing was killed")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_killed_at_every_step_a_sealing_is_whole_or_not_begun(evening, tmp_path, figures):
    evening.go("before")
    for i in range(PEOPLE):
        evening.answer("before", s_guichet=str(1 + i), w_guichet=f"mot{i}")
    evening.go("ended")
    original, screening_id = evening.library.path.parent, evening.screening.id
    kept = tmp_path.parent / f"{tmp_path.name}-kept"
    shutil.copytree(original, kept)
    outcomes: list[str] = []
    for step in range(500):
        data = tmp_path.parent / f"{tmp_path.name}-{step}"
        shutil.copytree(kept, data)
        library, rooms = Library(data / "library.db"), Rooms(data / "rooms")
        died = killed_at(step, library, rooms, screening_id)
        library.prepare()
        rooms.prepare_all()
        finish_sealings(library, rooms)
        if library.screening(screening_id).sealed:
            assert not list((data / "rooms").iterdir()), f"step {step} left something of the room"
            outcomes.append("sealed")
        else:
            assert not rooms.get(screening_id).state.sealing
            assert count(rooms, screening_id).of("before") == PEOPLE
            assert library.sealed_questions(screening_id) == []
            seal(library, rooms, screening_id)
            outcomes.append("as it was")
        assert [len(q.answers) for q in library.sealed_questions(screening_id)] == [PEOPLE, PEOPLE]
        shutil.rmtree(data)
        if not died:
            break
    assert outcomes[0] == "as it was"
    assert outcomes[-1] == "sealed"
    assert outcomes == sorted(outcomes), "first as it was, then sealed, nothing between"
    assert len(outcomes) > 30
    figures.append(f"sealing killed at each of {len(outcomes) - 1} steps: always whole or not begun")


def test_an_answer_during_sealing_is_in_the_summary_or_refused(evening, monkeypatch):
    evening.go("before")
    for _ in range(5):
        evening.answer("before", s_guichet="2")
    paper = evening.form("before")
    results = []
    read = sealing.read_counts

    def meanwhile(db):
        results.append(evening.send("before", paper, channel="paper", s_guichet="5"))
        return read(db)

    monkeypatch.setattr(sealing, "read_counts", meanwhile)
    evening.go("ended")
    seal(evening.library, evening.rooms, evening.screening.id)
    assert [result.reason for result in results] == ["closed"]
    assert len(evening.library.sealed_questions(evening.screening.id)[1].answers) == 5
