"""What somebody may try: guessing codes and passwords, floods, forged hosts, stolen sessions."""

import re
import time

import pytest
from pages import csrf, press

from screening.app import create_app
from screening.config import Settings
from screening.room.tickets import random_code

HALL = {"REMOTE_ADDR": "192.168.1.77"}
EVIL = {"REMOTE_ADDR": "192.168.1.66"}


@pytest.fixture
def hour(evening, monkeypatch):
    """Time that passes when told, for the budgets of guesses."""
    throttle = evening.app.extensions["screening"].throttle
    now = [1000.0]
    throttle.clock = lambda: now[0]
    return now


def wrong_codes(evening, n: int, **options) -> list[int]:
    phone = evening.phone()
    return [phone.get(f"/r/{random_code()}/", **options).status_code for _ in range(n)]


def test_guessing_room_codes_stops_after_twenty_a_minute(evening, hour):
    statuses = wrong_codes(evening, 60, environ_base=EVIL)
    assert statuses == [404] * 20 + [429] * 40
    page = evening.phone().get(evening.room, environ_base=EVIL)
    assert page.status_code == 429, "the right code must not stand out"
    assert "Attendez une minute" in page.text
    hour[0] += 60
    assert evening.phone().get(evening.room, environ_base=EVIL).status_code == 200


@pytest.mark.parametrize(
    "page", ["/r/{}/", "/r/{}/where", "/r/{}/before", "/projector/{}/", "/projector/{}/qr.svg"]
)
def test_every_page_with_a_room_code_counts_wrong_ones(evening, hour, page):
    phone = evening.phone()
    statuses = [phone.get(page.format(random_code()), environ_base=EVIL).status_code for _ in range(21)]
    assert statuses == [404] * 20 + [429]


def test_a_hall_behind_one_address_is_never_shut_out_by_a_guesser_in_it(evening, hour):
    evening.go("preparing")
    assert evening.phone().get(evening.room, environ_base=HALL).status_code == 200
    assert 429 in wrong_codes(evening, 60, environ_base=HALL)
    for _ in range(3):
        phone = evening.phone()
        assert phone.get(evening.room, environ_base=HALL).status_code == 200
        form = dict(re.findall(r'name="(nonce)" value="([^"]*)"', phone.get(f"{evening.room}before").text))
        sent = phone.post(f"{evening.room}before", data={**form, "q_s_guichet": "3"}, environ_base=HALL)
        assert sent.status_code == 303
    assert evening.phone().get(evening.room, environ_base={"REMOTE_ADDR": "192.168.1.5"}).status_code == 200


def test_a_mistyped_code_costs_nothing(evening, hour):
    phone = evening.phone()
    for _ in range(100):
        assert phone.get("/?code=ABCDEF", environ_base=EVIL).status_code == 200
        assert phone.get("/r/ABC/", environ_base=EVIL).status_code == 404
    assert phone.get(evening.room, environ_base=EVIL).status_code == 200


def test_unknown_codes_all_get_the_same_page(evening):
    pages = {
        evening.phone().get(f"/r/{code}/").text for code in (random_code(), random_code(), "ABCDEF", "x")
    }
    assert len(pages) == 1


def test_guessing_a_neighbours_ticket_code_stops_and_answering_without_goes_on(evening, hour):
    evening.go("preparing")
    phone = evening.phone()
    thanks = phone.get(evening.answer(phone, "before", q_s_guichet="4").location).text
    code = re.search(r"[2-9A-Y]{3}-[2-9A-Y]{3}", thanks)[0]
    evening.go("before", "film")
    thief = evening.phone()
    url = f"{evening.room}after?ticket_code="
    answers = [thief.get(url + random_code(), environ_base=EVIL).text for _ in range(12)]
    assert all("Ce code ne va pas" in page for page in answers[:10])
    assert all("répondez sans code" in page for page in answers[10:])
    assert "répondez sans code" in thief.get(url + code, environ_base=EVIL).text, "the right one stands out"
    assert "nonce" in thief.get(f"{evening.room}after", environ_base=EVIL).text
    assert "nonce" in evening.phone().get(url + code, environ_base=HALL).text


