"""Every page there is, with its address: an evening led from planning to its summary, stage by stage."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from browser.conftest import free_port
from flask import Flask
from flask.testing import FlaskClient
from pages import PLAN, csrf, press

from screening.app import create_app
from screening.config import Settings
from screening.room.questions import digest
from screening.server import listen
from screening.store.database import writing
from screening.store.debriefs import Debrief, insert_debrief
from screening.web import debate
from screening.web.phone_links import PhoneLinks

SPOKEN = {"phone": ("fr", "nl", "en", "ar"), "wall": ("fr", "nl", "en"), "owner": ("fr", "nl", "en")}
"""The languages in which the pages of each reader are looked at."""
PEOPLE = 12
_QUESTIONS = ["w_services", "w_numerique", "s_internet", "s_cause", "s_heure", "s_guichet", "s_collectif"]
_QUESTIONS += ["e_nonrecours", "h_humeur", "t_flou"]
_PLAN = {
    **PLAN,
    "title": "Une séance au titre un peu long, à la maison de quartier",
    "guide": "plus-personne",
    "questions": _QUESTIONS,
    "sequences": ["non-recours"],
    "activities": ["debat-mouvant"],
    "languages": ["fr", "nl", "ar"],
    "expected": 14,
}


@dataclass
class Evening:
    """A served product with one screening, led through an HTTP client of its owner."""

    app: Flask
    url: str
    owner: FlaskClient
    console: str = ""
    code: str = ""
    colleague: str = ""
    tickets: list[str] = field(default_factory=list)

    @property
    def room(self) -> str:
        """The address of the room."""
        return f"/r/{self.code}/"

    def press(self, action: str, **fields: object) -> str:
        """Send a form of the console; return the page that follows."""
        return str(press(self.owner, "/account", fields, self.console + action).text)

    def go(self, *phases: str) -> None:
        """Press the large button from each of these phases on."""
        for phase in phases:
            self.press("phase", **{"from": phase})

    def answer(self, moment: str) -> None:
        """Let everybody answer; the first time they get their tickets."""
        for n in range(PEOPLE):
            ticket = self.tickets[n] if moment == "after" else ""
            phone = self.app.test_client()
            page = phone.get(f"{self.room}{moment}", query_string={"t": ticket} if ticket else {}).text
            hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
            given = {"q_w_services_1": ["aide", "file d’attente", "papiers"][n % 3], "q_e_nonrecours": n % 9}
            given |= {f"q_{name}": 1 + (n + (moment == "after")) % 5 for name in _QUESTIONS if name[0] == "s"}
            given |= {"q_t_flou": "Où aller quand le guichet ferme ?"} if moment == "after" else {}
            sent = phone.post(f"{self.room}{moment}?t={ticket}", data={**hidden, **given})
            assert sent.status_code == 303, sent.text
            if moment == "before":
                self.tickets += re.findall(rf"ticket-{self.code}=([^;]+)", str(sent.headers))

    def speak(self, language: str) -> None:
        """Change the language of the owner's pages."""
        token = csrf(self.owner.get("/account").text)
        self.owner.post("/account/language", data={"language": language, "csrf_token": token})


def start(folder: Path) -> Evening:
    """Serve the product with one screening that is being prepared."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    settings = Settings(data=folder, public_url=url, port=port, host="127.0.0.1", design=True)
    app = create_app(settings)
    # On a clock that stands still: looking at all pages takes longer than a phone's link lasts.
    still = replace(app.extensions["screening"], phone_links=PhoneLinks(lambda: 0.0))
    app.extensions["screening"] = still
    threading.Thread(target=listen(app, settings).run, daemon=True).start()
    client = app.test_client()
    account = {"name": "Nour", "sign_in": "nour", "password": "un long mot"}
    press(client, f"/setup/{settings.setup_secret}", account)
    evening = Evening(app, url, client)
    page = press(client, "/screenings/new", _PLAN)
    found = re.search(r"/projector/(\w+)/", page.text)
    assert found
    evening.console, evening.code = page.request.path, found[1]
    links = app.extensions["screening"].links
    evening.colleague = links.join(links.invite("Ada", True, False), "Ada", "ada", "un long mot", "fr").id
    return evening


def stages(evening: Evening) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Lead the evening from planning to its summary; at each stage, yield the addresses of its pages."""
    e, console, room, wall = evening, evening.console, evening.room, f"/projector/{evening.code}/"
    everywhere = {"phone": [room], "wall": [wall], "owner": [console]}
    e.press("paper/make", pile="sheets", **{"number-fr": 1, "number-ar": 1})
    e.press("paper/make", pile="tickets", **{"number-fr": 9})
    yield (
        "planning",
        {
            "phone": [
                "/",
                "/?code=zzz",
                "/try/222222/x",
                "/r/222222/",
                room,
                "/accessibility",
                "/trust/",
                f"{room}shared/",
                *_behind_links(e),
            ],
            "wall": [wall],
            "owner": [*_of_the_owner(console), f"/people/{e.colleague}/delete", console],
        },
    )
    e.go("preparing")
    typing = str(e.owner.get(f"{console}paper/typing").location)
    yield (
        "before",
        {
            "phone": [
                room,
                f"{room}before",
                f"{room}before?plain=1",
                f"{room}shared/",
                f"{room}shared/before",
            ],
            "wall": [wall],
            "owner": [
                console,
                typing,
                f"{typing}sheet",
                f"{console}remote/",
                f"{typing}sheet?ticket_code=zzz",
            ],
        },
    )
    e.answer("before")
    yield "answered", {**everywhere, "phone": [f"{room}thanks?t={e.tickets[0]}"]}
    e.go("before")
    yield "film", {**everywhere, "phone": [room, f"{room}shared/"]}
    e.go("film")
    known = f"?t={e.tickets[0]}"
    yield (
        "after",
        {
            **everywhere,
            "phone": [
                room,
                room + known,
                f"{room}after{known}",
                f"{room}after?ticket_code=zzz",
                f"{room}shared/",
            ],
        },
    )
    e.press("newcomers", doors="closed")
    e.answer("after")
    yield "doors", {**everywhere, "phone": [room, f"{room}thanks{known}"]}
    e.go("after")
    e.press("grace")
    yield from _debate(e, everywhere)
    e.go("debate")
    e.press("share", shared="1")
    yield "ended", {**everywhere, "phone": [room, f"{room}results"], "owner": [console, f"{console}seal"]}
    e.press("seal", typed="y", destroyed="y")
    yield "sealed", {"phone": [room], "owner": _of_the_sealed(e)}


