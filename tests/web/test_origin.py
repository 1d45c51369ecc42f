"""Scheme and host come from the settings, or from exactly so many proxies; never from whoever asks."""

from dataclasses import replace

import pytest
from pages import csrf

from screening.app import create_app
from screening.network import Address

FORGED = {
    "Host": "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "Forwarded": "host=evil.example;proto=https",
}


def client(settings, **changes):
    known = replace(settings, **changes)
    return create_app(known).test_client()


@pytest.mark.parametrize("public_url", ["", "https://kit.example"])
def test_a_forged_host_changes_no_redirect_and_no_square(evening, settings, public_url):
    asked = client(settings, public_url=public_url, find=lambda: [Address("192.168.1.20", "wlan0")])
    code = evening.code
    for path in (f"/r/{code}", f"/r/{code.lower()}/", f"/?code={code}", "/screenings/", "/summaries/"):
        answer = asked.get(path, headers=FORGED)
        if not public_url:
            # No address is configured: a name that is not ours is refused outright.
            assert (answer.status_code, "evil" in answer.text) == (400, False)
            continue
        assert answer.status_code in {302, 308}
        assert answer.location.startswith("/")
        assert "evil" not in answer.location
    page = asked.get(f"/projector/{code}/", headers=FORGED if public_url else {}).text
    assert (public_url.removeprefix("https://") or "192.168.1.20:8080") in page
    assert "evil" not in page


def test_the_configured_address_decides_also_before_a_proxy(evening, settings):
    asked = client(settings, public_url="https://kit.example", proxies=1)
    page = asked.get(f"/projector/{evening.code}/", headers=FORGED)
    assert "kit.example" in page.text
    assert "evil" not in page.text
    assert "Strict-Transport-Security" in page.headers


def test_exactly_so_many_proxies_are_believed(evening, settings):
    one, two = (client(settings, public_url="", proxies=n) for n in (1, 2))
    for asked, told, shown in (
        (one, "kit.example", "kit.example"),
        (one, "evil.example, kit.example", "kit.example"),
        (two, "evil.example, kit.example, inner", "kit.example"),
        (two, "evil.example", ""),
        (one, "", ""),
    ):
        headers = {"Host": "evil.example", "X-Forwarded-Proto": "https,https,https"}
        page = asked.get(
            f"/projector/{evening.code}/", headers={**headers, **({"X-Forwarded-Host": told} if told else {})}
        ).text
        assert "evil" not in page
        assert (shown in page) if shown else ("<img" not in page)


@pytest.mark.parametrize("base", ["https://kit.example", "http://192.168.1.20:8080"])
def test_cookies_are_for_https_only_where_people_come_by_https(evening, settings, base):
    asked = client(settings, public_url=base)
    page = asked.get("/sign-in", base_url=base)
    assert ("Secure" in page.headers["Set-Cookie"]) == base.startswith("https")
    sent = {"sign_in": "nour", "password": "un long mot", "csrf_token": csrf(page.text)}
    referrer = {"Referer": f"{base}/sign-in"}
    assert asked.post("/sign-in", data=sent, base_url=base, headers=referrer).status_code == 302
