"""axe on the pages of the three readers, in each phase, light and dark."""

import re
from typing import Any

import pytest
from browser.checks import axe, overflow
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_no_page_of_the_evening_has_a_fault_that_axe_finds(
    server: Any, chromium: Browser, scheme: str
) -> None:
    theme: Any = {"forced_colors": "active"} if scheme == "forced" else {"color_scheme": scheme}
    console = chromium.new_context(**theme, viewport={"width": 1280, "height": 800}).new_page()
    phone = chromium.new_context(**theme, viewport={"width": 320, "height": 568}, locale="fr-BE").new_page()
    wall = chromium.new_context(**theme, viewport={"width": 1024, "height": 768}).new_page()
    found: list[str] = []

    def look(page: Page) -> None:
        found.extend(axe(page) + overflow(page))

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
        # A projector washes out: 7 to 1 there.
        found.extend(axe(wall, ["color-contrast-enhanced"]))
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
    evening = console.url.rstrip("/") + "/"
    for path in ("paper/", "paper/poster?lang=fr&lang=ar", "paper/notice?lang=nl", "paper/typing"):
        console.goto(evening + path)
        look(console)
    console.get_by_role("link", name="Feuille sans code").click()
    look(console)
    for pile in ("tickets", "sheets"):
        console.goto(evening + "paper/")
        console.locator(f"#{pile} button").click()
        console.wait_for_url(f"**/paper/{pile}?*")
        look(console)
    for path in ("/screenings/guides/plus-personne/", "/screenings/", "/help/?q=ticket", "/help/evening"):
        console.goto(server.url + path)
        look(console)
    assert forms == 2
    assert not found, "\n".join(dict.fromkeys(found))
