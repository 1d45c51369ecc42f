"""Look at every page of the three readers side by side: `python tests/browser/look.py FOLDER [--dark]`.

A page a route, as its reader sees it, on a laptop, a phone or the wall; FOLDER/index.html shows them all.
"""

import logging
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import CHROMIUM, FLAGS
from playwright.sync_api import BrowserContext, sync_playwright
from routes import Town, settle
from waitress import create_server

from screening.app import create_app
from screening.config import Settings

EXAMPLES = Path(__file__).parents[1] / "guides"
SIZES = {"laptop": (1280, 800), "phone": (360, 740), "wall": (1920, 1080)}
ON_PHONES = {"participants", "shared", "handed_out", "phones", "remote"}
NOT_PAGES = (
    "qr",
    "live",
    "screen",
    "listen",
    "pdf",
    "export",
    "findings",
    "words",
    "token",
    "wifi",
    "static",
)


def reader(endpoint: str) -> str:
    part = endpoint.partition(".")[0]
    return "phone" if part in ON_PHONES else "wall" if part == "projector" else "laptop"


def look(folder: Path, scheme: str, data: Path) -> list[str]:
    """Take a picture of each page that answers 200, and return their names."""
    app = create_app(Settings(data=data, guides=(EXAMPLES,), design=True))
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(app, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    here = f"http://127.0.0.1:{server.effective_port}"
    town, taken = settle(app), []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        contexts = {
            name: browser.new_context(viewport={"width": w, "height": h}, color_scheme=scheme)
            for name, (w, h) in SIZES.items()
        }
        for context in contexts.values():
            lend(town, "owner", context, here)
        for endpoint, method in sorted(town.routes()):
            if method != "GET" or endpoint.endswith(NOT_PAGES):
                continue
            page = contexts[reader(endpoint)].new_page()
            answer = page.goto(here + town.url(endpoint))
            if answer and answer.status == 403:
                lend(town, "organiser", page.context, here)
                answer = page.reload()
                lend(town, "owner", page.context, here)
            if answer and answer.status == 200:
                page.screenshot(path=folder / f"{endpoint}.png", full_page=reader(endpoint) != "wall")
                taken.append(endpoint)
            page.close()
    return taken


def lend(town: Town, role: str, context: BrowserContext, here: str) -> None:
    """Give a browser the session of one of the town's readers."""
    client = town.clients[role]
    context.add_cookies([{"name": c.key, "value": c.value, "url": here} for c in client._cookies.values()])


if __name__ == "__main__":
    import tempfile

    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        names = look(target, "dark" if "--dark" in sys.argv else "light", Path(temporary))
    figures = "".join(
        f'<figure><img src="{n}.png" width="420"><figcaption>{n}</figcaption></figure>' for n in names
    )
    (target / "index.html").write_text(f"<style>body{{columns:4}}</style>{figures}", "utf-8")
    print(f"{len(names)} pages: {target / 'index.html'}")
