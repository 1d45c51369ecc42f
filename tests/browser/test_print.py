"""What is printed from a screen in the dark theme is black on white all the same."""

from typing import Any

import pytest
from browser.steps import set_up
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
DARKEST = """() => Array.from(document.querySelectorAll("body, main, section, table, h1, h2, p, li"))
  .filter((e) => e.offsetParent !== null || e === document.body)
  .map((e) => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color])"""


def light(colour: str) -> float:
    """Return how light a colour is, from 0 to 255; what is transparent shows the paper."""
    numbers = [float(n) for n in colour.partition("(")[2].rstrip(")").split(",")]
    return 255 if len(numbers) == 4 and numbers[3] == 0 else sum(numbers[:3]) / 3


def test_a_dark_screen_prints_black_on_white(server: Any, chromium: Browser) -> None:
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    set_up(page, server.setup)
    page.get_by_role("link", name="Ouvrir l’écran de la salle").wait_for()
    console = page.url
    page.emulate_media(media="print", color_scheme="dark")
    for path in ("paper/poster", "paper/notice", "run-sheet", ""):
        answer = page.goto(console + path)
        assert answer and answer.ok, path
        for background, ink in page.evaluate(DARKEST):
            assert light(background) > 200, (path, background)
            assert light(ink) < 140, (path, ink)
