"""What happens to phones in real rooms: each time a page says where one stands, and nothing typed is lost."""

import time

import pytest
from evenings import answered


def test_the_back_button_and_a_reload_count_nobody_twice(evening):
    evening.go("preparing")
    phone = evening.phone()
    form = evening.form(phone, "before")
    sent = {**form, "q_s_guichet": "4"}
    for _tap in range(3):
        assert phone.post(f"{evening.room}before", data=sent).status_code == 303
    for _reload in range(2):
        assert "Vos réponses sont enregistrées" in phone.get(f"{evening.room}thanks").text
    assert "Vos réponses" in phone.get(evening.room, follow_redirects=True).text
    assert evening.live()["before"] == 1


def test_a_form_opened_three_hours_ago_is_taken_as_long_as_its_moment_is_open(evening, monkeypatch):
    evening.go("preparing")
    phone = evening.phone()
    form = evening.form(phone, "before")
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 3 * 3600)
    assert phone.post(f"{evening.room}before", data={**form, "q_s_guichet": "4"}).status_code == 303


@pytest.mark.parametrize("shift", [-86400, 86400])
def test_a_clock_that_is_wrong_changes_nothing(evening, monkeypatch, shift):
    evening.go("preparing")
    phone = evening.phone()
    form = evening.form(phone, "before")
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + shift)
    assert phone.post(f"{evening.room}before", data={**form, "q_s_guichet": "4"}).status_code == 303
    assert "Vos réponses sont enregistrées" in phone.get(f"{evening.room}thanks").text


def test_a_previewed_link_makes_nobody(evening):
    evening.go("preparing")
    messenger = {"User-Agent": "WhatsApp/2.23", "Accept": "*/*"}
    for path in (evening.room, f"{evening.room}before", f"{evening.room}results"):
        evening.phone().get(path, headers=messenger)
        evening.phone().head(path, headers=messenger)
    assert evening.live()["before"] == 0


@pytest.mark.parametrize(
    ("phases", "sentence"),
    [
        ([], "va bientôt commencer"),
        (["preparing"], "Quelques questions, avant le film"),
        (["preparing", "before"], "Rangez votre téléphone"),
        (["preparing", "before", "film"], "pas dans la comparaison"),
        (["preparing", "before", "film", "after"], "prenez la parole"),
        (["preparing", "before", "film", "after", "debate"], "La soirée est finie"),
    ],
)
def test_who_comes_late_reads_where_the_room_is(evening, phases, sentence):
    evening.go(*phases)
    assert sentence in evening.phone().get(evening.room).text


def test_an_answer_too_late_is_given_back_whatever_the_phase(evening):
    evening.go("preparing")
    phone = evening.phone()
    form = {**evening.form(phone, "before"), "q_w_guichet_1": "file d’attente"}
    evening.go("before")
    evening.press("grace")
    for phase in ("film", "after", "debate", "ended"):
        page = phone.post(f"{evening.room}before", data=form)
        assert page.status_code == 409
        assert "ce moment est fermé" in page.text
        assert "file d’attente" in page.text
        evening.go(phase)


def test_during_the_film_a_phone_is_one_dim_line_on_black(evening):
    evening.go("preparing", "before")
    page = evening.phone().get(evening.room).text
    body = page.split("<body")[1]
    assert 'class="dim"' in body
    assert "<header>" not in body
    assert "<footer>" not in body
    assert body.count("<p") == 0


def test_a_sealed_room_says_so(evening):
    from pages import press

    phones = answered(evening, 5)
    evening.go("debate")
    press(evening.client, evening.url + "seal", {"typed": "y", "destroyed": "y"})
    assert "scellées" in phones[0].get(evening.room).text


def test_without_scripts_a_thank_you_has_a_way_on_and_a_reload_finds_the_questions_after(evening):
    evening.go("preparing")
    phone = evening.phone()
    thanks = phone.get(evening.answer(phone, "before", q_s_guichet="4").location).text
    assert f'<a href="{evening.room}">Rien ne change' in thanks
    evening.go("before")
    assert "Vos réponses sont enregistrées" in phone.get(f"{evening.room}thanks").text
    evening.go("film")
    assert phone.get(f"{evening.room}thanks").location == evening.room
    thanks = phone.get(evening.answer(phone, "after", q_s_guichet="4").location).text
    assert "prenez la parole" in thanks
    evening.go("after")
    assert "prenez la parole" in phone.get(f"{evening.room}thanks").text


def test_without_cookies_the_way_on_keeps_the_ticket(evening):
    evening.go("preparing")
    phone = evening.phone(cookies=False)
    thanks = phone.get(evening.answer(phone, "before", q_s_guichet="4").location)
    assert "t=" in thanks.text.partition("Rien ne change")[0].rpartition("<a href=")[2]
    evening.go("before", "film")
    assert f"{evening.room}?" in phone.get(thanks.request.full_path).location
