"""What a phone downloads from the scan to the form: requests, bytes on the wire, in a fresh Chromium profile.

Run: `python tests/benchmarks/weight.py [URL ...]`. It starts the product on the real guide and measures the
way to the form. Addresses that are given (another system's form) are measured in the same way.
"""

import sys
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import CHROMIUM, FLAGS, free_port
from pages import PLAN, press

from screening.app import create_app
from screening.config import Settings
from screening.server import listen

MOST_REQUESTS, MOST_BYTES = 3, 20_000
DEFAULT_SET = ["w_services", "w_numerique", "s_internet", "s_cause", "s_heure", "s_guichet", "s_collectif"]
DEFAULT_SET += ["e_nonrecours", "h_humeur", "t_flou"]
PICTURES = {"question_set": "pictures"}


class Load(NamedTuple):
    """One page as a phone loaded it: requests, and bytes with headers, as they went over the wire."""

    requests: int
    wire: int


def serve(folder: Path) -> tuple[str, str, str]:
    """Start the product with two screenings that take answers; return its address and their codes."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    settings = Settings(data=folder, public_url=url, port=port, host="127.0.0.1")
    app = create_app(settings)
    client = app.test_client()
    press(client, f"/setup/{settings.setup_secret}", {"name": "N", "sign_in": "n", "password": "un long mot"})
    codes = []
    for more in ({}, PICTURES):
        plan = {
            **PLAN,
            "guide": "plus-personne",
            "questions": DEFAULT_SET,
            "sequences": ["non-recours"],
            **more,
        }
        page = press(client, "/screenings/new", plan)
        press(client, page.request.path, {"from": "preparing"}, page.request.path + "phase")
        codes.append(page.text.split("/projector/")[1][:6])
    server = listen(app, settings)
    threading.Thread(target=server.run, daemon=True).start()
    return url, *codes


def measure(context: BrowserContext, url: str, begin: bool = False) -> Load:
    """Open a page, go on to its form, and return what came over the wire for it."""
    page = context.new_page()
    wire: dict[str, float] = {}
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda e: wire.update({e["requestId"]: e["encodedDataLength"]}))
    page.goto(url, wait_until="load")
    if begin:
        page.locator("[data-begin]").click()
        page.locator("fieldset").first.wait_for()
    page.wait_for_timeout(500)
    page.close()
    sent = [size for size in wire.values() if size]
    return Load(len(sent), int(sum(sent)))


def main() -> int:
    """Print the table; 1 when the form is heavier than it may be."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)

        def phone() -> BrowserContext:
            return browser.new_context(
                viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, locale="fr-BE"
            )

        def tell(name: str, load: Load) -> Load:
            print(f"{name:<44}{load.requests:>3} requests {load.wire:>8} bytes")
            return load

        url, code, pictures = serve(Path(folder))
        form = tell("form, fresh profile", measure(phone(), f"{url}/r/{code}/before"))
        tell("form in pictures, fresh profile", measure(phone(), f"{url}/r/{pictures}/before"))
        joined = tell("from the scan to the form", measure(phone(), f"{url}/r/{code}/", begin=True))
        for other in sys.argv[1:]:
            tell(other, measure(phone(), other))
        browser.close()
    return int(any(load.requests > MOST_REQUESTS or load.wire > MOST_BYTES for load in (form, joined)))


if __name__ == "__main__":
    sys.exit(main())
