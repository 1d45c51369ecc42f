"""One tablet for several people: everybody starts clean, everybody counts."""

import re

from screening.store.answers import count


def channels(evening) -> dict:
    room = evening.url.strip("/").split("/")[-1]
    return count(evening.app.extensions["screening"].rooms, room).by_channel


def open_form(tablet, path, **sent):
    page = (tablet.post(path, data=sent) if sent else tablet.get(path)).text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert "nonce" in hidden, page
    return page, hidden


def answers(evening, tablet, moment, code="", **given):
    path = f"{evening.room}shared/{moment}"
    _page, hidden = open_form(tablet, f"{path}/ticket", ticket_code=code) if code else open_form(tablet, path)
    return tablet.post(path, data={**hidden, **given})


def code_on(page: str) -> str:
    found = re.search(r"\b[2-9A-HJ-Y]{3}-[2-9A-HJ-Y]{3}\b", page)
    assert found, page
    return found[0]


def test_people_answer_one_after_the_other_and_each_is_one_pair(evening):
    evening.go("preparing")
    tablet = evening.phone()
    codes = []
    for n in range(3):
        sent = answers(evening, tablet, "before", q_s_guichet=str(n + 1))
        assert sent.status_code == 303
        codes.append(code_on(tablet.get(sent.location).text))
    assert len(set(codes)) == 3
    evening.go("before", "film")
    for code in codes:
        assert answers(evening, tablet, "after", code.lower(), q_s_guichet="5").status_code == 303
    assert evening.live()["both"] == 3
    assert channels(evening)["after"] == {"phone": 0, "paper": 0, "accompanied": 3}


def test_nothing_of_a_person_stays_on_the_tablet(evening):
    evening.go("preparing")
    tablet = evening.phone()
    sent = answers(evening, tablet, "before", q_w_guichet_1="secret", q_s_guichet="4")
    done = f"{evening.room}shared/done"
    code = code_on(tablet.get(sent.location).text)
    # The code is shown once, stands in no address, and no ticket is kept.
    assert code.replace("-", "") not in sent.location
    assert tablet.get(done).location == f"{evening.room}shared/"
    assert tablet.get_cookie(f"ticket-{evening.code}", path=f"/r/{evening.code}") is None
    start = tablet.get(f"{evening.room}shared/").text
    form, hidden = open_form(tablet, f"{evening.room}shared/before")
    for page in (start, form):
        assert "secret" not in page
        assert code not in page
    assert "ticket" not in hidden
    assert 'data-draft="off"' in form


def test_without_cookies_the_code_is_shown_at_once(evening):
    evening.go("preparing")
    sent = answers(evening, evening.phone(cookies=False), "before", q_s_guichet="4")
    assert sent.status_code == 200
    assert code_on(sent.text)


def test_the_next_person_chooses_language_and_wording_anew(evening):
    evening.go("preparing")
    tablet = evening.phone()
    assert '<html lang="nl"' in tablet.get(f"{evening.room}shared/?lang=nl&plain=1").text
    assert '<html lang="fr"' in tablet.get(f"{evening.room}shared/").text
    assert "Il faut des guichets." in tablet.get(f"{evening.room}shared/before?plain=1").text
    assert "Il faut des guichets." not in tablet.get(f"{evening.room}shared/before").text


def test_a_wrong_code_says_look_again_and_joins_nobody(evening):
    evening.go("preparing")
    tablet = evening.phone()
    sent = answers(evening, tablet, "before", q_s_guichet="4")
    code = code_on(tablet.get(sent.location).text)
    evening.go("before", "film")
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    refused = tablet.post(f"{evening.room}shared/after/ticket", data={"ticket_code": wrong})
    assert refused.status_code == 400
    assert "Relisez" in refused.text
    assert f'value="{wrong}"' in refused.text


def test_a_phone_that_lends_itself_keeps_its_own_ticket_apart(evening):
    evening.go("preparing")
    phone = evening.phone()
    evening.answer(phone, "before", q_s_guichet="1")
    answers(evening, phone, "before", q_s_guichet="5")
    assert evening.live()["before"] == 2
    evening.answer(phone, "before", q_s_guichet="2")
    assert evening.live()["before"] == 2


def test_what_comes_too_late_is_given_back(evening):
    evening.go("preparing")
    tablet = evening.phone()
    _page, hidden = open_form(tablet, f"{evening.room}shared/before")
    evening.go("before")
    evening.press("grace")
    late = tablet.post(f"{evening.room}shared/before", data={**hidden, "q_w_guichet_1": "file"})
    assert late.status_code == 409
    assert "file" in late.text
    assert "Le film passe" in tablet.get(f"{evening.room}shared/").text
    assert channels(evening)["before"]["accompanied"] == 0


def test_a_mistake_in_the_form_gives_back_what_was_typed(evening):
    evening.go("preparing")
    sent = answers(evening, evening.phone(), "before", q_w_guichet_1="a, b, c, d")
    assert sent.status_code == 400
    assert 'value="a, b, c, d"' in sent.text


def test_the_welcome_and_the_console_lead_there(evening):
    evening.go("preparing")
    there = f"{evening.room}shared/"
    assert there in evening.phone().get(evening.room).text
    console = evening.client.get(evening.url).text
    assert there in console
    assert f"{there}qr.svg" in console
    assert evening.phone().get(f"{there}qr.svg").mimetype == "image/svg+xml"
