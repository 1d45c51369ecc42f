"""A real server in its own process, and a real Chromium."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
]


@dataclass
class Server:
    url: str
    setup: str
    process: subprocess.Popen[str]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "screening", "serve", "--data", str(tmp_path / "data"), "--port", str(port)],
        env={
            **os.environ,
            "SCREENING_PUBLIC_URL": url,
            "SCREENING_HOST": "127.0.0.1",
            "PYTHONUNBUFFERED": "1",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    setup = ""
    for line in process.stdout:
        if found := re.search(r"http\S+/setup/\S+", line):
            setup = found[0]
        if "Ctrl+C" in line:
            break
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield Server(url, setup, process)
    process.terminate()
    process.wait(10)
    process.stdout.close()


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[object]:
    if CHROMIUM is None:
        if request.config.getoption("--strict-browser"):
            pytest.fail("no Chromium found, and --strict-browser wants one")
        pytest.skip("no Chromium found on this machine: the browser tests were not run")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
