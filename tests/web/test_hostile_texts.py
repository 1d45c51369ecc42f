"""Texts that want to be programs: kept clean, shown as text, on phones, console and projector."""

import re

import pytest
from pages import PLAN, press

HOSTILE = [
    # programs in a page
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script>alert(1)</script",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</select><img src=x onerror=alert(1)>",
    "<!--<script>alert(1)</script>-->",
    "<a href=javascript:alert(1)>ici</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<style>@import'//x'</style>",
    "<base href=//x>",
    "<meta http-equiv=refresh content=0>",
    "' onfocus=alert(1) autofocus='",
    "` onmouseover=alert(1) `",
    "&lt;script onload=alert(1)",
    "&#60;script&#62;alert(1)",
    "\\u003cscript\\u003ealert(1)",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
    "<img src=x onerror=alert(1)//",
    "{{ 7*7 }}",
    "{% raw %}{{ 7*7 }}",
    "${7*7}",
    "#{7*7}",
    "%(who)s %s %n {0}",
    "[clic](javascript:alert(1))",
    "![x](http://x.example/x.png)",
    # other programs
    "'; DROP TABLE answers;--",
    '" OR 1=1 --',
    "$(reboot)",
    "; rm -rf /",
    "../../etc/passwd",
    "=HYPERLINK(1)",
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    # letters that are not what they look like
    "\u202eRevenez",
    "\u2066a\u2069b",
    "\u200fa\u200eb",
    "a\u200bb\u200cc\u200dd",
    "\ufeffa",
    "z" + "\u0335" * 60,
    "e" + "\u0301" * 40,
    "ก" + "็" * 50,
    "\ufdfa" * 20,
    "👩‍👩‍👧‍👦" * 10,
    "\U0001f3f4\U000e0067\U000e0062\U000e007f",
    "ﷺ" * 30,
    # what no text should hold
    "a\x00b",
    "a\x1b[31mb",
    "a\x07b\x08c",
    "\ud800",
    "\udfff\ud800",
    "\uffff",
    "w" * 5000,
]


def test_the_corpus_is_of_sixty():
    assert len(set(HOSTILE)) == 60


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
