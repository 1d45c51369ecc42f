"""The year's report, what an import offers, and deleting a season: through the pages."""

import csv
import datetime
import io
import re

import pytest
from benchmarks.many import fill, theme
from evenings import colleague
from pages import csrf, press
from werkzeug.datastructures import MultiDict

from screening.store.coding import offer_coding, read_coding
from screening.store.database import writing
from screening.store.debriefs import (
    PROMPTS,
    Debrief,
    current,
    drop_offered,
    insert_debrief,
    read_debriefs,
    save_debrief,
)
from screening.store.links import Links
from screening.store.merges import add_merge, merges_of
from screening.store.moved import MovedCoding
from screening.store.themes import Coding, code, texts
from screening.web.years import Period, year_report

YEAR = "/year/?since=2026-01-01&until=2026-12-31"
FILES = "since=2026-01-01&until=2026-12-31"


@pytest.fixture
def season(app, facilitator, guide):
    """Three sealed screenings of twelve people: texts coded, quotes approved, two debriefs, one to print."""
    library = app.extensions["screening"].library
    ids = fill(library, 3, 12, guide.questions)
    theme(library, next(q for q in guide.questions if q.id == "t_flou"))
    for name, shared in zip(ids[:2], (True, False), strict=True):
        texts = {prompt: f"{prompt} de {name[-2:]}" for prompt in PROMPTS}
        save_debrief(library.path, name, texts, datetime.date(2026, 2, 1), shared)
    return library, ids


def choose(client, **fields):
    """Send the form of the year as a browser does: several values of one name."""
    sent = MultiDict(
        {"since": "2026-01-01", "until": "2026-12-31", "csrf_token": csrf(client.get(YEAR).text)}
    )
    for name, value in fields.items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    return client.post("/year/", data=sent, follow_redirects=True)


def boxes(page: str, name: str) -> list[str]:
    return re.findall(rf'name="{name}" value="([^"]+)"', page)


def test_the_year_tells_its_totals_and_an_organiser_chooses_what_is_printed(season, facilitator):
    _library, ids = season
    page = facilitator.get(YEAR).text
    assert "3 séances" in page
    assert "7,5" in page
    assert len(boxes(page, "quote")) == 9
    assert boxes(page, "debrief") == [ids[0]]
    assert "1 débriefing n’est pas là" in page
    first = boxes(page, "quote")[0]
    saved = choose(
        facilitator,
        finding=boxes(page, "finding")[:2],
        quote=[first],
        debrief=ids,
        association="Les Amies",
        place_day="2",
        place_own_1="1",
        heading_own_1="Axe",
        text_own_1="=1",
    ).text
    assert re.findall(r'name="quote" value="([^"]+)" checked', saved) == [first]
    assert len(re.findall(r'name="finding" value="[^"]+" checked', saved)) == 2
    assert re.findall(r'name="debrief" value="([^"]+)" checked', saved) == [ids[0]]
    rows = facilitator.get(f"/year/activities.csv?{FILES}").data
    assert list(csv.reader(io.StringIO(rows.decode("utf-8-sig")), delimiter=";"))[:2] == [
        ["Axe", "Date"],
        ["'=1", "2026-01-05"],
    ]
    assert facilitator.get(f"/year/report.pdf?{FILES}&lang=nl").data.startswith(b"%PDF")
    assert facilitator.get(f"/year/report.ods?{FILES}").data.startswith(b"PK")


def test_a_season_with_thousands_of_quotes_fits_in_the_form(season, facilitator):
    page = facilitator.get(YEAR).text
    kept = boxes(page, "quote")
    assert choose(facilitator, quote=[*kept, *(f"{n:032x}" for n in range(3000))]).status_code == 200
    assert len(re.findall(r'name="quote" value="[^"]+" checked', facilitator.get(YEAR).text)) == len(kept)


