"""Plain wording, pictures, recordings: for people who read little."""

import gzip
import re
import shutil
from pathlib import Path

import pytest
from pages import PLAN, press

from screening.guide.load import read


def test_plain_wording_is_one_tap_away_and_kept_like_the_language(evening):
    evening.go("preparing")
    phone = evening.phone()
    welcome = phone.get(evening.room).text
    link = re.search(r'href="([^"]+plain=1)"', welcome)[1]
    assert "Il faut des guichets." in phone.get(link).text
    assert "Il faut des guichets." in phone.get(f"{evening.room}before").text
    phone.get(f"{evening.room}before?plain=0")
    assert "Il faut garder des guichets partout." in phone.get(f"{evening.room}before").text


def test_without_cookies_plain_wording_stays_in_the_address(evening):
    evening.go("preparing")
    phone = evening.phone(cookies=False)
    form = evening.form(phone, "before", "?plain=1")
    page = phone.get(f"{evening.room}before?plain=1").text
    action = re.search(r'action="([^"]+)"', page)[1].replace("&amp;", "&")
    thanks = phone.post(action, data={**form, "q_s_guichet": "4"}).location
    assert "plain=1" in thanks
    waiting = phone.get(thanks).text
    assert "plain=1" in re.search(r'data-next="([^"]+)"', waiting)[1]
    evening.go("before", "film")
    onward = phone.get(thanks).location
    assert "plain=1" in onward
    assert "Il faut des guichets." in phone.get(onward).text


def planned(evening, **more):
    page = press(evening.client, "/screenings/new", {**PLAN, **more})
    assert page.status_code == 200, page.text
    evening.url, evening.code = page.request.path, re.search(r"/projector/(\w+)/", page.text)[1]
    evening.go("preparing")


def test_a_screening_asks_in_pictures_or_in_words_never_both(evening):
    planned(evening, question_set="pictures")
    page = evening.phone().get(f"{evening.room}before").text
    assert 'name="q_p_guichet"' in page
    assert "q_s_guichet" not in page
    assert 'value="pictures" checked' in re.sub(
        r"<input (checked) ([^>]*)>", r"<input \2 \1>", evening.client.get(evening.url + "plan").text
    ).replace('type="radio" ', "")
    planned(evening)
    assert "q_p_guichet" not in evening.phone().get(f"{evening.room}before").text


def test_more_pictures_than_asked_come_back_with_a_sentence(evening):
    planned(evening, question_set="pictures")
    sent = evening.answer(evening.phone(), "before", q_p_guichet=["file", "aide", "papiers"])
    assert sent.status_code == 400
    assert "Au plus 2 images" in sent.text
    assert len(re.findall(r'name="q_p_guichet"[^>]* checked', sent.text)) == 3
    taken = evening.answer(evening.phone(), "before", q_p_guichet=["file", "aide"])
    assert taken.status_code == 303


def test_a_recording_of_the_guide_can_be_heard(evening):
    planned(evening, question_set="pictures")
    phone = evening.phone()
    page = phone.get(f"{evening.room}before").text
    source = re.search(r'<audio controls preload="none" src="([^"]+)"', page)[1]
    with phone.get(source.replace("&amp;", "&")) as heard:
        assert heard.status_code == 200
        assert heard.mimetype == "audio/ogg"
    assert phone.get(f"{evening.room}listen/p_guichet?lang=ar").status_code == 404
    assert phone.get(f"{evening.room}listen/nothing").status_code == 404


@pytest.mark.parametrize(
    ("name", "told"),
    [("../guide.toml", "sans dossier"), ("gone.ogg", "manque"), ("a.html", "un nom simple")],
)
def test_a_recording_that_is_no_sound_file_of_the_guide_is_a_fault(tmp_path: Path, name, told):
    copy = shutil.copytree(Path(__file__).parents[1] / "guides/le-guichet", tmp_path / "le-guichet")
    head = (copy / "guide.toml").read_text("utf-8")
    (copy / "guide.toml").write_text(head.replace("p_guichet.ogg", name), "utf-8")
    _guide, faults = read(copy)
    assert any(told in str(fault) for fault in faults)


def test_a_voice_says_both_genders_in_full(evening):
    planned(evening, question_set="pictures")
    page = evening.phone().get(f"{evening.room}before").text
    assert re.search(r'data-say="[^"]*chacune et chacun', page)


def test_pages_on_the_way_to_the_form_are_compressed_and_those_with_a_lasting_secret_are_not(evening):
    evening.go("preparing")
    phone = evening.phone()
    asked = {"Accept-Encoding": "gzip, br"}
    form = phone.get(f"{evening.room}before", headers=asked)
    assert form.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in form.headers["Vary"]
    assert b"q_s_guichet" in gzip.decompress(form.data)
    assert "Content-Encoding" not in phone.get(f"{evening.room}before").headers
    style = re.search(r'href="(/static/participants[^"]+)"', gzip.decompress(form.data).decode())[1]
    with phone.get(style, headers=asked) as packed:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "immutable" in packed.headers["Cache-Control"]
    hidden = evening.form(phone, "before")
    thanks = phone.post(f"{evening.room}before", data=hidden, headers=asked).location
    assert "Content-Encoding" not in phone.get(thanks, headers=asked).headers
    assert "Content-Encoding" not in evening.client.get(evening.url, headers=asked).headers


def test_the_statement_tells_what_falls_short_and_how_to_complain(evening):
    page = evening.phone().get("/accessibility").text
    assert "WCAG 2.2" in page
    assert "Ce qui manque encore" in page
    assert "Unia" in page
    assert "/accessibility" in evening.phone().get(evening.room).text
    assert "/accessibility" in evening.client.get("/screenings/").text
    assert "What is still missing" in evening.phone().get("/accessibility?lang=en").text
