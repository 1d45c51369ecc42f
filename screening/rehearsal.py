"""Simulated participants for a rehearsal: they reach the running product over HTTP, as phones and helpers do.

They know nothing but the pages: they follow the room's phase, open the form, and fill it as it stands. Most
answer within two minutes of a moment's opening; some are late, leave early, pass, or write what is awkward.
"""

import random
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Literal

Style = Literal["plausible", "unsure", "passing", "empty", "awkward"]
MINUTES_TO_ANSWER = 2
_HIDDEN = "nonce|ticket|csrf_token"
_LOST_AFTER = 60
_AT_MOST = 4 * 3600

_WORDS = {
    "before": ("aide", "file d’attente", "papiers", "droits", "pratique", "rapide", "CPAS", "rendez-vous"),
    "after": ("écran", "exclusion", "colère", "guichet", "solitude", "droits", "rapide", "ensemble"),
}
_AWKWARD = (
    "anticonstitutionnellement" * 3,
    "😡😡 📱",
    "الانتظار",
    "=1+1",
    "<b>guichet</b>",
    "C’est Madame Dupont, au 0470 12 34 56, qui me l’a dit.",
)
_TEXTS = ("Il faut garder des guichets.", "Mon voisin n’ouvre plus ses lettres.", "On peut s’entraider ici.")


class Gone(Exception):
    """The rehearsal is over: its room is sealed, deleted, or the server stopped."""


@dataclass
class Person:
    """One simulated participant: how they answer, in which language, on what, at which moments."""

    style: Style = "plausible"
    language: str = "fr"
    paper: bool = False
    moments: tuple[str, ...] = ("before", "after")
    ticket: str = ""


def people() -> list[Person]:
    """Return a room of seventeen: phones in seven languages, one late, one who leaves early, two sheets."""
    return [
        *(Person(language=language) for language in ("fr", "fr", "fr", "fr", "nl", "en", "ar", "es", "tr")),
        Person("awkward"),
        Person("unsure", "pt"),
        Person("passing"),
        Person("empty"),
        Person(moments=("after",)),
        Person(moments=("before",)),
        Person(paper=True),
        Person("awkward", paper=True),
    ]


@dataclass
class Crowd:
    """The simulated room. `cookie` is the facilitator's session, to type in sheets; "" leaves them out."""

    address: str
    code: str
    console: str = ""
    cookie: str = ""
    seconds: float = 60.0 * MINUTES_TO_ANSWER
    crowd: Sequence[Person] = field(default_factory=people)
    chance: random.Random = field(default_factory=random.Random)
    tell: Callable[[str], None] = lambda text: None

    def run(self, pause: float = 1.0) -> None:
        """Follow the room and answer until it is sealed or deleted; never raises for what a room may do."""
        due: list[tuple[float, Person]] = []
        moment, heard, end = "", time.monotonic(), time.monotonic() + _AT_MOST
        while time.monotonic() < end:
            try:
                page = self._where()
                heard = time.monotonic()
                opened = page.partition("-")[2]
                if opened != moment:
                    moment = opened
                    due = self._plan(moment)
                    self.tell(page)
                for _when, person in [one for one in due if one[0] <= heard]:
                    self._answer(person, moment)
                due = [one for one in due if one[0] > heard]
            except Gone:
                return
            except (OSError, HTTPException):
                if time.monotonic() - heard > _LOST_AFTER:
                    return
            time.sleep(pause)

    def _plan(self, moment: str) -> list[tuple[float, Person]]:
        """Spread the answers to a moment over the time they take; the first comes at once."""
        coming = [
            p
            for p in self.crowd
            if moment in p.moments and (not p.paper or (self.cookie and moment == "after"))
        ]
        now = time.monotonic()
        waits = [self.seconds * self.chance.random() * 0.9 for _ in coming[1:]]
        return list(zip([now, *(now + wait for wait in waits)], coming, strict=True)) if coming else []

    def _answer(self, person: Person, moment: str) -> None:
        if person.paper:
            self._type_in(person)
            return
        path, query = f"/r/{self.code}/{moment}", {"t": person.ticket, "lang": person.language}
        shown = {name: value for name, value in query.items() if value}
        page, _url = self._open(f"{path}?{urllib.parse.urlencode(shown)}")
        if 'name="nonce"' not in page:
            return  # the moment closed, or a phone of this ticket has answered
        action = re.search(r'<form id="form"[^>]*action="([^"]+)"', page)
        sent = fill(page, person.style, moment, self.chance)
        _page, url = self._open(unescape(action[1]) if action else path, sent)
        found = urllib.parse.parse_qs(urllib.parse.urlsplit(url).query)
        person.ticket = next(iter(found.get("t") or [person.ticket]))

    def _type_in(self, person: Person) -> None:
        """Type a whole sheet in after the film, both halves at once, as a second person does."""
        _page, desk = self._open(f"{self.console}paper/typing", paper=True)
        sheet = urllib.parse.urlsplit(desk).path + "sheet"
        page, _url = self._open(sheet, paper=True)
        self._open(sheet, fill_sheet(page, person.style, self.chance), paper=True)

    def _where(self) -> str:
        found = re.search(r'"page":\s*"([^"]+)"', self._open(f"/r/{self.code}/where")[0])
        if not found or found[1] == "sealed":
            raise Gone
        return found[1]

    def _open(
        self, path: str, sent: Sequence[tuple[str, str]] | None = None, paper: bool = False
    ) -> tuple[str, str]:
        """Open a page or send a form; return the page it ends on and its address."""
        data = urllib.parse.urlencode(sent).encode() if sent is not None else None
        headers = {"Cookie": self.cookie} if paper else {}
        request = urllib.request.Request(self.address + path, data, headers)  # noqa: S310 - our own server
        try:
            with _opener().open(request, timeout=20) as answer:
                return answer.read().decode(), answer.url
        except urllib.error.HTTPError as error:
            with error:
                if error.code == 404:
                    raise Gone from error
                return error.read().decode(), path


