"""One whole evening with the real guide: set-up link to summary, twelve phones, one sheet of paper."""

import re
from typing import Any

import pytest
from browser.steps import set_up
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

pytestmark = pytest.mark.browser

PHONES = 12
# What each phone answers before and after: words for « services sociaux », and the scale on counters.
WORDS_BEFORE = [
    "aide",
    "aide",
    "aide",
    "file",
    "file",
    "CPAS",
    "CPAS",
    "aide",
    "aide",
    "papiers",
    "file",
    "aide",
]
WORDS_AFTER = ["écran"] * 6 + ["aide"] * 4 + ["colère"] * 2
COUNTER_BEFORE = [3, 3, 3, 2, 2, 4, 4, 3, 3, 5, 3, 2]
COUNTER_AFTER = [4, 5, 4, 4, 3, 5, 4, 4, 5, 5, 3, 4]


def look(phone: Page, room_url: str) -> None:
    """Open the room, as one taps it: a waiting page that moves on by itself at that instant wins."""
    try:
        phone.goto(room_url)
    except Error as error:
        if "interrupted by another navigation" not in error.message:
            raise
        phone.wait_for_load_state()
        phone.goto(room_url)


def answer(phone: Page, moment: str, word: str, counter: int) -> None:
    """Go through the form question by question, as a person does."""
    phone.get_by_role("link", name=re.compile("Commencer")).click()
    while True:
        current = phone.locator("fieldset:visible, section.question:visible, .question:visible").first
        name = current.evaluate("e => (e.querySelector('[name^=q_]') || {name: ''}).name")
        if name.startswith("q_w_services"):
            current.locator("input[type=text], input:not([type])").first.fill(word)
        elif name == "q_s_guichet":
            current.locator(f"input[value='{counter}']").check(force=True)
        elif name == "q_e_nonrecours":
            current.locator("input[value='3']").check(force=True)
        onward = phone.get_by_role("button", name="Suivant")
        if onward.is_visible():
            onward.click()
        else:
            break
    phone.get_by_role("button", name="Envoyer").click()
    expect(phone.get_by_role("heading", name="Merci !")).to_be_visible()


def type_sheet(page: Page, word: str, counter: int) -> None:
    page.locator("[name=q_w_services_1]").fill(word)
    page.locator(f"[name=q_s_guichet][value='{counter}']").check(force=True)
    page.locator("#send").click()


def open_phones(browser: Browser, url: str) -> list[tuple[BrowserContext, Page]]:
    phones = []
    for n in range(PHONES):
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, java_script_enabled=n != 11, locale="fr-BE"
        )
        page = context.new_page()
        page.goto(url)
        phones.append((context, page))
    return phones


def answer_without_script(phone: Page, word: str, counter: int) -> None:
    phone.get_by_role("link", name=re.compile("Commencer")).click()
    type_sheet(phone, word, counter)
    expect(phone.get_by_role("heading", name="Merci !")).to_be_visible()


def reload_in_the_middle(phone: Page) -> None:
    """What was typed is still there after a reload, on the same question."""
    phone.get_by_role("link", name=re.compile("Commencer")).click()
    phone.locator("[name=q_w_services_1]").fill("brouillon")
    phone.get_by_role("button", name="Suivant").click()
    phone.locator("[name=q_w_numerique_1]").fill("écran")
    phone.reload()
    expect(phone.locator("[name=q_w_numerique_1]")).to_have_value("écran")
    expect(phone.locator("[name=q_w_services_1]")).to_have_value("brouillon")
    # The phone's own Back goes back one question, then to the welcome.
    phone.go_back()
    phone.go_back()


def everyone_answers(phones: list[Any], moment: str, words: list[str], counters: list[int]) -> None:
    for n, (_context, phone) in enumerate(phones):
        if n == 11:
            answer_without_script(phone, words[n], counters[n])
        else:
            answer(phone, moment, words[n], counters[n])


