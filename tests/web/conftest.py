import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pages import PLAN, press
from routes import Town, settle

from screening.app import create_app
from screening.config import Settings

EXAMPLES = Path(__file__).parents[1] / "guides"


@dataclass
class Evening:
    """A screening as its pages see it."""

    app: Flask
    client: FlaskClient
    url: str
    code: str

    @property
    def room(self) -> str:
        return f"/r/{self.code}/"

    def press(self, action: str, **fields: object):
        return press(self.client, self.url, fields, self.url + action)

    def go(self, *phases: str) -> None:
        """Press the large button from each of these phases on."""
        for phase in phases:
            self.press("phase", **{"from": phase})

    def phone(self, cookies: bool = True) -> FlaskClient:
        return self.app.test_client(use_cookies=cookies)

    def form(self, phone: FlaskClient, moment: str, query: str = "") -> dict[str, str]:
        page = phone.get(f"{self.room}{moment}{query}").text
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
        assert "nonce" in hidden, page
        return hidden

    def answer(self, phone: FlaskClient, moment: str, **values: object):
        fields = {**self.form(phone, moment), **values}
        return phone.post(f"{self.room}{moment}", data=fields)

    def live(self) -> dict[str, int]:
        return self.client.get(self.url + "live").get_json()


@pytest.fixture
def evening(app: Flask, facilitator: FlaskClient) -> Evening:
    page = press(facilitator, "/screenings/new", PLAN)
    assert page.status_code == 200
    found = re.search(r"/projector/(\w+)/", page.text)
    assert found, page.text
    return Evening(app, facilitator, page.request.path, found[1])


def _town(data: Path, public_url: str) -> Town:
    app = create_app(Settings(data=data, public_url=public_url, guides=(EXAMPLES,)))
    app.testing = True
    return settle(app)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """A server in a hall, by its number."""
    return _town(tmp_path_factory.mktemp("town"), "http://192.168.1.20:8080")


@pytest.fixture(scope="module")
def server_town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """A server of an association, by HTTPS."""
    return _town(tmp_path_factory.mktemp("town"), "https://soirees.example.org")
