"""Anything may be sent to any form: no page breaks, and what is stored is what was cleaned.

100 inputs a form; 2 000 in the full run (`--hypothesis-profile=full`).
"""

import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from routes import DELETING, Town

from screening.room.forms import read_form
from screening.room.questions import PASS
from screening.room.tickets import new_nonce

NASTY = [
    "",
    "0",
    "-1",
    "1",
    "3",
    "500",
    "501",
    "1e9",
    "9" * 20,
    "nsp",
    "passe",
    "+x",
    ";",
    "a;b",
    "y",
    "before",
]
NASTY += [
    "after",
    "film",
    "begin",
    "park",
    "le-guichet",
    "attente",
    "prompt-0",
    "w_guichet",
    "2026-11-25",
    "%s",
]
NASTY += ["9999-99-99", "\x00", "\ud800", "\u202e", "<script>", "=1+1", "{{7*7}}", "é" * 3000, "\u0301" * 500]
texts = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=[]), max_size=30)
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
FORMS = [
    "accounts.enter", "accounts.setup", "accounts.leave", "accounts.join", "accounts.change_language",
    "accounts.change_password", "coding.join", "coding.sort", "console.black", "console.grace",
    "console.phase", "damage.restore",
    "console.present", "console.reveal", "console.screen", "console.sealing", "data.backup", "data.restore",
    "data.retain", "debriefing.report", "debriefing.save", "offers.settle", "leading.admit",
    "facilitators.new", "facilitators.plan", "gathering.sort", "hands.count_hands", "hands.show",
    "heads.count_heads", "moving.bring", "paper.collected", "paper.make", "people.invite", "people.reset",
    "people.withdraw",
    "phones.address", "phones.wifi", "preflight.page", "rehearsals.delete", "shared.answer", "shared.go_on",
    "sources.check", "timing.change", "type_in.save", "clicker.press", "leading.alone", "leading.doors",
    "leading.share", "leading.timer", "moderation.choose", "moderation.show", "remote.confirm", "remote.make",
    "remote.unlink", "yearly.save", "deleting.season",
]  # fmt: skip

WITH_EFFECT = {*DELETING, "rehearsals.rehearse"}
"""They delete, or start a crowd: roles.md tries them once."""


def names(town: Town) -> list[str]:
    """Return the names of all fields on all pages, but for the last tick before the irreversible."""
    opened = [town.again("owner").get(town.url(e), buffered=True) for e, m in town.routes() if m == "GET"]
    pages = [page.text for page in opened if page.mimetype == "text/html"]
    found = {name for page in pages for name in re.findall(r'\sname="([^"]+)"', page)}
    return sorted(found - {"csrf_token", "destroyed", "viewport", "robots"} | {"from", "part", "how", "q_x"})


def body(pairs: list[tuple[str, str]]) -> bytes:
    return urlencode([(n.encode(), v.encode("utf-8", "surrogatepass")) for n, v in pairs]).encode()


def test_every_form_is_tried_here(town):
    tried = {*FORMS, "participants.answer", *WITH_EFFECT}
    posts = {endpoint for endpoint, method in town.routes() if method == "POST"}
    assert posts <= tried, "add these to FORMS"


@pytest.mark.parametrize("endpoint", FORMS)
def test_no_form_breaks_a_page(town, figures, endpoint):
    if endpoint not in town.app.view_functions:
        pytest.skip("this route is gone")
    fields = st.lists(st.tuples(st.sampled_from(names(town)), texts), max_size=8)
    role = "nobody" if endpoint.startswith("accounts.") else "owner"
    known = town.app.extensions["screening"]
    client, url, token = town.again(role), town.url(endpoint), ""
    tries = 0

    @CALM
    @given(fields, st.sampled_from(["before", "debate", "ended"]))
    def send(pairs, phase):
        nonlocal client, token, tries
        if not tries or endpoint == "accounts.leave":
            token, client = town.token(role), town.again(role)
        tries += 1
        known.throttle._spent.clear()
        if tries % 10 == 1:
            known.rooms.set_fact(town.values["screening_id"], phase=phase)
        data = body([("csrf_token", token), *pairs])
        response = client.post(url, data=data, content_type="application/x-www-form-urlencoded")
        assert response.status_code < 500, response.status_code
        if role == "owner" and tries % 10 == 0:
            assert client.get(f"/screenings/{town.values['screening_id']}/").status_code == 200

    send()
    figures.append(f"{endpoint}: {tries} inputs tried, no page broke")


def test_what_a_participant_sends_is_stored_as_it_was_cleaned(town, figures):
    known = town.app.extensions["screening"]
    room_id = town.values["screening_id"]
    known.rooms.set_fact(room_id, phase="before", admitted="1000000")
    room = known.rooms.get(room_id)
    asked = [q for q in room.asked if "before" in q.moments]
    inputs = [f"q_{q.id}{end}" for q in asked for end in ("", "_1", "_2", "_own", "_skip", "_quote")]
    url = town.url("participants.answer")
    phone = town.app.test_client()
    tries = 0

    @CALM
    @given(st.lists(st.tuples(st.sampled_from([*inputs, "lang", "ticket"]), texts), max_size=8))
    def send(pairs):
        nonlocal tries
        tries += 1
        known.throttle._spent.clear()
        pairs = [(n, v) for n, v in pairs if n != "ticket" or len(v) > 6]
        data = body([("nonce", new_nonce(room.key, "before", "")), *pairs])
        response = phone.post(url, data=data, content_type="application/x-www-form-urlencoded")
        assert response.status_code in {303, 400, 409, 413}, response.status_code
        if response.status_code != 303 or any("\ud800" <= c <= "\udfff" for _, v in pairs for c in v):
            # No browser sends lone surrogates; that they break nothing is enough.
            return
        with known.rooms.read(room_id) as db:
            rows = set(db.execute("SELECT question, value FROM answers").fetchall())
        sent: dict[str, list[str]] = {}
        for name, value in pairs:
            sent.setdefault(name, []).append(value)
        for given_ in read_form(asked, sent).given:
            assert (given_.question, given_.value or PASS) in rows

    send()
    figures.append(f"participants.answer: {tries} inputs tried, stored as cleaned")
