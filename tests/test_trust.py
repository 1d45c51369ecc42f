"""The trust pages: every sentence of promise is kept by a test that is there."""

import ast
import logging
import re
from pathlib import Path

import pytest
from pages import PLAN, press

from screening.i18n import LANGUAGES

TESTS = Path(__file__).parent
PROMISES = {
    "p-no-name": "store/test_database.py::test_no_table_of_answers_holds_a_time_an_order_or_a_person",
    "p-ticket": "store/test_answers.py::test_the_store_holds_neither_token_nor_code",
    "p-locked": "test_trust.py::test_nobody_sees_answers_while_people_answer",
    "p-five": "store/test_answers.py::test_a_result_opens_when_both_moments_are_closed_and_five_answered",
    "p-seal": "store/test_backups.py::test_sealing_erases_that_rooms_backups_and_no_others",
    "p-shuffle": "store/test_sealing.py::test_answers_to_two_questions_can_not_be_joined_by_number_or_order",
    "p-phase-open": "test_trust.py::test_nobody_sees_answers_while_people_answer",
    "p-phase-debate": "web/test_console.py::test_before_is_locked_until_after_has_closed",
    "p-phase-sealed": "test_trust.py::test_a_summary_of_four_people_shows_no_text",
    "p-own": "web/test_season.py::test_a_facilitator_learns_nothing_of_anothers_screening",
    "p-file": "store/test_moving.py::test_export_import_export_has_the_same_content_field_by_field",
    "p-seal-room": "store/test_backups.py::test_sealing_erases_that_rooms_backups_and_no_others",
    "p-seal-kept": "store/test_sealing.py::test_sealing_keeps_every_answer_and_every_pair",
    "p-seal-language": "store/test_sealing.py::test_a_language_of_fewer_than_five_is_not_told",
    "p-no-return": "test_keeping.py::test_a_sealed_room_is_not_restored",
    "p-no-trace": "test_trust.py::test_no_address_browser_or_hour_of_a_visit_is_kept_or_logged",
    "p-passwords": "store/test_links.py::test_passwords_are_kept_by_scrypt",
    "p-delete": "store/test_deleting.py::test_a_deleted_screening_is_gone_and_the_others_stay",
}


def test_each_promise_on_a_page_names_a_test_that_is_there(app):
    client = app.test_client()
    pages = client.get("/trust/").text + client.get("/trust/organisers").text
    assert set(re.findall(r'id="(p-[\w-]+)"', pages)) == set(PROMISES)
    for promise, test in PROMISES.items():
        file, _, name = test.partition("::")
        tree = ast.parse((TESTS / file).read_text("utf-8"))
        tests = {f.name: f for f in tree.body if isinstance(f, ast.FunctionDef)}
        assert name in tests, promise
        marks = " ".join(ast.unparse(mark) for mark in tests[name].decorator_list)
        assert "skip" not in marks, promise
        assert "xfail" not in marks, promise


def promised(page: str) -> dict[str, str]:
    """Return the sentences of promise on a page, by their id."""
    return dict(re.findall(r'<(?:li|tr) id="(p-[\w-]+)"[^>]*>(.+?)</(?:li|tr)>', page, re.DOTALL))


@pytest.mark.parametrize(
    ("path", "languages"), [("/trust/", list(LANGUAGES)), ("/trust/organisers", ["fr", "nl", "en"])]
)
def test_every_promise_is_told_in_each_language_of_its_readers(app, path, languages):
    told = {code: promised(app.test_client().get(f"{path}?lang={code}").text) for code in languages}
    assert len(told["fr"]) >= 6
    for code in languages[1:]:
        assert set(told[code]) == set(told["fr"]), code
        assert not [p for p, text in told[code].items() if text == told["fr"][p]], f"{code} is still French"


@pytest.mark.parametrize("code", LANGUAGES)
def test_participants_read_it_in_their_language(app, code):
    page = app.test_client().get(f"/trust/?lang={code}").text
    assert f'<html lang="{code}"' in page
    assert ("Votre nom, votre adresse" in page) == (code == "fr")


@pytest.mark.parametrize(("code", "word"), [("fr", "Chiffrez"), ("nl", "Versleutel"), ("en", "Encrypt")])
def test_organisers_read_it_in_three(app, code, word):
    assert word in app.test_client().get(f"/trust/organisers?lang={code}").text


def answer_all(evening, n: int, text: str) -> None:
    """Answer before and after as `n` people, each with a text of their own, and end the evening."""
    phones = [evening.phone() for _ in range(n)]
    evening.go("preparing")
    for i, phone in enumerate(phones):
        evening.answer(phone, "before", q_w_guichet_1=f"{text}{i}", q_s_guichet="2")
    evening.go("before", "film")
    for i, phone in enumerate(phones):
        evening.answer(phone, "after", q_t_flou=f"{text}{i}")


def room_evening(app, facilitator):
    from web.conftest import Evening

    page = press(facilitator, "/screenings/new", PLAN)
    return Evening(app, facilitator, page.request.path, re.search(r"/projector/(\w+)/", page.text)[1])


def test_nobody_sees_answers_while_people_answer(app, facilitator):
    evening = room_evening(app, facilitator)
    answer_all(evening, 6, "marqueur")
    for url in (evening.url, evening.url + "live", f"/projector/{evening.code}/screen", evening.room):
        assert "marqueur" not in facilitator.get(url).text
    assert evening.live()["after"] == 6
    season = facilitator.get("/summaries/").text
    assert "marqueur" not in season
    assert '<td class="number" data-name="Ont répondu"></td>' in season


def test_a_summary_of_four_people_shows_no_text(app, facilitator):
    evening = room_evening(app, facilitator)
    answer_all(evening, 4, "marqueur")
    evening.go("after", "debate")
    summary = press(facilitator, evening.url + "seal", {"typed": "y", "destroyed": "y"})
    assert summary.status_code == 200
    assert "marqueur" not in summary.text


def test_no_address_browser_or_hour_of_a_visit_is_kept_or_logged(app, facilitator, settings, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    evening = room_evening(app, facilitator)
    evening.go("preparing")
    phone = app.test_client()
    visit = {"environ_base": {"REMOTE_ADDR": "203.0.113.77", "HTTP_USER_AGENT": "Telephone/9.9"}}
    form = phone.get(f"{evening.room}before", **visit).text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    phone.post(f"{evening.room}before", data={**hidden, "q_s_guichet": "2"}, **visit)
    phone.get("/nowhere", **visit)
    kept = b"".join(path.read_bytes() for path in settings.data.rglob("*") if path.is_file())
    said = caplog.text + "".join(capfd.readouterr())
    for trace in ("203.0.113.77", "Telephone/9.9"):
        assert trace.encode() not in kept
        assert trace not in said
