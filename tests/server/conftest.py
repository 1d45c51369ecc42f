"""A real `screening serve` in its own process, with its own temporary folder, its output kept."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass
class Served:
    port: int
    data: Path
    temporary: Path
    output: Path
    setup: str
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        return self.output.read_text("utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(folder: Path, *prefix: str, more: tuple[str, ...] = (), **options) -> Served:
    port = free_port()
    data, temporary, output = folder / "data", folder / "tmp", folder / "output.txt"
    temporary.mkdir(exist_ok=True)
    command = [*prefix, sys.executable, "-m", "screening", "serve", "--data", str(data), "--port", str(port)]
    command += more
    env = {**os.environ, "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1", "SCREENING_HOST": "127.0.0.1"}
    env["SCREENING_GUIDES"] = str(Path(__file__).parents[1] / "guides")
    with output.open("wb") as sink:
        process = subprocess.Popen(command, env=env, stdout=sink, stderr=subprocess.STDOUT, **options)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
            break
        except OSError:
            time.sleep(0.05)
    setup = re.search(r"(/setup/\S+)", output.read_text("utf-8"))
    return Served(port, data, temporary, output, setup[1] if setup else "", process)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    server = serve(tmp_path)
    yield server
    server.process.kill()
    server.process.wait(10)