@pytest.mark.parametrize("page", ["thanks", "", "before"])
def test_a_ticket_code_can_not_be_guessed_through_the_address_either(evening, hour, page):
    evening.go("preparing")
    phone = evening.phone(cookies=False)
    statuses = [
        phone.get(f"{evening.room}{page}?t={random_code()}", environ_base=EVIL).status_code for _ in range(12)
    ]
    assert statuses[-2:] == [429, 429]


def test_guessing_passwords_stops_for_known_and_unknown_names_alike(evening, hour):
    def tries(name: str, n: int) -> list[str]:
        client = evening.app.test_client()
        token = csrf(client.get("/sign-in").text)
        sent = {"sign_in": name, "password": "autre chose", "csrf_token": token}
        pages = [client.post("/sign-in", data=sent, environ_base=EVIL) for _ in range(n)]
        return [f"{p.status_code} {'Trop d’essais' in p.text}" for p in pages]

    assert tries("nour", 12) == tries("personne", 11)[:0] + ["400 False"] * 10 + ["429 True"] * 2
    hour[0] += 3600
    assert tries("personne", 12) == ["400 False"] * 10 + ["429 True"] * 2
    signed = press(evening.app.test_client(), "/sign-in", {"sign_in": "nour", "password": "un long mot"})
    assert signed.status_code == 200, "the owner of the name, elsewhere, is not shut out for good"


def test_addresses_of_one_ipv6_network_count_as_one(evening, hour):
    statuses = []
    for n in range(25):
        statuses += wrong_codes(evening, 1, environ_base={"REMOTE_ADDR": f"2001:db8::{n + 1:x}"})
    assert statuses == [404] * 20 + [429] * 5


def test_a_flood_of_new_phones_is_capped_and_the_facilitator_can_let_more_in(evening):
    evening.go("preparing")
    evening.press("present", present="10")
    first = evening.phone()
    evening.answer(first, "before", q_s_guichet="2")
    statuses = [evening.answer(evening.phone(), "before", q_s_guichet="5").status_code for _ in range(22)]
    assert statuses == [303] * 19 + [409] * 3
    refused = evening.answer(evening.phone(), "before", q_s_guichet="5", q_w_guichet_1="file d’attente")
    assert "animateur·ice" in refused.text
    assert 'value="file d’attente"' in refused.text
    assert evening.answer(first, "before", q_s_guichet="3").status_code == 303
    assert evening.live()["full"]
    assert "Laisser entrer" in evening.client.get(evening.url).text
    again = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', refused.text))
    evening.press("admit")
    assert not evening.live()["full"]
    sent = evening.phone().post(f"{evening.room}before", data={**again, "q_w_guichet_1": "file d’attente"})
    assert sent.status_code == 303


def test_paper_is_never_refused_for_want_of_room(evening):
    evening.go("preparing")
    evening.press("present", present="0")
    for _ in range(10):
        evening.answer(evening.phone(), "before", q_s_guichet="2")
    assert evening.answer(evening.phone(), "before", q_s_guichet="2").status_code == 409
    desk = evening.client.get(evening.url + "paper/typing").location + "sheet"
    page = evening.client.get(desk).text
    hidden = dict(re.findall(r'<input[^>]*name="(nonce-before|csrf_token)"[^>]*value="([^"]*)"', page))
    sent = evening.client.post(desk, data={**hidden, "before-s_guichet": "3"})
    assert sent.status_code == 303


def test_signing_in_starts_a_new_session_and_signing_out_ends_it(app, facilitator):
    client = app.test_client()
    token = csrf(client.get("/sign-in").text)
    planted = client.get_cookie("screening").value
    press(client, "/sign-in", {"sign_in": "nour", "password": "un long mot"})
    assert client.get_cookie("screening").value != planted
    assert client.post("/sign-out", data={"csrf_token": token}).status_code == 400, "the token is new as well"
    thief = app.test_client()
    thief.set_cookie("screening", planted)
    assert thief.get("/screenings/").location == "/sign-in"


