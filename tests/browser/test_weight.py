"""From the scan to the form: three requests, twenty kilobytes, nothing from elsewhere, nobody made."""

import re
from typing import Any

import pytest
from browser.steps import press_large, set_up
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

MOST_REQUESTS, MOST_BYTES = 3, 20_000


def opened(console: Page, server: Any) -> str:
    """Open the questions before the film; return the address in the square on the wall."""
    code = set_up(console, server.setup)
    press_large(console)
    return f"{server.url}/r/{code}/"


def listen(page: Page) -> tuple[list[str], list[float]]:
    """Note each request of a page, and the bytes that came over the wire, heads and all."""
    urls: list[str] = []
    sizes: list[float] = []
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    page.on("request", lambda r: urls.append(r.url) if r.url.startswith("http") else None)
    devtools.on("Network.loadingFinished", lambda e: sizes.append(e["encodedDataLength"]))
    return urls, sizes


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_three_requests_and_twenty_kilobytes_from_the_scan_to_the_first_answer(
    server: Any, chromium: Browser, language: str
) -> None:
    console = chromium.new_context().new_page()
    room = opened(console, server)
    phone = chromium.new_context(
        viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True, locale=language
    ).new_page()
    urls, sizes = listen(phone)
    phone.goto(room)
    phone.locator("[data-begin]").click()
    word = phone.locator("[name=q_w_services_1]")
    word.fill("file")
    phone.wait_for_timeout(500)
    assert len(urls) <= MOST_REQUESTS, urls
    assert sum(sizes) <= MOST_BYTES
    assert all(url.startswith(server.url) for url in urls)
    # Whoever only looks, a person or the preview of a messenger, is nobody yet.
    live = console.request.get(re.sub(r"(/screenings/\w+/).*", r"\1live", console.url)).json()
    assert (live["before"], live["before phone"]) == (0, 0)
    phone.go_back()
    expect(phone.locator("#greeting")).to_be_visible()
    phone.go_forward()
    expect(word).to_be_visible()
    expect(word).to_have_value("file")
