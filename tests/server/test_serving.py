"""A real server against a second one, a closed folder, slow clients; what is on disk before the thanks."""

import contextlib
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from pages import PLAN
from server.conftest import serve
from server.visitor import Browser


def start(data: Path, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "screening", "serve", "--data", str(data), "--port", "8169"]
    env = {**os.environ, "BROWSER": "true", "SCREENING_HOST": "127.0.0.1"}
    return subprocess.run(
        command, check=False, env=env, capture_output=True, text=True, timeout=30, **options
    )


def test_a_second_server_is_refused_and_the_first_goes_on(served):
    second = start(served.data)
    assert second.returncode == 3
    assert served.url in second.stderr
    assert "Traceback" not in second.stderr
    assert urllib.request.urlopen(served.url, timeout=5).status == 200


def test_secrets_are_for_their_owner_alone(served):
    host = Browser(served.url)
    host.send(served.setup, {"name": "Nour", "sign_in": "nour", "password": "un long mot"})
    host.send("/screenings/new", PLAN)
    secret = [served.data / "secret.key", *served.data.glob("rooms/*.key"), *served.data.rglob("*.db")]
    assert len(secret) == 4
    for path in secret:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert len((served.data / "secret.key").read_bytes()) == 32
    assert stat.S_IMODE(served.data.stat().st_mode) == 0o700
    assert (served.data / "secret.key").read_bytes().hex() not in served.said()


def test_a_folder_that_can_not_be_written_is_told(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    # The administrator may write everywhere, but not below a file.
    (tmp_path / "file").touch()
    folders = [tmp_path / "file" / "data", *([] if os.getuid() == 0 else [closed])]
    for folder in folders:
        refused = start(folder)
        assert refused.returncode == 2, refused.stderr
        assert "Impossible d’écrire" in refused.stderr
        assert "Traceback" not in refused.stderr


def test_a_damaged_library_stops_the_start_with_a_sentence(tmp_path):
    content = b"not a database" * 400
    data = tmp_path / "data"
    (data / "rooms").mkdir(parents=True)
    (data / "library.db").write_bytes(content)
    refused = start(data)
    assert refused.returncode == 2
    assert "n’a pas été touché" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert (data / "library.db").read_bytes() == content


def legitimate(url: str) -> float:
    times = []
    for _ in range(10):
        begun = time.monotonic()
        urllib.request.urlopen(f"{url}/", timeout=10).close()
        times.append(time.monotonic() - begun)
    return sorted(times)[8]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("n", "half"),
    [
        (400, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "),
        (200, b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nsign_in="),
    ],
)
def test_slow_clients_do_not_keep_others_waiting(served, figures, full, n, half):
    clients = []
    for _ in range(n):
        client = socket.create_connection(("127.0.0.1", served.port), timeout=10)
        client.sendall(half)
        clients.append(client)
    took = legitimate(served.url)
    for client in clients:
        client.close()
    assert took < (0.5 if full else 2)
    figures.append(f"{n} clients that stop in the middle: a request takes {took * 1000:.0f} ms (9 of 10)")


@pytest.mark.slow
def test_the_commit_is_on_the_disk_before_the_thank_you(tmp_path, figures):
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("no strace on this machine: the order of disk and thanks was not checked")
    log = tmp_path / "calls.txt"
    watched = ["-e", "trace=fsync,fdatasync,sendto,recvfrom", "-o", str(log)]
    server = serve(tmp_path, strace, "-f", "-s", "40", *watched, start_new_session=True)
    try:
        if server.process.poll() is not None:
            pytest.skip("strace may not trace here: the order of disk and thanks was not checked")
        host = Browser(server.url)
        host.send(server.setup, {"name": "Nour", "sign_in": "nour", "password": "un long mot"})
        code = re.search(r"/projector/(\w+)/", host.send("/screenings/new", PLAN))[1]
        host.send(host.here, {"from": "preparing"}, host.here + "phase")
        phone = Browser(server.url)
        phone.send(f"/r/{code}/before", {"q_s_guichet": "2"})
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.process.pid, signal.SIGKILL)
        server.process.wait(10)
    calls = log.read_text("utf-8", "replace")
    posted = calls.rindex(f"POST /r/{code}/before")
    thanked = calls.index("HTTP/1.1 303", posted)
    synced = len(re.findall(r"f(?:data)?sync\(\d+\)\s+= 0", calls[posted:thanked]))
    assert synced >= 2, calls[posted:thanked]
    figures.append(f"between the form and the thank-you: {synced} syncs of the disk")
