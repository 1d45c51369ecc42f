"""axe on the pages of the three readers, in each phase, light and dark."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    return [f"{page.url}: {v['id']} {v['nodes'][0]['html'][:120]}" for v in found.response["violations"]]


def overflow(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{page.url}: {wide} px too wide"] if wide > 0 else []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_the_evening_has_a_fault_that_axe_finds(
    server: Any, chromium: Browser, scheme: str
) -> None:
    console = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 800}).new_page()
    phone = chromium.new_context(
        color_scheme=scheme, viewport={"width": 320, "height": 568}, locale="fr-BE"
    ).new_page()
    wall = chromium.new_context(color_scheme=scheme, viewport={"width": 1024, "height": 768}).new_page()
    found: list[str] = []

    def look(page: Page) -> None:
        found.extend(faults(page) + overflow(page))

    console.goto(server.setup)
    look(console)
    console.get_by_label("Votre nom").fill("Nour")
    console.get_by_label("Nom de connexion").fill("nour")
    console.get_by_label("Mot de passe").fill("une longue phrase")
    console.get_by_role("button", name="Commencer").click()
    look(console)
    console.get_by_role("link", name="Préparer une séance").click()
    console.locator("details summary").first.click()
    look(console)
    console.get_by_role("button", name="Enregistrer la séance").click()
    console.locator("#console").wait_for()
    code = re.search(r"/projector/(\w+)/", console.content())
    assert code
    room, screen = f"{server.url}/r/{code[1]}/", f"{server.url}/projector/{code[1]}/"
    phone.goto(server.url)
    look(phone)
    forms = 0
    for _phase in range(5):
        phone.goto(room)
        wall.goto(screen)
        for page in (console, phone, wall):
            look(page)
        start = phone.get_by_role("link", name=re.compile("Commencer"))
        if start.count():
            forms += 1
            start.click()
            look(phone)
            while (onward := phone.get_by_role("button", name="Suivant")).is_visible():
                onward.click()
                look(phone)
            phone.get_by_role("button", name="Envoyer").click()
            phone.get_by_role("heading", name="Merci !").wait_for()
            look(phone)
        console.locator(".button.big").first.click()
        console.wait_for_load_state()
    console.get_by_role("button", name="Fin de soirée").first.click()
    look(console)
    for path in ("paper/", "paper/before", "paper/after"):
        console.goto(console.url.split("/paper")[0].rstrip("/") + "/" + path)
        look(console)
    console.goto(f"{server.url}/screenings/guides/plus-personne/")
    look(console)
    assert forms == 2
    assert not found, "\n".join(dict.fromkeys(found))
