"""Nothing scrolls sideways and no text is cut off: every page, language and width of an evening."""

from pathlib import Path

import pytest
from browser.walk import WIDTHS, start, visits
from playwright.sync_api import Browser, Page
from werkzeug.routing import RequestRedirect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOT_PAGES = {
    "static", "clicker.token", "console.live", "exports.findings", "exports.words", "moving.export",
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
}
"""Pages behind a link of their own, looked at in test_accessibility and test_nobody_left_out."""
CUT = """() => {
  const wide = document.scrollingElement.scrollWidth - innerWidth;
  const cut = Array.from(document.querySelectorAll('body *')).filter((e) => {
    const style = getComputedStyle(e);
    const seen = style.textOverflow !== 'ellipsis' && e.tagName !== 'INPUT' && e.getClientRects().length && e.clientWidth > 4 && style.clip === 'auto';
    return seen && /hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
  }).map((e) => 'cut: ' + e.outerHTML.slice(0, 80));
  return (wide > 0 ? [wide + ' px too wide'] : []).concat(cut);
}"""


def faults(page: Page, name: str) -> list[str]:
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{name} at {width}: {fault}" for fault in page.evaluate(CUT)]
    return found


def test_nothing_scrolls_sideways_and_nothing_is_cut_off(chromium: Browser, tmp_path: Path) -> None:
    evening = start(tmp_path)
    routes = evening.app.url_map.bind("")
    found: list[str] = []
    seen = set()
    for page, name, url in visits(chromium, evening):
        found += faults(page, f"{name} {url}")
        try:
            seen.add(routes.match(url.partition("?")[0])[0])
        except RequestRedirect as redirect:
            seen.add(routes.match(redirect.new_url.partition("//")[2])[0])
    pages = {rule.endpoint for rule in evening.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert not pages - seen - NOT_PAGES - ELSEWHERE
    assert not found, "\n".join(dict.fromkeys(found))
