"""Texts that want to be programs: kept clean, shown as text, on phones, console and projector."""

import re

import pytest
from pages import PLAN, press

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "javascript:alert(1)",
    "=HYPERLINK(1)",
    "\u202eRevenez",
    "z" + "\u0335" * 60,
    "a\x00b",
    "\ud800",
    "'; DROP TABLE answers;--",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_kept_clean_and_shown_as_text(evening, text):
    evening.go("preparing")
    sent = evening.answer(evening.phone(), "before", q_w_guichet_1=text.encode("utf-8", "surrogatepass"))
    assert sent.status_code == 303
    evening.go("before", "film")
    evening.answer(evening.phone(), "after", q_t_flou=text.encode("utf-8", "surrogatepass"))
    late = evening.phone().post(
        f"{evening.room}before", data={"q_w_guichet_1": text.encode("utf-8", "replace")}
    )
    assert late.status_code == 409
    for page in (late.text, evening.client.get(evening.url).text):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert not re.search("[\x00\u202e\ud800]|\u0335{3}", page)


def test_a_text_of_a_facilitator_is_shown_as_text(evening):
    hostile = "<script>alert(1)</script>{{ 7*7 }}"
    press(evening.client, evening.url + "plan", {**PLAN, "title": hostile, "place": hostile})
    pages = [evening.url, "/screenings/", f"/projector/{evening.code}/", evening.room, evening.url + "paper/"]
    for page in pages:
        assert "<script>alert" not in evening.client.get(page).text
        assert "49" not in re.findall(r"alert\(1\)[^ ]*", evening.client.get(page).text)
