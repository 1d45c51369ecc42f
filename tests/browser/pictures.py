"""Pictures for the help pages and the README, of the product itself: `python tests/browser/pictures.py`.

In each language of the help, an evening with the real guide and twelve simulated people, on a laptop, with
a wall and a phone beside it.
Run it again when a page has changed; tests/web/test_help.py wants each picture that a help page shows.
"""

import base64
import logging
import random
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import CHROMIUM, FLAGS
from browser.steps import follow, room_code
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from waitress import create_server

from screening.app import create_app
from screening.config import Settings
from screening.i18n import translator
from screening.rehearsal import Crowd, Person

FOLDER = (
    Path(__file__).parents[2] / "static" / "help"
)  # unless the command names another; a folder a language
LAPTOP, PHONE, WALL = (1020, 700), (360, 640), (1280, 720)
MARGIN = 12
LARGEST = 60_000
LOCALES = {"fr": "fr-BE", "nl": "nl-BE", "en": "en-GB"}


@dataclass
class Pictures:
    """An evening that is photographed on its way."""

    browser: Browser
    here: str
    setup: str
    folder: Path
    language: str

    def __post_init__(self) -> None:
        self.laptop, self.wall, self.phone = (self._page(*size) for size in (LAPTOP, WALL, PHONE))
        self.code = self.crowd = None
        self.say = translator(self.language)

    def _page(self, width: int, height: int) -> Page:
        size = {"width": width, "height": height}
        locale = LOCALES[self.language]
        context = self.browser.new_context(viewport=size, locale=locale, reduced_motion="reduce")
        return context.new_page()

    def take(self, page: Page, name: str, of: str = "", height: int = 0) -> None:
        """Keep what stands at the top of a page, or one part of it, as a small picture."""
        page.evaluate("document.activeElement && document.activeElement.blur()")
        box = page.locator(of).first.bounding_box() if of else None
        width, tall = (page.viewport_size or {}).get("width", 0), (page.viewport_size or {}).get("height", 0)
        x, y, w, h = 0.0, 0.0, float(width), float(height or tall)
        if box:
            y, scroll = box["y"], page.evaluate("scrollY")
            x, y = max(0, box["x"] - MARGIN), max(0, y + scroll - MARGIN)
            w, h = min(width - x, box["width"] + 2 * MARGIN), min(height or 900, box["height"] + 2 * MARGIN)
        clip = {"x": x, "y": y, "width": w, "height": h, "scale": min(1, 760 / w)}
        self._write(page, name, clip)

    def _write(self, page: Page, name: str, clip: dict[str, float]) -> None:
        client = page.context.new_cdp_session(page)
        for quality in (82, 70, 55, 40):
            asked = {"format": "webp", "quality": quality, "clip": clip, "captureBeyondViewport": True}
            taken = base64.b64decode(client.send("Page.captureScreenshot", asked)["data"])
            if len(taken) < LARGEST:
                break
        (self.folder / f"{name}.webp").write_bytes(taken)
        print(f"{name}.webp {len(taken) // 1024} kB")

    def button(self, name: str) -> Locator:
        """Return the first button of the console with this French name, in the language spoken."""
        return self.laptop.get_by_role("button", name=self.say(name), exact=True).first

    def link(self, name: str) -> Locator:
        """Return a link of the console by its French name."""
        return self.laptop.get_by_role("link", name=self.say(name))

    def press(self, name: str) -> None:
        follow(self.button(name))

    def answer(self, moment: str) -> None:
        for person in self.crowd.crowd:
            self.crowd._answer(person, moment)


def set_up(p: Pictures) -> None:
    page = p.laptop
    page.goto(p.setup)
    for label, text in (
        ("Votre nom", "Nour"),
        ("Nom de connexion", "nour"),
        ("Mot de passe", "une longue phrase"),
    ):
        page.get_by_label(label).fill(text)
    follow(page.get_by_role("button", name="Commencer"))
    page.goto(f"{p.here}/account")
    page.locator("[name=language]").select_option(p.language)
    follow(page.get_by_role("button", name="Changer de langue"))
    page.goto(f"{p.here}/screenings/")
    p.take(page, "first", height=480)
    follow(p.link("Préparer une séance"))
    page.locator("[name=title]").fill("Soirée à la maison de quartier")
    page.locator("[name=place]").fill("Rue du Progrès, Schaerbeek")
    page.locator("[name=expected]").fill("14")
    p.take(page, "plan", height=760)
    p.press("Enregistrer la séance")
    p.code, p.console = room_code(page), page.url
    p.wall.goto(f"{p.here}/projector/{p.code}/?lang={p.language}")
    p.crowd = Crowd(p.here, p.code, crowd=[Person() for _ in range(12)], chance=random.Random(11))


