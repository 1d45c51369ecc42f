"""The help stays true: three languages alike, real pictures, links that lead somewhere, real buttons."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from pages import PLAN, press

import screening
from screening import resources
from screening.guide.handbook import PAGES, Picture, read_help
from screening.i18n import WALL_LANGUAGES

TEMPLATES, STATIC = resources.folder("templates"), resources.folder("static")
HELP = {code: read_help(TEMPLATES / "help", code) for code in WALL_LANGUAGES}
SECTIONS = {(page.name, section.id) for page in HELP["fr"] for section in page.sections}


def outline(code: str) -> list[tuple[str, str, list[str]]]:
    return [
        (
            page.name,
            s.id,
            [part.file.removeprefix(f"{code}/") for part in s.parts if isinstance(part, Picture)],
        )
        for page in HELP[code]
        for s in page.sections
    ]


def catalogue(code: str) -> set[str]:
    """Return every text of the product in a language; French ones are the keys of the English catalogue."""
    path = Path(screening.__file__).parent / "translations" / code.replace("fr", "en") / "LC_MESSAGES"
    messages = read_po(BytesIO((path / "messages.po").read_bytes()))
    return {str(m.id if code == "fr" else m.string) for m in messages}


@pytest.mark.parametrize("code", WALL_LANGUAGES)
def test_each_language_has_the_same_sections_with_the_same_pictures(code):
    assert outline(code) == outline("fr")
    assert len(outline(code)) > 30
    assert all(page.title and page.opening and len(page.sections) > 4 for page in HELP[code])


def test_pictures_are_there_are_small_and_are_used():
    shown = {f"{code}/{file}" for code in HELP for _page, _section, files in outline(code) for file in files}
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    folder = STATIC / "help"
    kept = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*.webp")}
    assert shown | set(re.findall(r"static/help/([\w/-]+\.webp)", readme)) == set(kept)
    assert max(kept.values()) < 60_000
    assert sum(kept.values()) < 2_000_000


@pytest.mark.parametrize("code", WALL_LANGUAGES)
def test_every_name_of_a_button_is_what_stands_on_it(code):
    known, named = catalogue(code), []
    for name in PAGES:
        text = (TEMPLATES / "help" / code / f"{name}.md").read_text("utf-8")
        named += re.findall(r"\*\*(.+?)\*\*", text)
    assert len(named) > 40
    assert set(named) <= known, set(named) - known


def test_every_link_into_the_help_leads_to_a_section():
    pages = {path: path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")}
    links = [
        (*found, path.name)
        for path, page in pages.items()
        for found in re.findall(r'help_link\("(\w+)", "(\w+)"', page)
    ]
    layout = pages[TEMPLATES / "console" / "layout.html"]
    links += [(*found, "layout") for found in re.findall(r': \("(\w+)", "(\w+)"\)', layout)]
    assert len(links) > 15
    assert not [link for link in links if link[:2] not in SECTIONS]


@pytest.mark.parametrize("code", WALL_LANGUAGES)
def test_a_page_is_read_by_anybody_with_pictures_told_in_words(app, code):
    reader = app.test_client()
    for name in PAGES:
        page = reader.get(f"/help/{name}?lang={code}").text
        assert f'<html lang="{code}"' in page
        assert "**" not in page
        assert all(
            re.search(r'alt="[^"]{20,}"', image) for image in re.findall(r'<img class="picture".*?>', page)
        )
        assert f"/help/?lang={code}" in page, "the way back keeps the language"


@pytest.mark.parametrize(
    ("code", "asked", "section"),
    [
        ("fr", "telephones n'arrivent", "trouble#phones"),
        ("fr", "TICKET perdu", "trouble#ticket"),
        ("nl", "verzegelen", "evening#seal"),
        ("en", "question mark", "paper#hard"),
    ],
)
def test_a_search_finds_a_section_without_accents_or_capitals(app, code, asked, section):
    page = app.test_client().get("/help/", query_string={"q": asked, "lang": code}).text
    first = re.search(
        r'<section class="stack" aria-live="polite">.*?href="/help/(\w+)\?lang=\w+(#\w+)"', page, re.DOTALL
    )
    assert first
    assert first[1] + first[2] == section


def test_a_search_that_finds_nothing_says_what_to_try(app):
    page = app.test_client().get("/help/?q=<b>rien</b>").text
    assert "Rien pour ces mots" in page
    assert "<b>rien" not in page


def test_a_facilitator_reads_it_in_their_own_language_from_where_the_question_arises(evening):
    press(evening.client, "/account", {"language": "nl"}, "/account/language")
    console = evening.client.get(evening.url).text
    link = re.search(r'href="(/help/preparing#phone)" target="help">Hulp', console)
    assert link
    assert "Proberen met een telefoon" in evening.client.get(link[1].partition("#")[0]).text


def test_who_only_organises_is_led_to_the_season(town):
    page = town.again("organiser").get("/screenings/").text
    assert "Ouvrir la saison" in page
    assert "/screenings/new" not in page
    assert "/screenings/rehearse" not in page


def test_the_first_screen_says_what_to_do_next(facilitator):
    assert "Préparer une séance" in facilitator.get("/screenings/").text
    made = press(facilitator, "/screenings/new", PLAN).request.path

    def button() -> str:
        page = facilitator.get("/screenings/").text
        return re.search(
            r'id="next">.*?<a class="button big" href="([^"]+)">(.+?)</a>', page, re.DOTALL
        ).groups()

    assert button() == (made, "Continuer la préparation")
    press(facilitator, made, {"from": "preparing"}, f"{made}phase")
    assert button() == (made, "Reprendre la soirée")
    for phase in ("before", "film", "after", "debate"):
        press(facilitator, made, {"from": phase}, f"{made}phase")
    assert button() == (made, "Finir la séance")
    press(facilitator, f"{made}seal", {"typed": "y", "destroyed": "y"})
    assert button() == (made.replace("screenings", "summaries"), "Lire le bilan")
