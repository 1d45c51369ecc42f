"""The season: its list, debriefs, moving and deleting, through the pages."""

import io
import re

import pytest
from evenings import colleague
from pages import PLAN, csrf, press

MORE = {
    "start": "18:30",
    "end": "21:00",
    "municipality": "Molenbeek",
    "partners": "Lire et Écrire",
    "facilitators": "Nour, Sami",
}


def ended(evening, n: int = 6) -> None:
    evening.go("preparing")
    for i in range(n):
        evening.answer(evening.phone(), "before", q_s_guichet="2", q_w_guichet_1=f"mot{i}")
    evening.go("before", "film", "after", "debate")


@pytest.fixture
def sealed(evening):
    press(evening.client, evening.url + "plan", {**PLAN, **MORE, "audience": "alphabétisation"})
    ended(evening)
    press(evening.client, evening.url + "seal", {"typed": "y", "destroyed": "y"})
    return evening


def id_of(evening) -> str:
    return evening.url.strip("/").split("/")[-1]


def test_the_season_tells_where_who_and_how_many(sealed):
    page = sealed.client.get("/summaries/").text
    for told in ("Molenbeek", "Lire et Écrire", "Nour, Sami", "18:30–21:00", "2,5 heures", "scellée"):
        assert told in page
    assert re.findall(r'<td class="number"[^>]*>(\d+)</td>', page) == ["12", "6", "12", "6"]


def test_the_season_is_narrowed_by_what_is_asked(sealed):
    press(sealed.client, "/screenings/new", {**PLAN, "title": "Au printemps", "date": "2027-04-01"})
    client = sealed.client
    for query, found in {
        "stage=planned": ["Au printemps"],
        "stage=done": ["Soirée au quartier"],
        "since=2027-01-01": ["Au printemps"],
        "until=2027-01-01": ["Soirée au quartier"],
        "place=Molenbeek": ["Soirée au quartier"],
        "facilitator=Sami": ["Soirée au quartier"],
        "audience=alphab%C3%A9tisation": ["Soirée au quartier"],
        "guide=le-guichet": ["Au printemps", "Soirée au quartier"],
        "guide=other": [],
        "since=hier": [],
    }.items():
        page = client.get(f"/summaries/?{query}").text
        titles = ("Au printemps", "Soirée au quartier")
        assert [t for t in titles if f">{t}</a>" in page] == found, query


def test_a_facilitator_learns_nothing_of_anothers_screening(sealed, app):
    client, screening = colleague(app), id_of(sealed)
    assert "Soirée" not in client.get("/summaries/").text
    for path in (
        f"/summaries/{screening}/",
        f"/summaries/{screening}/export",
        f"/summaries/{screening}/debrief/",
        f"/screenings/{screening}/delete/",
        f"/screenings/{screening}/",
    ):
        mine, nowhere = client.get(path), client.get(path.replace(screening, "00ff"))
        assert (mine.status_code, mine.text) == (404, nowhere.text), path


def test_an_organiser_sees_all_reads_debriefs_and_writes_none_of_others(sealed, app):
    client, screening = colleague(app, organiser=True), id_of(sealed)
    assert "Soirée au quartier" in client.get("/summaries/").text
    assert "<textarea" not in client.get(f"/summaries/{screening}/debrief/").text
    sent = press(client, "/account", {"worked": "x"}, f"/summaries/{screening}/debrief/")
    assert sent.status_code == 404


def test_a_debrief_is_kept_version_by_version(sealed):
    url = f"/summaries/{id_of(sealed)}/debrief/"
    assert "Et maintenant\u00a0?" in sealed.client.get(url).text
    press(sealed.client, url, {"worked": "Le silence", "incidents": "=2+2\r\nRien"})
    page = press(sealed.client, url, {"worked": "Le silence, longtemps"})
    assert "Le silence, longtemps</textarea>" in page.text
    assert "1 version d’avant" in page.text
    noted = press(sealed.client, url, {**MORE, "end": "22:00"}, url + "report")
    assert 'value="22:00"' in noted.text
    wrong = press(sealed.client, url, {**MORE, "end": "tard"}, url + "report")
    assert wrong.status_code == 400
    assert 'value="tard"' in wrong.text


def upload(client, data: bytes):
    token = csrf(client.get("/summaries/import").text)
    sent = {"csrf_token": token, "file": (io.BytesIO(data), "seance.zip")}
    return client.post("/summaries/import", data=sent, follow_redirects=True)


def test_a_screening_is_exported_deleted_and_imported_again(sealed):
    client, screening = sealed.client, id_of(sealed)
    file = client.get(f"/summaries/{screening}/export")
    assert file.headers["Content-Disposition"] == (
        f'attachment; filename="seance-2026-11-25-{screening}.zip"'
    )
    assert "déjà ici" in upload(client, file.data).text
    page = f"/screenings/{screening}/delete/"
    told = client.get(page).text
    assert "6 avant" in told
    assert "fichiers exportés" in told
    assert "est supprimée" in press(client, page, {}).text
    assert client.get(f"/summaries/{screening}/").status_code == 404
    assert "est importée" in upload(client, file.data).text
    assert client.get(f"/summaries/{screening}/export").data == file.data


def test_a_wrong_file_is_refused_with_the_reason(sealed):
    file = sealed.client.get(f"/summaries/{id_of(sealed)}/export").data
    for data, reason in (
        (b"", "n’est pas une séance"),
        (b"photo", "n’est pas une séance"),
        (file[: len(file) // 2], "abîmé"),
    ):
        refused = upload(sealed.client, data)
        assert refused.status_code == 400
        assert reason in refused.text
    form = {"content_type": "multipart/form-data; boundary=x"}
    assert sealed.client.post("/summaries/import", data=b"0" * 1_100_000, **form).status_code == 413
    assert sealed.client.post("/account/language", data=b"0" * 100_000, **form).status_code == 413


def test_what_is_kept_too_long_is_told_to_organisers(sealed):
    client = sealed.client
    assert "rooms" in client.get("/data/").text
    page = press(client, "/data/", {"months": "6"}, "/data/retention")
    assert '<option value="6" selected' in page.text
    press(client, "/screenings/new", {**PLAN, "title": "Il y a longtemps", "date": "2020-01-10"})
    assert "Il y a longtemps" in client.get("/data/").text
    assert "arrive au bout" in client.get("/screenings/").text
    assert "6 mois" in client.get("/trust/").text


def test_a_damaged_room_comes_back_from_a_page(evening):
    evening.go("preparing")
    evening.answer(evening.phone(), "before", q_s_guichet="2")
    press(evening.client, "/data/", {}, "/data/backup")
    rooms = evening.app.extensions["screening"].rooms
    rooms.forget(id_of(evening))
    rooms.path(id_of(evening)).write_bytes(b"broken")
    assert "Illisible" in evening.client.get("/screenings/").text
    done = press(evening.client, "/data/", {}, f"/data/restore/{id_of(evening)}")
    assert "est revenue" in done.text
    assert evening.live()["before"] == 1
