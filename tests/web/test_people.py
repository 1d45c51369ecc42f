"""Organisers look after people; a link works once."""

import re

from pages import press

PASSWORD = "un autre long mot"


def invite(client, **roles) -> str:
    page = press(client, "/people/", {"name": "Sami", **roles}, "/people/invite")
    found = re.search(r"http://192\.168\.1\.20:8080(/join/[\w-]+)", page.text)
    assert found, page.text
    return found[1]


def join(app, path: str, sign_in: str = "sami"):
    client = app.test_client()
    sent = {"name": "Sami", "sign_in": sign_in, "password": PASSWORD, "language": "fr"}
    return client, press(client, path, sent)


def test_an_invited_person_chooses_a_name_and_is_in(app, facilitator):
    path = invite(facilitator, facilitator="y")
    assert path not in facilitator.get("/people/").text
    for _ in range(3):
        assert app.test_client().get(path).status_code == 200
    client, page = join(app, path, sign_in="nour")
    assert page.status_code == 400
    assert "déjà ce nom" in page.text
    client, page = join(app, path)
    assert "Pas encore de séance" in page.text
    assert app.test_client().get(path).status_code == 410
    assert client.get("/people/").status_code == 403
    assert client.get("/data/").status_code == 403
    assert "Personnes" not in client.get("/screenings/").text


def test_an_invitation_asks_what_for_and_can_be_taken_back(app, facilitator):
    wrong = press(facilitator, "/people/", {"name": "Sami"}, "/people/invite")
    assert wrong.status_code == 400
    assert 'value="Sami"' in wrong.text
    path = invite(facilitator, organiser="y")
    hashed = re.search(r"/people/links/(\w+)/withdraw", facilitator.get("/people/").text)[1]
    press(facilitator, "/people/", {}, f"/people/links/{hashed}/withdraw")
    assert app.test_client().get(path).status_code == 410


def test_a_new_password_by_link_signs_others_out(app, facilitator):
    other, _page = join(app, invite(facilitator, facilitator="y"))
    sami = re.findall(r"/people/(\w+)/reset", facilitator.get("/people/").text)[-1]
    page = press(facilitator, "/people/", {}, f"/people/{sami}/reset")
    path = re.search(r"8080(/join/[\w-]+)", page.text)[1]
    fresh = app.test_client()
    looked = fresh.get(path).text
    assert 'autocomplete="new-password"' in looked
    assert 'value="sami" autocomplete="username"' in looked
    assert press(fresh, path, {"password": "encore un mot"}).status_code == 200
    assert other.get("/screenings/").location == "/sign-in"
    assert (
        press(app.test_client(), "/sign-in", {"sign_in": "sami", "password": "encore un mot"}).status_code
        == 200
    )


def test_ones_own_password_asks_the_present_one(app, facilitator):
    elsewhere = app.test_client()
    press(elsewhere, "/sign-in", {"sign_in": "nour", "password": "un long mot"})
    wrong = press(facilitator, "/account", {"current": "faux", "password": PASSWORD}, "/account/password")
    assert wrong.status_code == 400
    assert "actuel" in wrong.text
    right = {"current": "un long mot", "password": PASSWORD}
    assert press(facilitator, "/account", right, "/account/password").status_code == 200
    assert facilitator.get("/screenings/").status_code == 200
    assert elsewhere.get("/screenings/").location == "/sign-in"


def test_the_pages_speak_ones_language(app, facilitator):
    page = press(facilitator, "/account", {"language": "nl"}, "/account/language")
    assert '<html lang="nl"' in page.text
    assert "Mijn account" in page.text


def test_removing_somebody_passes_their_screenings_on_and_one_organiser_stays(app, facilitator):
    from pages import PLAN

    other, _page = join(app, invite(facilitator, facilitator="y"))
    press(other, "/screenings/new", PLAN)
    ids = re.findall(r"/people/(\w+)/reset", facilitator.get("/people/").text)
    nour, sami = ids
    told = facilitator.get(f"/people/{sami}/delete").text
    assert "1 séance" in told
    press(facilitator, f"/people/{sami}/delete", {"heir": nour})
    assert other.get("/screenings/").location == "/sign-in"
    assert "Soirée au quartier" in facilitator.get("/screenings/").text
    kept = press(facilitator, "/people/", {"facilitator": "y"}, f"/people/{nour}/roles")
    assert "dernière personne qui organise" in kept.text
