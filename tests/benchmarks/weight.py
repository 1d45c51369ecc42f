"""What a phone downloads before it can answer: requests, bytes on the wire, in a fresh Chromium profile."""

import asyncio
import json
import sys
import urllib.request
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import CHROMIUM, FLAGS
from phones import Facilitator
from servers import Place


class Load(NamedTuple):
    """A page as a phone loaded it: requests, and bytes with headers, as they went over the wire."""

    requests: int
    wire: int


async def _rooms(place: Place) -> list[str]:
    """Return the paths of two rooms that take answers: the default questions, and those in pictures."""
    async with Facilitator(place.base, place.secret) as facilitator:
        await facilitator.sign_up()
        rooms = []
        for more in ({}, {"question_set": "pictures"}):
            await facilitator.plan(30, **more)
            await facilitator.go_on("preparing")
            rooms.append(facilitator.room)
        return rooms


def _ways(peer: str, place: Place) -> dict[str, str]:
    """Return the pages that a phone opens, by a name for each."""
    if peer == "product":
        plain, pictures = asyncio.run(_rooms(place))
        return {
            "form": f"{plain}before",
            "form in pictures": f"{pictures}before",
            "from the scan to the form": plain,
        }
    if peer == "otree":
        wanted = json.dumps({"session_config_name": "film", "num_participants": 3}).encode()
        with urllib.request.urlopen(f"{place.base}/api/sessions", wanted, timeout=30) as answer:
            return {"form": json.load(answer)["session_wide_url"]}
    return {"form": "/?k=b"}


def _measure(context: BrowserContext, url: str) -> Load:
    """Open a page, go on to its form if it holds one, and return what came over the wire for it."""
    page = context.new_page()
    wire: dict[str, float] = {}
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda e: wire.update({e["requestId"]: e["encodedDataLength"]}))
    page.goto(url, wait_until="load")
    if (begin := page.locator("[data-begin]")).count():
        begin.first.click()
        page.locator("fieldset").first.wait_for()
    page.wait_for_timeout(500)
    page.close()
    sent = [size for size in wire.values() if size]
    return Load(len(sent), int(sum(sent)))


def downloads(peer: str, place: Place) -> dict[str, Load]:
    """Return what a phone downloads on each of a peer's ways to the form."""
    found = {}
    ways = _ways(peer, place)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, url in ways.items():
            phone = browser.new_context(
                viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, locale="fr-BE"
            )
            found[name] = _measure(phone, url if url.startswith("http") else place.base + url)
        browser.close()
    return found
