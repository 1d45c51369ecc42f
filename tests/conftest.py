"""What the tests share: settings on an empty data folder, the example guide, a signed-in facilitator."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from pages import press

from screening.app import create_app
from screening.config import Settings
from screening.guide.load import load
from screening.guide.model import Guide
from screening.store.database import close_connections

_FIGURES: list[str] = []

hypothesis.settings.register_profile("full", max_examples=2000, deadline=None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _FIGURES:
        terminalreporter.section("what was held")
        for figure in (*_FIGURES, *_totals(_FIGURES)):
            terminalreporter.line(figure)


def _totals(said: list[str]) -> list[str]:
    tried = [int(n) for figure in said for n in re.findall(r"^[\w.]+: (\d+) inputs tried", figure)]
    return [f"{sum(tried)} inputs tried on {len(tried)} forms: no page broke"] if tried else []


@pytest.fixture(scope="session")
def figures() -> list[str]:
    """Sentences with what a run tried and held, printed at its end."""
    return _FIGURES


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Whether this is the full run, `.ci/full`."""
    return bool(request.config.getoption("--full"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full", action="store_true", help="the full run of what must hold: hours of an attacker"
    )
    parser.addoption("--strict-browser", action="store_true", help="fail where no Chromium is found")


EXAMPLES = Path(__file__).parent / "guides"


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load(EXAMPLES / "le-guichet")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, public_url="http://192.168.1.20:8080", guides=(EXAMPLES,))


@pytest.fixture
def app(settings: Settings) -> Flask:
    app = create_app(settings)
    app.testing = True
    return app


@pytest.fixture
def facilitator(app: Flask, settings: Settings) -> FlaskClient:
    client = app.test_client()
    sent = {"name": "Nour", "sign_in": "nour", "password": "un long mot"}
    press(client, f"/setup/{settings.setup_secret}", sent)
    return client


@pytest.fixture
def in_use(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], AbstractContextManager[None]]:
    """Hold a database as another program does that reads or writes it, and wait for it but shortly."""

    @contextmanager
    def hold(path: Path) -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr("screening.store.database._WAIT_SECONDS", 0.02)
            close_connections(path)
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN EXCLUSIVE")
                yield
        close_connections(path)

    return hold
