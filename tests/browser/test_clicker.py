"""A presenter's clicker drives the whole evening, from the projector's window and from the console."""

from typing import Any

import pytest
from browser.steps import set_up
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def twice(page: Page, key: str, sentence: str) -> None:
    """Press a key, read what would happen, press again as a person does."""
    page.keyboard.press(key)
    expect(page.locator("#keys-say")).to_contain_text(sentence)
    page.wait_for_timeout(800)
    page.keyboard.press(key)


def test_a_clicker_drives_the_evening(server: Any, chromium: Browser) -> None:
    laptop = chromium.new_context(viewport={"width": 1280, "height": 800})
    console = laptop.new_page()
    set_up(console, server.setup)
    address = console.get_by_role("link", name="Ouvrir l’écran de la salle").get_attribute("href")
    wall = laptop.new_page()
    wall.goto(server.url + str(address))

    twice(wall, "PageDown", "ouvrir les questions d’avant")
    expect(console.get_by_role("button", name="Fermer et lancer le film")).to_be_visible(timeout=5000)
    wall.keyboard.press("b")
    expect(wall.locator("section.black")).to_have_count(1, timeout=4000)
    wall.keyboard.press(".")
    expect(wall.locator("img.qr")).to_be_visible(timeout=4000)
    wall.keyboard.press("Escape")
    console.route("**/live", lambda route: route.abort())
    twice(wall, "PageDown", "lancer le film")
    expect(wall.locator("section.film")).to_have_count(1, timeout=4000)
    # The console learns of the film between the two presses: it does not forget the first.
    console.keyboard.press("Space")
    expect(console.locator("#keys-say")).to_contain_text("ouvrir les questions d’après")
    console.unroute("**/live")
    console.wait_for_timeout(2500)
    console.keyboard.press("Space")
    expect(console.get_by_role("button", name="Fermer et ouvrir le débat")).to_be_visible(timeout=5000)
    # That page is there before its script listens: nobody presses within those milliseconds.
    console.wait_for_load_state()
    # A worn button that sends twice at once does not count as a second press.
    console.keyboard.press("ArrowRight")
    expect(console.locator("#keys-say")).to_be_visible()
    console.keyboard.press("ArrowRight")
    expect(console.get_by_role("button", name="Fermer et ouvrir le débat")).to_be_visible()
    console.wait_for_timeout(800)
    console.keyboard.press("ArrowRight")
    expect(console.get_by_role("button", name="Projeter la suite")).to_be_visible(timeout=5000)

    go_through(wall)
    twice(wall, "PageDown", "finir la soirée")
    expect(console.get_by_text("La soirée est finie")).to_be_visible(timeout=5000)


def go_through(wall: Page) -> None:
    """Press next until the guide is through; back once in the middle shows the card before."""
    seen: list[str] = []
    for _ in range(60):
        wall.keyboard.press("PageDown")
        wall.wait_for_timeout(1300)
        if wall.locator("#keys-say").is_visible():
            break
        seen.append(wall.locator("#screen").inner_text())
        if len(seen) == 3:
            wall.keyboard.press("PageUp")
            expect(wall.locator("#screen")).to_have_text(seen[1], use_inner_text=True, timeout=4000)
            wall.keyboard.press("PageDown")
            wall.wait_for_timeout(1300)
    assert len(seen) > 10
    wall.keyboard.press("Escape")
    expect(wall.locator("#keys-say")).to_be_hidden()


def test_a_projector_that_is_not_signed_in_moves_nothing(server: Any, chromium: Browser) -> None:
    console = chromium.new_context().new_page()
    set_up(console, server.setup)
    address = console.get_by_role("link", name="Ouvrir l’écran de la salle").get_attribute("href")
    elsewhere = chromium.new_context().new_page()
    elsewhere.goto(server.url + str(address))
    for _ in range(2):
        elsewhere.keyboard.press("PageDown")
        elsewhere.wait_for_timeout(900)
    expect(elsewhere.locator("#keys-say")).to_be_hidden()
    expect(console.get_by_role("button", name="Ouvrir les questions d’avant")).to_be_visible()
