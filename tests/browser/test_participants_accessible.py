"""Every page of participants, in each theme, in three languages or all, at 320 pixels: by axe and by hand."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from browser.checks import axe, lost_focus, overflow, small_targets, spacing
from browser.steps import press_large, set_up
from browser.walk import THEMES
from playwright.sync_api import Browser, Page

from screening.i18n import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FEWER = ("fr", "nl", "ar")
"""The languages of an ordinary run; the full run takes all eight."""


class Looker:
    """Opens pages as people of several languages do, and gathers what is wrong with them."""

    def __init__(self, browser: Browser, theme: str, languages: Iterable[str]) -> None:
        self.found: list[str] = []
        self.seen = 0
        size = {"width": 320, "height": 568}
        self.phones = {
            language: browser.new_context(viewport=size, locale=language, **THEMES[theme]).new_page()
            for language in languages
        }

    def look(self, url: str, then: Callable[[Page], object] | None = None) -> None:
        """Open a page, do something on it, and check what is there."""
        for language, page in self.phones.items():
            page.goto(url)
            if then:
                then(page)
            assert page.locator("html").get_attribute("lang") == language, page.url
            checks = (axe, overflow, small_targets, lost_focus, spacing)
            self.found += [f"{language} {fault}" for check in checks for fault in check(page)]
            self.seen += 1


def all_questions(page: Page) -> None:
    """Show the whole form at once, as phones without scripts see it."""
    page.evaluate("document.querySelectorAll('fieldset').forEach((f) => { f.hidden = false; })")
    page.evaluate("document.querySelector('#send').hidden = false")
    page.evaluate("document.documentElement.className = ''")


def to_the_end(page: Page) -> None:
    while page.locator("[data-go='1']").is_visible():
        page.locator("[data-go='1']").click()


def send(page: Page) -> None:
    to_the_end(page)
    page.locator("#send").click()
    page.locator("h1").filter(visible=True).wait_for()
    page.locator("#form").wait_for(state="detached")


def send_too_many_words(page: Page) -> None:
    page.locator("[name=q_w_services_1]").fill("a, b, c, d")
    to_the_end(page)
    page.locator("#send").click()
    alert = page.get_by_role("alert").filter(visible=True)
    alert.wait_for()
    # The error is told at once, leads to its question, and is tied to it.
    assert page.evaluate("document.activeElement.matches('.alert')")
    assert alert.locator("a[href='#q-w_services']").count() == 1
    described = page.locator("#q-w_services").get_attribute("aria-describedby") or ""
    assert "e-w_services" in described.split()


def type_wrong_code(page: Page) -> None:
    page.locator("[name=ticket_code]").fill("ZZZ-ZZZ")
    page.locator("form.card button").click()
    page.get_by_role("alert").wait_for()


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_of_participants_keeps_anybody_out(
    server: Any, chromium: Browser, theme: str, full: bool
) -> None:
    console = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    room = f"{server.url}/r/{set_up(console, server.setup)}/"
    looker = Looker(chromium, theme, LANGUAGES if full else FEWER)
    looker.look(f"{server.url}/?code=zzz")
    looker.look(f"{server.url}/accessibility")
    looker.look(f"{server.url}/r/222222/")
    looker.look(room)
    press_large(console)
    looker.look(room)
    looker.look(f"{room}before")
    looker.look(f"{room}before", all_questions)
    looker.look(f"{room}before", send_too_many_words)
    looker.look(f"{room}shared/")
    looker.look(f"{room}shared/before", send)
    looker.look(f"{room}before", send)
    press_large(console)
    looker.look(room)
    press_large(console)
    looker.look(f"{room}shared/")
    looker.look(f"{room}shared/", type_wrong_code)
    looker.look(f"{room}after", all_questions)
    looker.look(f"{room}after", send)
    press_large(console)
    looker.look(room)
    assert looker.seen >= 15 * len(looker.phones)
    assert not looker.found, "\n".join(dict.fromkeys(looker.found))
