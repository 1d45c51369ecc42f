"""The adapter of this product for the load generator `load.py`, and the evening that it plays.

Each phone answers the guide's default questions before and after, as the form asks them, and polls as the
page's script does once it waits. The facilitator is one more client: it plans the screening, and moves the
room on.
"""

import asyncio
import html
import random
import re
import time
from typing import Any

import aiohttp

WORDS = [
    "aide",
    "file",
    "papiers",
    "écran",
    "guichet",
    "attente",
    "droits",
    "colère",
    "dossier",
    "CPAS",
    "rendez-vous",
    "courage",
]


def hidden(page: str, name: str) -> str:
    """Return the value of a hidden field."""
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
    assert found, f"no field {name}: {page[:300]}"
    return html.unescape(found[1])


class Facilitator:
    """The console: the first account, one screening, and the large button."""

    def __init__(self, base: str, setup: str) -> None:
        self.base, self.setup = base, setup
        self.console = self.room = self.wall = ""

    async def __aenter__(self) -> "Facilitator":
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.session.close()

    async def get(self, path: str) -> tuple[str, str]:
        async with self.session.get(self.base + path) as answer:
            return answer.url.path, await answer.text()

    async def press(self, page: str, action: str, **fields: Any) -> tuple[str, str]:
        token = hidden((await self.get(page))[1], "csrf_token")
        async with self.session.post(self.base + action, data={**fields, "csrf_token": token}) as answer:
            text = await answer.text()
            assert answer.status < 400, text[:500]
            return answer.url.path, text

    async def sign_up(self) -> None:
        await self.press(self.setup, self.setup, name="Nour", sign_in="nour", password="une longue phrase")

    async def plan(self, people: int, **more: str) -> None:
        _path, page = await self.get("/screenings/new")
        ticked = re.findall(r'<input checked[^>]*name="(\w+)"[^>]*value="([^"]+)"', page)
        fields: dict[str, Any] = {name: [v for n, v in ticked if n == name] for name, _ in ticked}
        fields |= {"title": "Charge", "date": "2026-11-25", "expected": str(people), "guide": "plus-personne"}
        fields |= more
        self.console, page = await self.press("/screenings/new", "/screenings/new", **fields)
        code = re.findall(r"/projector/(\w+)/", page)[0]
        self.room, self.wall = f"/r/{code}/", f"/projector/{code}/screen"

    async def go_on(self, phase: str) -> None:
        await self.press(self.console, self.console + "phase", **{"from": phase})

    async def counts(self) -> dict[str, int]:
        async with self.session.get(self.base + self.console + "live") as answer:
            return dict(await answer.json())


def answers(page: str) -> list[tuple[str, str]]:
    """Fill a form as it stands: every text field, one choice of every group."""
    fields = [("nonce", hidden(page, "nonce"))]
    if 'name="ticket"' in page:
        fields.append(("ticket", hidden(page, "ticket")))
    fields += [(name, random.choice(WORDS)) for name in re.findall(r'<input name="(q_\w+_\d)"', page)]
    fields += [(name, "Il faut des guichets.") for name in re.findall(r'<textarea name="(q_\w+)"', page)]
    offered: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="(?:radio|checkbox)" name="(q_\w+)" value="([^"]+)"', page):
        if not name.endswith(("_skip", "_quote")):
            offered.setdefault(name, []).append(value)
    return fields + [(name, random.choice(values)) for name, values in offered.items()]


class Screening:
    """One evening; `load.py` calls the methods below for each phone."""

    name = "screening"

    def __init__(self, facilitator: Facilitator, polling: bool = True) -> None:
        self.facilitator, self.polling = facilitator, polling
        self.polls: list[float] = []
        self.failed: list[str] = []
        self._pollers: list[asyncio.Task[None]] = []

    async def setup(self, _base: str, people: int) -> None:
        await self.facilitator.plan(people)
        await self.facilitator.go_on("preparing")
        self._moved, self._moving = False, asyncio.Lock()

    async def join(self, phone: Any) -> None:
        await self._open(phone, "before")

    async def load2(self, phone: Any) -> None:
        async with self._moving:
            if not self._moved:
                self._moved = True
                await self.facilitator.go_on("before")
                await self.facilitator.go_on("film")
        await self._open(phone, "after")

    async def _open(self, phone: Any, moment: str) -> None:
        """Open the room's page, and go on to the form where the page does not hold it already."""
        phone.ctx["url"] = f"{self.facilitator.room}{moment}"
        _url, page = await phone.get(self.facilitator.room)
        if 'name="nonce"' not in page:
            phone.ctx["url"], page = await phone.get(phone.ctx["url"])
        phone.ctx["fields"] = answers(page)

    async def submit(self, phone: Any) -> None:
        url, page = await phone.post(phone.ctx["url"], phone.ctx["fields"])
        if "/thanks" not in url:
            raise RuntimeError(f"not taken: {url} {page[:200]}")
        if self.polling:
            self._pollers.append(asyncio.create_task(self._poll(phone)))

    submit2 = submit

    async def _poll(self, phone: Any) -> None:
        while True:
            await asyncio.sleep(random.uniform(8, 12))
            started = time.perf_counter()
            try:
                await phone.get(f"{self.facilitator.room}where")
                self.polls.append(1000 * (time.perf_counter() - started))
            except RuntimeError as error:
                if "closed" in str(error):  # the run is over, and with it the phone's session
                    return
                self.failed.append(str(error))

    async def verify(self, _base: str, _state: object) -> int:
        for poller in self._pollers:
            poller.cancel()
        self._pollers.clear()
        return (await self.facilitator.counts())["both"]
