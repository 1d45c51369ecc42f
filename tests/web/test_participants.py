import re

import pytest


def test_a_code_leads_to_the_room_and_a_wrong_one_says_look_again(evening):
    phone = evening.phone()
    typed = f"{evening.code[:3]} {evening.code[3:]}".lower()
    assert phone.get(f"/?code={typed}").location == evening.room
    wrong = phone.get("/?code=zzz").text
    assert "Relisez" in wrong
    assert 'value="zzz"' in wrong


def test_opening_pages_makes_nobody(evening):
    evening.go("preparing")
    phone = evening.phone()
    for _ in range(3):
        phone.get(evening.room)
        phone.get(f"{evening.room}before")
    assert evening.live()["before"] == 0


def test_a_person_answers_before_and_after_and_is_one_pair(evening):
    evening.go("preparing")
    phone = evening.phone()
    assert "Bienvenue" in phone.get(evening.room).text
    thanked = evening.answer(phone, "before", q_s_guichet="4", q_w_guichet_1="file")
    assert thanked.status_code == 303
    assert "?t=" not in thanked.location
    page = phone.get(thanked.location).text
    assert "Merci" in page
    assert re.search(r"\w{3}-\w{3}", page)
    evening.go("before", "film")
    assert evening.answer(phone, "after", q_s_guichet="5").status_code == 303
    live = evening.live()
    assert (live["before"], live["after"], live["both"]) == (1, 1, 1)


def test_without_cookies_the_ticket_stays_in_the_address(evening):
    evening.go("preparing")
    phone = evening.phone(cookies=False)
    thanked = evening.answer(phone, "before", q_s_guichet="4")
    assert "?t=" in thanked.location
    page = phone.get(thanked.location).text
    assert "Merci" in page
    token = thanked.location.split("?t=")[1]
    evening.go("before", "film")
    form = evening.form(phone, "after", f"?t={token}")
    assert phone.post(f"{evening.room}after", data={**form, "q_s_guichet": "5"}).status_code == 303
    assert evening.live()["both"] == 1


def test_a_forgetful_browser_pairs_by_the_code(evening):
    evening.go("preparing")
    phone = evening.phone()
    page = phone.get(evening.answer(phone, "before", q_s_guichet="4").location).text
    code = re.search(r"[2-9A-Y]{3}-[2-9A-Y]{3}", page)[0]
    evening.go("before", "film")
    other = evening.phone()
    assert "code de votre ticket" in other.get(evening.room).text
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    assert "Relisez" in other.get(f"{evening.room}after?ticket_code={wrong}").text
    form = evening.form(other, "after", f"?ticket_code={code}")
    assert other.post(f"{evening.room}after", data={**form, "q_s_guichet": "5"}).status_code == 303
    assert evening.live()["both"] == 1


def test_a_latecomer_answers_after_only_and_reads_why(evening):
    evening.go("preparing", "before", "film")
    phone = evening.phone()
    assert "pas dans la comparaison" in phone.get(evening.room).text
    evening.answer(phone, "after", q_s_guichet="5")
    live = evening.live()
    assert (live["after"], live["both"]) == (1, 0)


def test_a_form_that_can_not_be_taken_comes_back_with_all_that_was_typed(evening):
    evening.go("preparing")
    sent = evening.answer(evening.phone(), "before", q_w_guichet_1="a, b, c, d", q_s_guichet="2")
    assert sent.status_code == 400
    assert 'value="a, b, c, d"' in sent.text
    assert re.search(r'name="q_s_guichet" value="2"[^>]* checked', sent.text)
    assert "3 mots" in sent.text


def test_too_late_is_told_and_everything_typed_is_given_back(evening):
    evening.go("preparing")
    phone = evening.phone()
    form = evening.form(phone, "before")
    evening.go("before")
    evening.press("grace")
    late = phone.post(f"{evening.room}before", data={**form, "q_w_guichet_1": "file d’attente"})
    assert late.status_code == 409
    assert "file d’attente" in late.text
    assert evening.live()["before"] == 0


def test_a_form_opened_in_time_is_taken_in_the_grace(evening):
    evening.go("preparing")
    phone = evening.phone()
    form = evening.form(phone, "before")
    evening.go("before")
    assert evening.live()["grace"] > 100
    sent = phone.post(f"{evening.room}before", data={**form, "q_s_guichet": "1"})
    assert sent.status_code == 303
    assert evening.live()["before"] == 1


def test_answering_again_starts_empty_and_replaces(evening):
    evening.go("preparing")
    phone = evening.phone()
    thanks = phone.get(evening.answer(phone, "before", q_w_guichet_1="secret").location).text
    assert "Répondre de nouveau" in thanks
    assert "secret" not in phone.get(f"{evening.room}before").text
    evening.answer(phone, "before", q_w_guichet_1="file")
    assert evening.live()["before"] == 1


def test_phones_are_told_where_the_room_stands(evening):
    phone = evening.phone()
    assert phone.get(f"{evening.room}where").get_json() == {"page": "preparing-none"}
    evening.go("preparing", "before")
    assert "Le film passe" in phone.get(evening.room).text
    assert phone.get(f"{evening.room}before").location == evening.room


@pytest.mark.parametrize("path", ["/r/ABCDEF/", "/r/x/before", "/nowhere"])
def test_what_does_not_exist_is_told_in_french(evening, path):
    page = evening.phone().get(path)
    assert page.status_code == 404
    assert "n’existe pas" in page.text


def test_pages_of_participants_set_no_session_and_are_not_kept(evening):
    evening.go("preparing")
    page = evening.phone().get(f"{evening.room}before")
    assert page.headers["Cache-Control"] == "no-store"
    assert "unsafe" not in page.headers["Content-Security-Policy"]
    cookies = page.headers.getlist("Set-Cookie")
    assert len(cookies) == 1
    assert "HttpOnly" in cookies[0]
