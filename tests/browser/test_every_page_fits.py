"""Every page of an evening, in few languages and widths or (full run) in all: what axe can't see of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from browser.checks import axe, cut, lost_focus, overflow, parts, spacing, targets
from browser.walk import ENDS, FEWER, SPOKEN, WIDTHS, start, visits
from playwright.sync_api import Browser, Page
from werkzeug.routing import RequestRedirect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOT_PAGES = {
    "static", "clicker.token", "console.live", "exports.as_json", "exports.findings", "exports.words",
    "health.health", "moving.export", "yearly.csv", "yearly.ods", "yearly.pdf",
    "organisers.pdf", "participants.listen", "participants.where", "paper.typing", "phones.qr",
    "projector.qr", "projector.results_qr", "projector.screen", "projector.wifi", "remote.qr", "shared.qr",
}  # fmt: skip
"""What a GET returns beside pages: pictures, files, states, the way to another page."""
ELSEWHERE = {
    "accounts.enter",
    "accounts.setup",
    "accounts.join",
    "people.delete",
    "remote.open_link",
    "shared.done",
    "damage.page",
    "offers.page",
    "design.page",
}
"""Pages behind a link of their own, looked at in test_accessibility and test_nobody_left_out."""


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
