"""Opens every page of an evening, in each language: for what looks at all of them.

As a program it draws them for people: `python tests/browser/walk.py FOLDER [--dark] [--all]` writes
a picture of each page, at the narrowest and the widest, or in all languages at all widths.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import CHROMIUM, FLAGS
from browser.stages import SPOKEN, Evening, stages, start
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

WIDTHS = (320, 360, 768, 1280)
FEWER = {"phone": ("fr", "ar"), "wall": ("fr",), "owner": ("fr",)}
ENDS = (WIDTHS[0], WIDTHS[-1])
"""The languages and widths of a quick look."""
SCREENS = {"phone": (320, 568), "wall": (1024, 768), "owner": (1280, 800)}
"""The screens of the three readers, in pixels."""
THEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}


def sign_in(context: BrowserContext, evening: Evening) -> None:
    """Sign the owner in."""
    page = context.new_page()
    page.goto(f"{evening.url}/sign-in")
    page.locator("[name=sign_in]").fill("nour")
    page.locator("[name=password]").fill("un long mot")
    page.locator("main button").click()
    page.wait_for_url("**/screenings/**")


def visits(
    browser: Browser, evening: Evening, languages: Mapping[str, Sequence[str]] = SPOKEN, theme: str = "light"
) -> Iterator[tuple[Page, str, str]]:
    """Open every page in each of its languages; yield it with a name, and its address."""
    # A button that fades in has not its colour yet.
    look: dict[str, Any] = {**THEMES[theme], "reduced_motion": "reduce"}
    readers = {
        name: browser.new_context(viewport={"width": width, "height": height}, **look)
        for name, (width, height) in SCREENS.items()
    }
    sign_in(readers["owner"], evening)
    for stage, addresses in stages(evening):
        for reader, urls in addresses.items():
            for language in languages[reader]:
                if reader == "owner":
                    evening.speak(language)
                for n, url in enumerate(urls):
                    spoken = "" if reader == "owner" else f"{'&' if '?' in url else '?'}lang={language}"
                    # A window of its own: the one before follows the room, and may load itself anew just now.
                    page = readers[reader].new_page()
                    answer = page.goto(evening.url + url + spoken)
                    # Some rooms are not there, or not any more, and some codes are wrong.
                    assert answer, url
                    assert answer.ok or stage == "sealed" or "222222" in url or "zzz" in url, url
                    yield page, f"{reader} {stage} {n} {language}", url
                    page.close()


def main(folder: Path, *options: str) -> None:
    """Write a picture of every page."""
    everything, theme = "--all" in options, "dark" if "--dark" in options else "light"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        evening = start(Path(data))
        for page, name, _url in visits(browser, evening, SPOKEN if everything else FEWER, theme):
            for width in WIDTHS if everything else ENDS:
                page.set_viewport_size({"width": width, "height": 900})
                page.screenshot(path=folder / f"{name} {width}.png", full_page=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
