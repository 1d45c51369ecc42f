"""Cases of real rooms that no other test covers; `tests/live_room.md` lists all 42."""

import hashlib
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from screening import resources
from screening.app import create_app
from screening.config import Settings

TESTS = Path(__file__).parents[1]
PHASES = ("preparing", "before", "film", "after", "debate")
OURS = [*resources.folder("static").glob("*.js"), *resources.folder("templates").rglob("*.html")]


def test_every_case_of_the_list_has_a_line_and_every_test_it_names_is_there():
    lines = re.findall(r"^(\d+)\. .+? → (.+)$", (TESTS / "live_room.md").read_text("utf-8"), re.MULTILINE)
    assert [int(number) for number, _ in lines] == list(range(1, 43))
    for number, line in lines:
        named = re.findall(r"`([\w/]+\.py)::(\w+)`", line)
        assert named or line.startswith("cannot occur:"), number
        for path, name in named:
            assert f"def {name}(" in (TESTS / path).read_text("utf-8"), f"{number}: {path}::{name}"


def test_a_form_opened_three_hours_ago_is_taken(evening, monkeypatch):
    evening.go("preparing")
    phone = evening.phone()
    form = evening.form(phone, "before")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3 * 3600)
    assert phone.post(f"{evening.room}before", data={**form, "q_s_guichet": "3"}).status_code == 303


@pytest.mark.parametrize("url", ["http://192.168.1.20:8080", "https://kit.example"])
def test_cookies_are_secure_over_https_and_reach_a_phone_over_http(tmp_path, url):
    app = create_app(Settings(data=tmp_path, public_url=url, guides=(TESTS / "guides",)))
    cookie = app.test_client().get("/?lang=nl").headers["Set-Cookie"]
    assert ("; Secure" in cookie) == url.startswith("https")
    assert "SameSite=Lax" in cookie


def test_pages_need_nothing_that_a_plain_network_or_an_old_phone_lacks():
    for path in OURS:
        text = path.read_text("utf-8")
        assert not re.search(r"randomUUID|serviceWorker|localStorage|crypto\.subtle", text), path
        assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", text), path
    participant = (resources.folder("static") / "participant.js").read_text("utf-8")
    assert not re.search(r"\?\.\w|\?\?|\bimport\b|\breplaceAll\b", participant)
    for sheet in resources.folder("static").glob("*.css"):
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", sheet.read_text("utf-8")), sheet


def test_polling_never_touches_a_form_and_everything_typed_may_run_from_right_to_left(evening):
    evening.go("preparing")
    page = evening.phone().get(f"{evening.room}before").text
    assert "data-poll" not in page
    typed = re.findall(r'<(?:input name="q_\w+_\d"|textarea)[^>]*>', page)
    assert typed
    assert all('dir="auto"' in field for field in typed)


def test_the_qr_code_is_black_on_white_with_its_quiet_zone(evening):
    svg = evening.client.get(f"/projector/{evening.code}/qr.svg").text
    modules = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    dark = [(int(x), int(y)) for x, y in re.findall(r"M(\d+),(\d+)H", svg)]
    assert '<rect fill="white" x="0" y="0" width="100%" height="100%"' in svg
    assert dark
    assert all(4 <= place < modules - 4 for square in dark for place in square)


def test_the_wall_says_in_words_what_to_do_with_the_square(evening):
    wall = evening.client.get(f"/projector/{evening.code}/").text
    for words in ("Avec un téléphone, visez le carré.", "Ou tapez cette adresse", "192.168.1.20:8080"):
        assert words in wall
    assert f"{evening.code[:3]} {evening.code[3:]}" in wall
    assert "Prenez une feuille" in wall


def test_the_address_of_a_script_or_style_changes_with_its_content(evening):
    evening.go("preparing")
    page = evening.phone().get(f"{evening.room}before").text
    linked = re.findall(r'/static/([\w.]+)\?v=(\w+)"', page)
    assert linked
    for name, version in linked:
        content = (resources.folder("static") / name).read_bytes()
        assert hashlib.sha256(content).hexdigest().startswith(version)


@pytest.mark.parametrize("phases", [PHASES[:n] for n in range(len(PHASES) + 1)])
def test_a_laptop_suspended_for_an_hour_goes_on_where_it_was(evening, monkeypatch, phases):
    phone = evening.phone()
    for phase in phases:
        evening.go(phase)
        if phase == "preparing":
            evening.answer(phone, "before", q_s_guichet="4")
    wall = evening.client.get(f"/projector/{evening.code}/screen").text
    stands = phone.get(f"{evening.room}where").get_json()
    now, ticks = time.time(), time.monotonic()
    monkeypatch.setattr(time, "time", lambda: now + 3600)
    monkeypatch.setattr(evening.app.extensions["screening"].rooms, "_clock", lambda: ticks + 3600)
    assert evening.client.get(evening.url).status_code == 200
    assert evening.client.get(f"/projector/{evening.code}/screen").text == wall
    assert phone.get(f"{evening.room}where").get_json() == stands
    assert evening.live()["before"] == (1 if phases else 0)


def test_an_evening_in_which_nobody_answers_comes_to_its_end(evening):
    evening.go("preparing", "before", "film", "after", "debate")
    summary = evening.press("seal", typed="y", destroyed="y")
    assert summary.status_code == 200
    assert "/summaries/" in summary.request.path
    assert evening.client.get(f"/projector/{evening.code}/").status_code == 200


def test_sixty_phones_at_once_lose_nothing(evening):
    evening.press("present", present="60")
    evening.go("preparing")
    phones = [evening.phone() for _ in range(60)]
    ready = threading.Barrier(12)

    def send(phone) -> int:
        form = evening.form(phone, "before")
        if phone in phones[:12]:
            ready.wait()
        return phone.post(f"{evening.room}before", data={**form, "q_s_guichet": "3"}).status_code

    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(send, phones)) == {303}
    assert evening.live()["before"] == 60
