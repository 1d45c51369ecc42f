"""A hall whose network changes, a server that is killed, and a wall that nothing can break."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import free_port
from .steps import set_up

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
ZALGO = "Z" + "\u0310\u0346\u0338\u0317" * 30
AWFUL = ["a" * 200, ZALGO * 3, "مرحبا بكم في مركز الخدمات الاجتماعية", "👩‍👩‍👧‍👦🏳️‍🌈" * 12, "\u202eabc"]


@dataclass
class Hall:
    """A server in its own process, on addresses that the test writes into a file."""

    folder: Path
    port: int = field(default_factory=free_port)
    setup: str = ""

    def __post_init__(self) -> None:
        self.addresses("127.0.0.2", "127.0.0.3")
        self.start()

    def addresses(self, *ips: str) -> None:
        (self.folder / "addresses").write_text(" ".join(ips), "utf-8")

    def start(self) -> None:
        here = [str(self.folder / "data"), str(self.port), str(self.folder / "addresses")]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.hall", *here],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        for line in self.process.stdout:
            if found := re.search(r"http\S+/setup/\S+", line):
                self.setup = self.setup or found[0]
            if "Ctrl+C" in line:
                return

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=10)

    def at(self, ip: str) -> str:
        return f"http://{ip}:{self.port}"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    if sys.platform != "linux":
        pytest.skip("only Linux answers on every address of 127.0.0.0/8")
    hall = Hall(tmp_path)
    yield hall
    hall.kill()


def open_console(chromium: Browser, hall: Hall) -> tuple[Page, str]:
    console = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    return console, set_up(console, hall.setup)


def test_a_phone_turns_the_console_green_and_a_new_address_shows_everywhere(
    hall: Hall, chromium: Browser
) -> None:
    console, code = open_console(chromium, hall)
    wall = chromium.new_context(viewport={"width": 1024, "height": 768}).new_page()
    wall.goto(f"{hall.at('127.0.0.1')}/projector/{code}/")
    expect(wall.locator(".address")).to_have_text(f"127.0.0.2:{hall.port}")
    from screening.web.way_in import secret_token

    key = (hall.folder / "data" / "secret.key").read_bytes()
    room = console.url.strip("/").split("/")[-1]
    phone = chromium.new_context(viewport={"width": 320, "height": 568}, locale="fr-BE").new_page()
    phone.goto(f"{hall.at('127.0.0.2')}/try/{code}/{secret_token(key, room, hall.at('127.0.0.2'))}")
    expect(phone.get_by_role("heading", name="C’est bon")).to_be_visible()
    expect(console.get_by_text("Un téléphone est arrivé jusqu’ici")).to_be_visible(timeout=5000)

    hall.addresses("127.0.0.4")
    expect(wall.locator(".address")).to_have_text(f"127.0.0.4:{hall.port}", timeout=5000)
    expect(wall.get_by_role("heading", name="L’adresse a changé")).to_be_visible()
    expect(console.locator("#moved")).to_be_visible(timeout=5000)
    expect(console.locator("#moved")).to_contain_text(f"127.0.0.4:{hall.port}")
    assert hall.at("127.0.0.4") in str(console.locator("#moved img").get_attribute("src"))
    hall.addresses()
    expect(wall.locator(".qr")).to_have_count(0, timeout=5000)
    expect(wall.get_by_text("relié à aucun réseau")).to_be_visible()


def test_a_new_address_is_told_in_the_film_and_in_the_debate_within_five_seconds(
    hall: Hall, chromium: Browser
) -> None:
    console, code = open_console(chromium, hall)
    wall = chromium.new_context(viewport={"width": 1920, "height": 1080}).new_page()
    wall.goto(f"{hall.at('127.0.0.1')}/projector/{code}/")
    console.get_by_role("button", name="Ouvrir les questions d’avant").click()
    console.get_by_role("button", name="Fermer et lancer le film").click()
    expect(console.get_by_role("button", name="Film terminé")).to_be_visible()

    hall.addresses("127.0.0.5")
    expect(wall.locator(".new-way")).to_contain_text(f"127.0.0.5:{hall.port}", timeout=5000)
    expect(console.locator("#moved img")).to_be_visible(timeout=5000)
    assert wall.locator(".new-way").bounding_box()["height"] < 100
    assert wall.locator(".qr, .new-way img").count() == 0
    console.get_by_role("button", name="Film terminé").click()
    expect(wall.get_by_role("heading", name="L’adresse a changé")).to_be_visible(timeout=5000)
    expect(wall.locator(".new-way")).to_have_count(0)

    console.get_by_role("button", name="Fermer et ouvrir le débat").click()
    expect(console.get_by_role("button", name="Projeter la suite")).to_be_visible()
    console.get_by_role("button", name="Projeter la suite").click()
    hall.addresses("127.0.0.6")
    expect(wall.locator(".new-way")).to_contain_text(f"127.0.0.6:{hall.port}", timeout=5000)
    expect(wall.locator("section.prompt")).to_be_visible()
    assert_whole(wall)
    expect(console.locator("#moved")).to_contain_text(f"127.0.0.6:{hall.port}", timeout=5000)
    console.get_by_role("button", name="Montrer le grand carré").click()
    expect(wall.locator("img.qr")).to_be_visible(timeout=5000)
    console.get_by_role("button", name="Écran noir").first.click()
    expect(wall.locator("section.black")).to_be_visible(timeout=5000)
    expect(wall.locator(".new-way")).to_have_count(0)


def test_a_killed_server_goes_on_where_it_was(hall: Hall, chromium: Browser) -> None:
    console, code = open_console(chromium, hall)
    wall, phone = (chromium.new_context(locale="fr-BE").new_page() for _ in range(2))
    wall.goto(f"{hall.at('127.0.0.1')}/projector/{code}/")
    console.get_by_role("button", name="Ouvrir les questions d’avant").click()
    console.get_by_role("button", name="Fermer et lancer le film").click()
    phone.goto(f"{hall.at('127.0.0.2')}/r/{code}/")
    expect(phone.get_by_text("Le film passe")).to_be_visible()
    hall.kill()
    expect(console.locator("#offline")).to_be_visible(timeout=10000)
    hall.start()
    up = time.monotonic()
    expect(console.locator("#offline")).to_be_hidden(timeout=5000)
    expect(wall.locator("#lost")).to_be_hidden(timeout=5000)
    console.get_by_role("button", name="Film terminé").click()
    pressed = time.monotonic()
    expect(wall.get_by_text("Mêmes questions, même ticket")).to_be_visible(timeout=5000)
    expect(phone.get_by_role("heading", name="Bienvenue")).to_be_visible(timeout=15000)
    assert time.monotonic() - pressed < 15
    assert pressed - up < 10


def test_nothing_that_people_write_breaks_the_wall(hall: Hall, chromium: Browser) -> None:
    console, code = open_console(chromium, hall)
    console.locator("#network summary").click()
    console.get_by_label("Nom du Wi-Fi").fill("W" * 32)
    console.get_by_label("Mot de passe du Wi-Fi").fill("M" * 63)
    console.get_by_role("button", name="Enregistrer le Wi-Fi").click()
    for scheme, width, height in (("light", 1024, 768), ("dark", 1024, 768), ("dark", 1920, 1080)):
        viewport = {"width": width, "height": height}
        wall = chromium.new_context(viewport=viewport, color_scheme=scheme).new_page()
        wall.goto(f"{hall.at('127.0.0.1')}/projector/{code}/")
        expect(wall.locator(".qr-wifi")).to_be_visible()
        for square in wall.locator("img").all():
            box = square.bounding_box()
            assert box and box["width"] > 0.25 * height
            assert square.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
        assert_whole(wall)
        show_the_awful(wall)


def show_the_awful(wall: Page) -> None:
    """Put texts that people really type into each kind of view, as the script does."""
    for text in AWFUL:
        for fragment in (
            f'<section class="words prompt"><h1 class="big">{text}</h1></section>',
            f'<section class="words"><blockquote class="big">{text}</blockquote>'
            f'<p class="speaker">{text}</p></section>',
            f'<section class="words"><p class="value long">{text}</p><p class="what">{text}</p></section>',
            f'<section class="title dark"><h1>{text}</h1></section>',
        ):
            wall.evaluate("h => { document.querySelector('#screen').innerHTML = h; }", fragment)
            wall.evaluate("dispatchEvent(new Event('resize'))")
            assert_whole(wall)


def assert_whole(wall: Page) -> None:
    """No scroll bar, and every piece of type inside the window."""
    assert wall.evaluate(
        """() => {
          const root = document.documentElement;
          const parts = Array.from(document.querySelectorAll('#screen section > *'));
          const inside = parts.every((part) => {
            const box = part.getBoundingClientRect();
            const high = box.top >= 0 && box.bottom <= innerHeight + 1;
            return high && box.left >= 0 && box.right <= innerWidth + 1;
          });
          return inside && root.scrollWidth <= innerWidth && root.scrollHeight <= innerHeight;
        }"""
    ), wall.content()
