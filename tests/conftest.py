"""What the tests share: settings on an empty data folder, the example guide, a signed-in facilitator."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from screening.app import create_app
from screening.config import Settings
from screening.guide.load import load
from screening.guide.model import Guide

EXAMPLES = Path(__file__).parent / "guides"


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load(EXAMPLES / "le-guichet")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, public_url="http://192.168.1.20:8080", guides=(EXAMPLES,))


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(settings)


@pytest.fixture
def facilitator(app: Flask, settings: Settings) -> FlaskClient:
    client = app.test_client()
    sent = {"name": "Nour", "sign_in": "nour", "password": "un long mot"}
    press(client, f"/setup/{settings.setup_secret}", sent)
    return client


def csrf(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found, page
    return found[1]


def press(client: FlaskClient, page: str, fields: dict[str, object], action: str = ""):
    """Open a page and send the form on it, with its token."""
    token = csrf(client.get(page, follow_redirects=True).text)
    return client.post(action or page, data={**fields, "csrf_token": token}, follow_redirects=True)