def prepare(p: Pictures) -> None:
    p.take(p.laptop, "preparing", height=640)
    p.wall.locator("img.qr").wait_for()
    p.wall.evaluate("document.getElementById('hint').remove()")
    p.take(p.wall, "wall")
    follow(p.link("Tout vérifier avant la soirée"))
    p.take(p.laptop, "check", height=640)
    p.laptop.goto(f"{p.console}paper/")
    p.take(p.laptop, "print", "#sheets")
    p.laptop.goto(p.console)


def before(p: Pictures) -> None:
    p.press("Ouvrir les questions d’avant")
    p.phone.goto(f"{p.here}/r/{p.code}/?lang={p.language}")
    p.phone.locator("[data-begin]").click()
    p.phone.locator("[name=q_w_services_1]").fill("file d’attente")
    p.take(p.phone, "question")
    p.answer("before")
    p.laptop.reload()
    p.take(p.laptop, "before", height=560)
    network = p.laptop.locator("#network")
    network.evaluate("e => e.open = true")
    p.take(p.laptop, "network", "#network")


def film_and_after(p: Pictures) -> None:
    p.press("Fermer et lancer le film")
    p.press("Film terminé\u00a0: ouvrir les questions d’après")
    p.answer("after")
    p.laptop.reload()
    p.press("Fermer et ouvrir le débat")
    p.press("Ne plus attendre")


def debate(p: Pictures) -> None:
    for _ in range(4):
        p.press("Projeter la suite")
    p.take(p.laptop, "debate", height=640)
    for stage in ("Montrer avant", "Puis après"):
        row = p.laptop.locator("#results li:has([value=s_guichet])")
        follow(row.get_by_role("button", name=p.say(stage)))
    p.take(p.laptop, "results", "#results", height=520)
    p.wall.locator(".finding .bar.after").first.wait_for()
    p.take(p.wall, "shown")


def type_in(p: Pictures) -> None:
    p.press("Fermer les téléphones\u00a0: fin de soirée")
    p.take(p.laptop, "ended", ".card.strong")
    p.laptop.goto(f"{p.console}paper/typing")
    p.take(p.laptop, "desk", height=420)
    follow(p.link("Feuille sans code"))
    for moment, word, counter in (("before", "aide", "2"), ("after", "écran", "5")):
        p.laptop.locator(f"[name={moment}-w_services]").fill(word)
        p.laptop.locator(f"[name={moment}-s_guichet]").fill(counter)
    p.take(p.laptop, "typing", height=640)
    p.press("Enregistrer, feuille suivante")


def seal(p: Pictures) -> None:
    p.laptop.goto(f"{p.console}seal")
    p.take(p.laptop, "seal", "main")
    for box in p.laptop.get_by_role("checkbox").all():
        box.check()
    p.press("Sceller pour toujours")
    p.take(p.laptop, "summary", height=760)
    p.take(p.laptop, "finding", "#s_guichet")
    p.laptop.goto(p.laptop.url.split("?")[0] + "debrief/")
    p.take(p.laptop, "debrief", height=520)
    p.laptop.goto(f"{p.here}/summaries/")
    p.take(p.laptop, "season", height=380)


def three_screens(p: Pictures) -> None:
    """Put console, wall and phone side by side, for the README."""
    shown = {
        name: base64.b64encode((p.folder / f"{name}.webp").read_bytes()).decode()
        for name in ("before", "wall", "question")
    }
    page = p._page(1240, 420)
    figure = '<img style="{}" src="data:image/webp;base64,{}">'
    places = ("left:20px;width:490px", "left:530px;width:480px", "left:1030px;width:190px")
    frame = (
        ";position:absolute;top:40px;border:1px solid #8a7b6a;border-radius:8px;box-shadow:0 6px 24px #0003"
    )
    body = "".join(
        figure.format(place + frame, data) for place, data in zip(places, shown.values(), strict=True)
    )
    page.set_content(f'<body style="margin:0;background:#f1e8da">{body}')
    page.wait_for_timeout(300)
    clip = {"x": 0, "y": 0, "width": 1240, "height": 420, "scale": 1}
    p._write(page, "three-screens", clip)


def photograph(browser: Browser, folder: Path, language: str) -> None:
    """Lead an evening in a language, and write its pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        settings = Settings(data=Path(data), public_url="http://192.168.1.20:8080", host="127.0.0.1")
        app = create_app(settings)
        server = create_server(app, host="127.0.0.1", port=0)
        threading.Thread(target=server.run, daemon=True).start()
        here = f"http://127.0.0.1:{server.effective_port}"
        pictures = Pictures(browser, here, f"{here}/setup/{settings.setup_secret}", folder, language)
        for part in (set_up, prepare, before, film_and_after, debate, type_in, seal):
            part(pictures)
        if language == "fr":
            three_screens(pictures)


def main(folder: Path) -> None:
    """Write the pictures of each language."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for language in LOCALES:
            photograph(browser, folder / language, language)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
