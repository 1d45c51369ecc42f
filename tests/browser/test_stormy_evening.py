"""Thirty people, a server killed four times, a new address, phones that sleep, reload, go back or tap twice.

Twelve phones are real pages; eighteen are plain HTTP clients without cookies, which pair by their ticket's
code once the address has changed. Loopback addresses stand in for those of a network.
"""

import os
import random
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path

import pytest
from browser.steps import press_large, set_up
from playwright.sync_api import Browser, Page, expect

from screening.rehearsal import fill

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES, PLAIN = 12, 18
SLEEPERS, RELOADERS, RETURNERS, DOUBLE = range(6), range(6, 9), range(9, 11), 11
MOVERS = (6, 9)
WALL_MS, PHONE_MS = 5000, 15000
CODE = r"[2-9A-Y]{3}-[2-9A-Y]{3}"


class Machine:
    """The laptop: `here` is its own address, `phones` the one on the network, which may change."""

    def __init__(self, data: Path, port: int) -> None:
        self.data, self.port = data, port
        self.here = f"http://127.0.0.1:{port}"
        self.move("127.0.0.2")
        self.setup = ""

    def move(self, ip: str) -> None:
        self.phones = f"http://{ip}:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-m", "screening", "serve", "--data", str(self.data)]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), "--public-url", self.phones],
            env={**os.environ, "PYTHONUNBUFFERED": "1", "SCREENING_HOST": "0.0.0.0"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        for line in self.process.stdout:
            if found := re.search(r"/setup/\S+", line):
                self.setup = self.here + found[0]
            if "Ctrl+C" in line:
                break
        wait_for(self.here)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()

    def kill_and_restart(self) -> None:
        self.kill()
        self.start()


def wait_for(url: str) -> None:
    end = time.monotonic() + 15
    while True:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.05)


def persist(url: str, sent: list[tuple[str, str]] | None = None) -> tuple[str, str]:
    """Open a page or send a form as a person does who tries again while nothing answers."""
    data = urllib.parse.urlencode(sent).encode() if sent is not None else None
    end = time.monotonic() + 20
    while True:
        try:
            with urllib.request.urlopen(url, data, timeout=10) as answer:
                return answer.read().decode(), answer.url
        except urllib.error.HTTPError:
            raise
        except (OSError, HTTPException):
            assert time.monotonic() < end
            time.sleep(0.1)


def answer_plainly(base: str, moment: str, code: str = "") -> str:
    """Answer as a phone without cookies; return the ticket's code."""
    page, _url = persist(f"{base}{moment}" + (f"?ticket_code={code}" if code else ""))
    sent = fill(page, "plausible", moment, random.Random())
    thanks, url = persist(f"{base}{moment}", sent)
    assert "/thanks" in url, thanks
    return re.findall(CODE, thanks)[0]


def start_form(phone: Page) -> None:
    phone.get_by_role("link", name=re.compile("Commencer")).click()


def send(phone: Page, word: str, twice: bool = False) -> None:
    phone.locator("[name=q_w_services_1]").fill(word)
    while phone.get_by_role("button", name="Suivant").is_visible():
        phone.get_by_role("button", name="Suivant").click()
    taps = "document.querySelector('#send').click();"
    phone.evaluate(taps * (2 if twice else 1))
    expect(phone.get_by_role("heading", name="Merci !")).to_be_visible()


def go_back_while_writing(phone: Page, room: str) -> None:
    """Swipe back in the middle of the form and come again: what was typed is still there."""
    phone.locator("[name=q_w_services_1]").fill("en chemin")
    phone.go_back()
    phone.goto(room)
    start_form(phone)
    expect(phone.locator("[name=q_w_services_1]")).to_have_value("en chemin")


def sleep(phone: Page, state: str) -> None:
    phone.context.new_cdp_session(phone).send("Page.setWebLifecycleState", {"state": state})


def wall_is_right(wall: Page, text: str) -> None:
    expect(wall.get_by_text(text).first).to_be_visible(timeout=WALL_MS)
    expect(wall.locator("#lost")).to_be_hidden(timeout=WALL_MS)


def phones_are_at(phones: list[Page], text: str) -> None:
    end = time.monotonic() + PHONE_MS / 1000
    for phone in phones:
        left = max(100.0, 1000 * (end - time.monotonic()))
        expect(phone.get_by_text(text).first).to_be_visible(timeout=left)


