"""What was thanked for survives `kill -9`: a process that submits without end, killed again and again."""

import os
import signal
import subprocess
import sys
import time

import pytest

from screening.store.answers import count
from screening.store.database import reading

WRITER = """
import sys
from pathlib import Path
from screening.room import tickets
from screening.room.forms import Given
from screening.store.answers import Submission, submit
from screening.store.rooms import Rooms
rooms, room_id = Rooms(Path(sys.argv[1])), sys.argv[2]
key = rooms.get(room_id).key
while True:
    nonce = tickets.new_nonce(key, "before", "")
    done = submit(rooms, room_id, Submission("before", nonce, "", (Given("s_guichet", "3"),), "phone", "fr"))
    print(done.ticket, flush=True)
"""


@pytest.mark.slow
def test_no_acknowledged_answer_is_lost_or_doubled_by_kill(evening, tmp_path):
    evening.go("before")
    evening.rooms.admit(evening.screening.id, 1_000_000)
    acknowledged: list[str] = []
    for kill in range(20):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(evening.rooms.folder), evening.screening.id],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.02 * (kill % 5))
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += [line for line in process.stdout.read().split("\n") if len(line) == 32]
        acknowledged.append("first line of this round")
        process.stdout.close()
        process.wait()
        with reading(evening.rooms.path(evening.screening.id)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    stored = count(evening.rooms, evening.screening.id).of("before")
    assert len(acknowledged) <= stored <= len(acknowledged) + 20
