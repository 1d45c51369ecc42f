"""The languages of a screening: chosen once, printed by default, offered first on phones."""

import re

import pytest
from pages import PLAN, press

from screening.i18n import LANGUAGES

CODE = re.compile(r"\b[2-9A-Y]{3}-[2-9A-Y]{3}\b")


@pytest.fixture
def in_two(evening):
    """The evening, in Dutch and Arabic."""
    press(evening.client, evening.url + "plan", {**PLAN, "languages": ["nl", "ar"]})
    return evening


def test_poster_and_notice_are_in_the_languages_of_the_screening(in_two):
    for name in ("poster", "notice"):
        page = in_two.client.get(f"{in_two.url}paper/{name}").text
        assert re.findall(r'<article[^>]* lang="(\w+)"', page) == ["nl", "ar"]
    chosen = in_two.client.get(in_two.url + "paper/notice?lang=fr&lang=tr").text
    # Each in its own words, though they lie on one page.
    assert "Répondre est libre." in chosen
    assert chosen.count("Répondre est libre.") == 1
    assert "192.168.1.20:8080" in in_two.client.get(in_two.url + "paper/poster").text


@pytest.mark.parametrize("pile", ["tickets", "sheets"])
def test_each_language_gets_its_own_tickets_and_none_is_printed_twice(in_two, pile):
    form = in_two.client.get(in_two.url + "paper/").text
    assert form.index('name="number-nl"') < form.index("Autres langues") < form.index('name="number-fr"')
    page = in_two.press("paper/make", pile=pile, **{"number-nl": 2, "number-ar": 3, "number-fr": ""}).text
    dutch, arabic = (set(CODE.findall("".join(page.split(f'lang="{code}"')[1:]))) for code in ("nl", "ar"))
    codes = re.findall(r'class="(?:paper tickets|paper folded)" lang="(\w+)"', page)
    assert set(codes) == {"nl", "ar"}
    assert len(set(CODE.findall(page))) == 5
    assert len(dutch | arabic) == 5
    assert 'dir="rtl"' in page
    assert "Avant le film" not in page


def test_phones_offer_the_screenings_languages_first_and_all_eight(in_two):
    in_two.go("preparing")
    page = in_two.phone().get(in_two.room, headers={"Accept-Language": "fr"}).text
    offered = re.findall(r'(?:hreflang|<strong lang)="(\w+)"', page)
    assert offered[:2] == ["nl", "ar"]
    assert sorted(offered) == sorted(LANGUAGES)
    # The screening's own stand above everything, the others below.
    assert page.index('hreflang="ar"') < page.index("Commencer") < page.index('hreflang="tr"')


@pytest.mark.parametrize("path", ["", "shared/"])
def test_who_reads_none_of_the_eight_gets_the_screenings_first_language(in_two, path):
    in_two.go("preparing")
    page = in_two.phone().get(in_two.room + path, headers={"Accept-Language": "pl"}).text
    assert '<html lang="nl"' in page
    assert '<html lang="en"' in in_two.phone().get(f"{in_two.room}{path}?lang=en").text


def test_a_plan_without_a_language_is_in_french(evening):
    press(evening.client, evening.url + "plan", PLAN)
    assert '<article class="paper poster" lang="fr"' in evening.client.get(evening.url + "paper/poster").text
