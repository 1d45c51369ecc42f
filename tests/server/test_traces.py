"""After a whole evening on a real server, nothing that tells who is left anywhere: 200 planted marks."""

import base64
import hashlib
import hmac
import io
import re
import urllib.error
import zipfile

from pages import PLAN
from server.visitor import Browser

from screening.room import tickets

PEOPLE = 25


def spellings(mark: bytes) -> set[bytes]:
    """Return how a mark may lie in a file."""
    found = {mark, base64.b64encode(mark), base64.urlsafe_b64encode(mark)}
    if len(mark) == 32 and re.fullmatch(rb"[0-9a-f]+", mark):
        found.add(bytes.fromhex(mark.decode()))
    return found


def test_nothing_that_tells_who_is_left_after_sealing(served, figures):
    host = Browser(served.url)
    host.send(served.setup, {"name": "Nour", "sign_in": "nour", "password": "un long mot"})
    page = host.send("/screenings/new", {**PLAN, "expected": "30"})
    code = re.search(r"/projector/(\w+)/", page)[1]
    console = host.here
    room_id = console.rstrip("/").split("/")[-1]

    def step(phase: str) -> None:
        host.send(console, {"from": phase}, console + "phase")

    step("preparing")
    phones = [Browser(served.url) for _ in range(PEOPLE)]
    marks: set[bytes] = set()
    for n, phone in enumerate(phones):
        form = phone.open(f"/r/{code}/before")
        marks.add(re.search(r'name="nonce" value="([^"]+)"', form)[1].split(".")[1].encode())
        # Refused for too many words, then corrected: the refused text is nobody's any more.
        phone.send(f"/r/{code}/before", {"q_w_guichet_1": f"refus{n}a,refus{n}b,refus{n}c,refus{n}d"})
        marks |= {f"refus{n}{letter}".encode() for letter in "abcd"}
        phone.send(f"/r/{code}/before", {"q_w_guichet_1": f"brouillon{n}x", "q_s_guichet": "2"})
        thanks = phone.send(f"/r/{code}/before", {"q_w_guichet_1": f"garde{n}x", "q_s_guichet": "2"})
        marks |= {f"brouillon{n}x".encode(), re.search(r"\b[2-9A-Y]{3}-[2-9A-Y]{3}\b", thanks)[0].encode()}
        token = next(cookie.value for cookie in phone.jar if cookie.name.startswith("ticket"))
        marks.add(token.encode())
        ticket_code = re.search(r"\b([2-9A-Y]{3})-([2-9A-Y]{3})\b", thanks)
        marks.add("".join(ticket_code.groups()).encode())
    key = (served.data / "rooms" / f"{room_id}.key").read_bytes()
    tokens = [mark for mark in marks if re.fullmatch(rb"[0-9a-f]{32}", mark)]
    assert len(tokens) >= PEOPLE
    marks |= {key, key.hex().encode()}
    marks |= {tickets.hash_of(key, token.decode()).encode() for token in tokens}
    for phase in ("before", "film"):
        step(phase)
    for phone in phones:
        phone.send(f"/r/{code}/after", {"q_s_guichet": "4"})
    for phase in ("after", "debate"):
        step(phase)
    room = (served.data / "rooms" / f"{room_id}.db").read_bytes()
    assert tickets.hash_of(key, tokens[0].decode()).encode() in room or len(tokens) > PEOPLE
    summary = host.send(console + "seal", {"typed": "y", "destroyed": "y"})
    assert "Bilan" in summary or "bilan" in summary
    assert len(marks) >= 200

    files = [path for path in [*served.data.rglob("*"), *served.temporary.rglob("*")] if path.is_file()]
    left = {path.name: path.read_bytes() for path in files}
    left |= {"summary": summary.encode(), "output": served.output.read_bytes()}
    left |= taken_out(host, room_id)
    assert any(b"garde3x" in content for content in left.values()), "the answers that count are kept"
    for mark in marks:
        for spelling in spellings(mark):
            assert [name for name, content in left.items() if spelling in content] == [], mark
    assert not list((served.data / "rooms").iterdir())
    no_function_of_a_cookie_finds_a_row(tokens, left, room_id)
    for told in ("127.0.0.1 ", "Mozilla", "urllib", code, "Traceback", "/r/"):
        assert told not in served.said().partition("Ctrl+C")[2]
    figures.append(f"{len(marks)} marks planted in an evening of {PEOPLE}: none found after sealing")


def taken_out(host: Browser, room_id: str) -> dict[str, bytes]:
    """Return what can be taken out of a sealed screening: the bundle's files, the findings, the words."""
    paths = ["export", "findings.csv", "words-w_guichet-before.csv"]
    found = {}
    for path in paths:
        try:
            with host.opener.open(f"{host.url}/summaries/{room_id}/{path}") as answer:
                found[path] = answer.read()
        except urllib.error.HTTPError as error:
            error.close()
    assert len(found) == len(paths)
    with zipfile.ZipFile(io.BytesIO(found.pop("export"))) as bundle:
        return found | {name: bundle.read(name) for name in bundle.namelist()}


def no_function_of_a_cookie_finds_a_row(tokens: list[bytes], left: dict[str, bytes], room_id: str) -> None:
    keys = [b"", room_id.encode(), *[content for content in left.values() if len(content) == 32]]
    for token in tokens:
        for raw in (token, bytes.fromhex(token.decode())):
            digests = [hashlib.new(name, raw).digest() for name in ("md5", "sha1", "sha256", "sha512")]
            digests += [hmac.digest(k, p + raw, "sha256") for k in keys for p in (b"", b"ticket|", b"code|")]
            for digest in digests:
                for spelling in (digest[:8], digest[:8].hex().encode(), base64.b64encode(digest)[:10]):
                    assert not any(spelling in content for content in left.values())