def begin(address: str, sign_in: str, password: str, tell: Callable[[str], None]) -> Crowd:
    """Sign in and start a rehearsal by the page's own button; raises Gone when nobody is let in."""
    jar = CookieJar()
    browser = _opener(urllib.request.HTTPCookieProcessor(jar))

    def press(page: str, action: str, **fields: str) -> tuple[str, str]:
        with browser.open(address + page, timeout=20) as shown:
            csrf = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', shown.read().decode())
        sent = urllib.parse.urlencode({**fields, "csrf_token": csrf[1] if csrf else ""}).encode()
        with browser.open(address + action, sent, timeout=20) as answer:
            return answer.read().decode(), urllib.parse.urlsplit(answer.url).path

    try:
        press("/sign-in", "/sign-in", sign_in=sign_in, password=password)
        page, console = press("/screenings/", "/screenings/rehearse", alone="1")
    except urllib.error.HTTPError as error:
        with error:
            raise Gone(address) from error
    code = re.search(r"/projector/(\w+)/", page)
    if not code:
        raise Gone(address)
    cookie = "; ".join(f"{one.name}={one.value}" for one in jar)
    return Crowd(address, code[1], console, cookie, tell=tell)


def _opener(*handlers: urllib.request.BaseHandler) -> urllib.request.OpenerDirector:
    # A proxy of this machine knows nothing of its own server.
    return urllib.request.build_opener(urllib.request.ProxyHandler({}), *handlers)


def fill_sheet(page: str, style: Style, chance: random.Random) -> list[tuple[str, str]]:
    """Return what is typed in for a sheet: a key for each scale, words with commas."""
    hidden = r'<input[^>]*type="hidden" name="([^"]+)" value="([^"]*)"'
    csrf = r'<input[^>]*name="(csrf_token)"[^>]*value="([^"]+)"'
    sent = [(name, unescape(value)) for name, value in [*re.findall(hidden, page), *re.findall(csrf, page)]]
    for name, moment, kind in re.findall(r'name="((before|after)-[^"]+)"[^>]*data-kind="(\w+)"', page):
        offered = _AWKWARD[:4] if style == "awkward" else _WORDS[moment]
        words = ", ".join(chance.sample(offered, 1 if name.endswith("_own") else 2))
        sent.append((name, words if kind == "words" else str(chance.randint(1, 2))))
    return sent


def fill(page: str, style: Style, moment: str, chance: random.Random) -> list[tuple[str, str]]:
    """Return what a person of this style sends with a form, from the fields that stand on its page."""
    sent = [
        (name, unescape(value))
        for name, value in re.findall(rf'<input[^>]*name="({_HIDDEN})"[^>]*value="([^"]*)"', page)
    ]
    groups: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="(?:radio|checkbox)" name="(q_\w+)" value="([^"]+)"', page):
        groups.setdefault(name, []).append(value)
    if style in {"unsure", "passing"}:
        code = "nsp" if style == "unsure" else "passe"
        return sent + [(name, code) for name, values in groups.items() if code in values]
    if style == "empty":
        return sent
    words = _AWKWARD if style == "awkward" else _WORDS.get(moment, _WORDS["before"])
    texts = _AWKWARD if style == "awkward" else _TEXTS
    for name in re.findall(r'<input name="(q_\w+_\d)"', page):
        if chance.random() < 0.8:
            sent.append((name, chance.choice(words).replace(",", "")[:80]))
    sent += [(name, chance.choice(texts)) for name in re.findall(r'<textarea name="(q_\w+)"', page)]
    for name, values in groups.items():
        offered = [value for value in values if value not in {"nsp", "passe"}]
        if offered and not name.endswith(("_skip", "_quote")):
            sent.append((name, _lean(offered, moment, chance)))
    return sent


def _lean(offered: Sequence[str], moment: str, chance: random.Random) -> str:
    """Choose one of several in order, toward their end after the film: a shift to see on the wall."""
    place = chance.triangular(0, 1, 0.75 if moment == "after" else 0.4)
    return offered[min(len(offered) - 1, int(place * len(offered)))]
