"""Every page of an evening, in few languages and widths or (full run) all: by axe, and what axe can't see."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from browser.checks import axe, cut, lost_focus, overflow, parts, spacing, targets
from browser.stages import SPOKEN, start
from browser.walk import ENDS, FEWER, THEMES, WIDTHS, visits
from playwright.sync_api import Browser, Page
from werkzeug.routing import RequestRedirect

from screening.i18n import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOT_PAGES = {
    "static", "clicker.token", "console.live", "exports.as_json", "exports.findings", "exports.words",
    "health.health", "moving.export", "yearly.csv", "yearly.ods", "yearly.pdf",
    "organisers.pdf", "participants.listen", "participants.where", "paper.typing", "phones.qr",
    "projector.qr", "projector.results_qr", "projector.screen", "projector.wifi", "remote.qr", "shared.qr",
}  # fmt: skip
"""What a GET returns beside pages: pictures, files, states, the way to another page."""
ELSEWHERE = {"accounts.setup", "shared.done"}
"""The page before all others, looked at below, and the one after a form: test_participants_accessible."""


def faults(page: Page, reader: str, spoken: str, widths: Sequence[int]) -> list[str]:
    """Look at a page as its readers do; the checks that take long, in French alone."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 720})
        if reader == "wall":
            page.wait_for_timeout(250)  # What it shows is fitted to the screen anew.
        found += [f"{fault}, at {width} px" for fault in overflow(page) + cut(page)]
    found += targets(page) + parts(page)
    if reader == "wall":
        # A projector washes out: 7 to 1 there.
        return found + (axe(page, ["color-contrast-enhanced"]) if spoken == "fr" else [])
    if spoken in {"fr", "ar"}:
        page.set_viewport_size({"width": 320, "height": 568})
        found += lost_focus(page) + spacing(page)
    return found


def test_every_page_can_be_read_and_used_at_every_width(
    chromium: Browser, tmp_path: Path, full: bool
) -> None:
    evening = start(tmp_path)
    routes = evening.app.url_map.bind("")
    found: list[str] = []
    seen = set()
    for page, name, url in visits(chromium, evening, SPOKEN if full else FEWER):
        reader, *_stage, spoken = name.split()
        found += [f"{name}: {fault}" for fault in faults(page, reader, spoken, WIDTHS if full else ENDS)]
        try:
            seen.add(routes.match(url.partition("?")[0])[0])
        except RequestRedirect as redirect:
            seen.add(routes.match(redirect.new_url.partition("//")[2])[0])
    pages = {rule.endpoint for rule in evening.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert not pages - seen - NOT_PAGES - ELSEWHERE
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_on_any_page_in_any_theme(
    chromium: Browser, tmp_path: Path, full: bool, theme: str
) -> None:
    every = {**SPOKEN, "phone": tuple(LANGUAGES)}
    languages = every if full else {"phone": ("ar",), "wall": ("fr",), "owner": ("fr",)}
    found = []
    for page, name, _url in visits(chromium, start(tmp_path), languages, theme):
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        # A projector washes out: 7 to 1 there.
        beyond = axe(page, ["color-contrast-enhanced"]) if name.startswith("wall") else []
        found += [f"{name}: {fault}" for fault in axe(page) + beyond]
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_before_all_others_keeps_nobody_out(server: Any, chromium: Browser, theme: str) -> None:
    page = chromium.new_context(**THEMES[theme]).new_page()
    page.goto(server.setup)
    assert not axe(page) + faults(page, "owner", "fr", WIDTHS)
