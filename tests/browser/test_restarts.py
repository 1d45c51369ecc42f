"""The server is killed in each phase, and once it stands still: everybody goes on where the room was."""

import random
import signal
import time

import pytest
from playwright.sync_api import Browser, Page, expect

from screening.rehearsal import fill

from .test_hall import Hall, hall, open_console

__all__ = ["hall"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]

WALL_MS, PHONE_MS = 5000, 15000
# For each phase: the button that leads on from it, what the wall then shows, what a phone said until then.
ON = [
    ("Ouvrir les questions d’avant", "[data-live]", "va bientôt commencer"),
    ("Fermer et lancer le film", ".film", "Merci !"),
    ("Film terminé", ".join", "Le film passe"),
    ("Fermer et ouvrir le débat", ".title", "Merci !"),
    ("Fermer les téléphones : fin de soirée", ".closing", "C’est l’heure du débat"),
]


def answer(phone: Page, room: str, moment: str) -> None:
    """Send a form with the phone's cookies, and stay on the page that thanks."""
    sent = fill(phone.request.get(room + moment).text(), "plausible", moment, random.Random())
    phone.goto(phone.request.post(room + moment, form=dict(sent)).url)
    expect(phone.get_by_text("Merci !").first).to_be_visible()


def restart(hall: Hall) -> None:
    hall.kill()
    hall.start()


def all_is_well(console: Page, wall: Page) -> None:
    expect(console.locator("#offline")).to_be_hidden(timeout=WALL_MS)
    expect(wall.locator("#lost")).to_be_hidden(timeout=WALL_MS)


def test_a_server_killed_in_any_phase_goes_on_where_the_room_was(hall: Hall, chromium: Browser) -> None:
    console, code = open_console(chromium, hall)
    wall = chromium.new_context(viewport={"width": 1024, "height": 768}).new_page()
    wall.goto(f"{hall.at('127.0.0.1')}/projector/{code}/")
    phone = chromium.new_context(locale="fr-BE", viewport={"width": 360, "height": 740}).new_page()
    phone.goto(f"{hall.at('127.0.0.2')}/r/{code}/")
    room = phone.url
    for button, on_wall, on_phone in ON:
        expect(phone.get_by_text(on_phone).first).to_be_visible()
        restart(hall)
        all_is_well(console, wall)
        console.get_by_role("button", name=button).first.click()
        pressed = time.monotonic()
        expect(wall.locator(on_wall).first).to_be_visible(timeout=WALL_MS)
        expect(phone.get_by_text(on_phone)).to_have_count(0, timeout=PHONE_MS)
        assert time.monotonic() - pressed < PHONE_MS / 1000
        if "questions" in button or button == "Film terminé":
            answer(phone, room, "before" if "avant" in button else "after")
    restart(hall)
    all_is_well(console, wall)
    expect(console.get_by_text("La soirée est finie").first).to_be_visible()


def test_a_laptop_that_stood_still_goes_on(hall: Hall, chromium: Browser) -> None:
    console, code = open_console(chromium, hall)
    wall = chromium.new_context().new_page()
    wall.goto(f"{hall.at('127.0.0.1')}/projector/{code}/")
    console.get_by_role("button", name="Ouvrir les questions d’avant").click()
    expect(console.get_by_role("button", name="Fermer et lancer le film")).to_be_visible()
    hall.process.send_signal(signal.SIGSTOP)
    expect(wall.locator("#lost")).to_be_visible(timeout=15000)
    hall.process.send_signal(signal.SIGCONT)
    all_is_well(console, wall)
    console.get_by_role("button", name="Fermer et lancer le film").click()
    expect(wall.locator(".film")).to_be_visible(timeout=WALL_MS)
