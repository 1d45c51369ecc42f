"""What a facilitator does in a browser, in every test alike."""

import re

from playwright.sync_api import Locator, Page

PASSWORD = "une longue phrase"


def follow(control: Locator) -> None:
    """Click on what leads to another page, and wait as a person does until that page is there."""
    with control.page.expect_navigation():
        control.click()


def press_large(console: Page, name: str = "") -> None:
    """Press the button with this name, or the large one, and wait for the console that follows."""
    follow((console.get_by_role("button", name=name) if name else console.locator(".button.big")).first)


def set_up(page: Page, setup: str, expected: int = 13) -> str:
    """Make the first account and plan an evening; leave its console open, and return the room's code."""
    page.goto(setup)
    page.get_by_label("Votre nom").fill("Nour")
    page.get_by_label("Nom de connexion").fill("nour")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    follow(page.get_by_role("button", name="Commencer"))
    follow(page.get_by_role("link", name="Préparer une séance"))
    page.get_by_label("Titre de la séance").fill("Soirée à la maison de quartier")
    page.get_by_label("Personnes attendues").fill(str(expected))
    follow(page.get_by_role("button", name="Enregistrer la séance"))
    return room_code(page)


def room_code(console: Page) -> str:
    """Return the code of the room that a console leads."""
    found = re.search(r"/projector/(\w+)/", console.content())
    assert found
    return found[1]
