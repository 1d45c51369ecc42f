"""Every route of the application, with addresses that lead somewhere: for tests that walk all of them.

A new argument of a route wants its line in `Town.values`.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from secrets import token_hex

from flask import Flask
from flask.testing import FlaskClient
from pages import PLAN, csrf, press

from screening.room.questions import digest
from screening.room.tickets import typing_secret
from screening.store.database import writing

ROLES = ("nobody", "participant", "owner", "other", "organiser")
PASSWORD = "un long mot"
OF_SEALED = {"organisers", "coding", "debriefing", "exports", "moving", "offers"}
"""Pages of a sealed screening."""
DELETING = ("paper.renew", "people.roles", "people.delete", "deleting.screening")
"""Walked last: what they take away would be missed by the others."""
SPECIAL = {
    **{f"coding.{view}": {"question": "t_flou"} for view in ("texts", "sort")},
    **{f"gathering.{view}": {"wording": "t_flou"} for view in ("texts", "sort")},
    "together.question": {"wording": "s_guichet"},
}


@dataclass
class Town:
    """A server with a screening open before the film, a sealed one, and five readers."""

    app: Flask
    clients: dict[str, FlaskClient] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=lambda: defaultdict(str))
    sealed: str = ""
    fresh: dict[str, dict[str, str]] = field(default_factory=dict)
    wordings: dict[str, str] = field(default_factory=dict)

    def url(self, endpoint: str) -> str:
        """Return an address of an endpoint; summaries are those of the sealed screening."""
        rule = next(r for r in self.app.url_map.iter_rules() if r.endpoint == endpoint)
        part = endpoint.partition(".")[0]
        known = self.values | SPECIAL.get(endpoint, {}) | self.fresh.get(endpoint, {})
        known |= {"secret": self.secrets[part]}
        known["wording"] = self.wordings.get(known.get("wording", ""), "")
        values = {name: known[name] for name in rule.arguments}
        if part in OF_SEALED and "screening_id" in values:
            values["screening_id"] = self.sealed
        with self.app.test_request_context():
            return self.app.url_for(endpoint, **values)

    def refresh(self, endpoint: str) -> None:
        """Make anew what an endpoint uses up or deletes, so that each reader finds it there."""
        known, room = self.app.extensions["screening"], self.values["screening_id"]
        plan = known.library.screening(room)
        if endpoint.startswith("remote."):
            known.phone_links.make(room)
            self.secrets["remote"] = known.phone_links.waiting(room)
        elif endpoint == "accounts.join":
            self.values["token"] = known.links.invite("Ada", True, False)
        elif endpoint in {"deleting.screening", "rehearsals.delete"}:
            new, rehearsal = token_hex(8), endpoint == "rehearsals.delete"
            known.rooms.create(new, "film", 12, known.rooms.get(room).asked)
            known.library.add_screening(plan.owner, plan.plan, new, rehearsal=rehearsal)
            self.fresh[endpoint] = {"screening_id": new}

    def routes(self) -> list[tuple[str, str]]:
        """Return every endpoint with each of its methods."""
        found = {
            (rule.endpoint, method)
            for rule in self.app.url_map.iter_rules()
            for method in (rule.methods or set()) & {"GET", "POST", "PUT", "PATCH", "DELETE"}
        }
        return sorted(found, key=lambda r: (DELETING.index(r[0]) if r[0] in DELETING else -1, *r))

    def token(self, role: str) -> str:
        return csrf(self.clients[role].get("/sign-in").text)

    def again(self, role: str) -> FlaskClient:
        """Return a client with the cookies of a role, for a request that may spoil them."""
        copy = visitor(self.app)
        copy._cookies = dict(self.clients[role]._cookies)
        return copy


def visitor(app: Flask) -> FlaskClient:
    """Return a client that names where it comes from, as browsers do: over HTTPS, Flask-WTF asks."""
    client = app.test_client()
    client.environ_base["HTTP_REFERER"] = app.extensions["screening"].settings.public_url + "/"
    return client


def settle(app: Flask) -> Town:
    """Make the town."""
    town = Town(app, {role: visitor(app) for role in ROLES})
    known = app.extensions["screening"]
    owner = town.clients["owner"]
    account = {"name": "Nour", "sign_in": "owner", "password": PASSWORD}
    press(owner, f"/setup/{known.settings.setup_secret}", account)
    with writing(known.library.path) as db:
        (row,) = db.table("accounts").rows
        db.execute("UPDATE accounts SET organiser = 0")
        for name, facilitator in (("other", 1), ("organiser", 0)):
            new = {
                **row,
                "id": name,
                "sign_in": name,
                "facilitator": facilitator,
                "organiser": 1 - facilitator,
            }
            db.table("accounts").insert(new)
    for name in ("other", "organiser"):
        page = press(town.clients[name], "/sign-in", {"sign_in": name, "password": PASSWORD})
        assert page.status_code == 200
    town.sealed = _screening(owner, ["preparing", "before", "film", "after", "debate"])[0]
    press(owner, f"/screenings/{town.sealed}/seal", {"typed": "y", "destroyed": "y"})
    asked = [each.question for each in known.library.sealed_questions(town.sealed)]
    town.wordings = {question.id: digest(question) for question in asked}
    screening, code = _screening(owner, ["preparing"])
    _answer(town.clients["participant"], code)
    town.values = {
        "screening_id": screening,
        "code": code,
        "moment": "before",
        "slug": "le-guichet",
        "step_id": "mouvant",
        "filename": "base.css",
        "name": "evening",
        "question": "w_guichet",
        "language": "nl",
        "account_id": "other",
        "token": known.links.invite("Ada", True, False),
        "given": "unknown",
        "hashed": "unknown",
        "room": screening,
        "ending": "ods",
    }
    room = known.rooms.get(screening)
    town.secrets["accounts"] = known.settings.setup_secret
    town.refresh("remote.make")
    town.secrets["type_in"] = typing_secret(room.key, room.typing_turn)
    return town


def _screening(owner: FlaskClient, phases: list[str]) -> tuple[str, str]:
    page = press(owner, "/screenings/new", PLAN)
    code = re.search(r"/projector/(\w+)/", page.text)
    assert code, page.text
    url = page.request.path
    for phase in phases:
        press(owner, url, {"from": phase}, url + "phase")
    return url.strip("/").split("/")[-1], code[1]


def _answer(phone: FlaskClient, code: str) -> None:
    page = phone.get(f"/r/{code}/before").text
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)
    assert nonce, page
    assert phone.post(f"/r/{code}/before", data={"nonce": nonce[1], "q_s_guichet": "2"}).status_code == 303