def test_another_period_keeps_what_was_chosen_of_this_one(season, facilitator):
    page = facilitator.get(YEAR).text
    chosen = boxes(page, "quote")[:2]
    choose(facilitator, quote=chosen, finding=boxes(page, "finding"))
    choose(facilitator, since="2030-01-01", until="2030-12-31")
    assert set(re.findall(r'name="quote" value="([^"]+)" checked', facilitator.get(YEAR).text)) == set(chosen)


def test_a_quote_that_is_no_longer_approved_leaves_the_report(season, facilitator):
    library, ids = season
    choose(facilitator, quote=boxes(facilitator.get(YEAR).text, "quote"))
    whole = Period("2026-01-01", "2026-12-31")
    assert len(year_report(library, {}, whole).quotes[0][1]) == 9
    approved = {text.id for text in texts(library.path, ids[0], "t_flou") if text.approved}
    code(library.path, {ids[0]: "t_flou"}, Coding(approved=approved), Coding())
    assert len(year_report(library, {}, whole).quotes[0][1]) == 6


def test_a_facilitator_learns_nothing_of_the_year(season, app):
    links = Links(app.extensions["screening"].library.path)
    links.join(links.invite("Lou", True, False), "Lou", "lou", "un long mot", "fr")
    client = app.test_client()
    press(client, "/sign-in", {"sign_in": "lou", "password": "un long mot"})
    assert "/year/" not in client.get("/summaries/").text
    for page in ("/year/", "/year/report.pdf", "/year/report.ods", "/year/activities.csv"):
        assert client.get(page).status_code == 403


def test_groups_are_asked_only_once_an_organiser_wants_them(season, facilitator):
    _library, ids = season
    debrief = f"/summaries/{ids[0]}/debrief/"
    assert 'name="women"' not in facilitator.get(debrief).text
    choose(facilitator, groups="y")
    assert 'name="women"' in facilitator.get(debrief).text
    press(facilitator, debrief, {"women": "14", "men": "9", "start": "", "end": ""}, debrief + "report")
    assert 'name="women" min="0" max="2000" value="14"' in facilitator.get(debrief).text
    assert "femmes" not in facilitator.get(f"/summaries/{ids[0]}/").text


@pytest.mark.parametrize("wrong", [{"start": "midi"}, {"men": "3000"}, {"men": "-1"}, {"men": "neuf"}])
def test_estimates_that_can_not_be_taken_come_back_as_they_were_typed(season, facilitator, wrong):
    _library, ids = season
    choose(facilitator, groups="y")
    debrief = f"/summaries/{ids[0]}/debrief/"
    sent = press(facilitator, debrief, {"women": "14", "start": "", "end": "", **wrong}, debrief + "report")
    assert sent.status_code == 400
    for typed in ("14", *wrong.values()):
        assert f'value="{typed}"' in sent.text
    assert 'value="14"' not in facilitator.get(debrief).text


def test_the_author_of_a_debrief_lets_it_be_printed_or_not(season, facilitator):
    _library, ids = season
    debrief = f"/summaries/{ids[2]}/debrief/"
    press(facilitator, debrief, {"worked": "Le silence", "shared": "y"})
    assert set(boxes(facilitator.get(YEAR).text, "debrief")) == {ids[0], ids[2]}
    press(facilitator, debrief, {"worked": "Le silence"})
    assert boxes(facilitator.get(YEAR).text, "debrief") == [ids[0]]


def test_a_later_coding_of_a_file_is_shown_and_taken_by_hand(season, facilitator):
    library, ids = season
    page = f"/summaries/{ids[0]}/offered/"
    older = facilitator.get(f"/summaries/{ids[0]}/export").data
    add_merge(library.path, ids[0], "w_guichet", ["file"], "attente")
    file = facilitator.get(f"/summaries/{ids[0]}/export").data
    assert "plus ancien" in upload(facilitator, older).text
    assert "Rien n’attend" in facilitator.get(page).text
    press(facilitator, f"/screenings/{ids[0]}/delete/", {})
    upload(facilitator, older)
    offered = upload(facilitator, file)
    assert "file → attente" in offered.text
    assert "version plus récente" in facilitator.get(f"/summaries/{ids[0]}/").text
    assert merges_of(library.path, ids[0], "w_guichet") == {}
    taken = press(facilitator, page, {**sent(offered.text, "coding"), "take": "1"})
    assert "C’est noté" in taken.text
    assert merges_of(library.path, ids[0], "w_guichet") == {"file": "attente"}
    assert facilitator.get(f"/summaries/{ids[0]}/export").data == file


