"""Answers survive what may happen to a guide, a plan, a disk and a room; nobody's are taken by mistake."""

import re
from concurrent.futures import ThreadPoolExecutor

from pages import PLAN, press

from screening.store.database import StoreError


def room_id(evening) -> str:
    return evening.url.strip("/").split("/")[-1]


def known(evening):
    return evening.app.extensions["screening"]


def everyone(evening, n: int = 6) -> list:
    phones = [evening.phone() for _ in range(n)]
    evening.go("preparing")
    for phone in phones:
        evening.answer(phone, "before", q_s_guichet="2", q_w_guichet_1="file")
    return phones


def seal(evening):
    return press(evening.client, evening.url + "seal", {"typed": "y", "destroyed": "y"})


def test_a_guide_that_goes_away_keeps_no_answer_from_being_sealed(evening):
    everyone(evening)
    services = known(evening)
    services.guides.clear()
    phone = evening.phone()
    assert evening.answer(phone, "before", q_s_guichet="2").status_code == 303
    assert "n’est pas utilisable" in evening.client.get(evening.url).text
    evening.press("phase", **{"from": "before"})
    evening.press("phase", **{"from": "film"})
    evening.press("phase", **{"from": "after"})
    evening.press("phase", **{"from": "debate"})
    seal(evening)
    sealed = {q.question.id: len(q.answers) for q in services.library.sealed_questions(room_id(evening))}
    assert sealed["s_guichet"] == 7


def test_questions_stay_once_somebody_has_answered_even_when_the_phase_goes_back(evening):
    everyone(evening)
    evening.press("phase", **{"from": "before", "back": "1"})
    changed = press(evening.client, evening.url + "plan", {**PLAN, "questions": ["h_humeur"]})
    assert "Les questions sont gardées" in changed.text
    evening.go("preparing", "before", "film", "after", "debate")
    seal(evening)
    asked = [q.question.id for q in known(evening).library.sealed_questions(room_id(evening))]
    assert "s_guichet" in asked


def test_a_form_that_meets_a_sealed_room_comes_back_with_what_was_typed(evening):
    evening.go("preparing", "before", "film")
    phone = evening.phone()
    form = evening.form(phone, "after")
    evening.go("after", "debate")
    seal(evening)
    late = phone.post(f"{evening.room}after", data={**form, "q_t_flou": "Qui décide ?"})
    assert late.status_code == 409
    assert "Qui décide ?" in late.text
    assert phone.get(f"{evening.room}where").get_json() == {"page": "sealed"}


def test_a_disk_that_fails_says_so_and_gives_back_what_was_typed(evening, monkeypatch):
    evening.go("preparing")
    phone = evening.phone()
    form = evening.form(phone, "before")

    def fail(*_arguments, **_values):
        raise StoreError("/a/path/on/the/server")

    monkeypatch.setattr(known(evening).rooms, "answer", fail)
    failed = phone.post(f"{evening.room}before", data={**form, "q_w_guichet_1": "file"})
    assert failed.status_code == 503
    assert "file" in failed.text
    assert "/a/path" not in failed.text
    monkeypatch.undo()
    assert phone.post(f"{evening.room}before", data={**form, "q_w_guichet_1": "file"}).status_code == 303


def test_a_neighbours_code_does_not_replace_the_neighbours_answers(evening):
    evening.go("preparing")
    phone, thief = evening.phone(), evening.phone()
    page = phone.get(evening.answer(phone, "before", q_s_guichet="4").location).text
    code = re.search(r"[2-9A-Y]{3}-[2-9A-Y]{3}", page)[0]
    form = evening.form(thief, "before")
    thief.post(f"{evening.room}before", data={**form, "ticket": code.replace("-", ""), "q_s_guichet": "1"})
    evening.go("before", "film")
    evening.answer(phone, "after", q_s_guichet="5")
    assert "déjà répondu" in thief.get(f"{evening.room}after?ticket_code={code}").text
    rooms = known(evening).rooms
    with rooms.read(room_id(evening)) as db:
        kept = db.execute("SELECT value FROM answers WHERE question = 's_guichet'").fetchall()
    assert sorted(value for (value,) in kept) == ["4", "5"]


def test_sealing_twice_at_once_is_sealing_once(evening):
    everyone(evening)
    evening.go("before", "film", "after", "debate")
    page = evening.client.get(evening.url + "seal").text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)[1]
    cookie = evening.client.get_cookie("screening")

    def press_seal(_n: int) -> int:
        client = evening.app.test_client()
        client.set_cookie("screening", cookie.value)
        sent = {"csrf_token": token, "typed": "y", "destroyed": "y"}
        return client.post(evening.url + "seal", data=sent).status_code

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(press_seal, range(4))) == {302}
    assert len(known(evening).library.sealed_questions(room_id(evening))[1].answers) == 6


def test_one_damaged_room_hides_no_other_and_stops_no_start(evening, settings):
    from screening.app import create_app

    press(evening.client, "/screenings/new", {**PLAN, "title": "Une autre"})
    known(evening).rooms.key_path(room_id(evening)).unlink()
    again = create_app(settings).test_client()
    again.set_cookie("screening", evening.client.get_cookie("screening").value)
    page = again.get("/screenings/").text
    assert "Illisible" in page
    assert "Une autre" in page


def test_after_a_figure_or_a_result_the_guide_goes_on_where_it_was(evening):
    evening.go("preparing", "before", "film", "after")
    evening.press("screen", step="attente", card="prompt-0")
    for aside in ({"step": "attente", "card": "quote-0"}, {"step": "fiche", "card": "figure-0"}):
        evening.press("screen", **aside)
        page = evening.client.get(evening.url).text
        after = re.search(
            r'name="step" value="(\w+)">\s*<input type="hidden" name="card" value="([\w-]+)">', page
        )
        assert after.groups() == ("attente", "prompt-1")


def test_the_words_that_look_like_codes_are_kept_as_words(evening):
    evening.go("preparing")
    evening.answer(evening.phone(), "before", q_w_guichet_1="passe", q_s_guichet="nsp")
    rooms = known(evening).rooms
    with rooms.read(room_id(evening)) as db:
        kept = dict(db.execute("SELECT question, value FROM answers").fetchall())
    assert kept["w_guichet"] == "passe;"
    assert kept["s_guichet"] == "nsp"


def test_a_qr_code_is_only_made_for_a_room_that_is_open(evening):
    phone = evening.phone()
    assert phone.get(f"/projector/{'A' * 5000}/qr.svg").status_code == 404
    assert phone.get(f"/projector/{evening.code}/qr.svg").status_code == 200
    assert phone.get(f"/r/{evening.code.lower()}/").location == evening.room