def everyone_answers_before(machine: Machine, room: str, phones: list[Page], wall: Page) -> list[str]:
    with ThreadPoolExecutor(6) as pool:
        codes = list(pool.map(lambda _n: answer_plainly(machine.phones + room, "before"), range(PLAIN)))
    wall_is_right(wall, f"{PLAIN} personnes ont répondu")
    for phone in phones:
        start_form(phone)
    for n in RELOADERS:
        phones[n].locator("[name=q_w_services_1]").fill("brouillon")
    machine.kill_and_restart()
    wall_is_right(wall, f"{PLAIN} personnes ont répondu")
    for n in RELOADERS:
        phones[n].reload()
        expect(phones[n].locator("[name=q_w_services_1]")).to_have_value("brouillon")
    for n in RETURNERS:
        go_back_while_writing(phones[n], machine.phones + room)
    for n, phone in enumerate(phones):
        send(phone, "aide", twice=n == DOUBLE)
    for n in RETURNERS:
        phones[n].go_back()
        phones[n].goto(machine.phones + room)
        expect(phones[n].get_by_role("heading", name="Merci !")).to_be_visible()
    wall_is_right(wall, "30 personnes ont répondu")
    return codes


def everyone_answers_after(
    machine: Machine, room: str, phones: list[Page], codes: list[str], moved: dict[int, str]
) -> None:
    """The server dies while the plain phones send; two pages come by the new address and type their code."""
    base = machine.phones + room
    with ThreadPoolExecutor(6) as pool:
        sending = pool.map(lambda code: answer_plainly(base, "after", code), codes)
        time.sleep(0.2)
        machine.kill_and_restart()
        assert list(sending) == codes
    for n, phone in enumerate(phones):
        if n in moved:
            phone.goto(base)
            phone.locator("[name=ticket_code]").fill(moved[n].lower())
            phone.get_by_role("button", name="Continuer avec mon ticket").click()
        else:
            start_form(phone)
        send(phone, "écran")


@pytest.fixture
def machine(tmp_path: Path):
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    made = Machine(tmp_path / "data", port)
    made.start()
    yield made
    made.kill()


def test_nobody_is_lost_and_nobody_counted_twice_in_a_stormy_evening(
    machine: Machine, chromium: Browser
) -> None:
    console = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    code = set_up(console, machine.setup, expected=30)
    room = f"/r/{code}/"
    wall = chromium.new_context(viewport={"width": 1024, "height": 768}).new_page()
    wall.goto(f"{machine.here}/projector/{code}/")
    press_large(console, "Ouvrir les questions d’avant")
    contexts = [
        chromium.new_context(viewport={"width": 360, "height": 740}, locale="fr-BE") for _ in range(PAGES)
    ]
    phones = [context.new_page() for context in contexts]
    for phone in phones:
        phone.goto(machine.phones + room)

    codes = everyone_answers_before(machine, room, phones, wall)
    moved = {n: re.findall(CODE, phones[n].locator(".ticket").inner_text())[0] for n in MOVERS}
    for n in SLEEPERS:
        sleep(phones[n], "frozen")
    awake = [phone for n, phone in enumerate(phones) if n not in SLEEPERS]

    press_large(console, "Fermer et lancer le film")
    machine.move("127.0.0.3")
    machine.kill_and_restart()
    expect(wall.locator(".film")).to_be_visible(timeout=WALL_MS)
    phones_are_at(awake, "Le film passe")

    press_large(console, "Film terminé")
    wall_is_right(wall, machine.phones.removeprefix("http://"))
    for n in SLEEPERS:
        sleep(phones[n], "active")
    phones_are_at(phones, "Bienvenue")
    everyone_answers_after(machine, room, phones, codes, moved)
    wall_is_right(wall, "30 personnes ont répondu")
    expect(console.locator("[data-count=after]").first).to_have_text("30", timeout=WALL_MS)

    press_large(console, "Fermer et ouvrir le débat")
    press_large(console, "Ne plus attendre")
    card = console.locator(".card.strong .lead").inner_text()
    press_large(console, "Projeter la suite")
    wall_is_right(wall, card)
    machine.kill_and_restart()
    wall_is_right(wall, card)
    expect(console.locator("#offline")).to_be_hidden(timeout=WALL_MS)
    phones_are_at(phones, "C’est l’heure du débat")

    press_large(console, "Fin de soirée")
    console.get_by_role("link", name="Sceller la séance").click()
    expect(console.get_by_role("button", name="Sceller pour toujours")).to_be_visible()
    for box in console.get_by_role("checkbox").all():
        box.check()
    press_large(console, "Sceller pour toujours")
    assert "30 avant, 30 après, dont 30 aux deux moments" in console.locator("dl.facts").inner_text()
    for context in contexts:
        context.close()
