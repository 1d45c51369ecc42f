"""What was thanked for survives `kill -9`: a process that submits without end, killed again and again.

The full run (`.ci/full`) kills 200 times and holds 10 000 answers.
"""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from screening.room.tickets import hash_of
from screening.store.database import reading

WRITER = """
import sys
from pathlib import Path
from screening.room import tickets
from screening.room.forms import Given
from screening.store.answers import Submission, submit
from screening.store.rooms import Rooms
rooms, room_id = Rooms(Path(sys.argv[1])), sys.argv[2]
rooms.prepare_all()
key = rooms.get(room_id).key
while True:
    nonce = tickets.new_nonce(key, "before", "")
    done = submit(rooms, room_id, Submission("before", nonce, "", (Given("s_guichet", "3"),), "phone", "fr"))
    print(done.ticket, flush=True)
"""


@pytest.mark.slow
def test_no_acknowledged_answer_is_lost_or_doubled_by_kill(evening, full, figures):
    kills, each = (200, 50) if full else (12, 10)
    evening.go("before")
    evening.rooms.admit(evening.screening.id, 1_000_000)
    key = evening.rooms.get(evening.screening.id).key
    acknowledged: list[str] = []
    starts: list[float] = []
    for _ in range(kills):
        begun = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(evening.rooms.folder), evening.screening.id],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        acknowledged.append(process.stdout.readline().strip())
        starts.append(time.monotonic() - begun)
        acknowledged += [process.stdout.readline().strip() for _ in range(each)]
        time.sleep(random.uniform(0, 0.02))
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += [line for line in process.stdout.read().split("\n") if len(line) == 32]
        process.stdout.close()
        process.wait()
        with reading(evening.rooms.path(evening.screening.id)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    with reading(evening.rooms.path(evening.screening.id)) as db:
        stored = [row[0] for row in db.execute("SELECT ticket FROM answers").fetchall()]
    assert len(acknowledged) == len(set(acknowledged))
    assert {hash_of(key, token) for token in acknowledged} <= set(stored), "an answer was lost"
    assert len(stored) == len(set(stored)) <= len(acknowledged) + kills, "an answer was doubled"
    # The middle one: a machine that does other things at the same time may be late once.
    assert sorted(starts)[kills // 2] < 3, "a restart takes too long"
    figures.append(f"{len(acknowledged)} answers acknowledged under {kills} kill -9: none lost, none doubled")
    figures.append(
        f"from restart to the first answer: {sorted(starts)[kills // 2]:.1f} s, at worst {max(starts):.1f} s"
    )
