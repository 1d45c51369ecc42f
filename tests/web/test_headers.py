"""Every page, form and error carries the headers, the strictest over HTTPS."""

import re

import pytest
from routes import ROLES, Town

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "media-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def responses(town: Town, base: str):
    """Yield every route as every reader, with and without a token, and each kind of error page."""
    for endpoint, method in town.routes():
        for role in ROLES:
            response = town.again(role).open(
                town.url(endpoint), method=method, base_url=base, buffered=True, data={}
            )
            yield endpoint, response
    client = town.again("owner")
    yield "404", client.get("/nowhere", base_url=base)
    yield "405", client.post("/about", base_url=base)
    yield "413", client.post("/sign-in", data={"a": "x" * 70_000}, base_url=base)
    yield "400", client.get("/", headers={"Host": "evil.example"})
    for _ in range(25):
        yield "429", client.get("/r/222222/", base_url=base, environ_base={"REMOTE_ADDR": "10.9.9.9"})


def check(town: Town, base: str, extra: dict[str, str], policy: dict[str, str]) -> None:
    seen = set()
    for name, response in responses(town, base):
        seen.add(str(response.status_code))
        headers = response.headers
        for header, value in {**ALWAYS, **extra}.items():
            assert headers.get(header) == value, (name, header)
        assert "camera=()" in headers["Permissions-Policy"]
        found = dict(
            part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";")
        )
        assert found == policy, name
        assert "Server" not in headers
        if name == "static":
            continue
        assert headers["Cache-Control"] in {"no-store", "private, no-cache"}, name
        assert ("ETag" in headers) == (headers["Cache-Control"] != "no-store")
        if response.mimetype == "text/html":
            assert not re.search(r"<script(?! src)|<style|\son\w+=|\sstyle=|javascript:", response.text), name
            assert not re.search(r'(?:src|href|action)="(?:https?:)?//(?!zintv)', response.text) or name in {
                "sources.about",
                "facilitators.guide",
            }, name
    assert {"200", "302", "400", "404", "405", "409", "413", "429"} <= seen


def test_every_answer_of_a_hall_server_carries_the_headers(town):
    check(town, "http://192.168.1.20:8080", {}, POLICY)


def test_a_server_with_https_has_the_strictest_headers(server_town):
    check(
        server_town,
        "https://soirees.example.org",
        {"Strict-Transport-Security": "max-age=31536000"},
        {**POLICY, "upgrade-insecure-requests": ""},
    )


def test_a_hall_server_promises_no_https(town):
    assert "Strict-Transport-Security" not in town.again("nobody").get("/").headers


@pytest.mark.parametrize("place", ["hall", "server"])
def test_cookies_are_for_this_server_only_and_out_of_scripts_reach(place, town, server_town):
    https = place == "server"
    here, base = (server_town, "https://soirees.example.org") if https else (town, "http://192.168.1.20:8080")
    phone = here.app.test_client()
    form = phone.get(here.url("participants.form") + "?lang=nl", base_url=base)
    nonce = re.search(r'name="nonce" value="([^"]+)"', form.text)[1]
    sent = phone.post(here.url("participants.answer"), data={"nonce": nonce}, base_url=base)
    assert sent.status_code == 303
    entered = here.app.test_client().get("/sign-in", base_url=base)
    cookies = [*form.headers.getlist("Set-Cookie"), *sent.headers.getlist("Set-Cookie")]
    cookies += entered.headers.getlist("Set-Cookie")
    assert len(cookies) == 4
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Domain" not in cookie
        assert ("Secure" in cookie) == https
    names = {cookie.partition("=")[0] for cookie in cookies}
    assert ("__Host-screening" in names) == https


def test_a_crash_is_told_in_french_with_the_headers_and_nothing_of_the_program(town, monkeypatch, caplog):
    def crash():
        raise ValueError("secret-of-a-person")

    monkeypatch.setitem(town.app.view_functions, "sources.about", crash)
    town.app.testing = False
    try:
        page = town.again("nobody").get("/about")
    finally:
        town.app.testing = True
    assert page.status_code == 500
    assert "Cela n’a pas marché" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Frame-Options"] == "DENY"
    for text in (page.text, caplog.text):
        assert "secret-of-a-person" not in text
        assert "Traceback" not in text
    assert "ValueError" in caplog.text