def test_a_forged_or_changed_session_is_nobodys(app, facilitator):
    good = facilitator.get_cookie("screening").value
    thief = app.test_client()
    for value in (
        good[:-2],
        "x" + good,
        good.split(".")[0],
        "eyJhY2NvdW50IjoieCJ9.AAAA",
        "\u00e9",
        "." * 500,
    ):
        thief.set_cookie("screening", value)
        assert thief.get("/screenings/").location == "/sign-in"


@pytest.mark.parametrize(
    "host",
    ["evil.example", "192.168.1.20.evil.example", "evil.example:8080", "a" * 300, "a..b"],
)
def test_a_forged_host_is_refused(tmp_path, host):
    """Where no address is configured; a configured one counts, whatever a request says."""
    client = create_app(Settings(data=tmp_path, guides=())).test_client()
    for path in ("/", "/r/222222/", "/screenings/", "/sign-in", "/projector/222222/qr.svg", "/nowhere"):
        page = client.get(path, headers={"Host": host})
        assert page.status_code == 400
        assert "l’adresse affichée" in page.text
        assert "evil" not in page.text


def test_a_forged_host_is_on_no_page(evening):
    for path in ("/", evening.room, evening.url, "/sign-in", f"/projector/{evening.code}/", "/nowhere"):
        page = evening.client.get(path, headers={"Host": "evil.example"})
        assert "evil" not in page.text
        assert "evil" not in (page.location or "")


@pytest.mark.parametrize(
    "host", ["192.168.1.20:8080", "127.0.0.1", "localhost:8080", "laptop.local", "[::1]:8080"]
)
def test_addresses_of_a_hall_are_taken(evening, host):
    assert evening.phone().get(evening.room, headers={"Host": host}).status_code == 200


def test_no_redirect_leads_out(evening, town):
    evening.go("preparing")
    for query in (f"?{name}=//evil.example" for name in ("next", "lang", "t", "code", "step")):
        for path in (
            "/",
            "/sign-in",
            evening.room,
            evening.url,
            f"{evening.room}thanks",
            f"{evening.room}after",
        ):
            response = evening.client.get(path + query)
            location = response.location or "/"
            assert location.startswith("/")
            assert not location.startswith(("//", "/\\"))


def test_a_body_over_the_limit_gives_back_what_was_typed(evening):
    evening.go("preparing")
    phone = evening.phone()
    long = "Qui décide ? " * 8000
    sent = evening.answer(phone, "before", q_w_guichet_1="file", q_t_flou=long)
    assert sent.status_code == 413
    assert "trop long" in sent.text
    assert "Qui décide ?" in sent.text
    assert "file" in sent.text
    assert evening.live()["before"] == 0
    page = press(evening.client, "/screenings/new", {"title": "x" * 70_000})
    assert page.status_code == 413
    assert "trop long" in page.text


def test_guesses_leave_no_address_in_memory_that_could_be_read(evening):
    wrong_codes(evening, 3, environ_base=EVIL)
    throttle = evening.app.extensions["screening"].throttle
    assert throttle._spent
    assert "192.168" not in repr(throttle)
    assert not any(b"192" in name for name in [*throttle._spent, *throttle._got_in])


def test_an_unknown_name_takes_as_long_as_a_wrong_password(evening):
    accounts = evening.app.extensions["screening"].accounts

    def least(name: str) -> float:
        times = []
        for _ in range(3):
            start = time.perf_counter()
            accounts.check(name, "autre chose")
            times.append(time.perf_counter() - start)
        return min(times)

    assert 0.3 < least("nour") / least("personne") < 3


def test_only_who_is_signed_in_may_send_a_file(evening):
    large = {"csrf_token": "x", "name": "x" * 300_000}
    assert evening.phone().post("/summaries/import", data=large).status_code == 413
    assert evening.client.post("/summaries/import", data=large).status_code == 400
