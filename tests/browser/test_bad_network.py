"""Phones that lose the network, sleep, or belong to the person before; a console that waits."""

import contextlib
import re
from typing import Any

import pytest
from browser.steps import follow, press_large, room_code, set_up
from playwright.sync_api import Browser, Error, Page, Route, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def console(server: Any, chromium: Browser) -> Page:
    page = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    set_up(page, server.setup)
    press_large(page)
    return page


@pytest.fixture
def room(server: Any, console: Page) -> str:
    return f"{server.url}/r/{room_code(console)}/"


def phone(browser: Browser, url: str) -> Page:
    page = browser.new_context(viewport={"width": 320, "height": 568}, locale="fr-BE").new_page()
    page.goto(url)
    return page


def fill(page: Page) -> None:
    page.locator("[name=q_w_services_1]").fill("aide")
    while page.locator("[data-go='1']").is_visible():
        page.locator("[data-go='1']").click()


@pytest.mark.parametrize("path", ["before", "shared/before"])
def test_a_form_sent_without_network_says_so_and_leaves_when_it_is_back(
    console: Page, room: str, chromium: Browser, path: str
) -> None:
    page = phone(chromium, room + path)
    fill(page)
    page.context.set_offline(True)
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_contain_text("elles partiront toutes seules")
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Merci !")).to_be_visible(timeout=15000)
    expect(console.locator("[data-count=before]").first).to_have_text("1")


def test_a_phone_that_slept_through_the_film_wakes_on_the_right_page(
    console: Page, room: str, chromium: Browser
) -> None:
    page = phone(chromium, f"{room}before")
    fill(page)
    page.locator("#send").click()
    expect(page.get_by_role("heading", name="Merci !")).to_be_visible()
    page.context.set_offline(True)
    for _ in range(2):
        press_large(console)
    page.context.set_offline(False)
    # The network that comes back may have woken the page before this.
    with contextlib.suppress(Error):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("Les mêmes questions qu’avant le film")).to_be_visible(timeout=4000)


def test_a_server_that_stops_while_a_phone_moves_on_leaves_the_page_that_was_there(
    server: Any, console: Page, room: str, chromium: Browser
) -> None:
    page = phone(chromium, room)
    expect(page.get_by_role("heading", name="Bienvenue")).to_be_visible()
    page.route(room, lambda route: route.abort("connectionreset"))
    press_large(console)
    for _ in range(3):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.wait_for_timeout(300)
    expect(page.get_by_role("heading", name="Bienvenue")).to_be_visible()
    page.unroute(room)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("Le film passe")).to_be_visible(timeout=4000)
    # The page that came that way follows the room too, and asks its questions.
    press_large(console)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.get_by_role("link", name="Commencer sans ticket").click()
    fill(page)
    page.locator("#send").click()
    expect(page.get_by_role("heading", name="Merci !")).to_be_visible()


def test_a_console_that_waits_for_an_answer_is_not_loaded_anew_meanwhile(console: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    console.route("**/phase", hold)
    console.evaluate("window.waits = true")
    console.evaluate("document.querySelector('.button.big').click()")
    other = console.context.new_page()
    other.goto(console.url)
    press_large(other)
    # It asks every second and a half, and learns that the room has moved.
    console.wait_for_timeout(3500)
    assert console.evaluate("window.waits")
    held[0].continue_()
    expect(console.get_by_role("button", name="Film terminé")).to_be_visible()


SLEEP = """() => {
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
WAKE = """(minutes) => {
  const now = Date.now() + minutes * 60000;
  Date.now = () => now;
  Object.defineProperty(document, 'hidden', { value: false, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def test_a_phone_put_away_before_it_answered_wakes_on_the_right_page_and_loses_nothing_typed(
    console: Page, room: str, chromium: Browser
) -> None:
    greeted, begun, writing = (phone(chromium, room) for _ in range(3))
    for page in (begun, writing):
        page.locator("[data-begin]").click()
    writing.locator("[name=q_w_services_1]").fill("aide")
    for page in (greeted, begun, writing):
        page.evaluate(SLEEP)
    press_large(console)
    for page in (greeted, begun, writing):
        # The page may be gone before the call returns: that is what is wanted.
        with contextlib.suppress(Error):
            page.evaluate(WAKE, 20)
    expect(greeted.get_by_text("Le film passe")).to_be_visible(timeout=5000)
    expect(begun.get_by_text("Le film passe")).to_be_visible(timeout=5000)
    expect(writing.locator("[name=q_w_services_1]")).to_have_value("aide")
    # The three minutes of grace are not over: what was written goes out.
    fill(writing)
    writing.locator("#send").click()
    expect(writing.get_by_role("heading", name="Merci !")).to_be_visible()


def test_three_pictures_at_most_and_one_can_be_given_back(console: Page, chromium: Browser) -> None:
    console.goto(re.sub(r"(/screenings/).*", r"\1new", console.url))
    console.get_by_label("En images").check()
    follow(console.get_by_role("button", name="Enregistrer la séance"))
    press_large(console)
    page = phone(chromium, re.sub(r"/screenings/.*", f"/r/{room_code(console)}/before", console.url))
    boxes = page.locator("[name=q_p_services]")
    for n in range(3):
        boxes.nth(n).check(force=True)
    expect(boxes.nth(5)).to_be_disabled()
    boxes.nth(0).uncheck(force=True)
    expect(boxes.nth(5)).to_be_enabled()


SPEECH = """
window.spoken = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => [{ lang: 'fr-BE' }], speaking: false, cancel: () => {}, addEventListener: () => {},
  speak: (said) => window.spoken.push([said.lang, said.text]),
} });
"""


def test_a_question_is_read_aloud_where_there_is_a_voice(console: Page, room: str, chromium: Browser) -> None:
    page = chromium.new_context(locale="fr-BE").new_page()
    page.add_init_script(SPEECH)
    page.goto(f"{room}before?lang=fr")
    page.get_by_role("button", name="Écouter").click()
    ((language, text),) = page.evaluate("window.spoken")
    assert language == "fr"
    assert "à quoi cela vous fait-il penser" in text
    page.goto(f"{room}before?lang=tr")
    expect(page.locator(".listen")).to_have_count(0)