def sent(page: str, part: str) -> dict[str, str]:
    """Return the fields by which a page decides about one part."""
    return {
        "part": part,
        "shown": re.search(rf'value="{part}"><input [^>]*name="shown" value="(\w+)"', page)[1],
    }


def test_only_what_was_shown_is_taken(season, facilitator):
    library, ids = season
    page = f"/summaries/{ids[0]}/offered/"
    for version in (8, 9):
        _offer(library, ids[0], coding=version, debrief=version)
        if version == 8:
            opened = facilitator.get(page).text
    ours = read_coding(library.path, ids[0]), current(read_debriefs(library.path, ids[0]))
    for fields in ({"part": "other"}, {"part": "coding"}, sent(opened, "coding"), sent(opened, "debrief")):
        told = press(facilitator, page, {**fields, "take": "1"}).text
        assert "n’est plus ce que la page montrait" in told
        assert "C’est noté" not in told
    assert ours == (read_coding(library.path, ids[0]), current(read_debriefs(library.path, ids[0])))
    assert "version 9" in facilitator.get(page).text


def test_a_file_never_says_yes_to_print_in_the_place_of_the_author(season, app, facilitator):
    library, ids = season
    page = f"/summaries/{ids[1]}/offered/"
    _offer(library, ids[1], coding=9, debrief=9, shared=True)
    organiser = colleague(app, organiser=True)
    seen = organiser.get(page).text
    assert "Prendre celui du fichier" in seen.split('id="coding"')[1]
    assert "Prendre" not in seen.split('id="debrief"')[1].split("</section>")[0]
    mine = sent(facilitator.get(page).text, "debrief")
    assert press(organiser, page, {**mine, "take": "1"}).status_code == 404
    assert boxes(facilitator.get(YEAR).text, "debrief") == [ids[0]]
    press(facilitator, page, {**mine, "take": "1"})
    assert current(read_debriefs(library.path, ids[1])).texts["worked"] == "du fichier 9"
    assert boxes(facilitator.get(YEAR).text, "debrief") == [ids[0]]


def _offer(library, name: str, coding: int, debrief: int, shared: bool = False) -> None:
    day = datetime.date(2030, 1, 1)
    theirs = Debrief(debrief, day.isoformat(), dict.fromkeys(PROMPTS, f"du fichier {debrief}"), True, shared)
    with writing(library.path) as db:
        offer_coding(db, name, MovedCoding(version=coding, day=day))
        drop_offered(db, name)
        insert_debrief(db, name, theirs)


def upload(client, data: bytes):
    token = csrf(client.get("/summaries/import").text)
    sent = {"csrf_token": token, "file": (io.BytesIO(data), "seance.zip")}
    return client.post("/summaries/import", data=sent, follow_redirects=True)


def test_a_season_is_deleted_after_what_goes_and_stays_was_said(season, facilitator):
    library, _ids = season
    address = "/data/delete-season?since=2026-01-01&until=2026-01-13"
    told = facilitator.get(address).text
    assert "Séance 1" in told
    assert "Séance 2" in told
    assert "Séance 3" not in told
    assert "fichiers exportés" in told
    days = {"since": "2026-01-01", "until": "2026-01-13"}
    wrong = press(facilitator, address, {**days, "sure": "3"}, "/data/delete-season")
    assert "rien n’a été supprimé" in wrong.text
    assert len(library.screenings()) == 3
    done = press(facilitator, address, {**days, "sure": "2"}, "/data/delete-season")
    assert "2." in done.text
    assert [s.plan.title for s in library.screenings()] == ["Séance 3"]
