"""Fifteen people in four languages, on paper, on one tablet for several, on phones: all are paired."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import CHROMIUM, FLAGS
from browser.steps import press_large, set_up
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

# Language of the sheet, a word, counters before and after.
PAPER = [
    ("fr", "aide", 2, 4),
    ("fr", "file", 3, 3),
    ("nl", "papieren", 3, 5),
    ("nl", "rij", 1, 4),
    ("en", "queue", 4, 5),
    ("ar", "مساعدة", 2, 2),
]
TABLET = [("fr", 2, 5), ("nl", 3, 4), ("ar", 4, 4)]
PHONES = [("fr", 3, 4), ("nl", 2, 3), ("en", 3, 5), ("ar", 4, 5), ("fr", 5, 5), ("en", 1, 2)]
NO_COOKIES, NO_SCRIPT, OTHER_BROWSER = 1, 2, 3
CODE = re.compile(r"[2-9A-HJ-Y]{3}-[2-9A-HJ-Y]{3}")


def phone(browser: Browser, language: str, **more: Any) -> Page:
    return browser.new_context(viewport={"width": 320, "height": 568}, locale=language, **more).new_page()


@pytest.fixture
def locked(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """A phone whose browser refuses cookies and storage."""
    profile = tmp_path / "profile" / "Default"
    profile.mkdir(parents=True)
    refuse = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Preferences").write_text(json.dumps(refuse), "utf-8")
    context = chromium.browser_type.launch_persistent_context(
        profile.parent,
        executable_path=CHROMIUM,
        args=FLAGS,
        viewport={"width": 320, "height": 568},
        locale=PHONES[NO_COOKIES][0],
    )
    yield context.new_page()
    context.close()


def fill(page: Page, counter: int) -> str:
    """Answer the one question, leave the others, send; return the code that is shown."""
    box = page.locator(f"[name=q_s_guichet][value='{counter}']")
    while page.locator("html.js").count() and not box.is_visible():
        page.locator("[data-go='1']").click()
    box.check(force=True)
    while page.locator("[data-go='1']").is_visible():
        page.locator("[data-go='1']").click()
    page.locator("#send").click()
    expect(page.locator("form#form")).to_have_count(0)
    shown = page.locator(".ticket")
    return shown.inner_text() if shown.count() else ""


def answer_on_phones(phones: list[Page], room: str, moment: int) -> list[str]:
    codes = []
    for n, page in enumerate(phones):
        if n == NO_COOKIES and moment:
            # Its ticket is in the address.
            page.goto(re.sub(r"(/r/\w+/)thanks", r"\1", page.url))
        else:
            page.goto(room)
        if n == OTHER_BROWSER and moment:
            continue
        page.locator("[data-begin]").click()
        codes.append(fill(page, PHONES[n][1 + moment]))
    return codes


def answer_with_a_noted_code(page: Page, room: str, code: str, counter: int) -> None:
    """Another browser, the ticket typed by hand: a wrong character first."""
    page.goto(room)
    page.locator("[name=ticket_code]").fill(code[:-1] + ("2" if code[-1] != "2" else "3"))
    page.locator("form.card button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.locator("[name=ticket_code]").fill(code.lower())
    page.locator("form.card button").click()
    fill(page, counter)


def answer_on_the_tablet(tablet: Page, room: str, moment: int, codes: list[str]) -> list[str]:
    """People follow each other; each starts clean, in their own language."""
    shown = []
    for n, (language, *counters) in enumerate(TABLET):
        tablet.goto(f"{room}shared/")
        tablet.locator(f"nav [lang={language}]").click()
        if moment:
            tablet.locator("[name=ticket_code]").fill(codes[n])
            tablet.locator("form.card button").click()
        else:
            tablet.locator("main a.button").first.click()
        assert not tablet.locator("[name^=q_]:checked[value='1'], [name^=q_]:checked[value='2']").count()
        code = fill(tablet, counters[moment])
        shown.append(code)
        tablet.locator("[data-replace]").click()
        expect(tablet.locator("main")).not_to_contain_text(code or "no code")
        tablet.go_back()
        expect(tablet.locator("body")).not_to_contain_text(code or "no code")
        assert tablet.evaluate("sessionStorage.length + localStorage.length") == 0
    return shown


def print_sheets(console: Page, evening: str) -> list[str]:
    """Print a folded sheet for each person on paper, in their languages; return the codes, one a person."""
    console.goto(f"{evening}paper/")
    languages = [language for language, *_rest in PAPER]
    for language in set(languages):
        console.locator(f"#sheets [name=number-{language}]").fill(str(languages.count(language)))
    console.locator("#sheets button").click()
    console.wait_for_url("**/paper/sheets?*")
    halves = console.locator(".folded")
    return [CODE.findall(halves.nth(2 * n).inner_text())[0] for n in range(len(PAPER))]


def type_halves(desk: Page, codes: list[str], moment: str) -> None:
    """Type in one half of each sheet by its code, as they are handed in; the other half stays as it is."""
    for code, (language, word, *counters) in zip(codes, PAPER, strict=True):
        desk.locator("#code").fill(code)
        desk.locator("#code").press("Enter")
        desk.locator("[name=written]").select_option(language)
        desk.locator(f"[name={moment}-w_services]").fill(word)
        desk.locator(f"[name={moment}-s_guichet]").fill(str(counters[moment == "after"]))
        desk.locator("#save").click()
        expect(desk.get_by_text(f"Feuille {code} enregistrée")).to_be_visible()


@pytest.mark.slow
def test_all_fifteen_are_paired_and_weigh_the_same(server: Any, chromium: Browser, locked: Page) -> None:
    console = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    room = f"{server.url}/r/{set_up(console, server.setup)}/"
    evening = console.url
    console.goto(f"{evening}plan")
    for name in ("Nederlands", "English", "العربية"):
        console.get_by_label(name).check()
    press_large(console)
    sheets = print_sheets(console, evening)
    assert len(set(sheets)) == len(PAPER)
    console.goto(evening)
    press_large(console, "Ouvrir les questions d’avant")
    phones = [
        phone(chromium, language, java_script_enabled=n != NO_SCRIPT)
        for n, (language, *_counters) in enumerate(PHONES)
    ]
    phones[NO_COOKIES] = locked
    tablet = phone(chromium, "fr")
    codes = answer_on_phones(phones, room, 0)
    assert all(CODE.fullmatch(code) for code in codes)
    tablet_codes = answer_on_the_tablet(tablet, room, 0, [])

    press_large(console, "Fermer et lancer le film")
    link = console.request.get(f"{evening}paper/typing").url
    desk = chromium.new_context(viewport={"width": 1024, "height": 768}, locale="fr-BE").new_page()
    desk.goto(link)
    type_halves(desk, sheets, "before")
    press_large(console, "Film terminé")
    answer_on_phones(phones, room, 1)
    answer_with_a_noted_code(phone(chromium, "nl"), room, codes[OTHER_BROWSER], PHONES[OTHER_BROWSER][2])
    answer_on_the_tablet(tablet, room, 1, tablet_codes)

    press_large(console, "Fermer et ouvrir le débat")
    press_large(console, "Ne plus attendre")
    # A reveal says what is not typed in yet.
    expect(console.locator("#results")).to_contain_text("6 moitiés « après » ne sont pas encodées")
    desk.goto(link)
    type_halves(desk, sheets, "after")
    press_large(console, "Fin de soirée")
    counts = console.request.get(f"{evening}live").json()
    assert (counts["before"], counts["after"], counts["both"], counts["typed"]) == (15, 15, 15, 6)
    for moment in ("before", "after"):
        ways = [counts[f"{moment} {way}"] for way in ("phone", "paper", "accompanied")]
        assert ways == [len(PHONES), len(PAPER), len(TABLET)]

    console.goto(f"{evening}seal")
    for box in console.get_by_role("checkbox").all():
        box.check()
    press_large(console, "Sceller pour toujours")
    assert "15 avant, 15 après, dont 15 aux deux moments" in console.locator("dl.facts").inner_text()
    pairs = [(b, a) for *_who, b, a in [*PAPER, *TABLET, *PHONES]]
    up = sum(after > before for before, after in pairs)
    assert re.search(rf"\b{up}\b", console.locator("#s_guichet").inner_text())
