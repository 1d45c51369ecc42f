"""Nothing that somebody typed is lost: clocks that jump, tokens, moments, disks, addresses."""

import re
import time

import pytest
from pages import PLAN, csrf

from screening.store import database

SHIFTS = [-400 * 86400, -3600, -5, 5, 3600, 400 * 86400]
TEXT = "Qui décide ?"


@pytest.fixture
def jump(monkeypatch):
    """A laptop whose clock jumps; the monotonic clock goes on, as it does."""
    real = time.time

    def to(seconds: int) -> None:
        monkeypatch.setattr(time, "time", lambda: real() + seconds)

    return to


def stored(evening) -> list[str]:
    room_id = evening.url.strip("/").split("/")[-1]
    with evening.app.extensions["screening"].rooms.read(room_id) as db:
        return [row[0] for row in db.execute("SELECT value FROM answers").fetchall()]


def desk(evening) -> str:
    """Where sheets are typed in: the page that the console's link opens."""
    return evening.client.get(f"{evening.url}paper/typing").location + "sheet"


def paper(evening) -> dict[str, str]:
    page = evening.client.get(desk(evening)).text
    return dict(re.findall(r'<input[^>]*name="(nonce-before|csrf_token)"[^>]*value="([^"]*)"', page))


@pytest.mark.parametrize("seconds", SHIFTS)
def test_a_clock_that_jumps_while_somebody_writes_loses_nothing(evening, jump, seconds):
    evening.go("preparing")
    phone = evening.phone()
    form, sheet = evening.form(phone, "before"), paper(evening)
    jump(seconds)
    assert phone.post(f"{evening.room}before", data={**form, "q_w_guichet_1": "file"}).status_code == 303
    sent = evening.client.post(desk(evening), data={**sheet, "before-w_guichet": "queue"})
    assert sent.status_code == 303
    evening.go("before", "film")
    assert evening.answer(phone, "after", q_t_flou=TEXT).status_code == 303
    assert {"file", "queue", TEXT} <= set(stored(evening))
    live = evening.live()
    assert (live["before"], live["after"], live["both"]) == (2, 1, 1)


@pytest.mark.parametrize("nonce", ["", "x", "before.0.0", "after.1.2", "é.1.2", "before." + "9" * 5000])
def test_a_form_with_a_missing_or_spoilt_token_comes_back_with_its_text(evening, nonce):
    evening.go("preparing", "before", "film")
    sent = evening.phone().post(f"{evening.room}after", data={"nonce": nonce, "q_t_flou": TEXT})
    assert sent.status_code == 409
    assert TEXT in sent.text


def test_a_facilitators_form_without_its_token_gives_back_what_was_typed(evening):
    stranger = evening.app.test_client()
    for client, data in (
        (evening.client, {}),
        (evening.client, {"csrf_token": "old"}),
        (stranger, {}),
        (stranger, {"csrf_token": csrf(evening.client.get("/sign-in").text)}),
    ):
        sheet = client.post(desk(evening), data={**data, "after-t_flou": TEXT, "after-s_guichet": "4"})
        assert sheet.status_code == 400
        assert TEXT in sheet.text
        plan = client.post(
            "/screenings/new", data={**data, **PLAN, "title": "Un long titre", "password": "mot"}
        )
        assert "Un long titre" in plan.text
        assert "mot" not in re.sub(r"[^<>]*guichet[^<>]*", "", plan.text)


def test_a_phone_whose_address_of_the_room_changed_keeps_its_text_and_can_send_it(evening):
    evening.go("preparing")
    phone = evening.phone()
    old, new = {"Host": "192.168.1.20:8080"}, {"Host": "10.42.0.1:8080"}
    page = phone.get(f"{evening.room}before", headers=old).text
    form = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    sent = evening.phone().post(f"{evening.room}before", headers=new, data={**form, "q_w_guichet_1": "file"})
    assert sent.status_code == 303
    assert "file" in stored(evening)


def test_a_code_that_is_gone_gives_back_what_was_typed(evening):
    sent = evening.phone().post("/r/222222/before", data={"nonce": "x", "q_t_flou": TEXT})
    assert sent.status_code == 409
    assert TEXT in sent.text


def test_too_many_tries_give_back_what_was_typed(evening):
    for _ in range(30):
        sent = evening.phone().post("/r/222222/before", data={"nonce": "x", "q_t_flou": TEXT})
    assert sent.status_code == 429
    assert TEXT in sent.text


def test_a_full_disk_gives_back_what_was_typed_and_takes_it_when_there_is_room(evening, monkeypatch):
    evening.go("preparing", "before", "film")
    phone = evening.phone()
    form = {**evening.form(phone, "after"), "q_t_flou": "é" * 1000, "q_w_guichet_1": "file"}
    connect = database._connect

    def cramped(*args, **options):
        db = connect(*args, **options)
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
        return db

    database.close_connections()
    monkeypatch.setattr(database, "_connect", cramped)
    statuses = [
        evening.phone().post(f"{evening.room}after", data={**evening.form(evening.phone(), "after"), **extra})
        for extra in [{"q_t_flou": "é" * 1000}] * 12
    ]
    assert {sent.status_code for sent in statuses} <= {303, 503}
    failed = phone.post(f"{evening.room}after", data=form)
    assert failed.status_code == 503
    assert "é" * 1000 in failed.text
    assert "file" in failed.text
    thanked = sum(sent.status_code == 303 for sent in statuses)
    assert evening.live()["after"] == thanked, "a thank-you is an answer on the disk"
    monkeypatch.undo()
    database.close_connections()
    assert phone.post(f"{evening.room}after", data=form).status_code == 303
    assert evening.live()["after"] == thanked + 1
