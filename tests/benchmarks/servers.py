"""The three servers that are measured: this product, the bare floor, oTree; each in a process of its own."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
OTREE = "otree==6.0.15"
# The floor runs under the same server as the product, with the threads that the design names.
FLOOR = """
import logging, sys; sys.path.insert(0, sys.argv[1]); logging.getLogger("waitress.queue").setLevel("ERROR")
from floor_app import app
from waitress import serve
serve(app, host="127.0.0.1", port=int(sys.argv[2]), threads=8, connection_limit=900, channel_timeout=15,
      cleanup_interval=5, asyncore_use_poll=True, ident=None)
"""


@dataclass(frozen=True)
class Place:
    """A running server: its address, its process, the milliseconds until its first page, those it worked.

    `secret` is the product's set-up path, or oTree's database.
    """

    base: str
    pid: int
    started: float
    worked: float
    secret: str = ""


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path, *wanted: str) -> Path | None:
    """Return the interpreter of an environment with some packages; None when they can't be installed."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"not installed: {' '.join(wanted)}: {done.stderr.strip().splitlines()[-1:]}")
        return None
    return python


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False
    return True


@contextmanager
def _running(command: list[str], port: int, cwd: Path, secret: str = "", **env: str) -> Iterator[Place]:
    """Start a server, wait for its first page, and end it with all the processes it started."""
    base = f"http://127.0.0.1:{port}"
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, cwd=cwd, env={**os.environ, **env}, stdout=said, stderr=said, start_new_session=True
        )
        try:
            while not _answers(base):
                assert process.poll() is None, "the server died"
                assert time.perf_counter() - began < 60, "no answer"
                time.sleep(0.005)
            started = 1000 * (time.perf_counter() - began)
            said.seek(0)
            setup = re.search(r"/setup/\S+", said.read())
            yield Place(base, process.pid, started, _worked(process.pid), setup[0] if setup else secret)
        finally:
            _end(process)


def _worked(pid: int) -> float:
    """Return the milliseconds of processor time that a process and its children took so far."""
    one = psutil.Process(pid)
    times = [each.cpu_times() for each in (one, *one.children(recursive=True))]
    return 1000 * sum(each.user + each.system for each in times)


def _end(process: subprocess.Popen[bytes]) -> None:
    for one in [*psutil.Process(process.pid).children(recursive=True), process]:
        one.kill()
    process.wait()


@contextmanager
def floor(python: str, bench: Path) -> Iterator[Place]:
    """Run the bare Flask application of the bench."""
    port = free_port()
    with (
        tempfile.TemporaryDirectory() as folder,
        _running(
            [python, "-c", FLOOR, str(bench), str(port)], port, ROOT, FLOOR_DB=f"{folder}/floor.db"
        ) as place,
    ):
        yield place


@contextmanager
def product(python: str) -> Iterator[Place]:
    """Run this product on an empty data folder."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [python, "-m", "screening", "serve", "--data", folder, "--port", str(port)]
        command += ["--host", "127.0.0.1", "--public-url", f"http://127.0.0.1:{port}"]
        with _running(command, port, ROOT, PYTHONUNBUFFERED="1") as place:
            yield place


@contextmanager
def otree(python: Path, bench: Path) -> Iterator[Place]:
    """Run the bench's survey in oTree's production server, on a database of its own."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(bench / "otree_project", Path(folder) / "project"))
        for needed in ("_static", "_templates/global"):
            (project / needed).mkdir(parents=True)
        command = python.parent / "otree"
        env = {"OTREE_PRODUCTION": "1", "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
        reset = [str(command), "resetdb", "--noinput"]
        subprocess.run(reset, cwd=project, env={**os.environ, **env}, check=True, capture_output=True)
        database = str(project / "db.sqlite3")
        with _running([str(command), "prodserver", str(port)], port, project, database, **env) as place:
            yield place


def start(server: Callable[[], AbstractContextManager[Place]], times: int = 5) -> tuple[float, float]:
    """Return the milliseconds from a start to the first page, and those of work: the best of some starts.

    What else the machine does only adds to them.
    """
    taken = []
    for _ in range(times):
        with server() as place:
            taken.append((place.started, place.worked))
    return min(wall for wall, _ in taken), min(work for _, work in taken)
