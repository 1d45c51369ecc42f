"""Paper as it is used: sheets printed and scanned, and typed in by keyboard alone."""

import re
import time
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from browser.steps import follow, press_large, set_up
from playwright.sync_api import Browser, Page, expect

from screening.i18n import LANGUAGES

pytestmark = pytest.mark.browser
FOLDED = (297, 210)
CODE = re.compile(r"\b[2-9A-Y]{3}-[2-9A-Y]{3}\b")


def console_of(server: Any, chromium: Browser) -> Page:
    page = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    set_up(page, server.setup)
    return page


def prepare(page: Page, evening: str, pile: str, size: str = "", **numbers: int) -> None:
    page.goto(evening + "paper/")
    form = page.locator(f"#{pile} form")
    form.locator("summary").click()
    for box in form.locator("[type=number]").all():
        box.fill(str(numbers.get(str(box.get_attribute("name")).removeprefix("number-"), 0)))
    if size:
        form.locator(f"[name=size][value={size}]").check()
    form.locator("button").click()
    page.wait_for_url(f"**/paper/{pile}?*")


def printed(page: Page, format: tuple[int, int] = (210, 297)) -> list[list[str]]:
    """Print what is shown; return what the QR codes of each A4 page say."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    pages = []
    for sheet in document:
        assert [round(side * 25.4 / 72) for side in sheet.get_size()] == list(format)
        image = sheet.render(scale=3).to_numpy()
        pages.append([found.text for found in zxingcpp.read_barcodes(image)])
        sheet.close()
    document.close()
    return pages


def test_sheets_fill_their_pages_and_their_squares_open_the_room(server: Any, chromium: Browser) -> None:
    page = console_of(server, chromium)
    evening = page.url
    prepare(page, evening, "tickets", fr=9)
    first, second = printed(page)
    tickets = first + second
    assert (len(first), len(second), len(set(tickets))) == (8, 1, 9)
    assert all(text.startswith(f"{server.url}/r/") and "?t=" in text for text in tickets)
    for lang in ("fr", "ar", "ro"):
        prepare(page, evening, "sheets", **{lang: 2})
        before, after, other, _again = printed(page, FOLDED)
        assert before == after
        assert before != other
        assert not set(before + other) & set(tickets)
    page.goto(evening + "paper/poster?lang=fr&lang=nl")
    assert [len(squares) for squares in printed(page)] == [1, 1]
    page.goto(evening + "paper/notice?lang=fr&lang=ar&lang=tr")
    assert len(printed(page)) == 3
    page.goto(evening)
    press_large(page)
    phone = chromium.new_context(java_script_enabled=False, locale="fr-BE").new_page()
    phone.goto(tickets[0])
    expect(phone.get_by_text("Votre ticket")).to_be_visible()


# What of a printed half reaches over its edge, or lies over what follows it.
CUT = """() => Array.from(document.querySelectorAll('.half')).flatMap((half) => {
  const edge = half.getBoundingClientRect();
  return Array.from(half.querySelectorAll('header, .question, .end, li')).filter((part) => {
    const box = part.getBoundingClientRect();
    return box.bottom > edge.bottom - 18 || box.right > edge.right + 1 || box.left < edge.left - 1
      || part.scrollWidth > part.clientWidth + 1;
  }).map((part) => half.closest('[lang]').lang + ': ' + part.textContent.trim().slice(0, 40));
})"""


@pytest.mark.parametrize("pictures", [False, True], ids=["words", "pictures"])
def test_no_question_is_cut_on_a_folded_sheet_in_any_language(
    server: Any, chromium: Browser, pictures: bool
) -> None:
    page = console_of(server, chromium)
    if pictures:
        page.goto(f"{page.url}plan")
        page.get_by_label("En images").check()
        follow(page.get_by_role("button", name="Enregistrer la séance"))
    evening = page.url
    prepare(page, evening, "sheets", **dict.fromkeys(LANGUAGES, 1))
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == []
    # One sheet of two sides for each; the leaf « before » is torn off with its own copy of the code.
    sides = printed(page, FOLDED)
    assert [len(squares) for squares in sides] == [1] * 16
    assert all(sides[n] == sides[n + 1] for n in range(0, 16, 2))
    assert len({squares[0] for squares in sides}) == 8
    halves = page.locator(".half").all_inner_texts()
    codes = [CODE.findall(half)[0] for half in halves]
    assert [len(set(codes[n : n + 4])) for n in range(0, 32, 4)] == [1] * 8
    page.emulate_media(media="null")
    prepare(page, evening, "sheets", size="large", fr=1, nl=1, tr=1)
    assert len(CODE.findall(page.locator("main").inner_text())) == page.locator(".half").count()
    assert len(printed(page)) == page.locator(".half").count()


@pytest.mark.parametrize("script", [True, False], ids=["with-javascript", "without"])
def test_a_sheet_is_typed_in_with_the_keyboard_alone(server: Any, chromium: Browser, script: bool) -> None:
    page = console_of(server, chromium)
    evening = page.url
    prepare(page, evening, "sheets", fr=1)
    found = CODE.search(page.content())
    assert found
    for _phase in range(4):
        page.goto(evening)
        press_large(page)
    page.goto(evening + "paper/typing")
    desk = chromium.new_context(java_script_enabled=script).new_page()
    desk.goto(page.url)
    keys = desk.keyboard
    onward = "Enter" if script else "Tab"
    began = time.monotonic()
    expect(desk.locator("#code")).to_be_focused()
    keys.type(found[0].lower())
    keys.press("Enter")
    desk.wait_for_url("**/sheet?*")
    expect(desk.locator("[name=before-w_services]")).to_be_focused()
    for typed in ("file, dame, attente", "écran"):
        keys.type(typed)
        keys.press(onward)
    for key in ("2", "4", "?", "5", "3", "10"):
        keys.type(key)
        if not script:
            keys.press("Tab")
    keys.type("colère")
    keys.press(onward)
    expect(desk.locator("[name=before-e_nonrecours]")).to_have_value("10")
    expect(desk.locator("[name=after-w_numerique]")).to_be_focused()
    desk.locator("#save").focus()
    keys.press("Enter")
    expect(desk.get_by_text(f"Feuille {found[0]} enregistrée")).to_be_visible()
    assert time.monotonic() - began < 30
    page.goto(evening)
    expect(page.locator("[data-count='before paper']")).to_have_text("1")
    expect(page.locator("[data-count=both]")).to_have_text("1")