def _debate(e: Evening, everywhere: dict[str, list[str]]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Show a card of each kind, a result of each kind, and hands."""
    wall = {"wall": everywhere["wall"]}
    yield "debate", {**everywhere, "owner": [e.console, f"{e.console}texts/"]}
    for name in ("w_services", "s_guichet", "e_nonrecours"):
        for stage in ("before", "after", "flow"):
            e.press("reveal", question=name, stage=stage)
            yield f"{name} {stage}", wall
    e.press("hands/before", question="s_guichet", n1=2, n2=3, n3=4, n4=5, n5=6)
    e.press("hands/show", question="s_guichet")
    yield "hands", everywhere
    for card in _longest_cards(e):
        e.press("timer", minutes=5 if card.kind == "prompt" else 0, wall="1")
        e.press("screen", step=card.step, card=card.id)
        yield f"card {card.kind}", wall
    yield "results", {"owner": [f"{e.console}results", e.console]}


def _longest_cards(e: Evening) -> list[debate.Card]:
    """Return the longest card of each kind: what fits with it, fits with the others."""
    known = e.app.extensions["screening"]
    plan = known.library.by_code(e.code).plan
    found: dict[str, debate.Card] = {}
    for step in debate.steps(known.guides[plan.guide], plan):
        for card in debate.cards(step):
            found[card.kind] = max(card, found.get(card.kind, card), key=lambda c: len(c.text))
    return list(found.values())


def _behind_links(evening: Evening) -> list[str]:
    """Return the pages of people who come by a link, or are not signed in."""
    known, room = evening.app.extensions["screening"], evening.console.strip("/").split("/")[-1]
    known.phone_links.make(room)
    remote = known.phone_links.waiting(room)
    return ["/sign-in", f"/join/{known.links.invite('Bo', True, False)}", f"/remote/{remote}"]


def _of_the_owner(console: str) -> list[str]:
    """Return the pages around a screening that is being prepared."""
    return [
        "/screenings/",
        "/screenings/new",
        "/screenings/guides/plus-personne/",
        "/account",
        "/people/",
        "/data/",
        "/summaries/",
        "/summaries/import",
        "/year/",
        "/data/delete-season?since=2020-01-01&until=2030-12-31",
        "/help/",
        "/help/?q=ticket",
        "/help/evening",
        "/about",
        "/trust/organisers",
        "/screenings/guides/plus-personne/cards/cartes-situation",
        "/screenings/preflight",
        "/design",
        *(f"/screenings/ten-minutes-before/{language}" for language in SPOKEN["owner"]),
        *(f"{console}{name}" for name in ("plan", "run-sheet", "check", "preflight", "delete/", "remote/")),
        *(f"{console}paper/{name}" for name in ("", "poster", "notice", "tickets?first=0&fr=9")),
        f"{console}paper/poster?lang=fr&lang=ar",
        *(f"{console}paper/sheets?first=0&fr=1&ar=1&size={size}" for size in ("", "large")),
    ]


def _of_the_sealed(evening: Evening) -> list[str]:
    """Return the pages of a screening that is sealed, and of the season it is in."""
    summary = evening.console.replace("/screenings/", "/summaries/")
    coding = (f"coding/{page}" for page in ("w_services/words", "t_flou/texts"))
    _offer_a_debrief(evening)
    return [
        _damaged(evening),
        *("/screenings/", "/summaries/", "/year/", "/summaries/together/", "/summaries/together/compare"),
        *(summary + page for page in ("", "debrief/", "offered/", *coding)),
        *(f"/summaries/together/{wording}" for wording in _wordings(evening)),
    ]


def _offer_a_debrief(evening: Evening) -> None:
    """Let a later version of the debrief wait, as a file brings it."""
    library = evening.app.extensions["screening"].library.path
    with writing(library) as db:
        for offered in (False, True):
            told = Debrief(1, "2026-11-26", {"critical": "On a parlé des guichets."}, offered=offered)
            insert_debrief(db, evening.console.strip("/").split("/")[-1], told)


def _damaged(evening: Evening) -> str:
    """Return the page of a screening whose room can't be read."""
    known = evening.app.extensions["screening"]
    console = str(press(evening.owner, "/screenings/new", _PLAN).request.path)
    room = console.strip("/").split("/")[-1]
    known.rooms.forget(room)
    known.rooms.path(room).write_bytes(b"no database")
    return f"{console}repair/"


def _wordings(evening: Evening) -> list[str]:
    """Return the pages of one question over a season: of a scale beside each other, of a text to code."""
    plan = evening.app.extensions["screening"].guides["plus-personne"]
    return [f"{digest(plan.question('s_guichet'))}/", f"{digest(plan.question('t_flou'))}/coding/"]
