"""Simulated participants, over real HTTP; what a rehearsal leaves behind: nothing."""

import re
import signal
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pages import press
from werkzeug.serving import make_server

from screening.rehearsal import Crowd, Person, people
from screening.web.services import KEY


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def begin(facilitator: FlaskClient) -> tuple[str, str]:
    page = press(facilitator, "/screenings/", {"alone": "1"}, "/screenings/rehearse")
    return page.request.path, re.findall(r"/projector/(\w+)/", page.text)[0]


def counts(facilitator: FlaskClient, console: str) -> dict[str, int]:
    return facilitator.get(console + "live").get_json()


def until(seen, seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_simulated_room_answers_before_and_after_and_ends_when_it_is_deleted(app, facilitator, address):
    console, code = begin(facilitator)
    cookie = f"screening={facilitator.get_cookie('screening').value}"
    crowd = Crowd(address, code, console, cookie, seconds=0.3)
    room = threading.Thread(target=crowd.run, args=[0.05])
    room.start()
    before = sum("before" in p.moments and not p.paper for p in people())
    press(facilitator, console, {"from": "preparing"}, console + "phase")
    until(lambda: counts(facilitator, console)["before"] == before)
    press(facilitator, console, {"from": "before"}, console + "phase")
    press(facilitator, console, {"from": "film"}, console + "phase")
    until(lambda: counts(facilitator, console)["after"] == sum("after" in p.moments for p in people()))
    both = counts(facilitator, console)["both"]
    assert both == sum(len(p.moments) == 2 for p in people())
    press(facilitator, console, {}, console + "delete-rehearsal")
    room.join(10)
    assert not room.is_alive()
    assert not list(app.extensions[KEY].rooms.folder.iterdir())


def test_a_rehearsal_is_marked_everywhere(app, facilitator):
    console, code = begin(facilitator)
    phone = app.test_client()
    for page in (console, f"/projector/{code}/", "/screenings/"):
        assert "RÉPÉTITION" in facilitator.get(page).text, page
    for phase in ("preparing", "before", "film"):
        assert "RÉPÉTITION" in phone.get(f"/r/{code}/").text
        press(facilitator, console, {"from": phase}, console + "phase")


def test_a_sealed_rehearsal_shows_its_summary_counts_nowhere_and_goes_with_one_click(app, facilitator):
    known = app.extensions[KEY]
    console, _code = begin(facilitator)
    for phase in ("preparing", "before", "film", "after", "debate"):
        press(facilitator, console, {"from": phase}, console + "phase")
    summary = press(facilitator, console + "seal", {"typed": "y", "destroyed": "y"})
    assert "/summaries/" in summary.request.path
    assert "RÉPÉTITION" in summary.text
    assert "/summaries/" + console.split("/")[2] not in facilitator.get("/summaries/").text
    assert known.library.screenings() == []
    gone = press(facilitator, summary.request.path, {}, console + "delete-rehearsal")
    assert "effacée" in gone.text
    assert facilitator.get(console).status_code == 404
    assert known.library.sealed_questions(console.split("/")[2]) == []


def test_a_real_screening_is_not_deleted_by_that_button(facilitator, app):
    from pages import PLAN

    console = press(facilitator, "/screenings/new", PLAN).request.path
    assert press(facilitator, console, {}, console + "delete-rehearsal").status_code == 404
    assert facilitator.get(console).status_code == 200


def test_a_crowd_without_a_server_gives_up(monkeypatch):
    monkeypatch.setattr("screening.rehearsal._LOST_AFTER", 0.1)
    Crowd("http://127.0.0.1:1", "AAAAAA", crowd=[Person()]).run(0.05)


def test_the_command_rehearses_on_a_running_server(facilitator, address, app, request):
    from click.testing import CliRunner

    from screening.cli import main

    # The command changes what Ctrl+C does to its process, which is this one here.
    request.addfinalizer(partial(signal.signal, signal.SIGINT, signal.getsignal(signal.SIGINT)))
    wrong = ["rehearse", "--address", address, "--sign-in", "nour", "--password", "faux"]
    assert CliRunner().invoke(main, wrong).exit_code == 2
    made = []

    def watch() -> None:
        known = app.extensions[KEY]
        until(lambda: known.library.screenings(rehearsals=True))
        made.append(known.library.screenings(rehearsals=True)[0].id)
        press(facilitator, "/screenings/", {}, f"/screenings/{made[0]}/delete-rehearsal")

    room = threading.Thread(target=watch)
    room.start()
    done = CliRunner().invoke(main, [*wrong[:-1], "un long mot"])
    room.join()
    assert done.exit_code == 0, done.output
    assert made[0] in done.output
    assert "finie" in done.output


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Dix minutes"), ("nl", "Tien minuten"), ("en", "Ten min")]
)
def test_the_sheet_before_the_doors_open_is_there_in_three_languages(facilitator, language, title):
    page = facilitator.get(f"/screenings/ten-minutes-before/{language}").text
    assert title in page
    assert page.count('<article class="sheet') == 2