def test_an_evening_from_the_set_up_link_to_the_summary(server: Any, chromium: Browser) -> None:
    console = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    set_up(console, server.setup)
    expect(console.get_by_role("button", name="Ouvrir les questions d’avant")).to_be_visible()
    projector_url = console.get_by_role("link", name="Ouvrir l’écran de la salle").get_attribute("href")
    wall = chromium.new_context(viewport={"width": 1024, "height": 768}).new_page()
    wall.goto(server.url + str(projector_url))
    expect(wall.locator("img.qr")).to_be_visible()
    room_url = f"{server.url}/r/{str(projector_url).strip('/').split('/')[-1]}/"

    phones = open_phones(chromium, room_url)
    expect(phones[0][1].get_by_role("heading", name="Bienvenue")).to_be_visible()
    console.get_by_role("button", name="Ouvrir les questions d’avant").click()
    for _context, phone in phones:
        look(phone, room_url)
    reload_in_the_middle(phones[2][1])
    everyone_answers(phones, "before", WORDS_BEFORE, COUNTER_BEFORE)
    expect(console.locator("[data-count=before]").first).to_have_text("12")
    expect(wall.get_by_text("12 personnes ont répondu")).to_be_visible()

    console.get_by_role("button", name="Fermer et lancer le film").click()
    expect(wall.locator(".qr")).to_have_count(0, timeout=4000)
    expect(phones[0][1].get_by_text("Le film passe")).to_be_visible(timeout=20000)
    phones[1][1].reload()
    expect(phones[1][1].get_by_text("Le film passe")).to_be_visible(timeout=20000)

    console.get_by_role("button", name="Film terminé").click()
    expect(wall.get_by_text("Mêmes questions, même ticket")).to_be_visible()
    for _context, phone in phones:
        look(phone, room_url)
    everyone_answers(phones, "after", WORDS_AFTER, COUNTER_AFTER)
    expect(console.locator("[data-count=after]").first).to_have_text("12")

    console.get_by_role("button", name="Fermer et ouvrir le débat").click()
    expect(console.get_by_text("Pas encore : les réponses s’ouvrent")).to_be_visible()
    console.get_by_role("button", name="Ne plus attendre").click()
    go_through_the_guide(console, wall)
    reveal(console, wall)
    console.get_by_role("button", name="Fin de soirée").first.click()
    expect(console.get_by_text("La soirée est finie")).to_be_visible()

    console.get_by_role("link", name="Encoder des feuilles").first.click()
    console.get_by_role("link", name="Feuille sans code").click()
    for moment, word, counter in (("before", "aide", "2"), ("after", "écran", "5")):
        console.locator(f"[name={moment}-w_services]").fill(word)
        console.locator(f"[name={moment}-s_guichet]").fill(counter)
    console.get_by_role("button", name="Enregistrer, feuille suivante").click()
    expect(console.get_by_text("Notez ce code sur la feuille")).to_be_visible()
    console.get_by_role("link", name="Revenir à la séance").click()
    console.get_by_role("link", name="Sceller la séance").click()
    expect(console.get_by_role("button", name="Sceller pour toujours")).to_be_visible()
    for box in console.get_by_role("checkbox").all():
        box.check()
    console.get_by_role("button", name="Sceller pour toujours").click()
    read_summary(console)


def go_through_the_guide(console: Page, wall: Page) -> None:
    """Press the one large button until the guide is through; the wall shows each card."""
    seen = 0
    while (onward := console.get_by_role("button", name="Projeter la suite")).count():
        text = console.locator(".card.strong .lead").inner_text()
        onward.click()
        expect(wall.get_by_text(text).first).to_be_visible(timeout=4000)
        seen += 1
    assert seen > 10


def reveal(console: Page, wall: Page) -> None:
    row = console.locator("#results li").filter(has_text=re.compile("guichet", re.IGNORECASE))
    row.get_by_role("button", name="Montrer avant").click()
    expect(wall.locator(".finding svg[role=img]")).to_be_visible(timeout=4000)
    expect(wall.locator(".finding .bar.after")).to_have_count(0)
    row.get_by_role("button", name="Puis après").click()
    expect(wall.locator(".finding .bar.after").first).to_be_visible(timeout=4000)


def read_summary(page: Page) -> None:
    """What the summary says is what was entered: 12 phones and one sheet."""
    facts = page.locator("dl.facts").inner_text()
    assert "13 avant, 13 après, dont 13 aux deux moments" in facts
    # The counters were revealed when twelve had answered: one sheet more does not change what is told.
    counter = page.locator("#s_guichet")
    assert "celui montré dans la salle" in counter.inner_text()
    up = sum(a > b for b, a in zip(COUNTER_BEFORE, COUNTER_AFTER, strict=True))
    assert re.search(rf"\b{up}\b", counter.inner_text())
    words = page.locator("#w_services").inner_text()
    assert "écran" in words
    assert "aide" in words
