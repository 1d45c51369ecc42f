"""The files of `screening deploy`, tried: nginx and Caddy with HTTPS before a real server."""

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from pages import PLAN
from server.conftest import Served, free_port, serve
from server.visitor import Browser

from screening.commands.deploy import render

HERE = "127.0.0.1"
VISITOR = "127.0.0.77"
"""Where visitors come from, so that their address can be told from the server's in a log."""


@dataclass
class Behind:
    """A server with a proxy before it."""

    served: Served
    port: int
    trusts: ssl.SSLContext
    logs: Path

    @property
    def url(self) -> str:
        return f"https://{HERE}:{self.port}"

    def browser(self) -> Browser:
        return Browser(self.url, self.trusts)

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str):
        """Ask as a visitor from an address of their own; returns the answer and its text."""
        place = (VISITOR, 0)
        line = http.client.HTTPSConnection(
            HERE, self.port, context=self.trusts, timeout=15, source_address=place
        )
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            return answer, answer.read().decode()
        finally:
            line.close()

    def stuck(self, begun: bytes) -> socket.socket:
        """Begin a request and stop in the middle."""
        plain = socket.create_connection((HERE, self.port), timeout=15, source_address=(VISITOR, 0))
        secret = self.trusts.wrap_socket(plain, server_hostname=HERE)
        secret.sendall(begun)
        return secret


def nginx(folder: Path, server: int, port: int) -> list[str]:
    """Write the configuration with ports and certificate of this test; return the command."""
    site = render("nginx", HERE, server)
    site = re.sub(r"listen \[::\].*\n", "", site).replace("listen 80;", f"listen {HERE}:{free_port()};")
    site = site.replace("listen 443 ssl;", f"listen {HERE}:{port} ssl;")
    site = re.sub(r"/etc/letsencrypt/live/[^/]+/fullchain.pem", str(folder / "cert.pem"), site)
    site = re.sub(r"/etc/letsencrypt/live/[^/]+/privkey.pem", str(folder / "key.pem"), site)
    (folder / "site.conf").write_text(site, "utf-8")
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"daemon off; pid {folder}/pid; error_log {folder}/error.log info;\n"
    whole += "events { worker_connections 2000; }\n"
    whole += f"http {{ access_log {folder}/access.log;\n{temporary}include {folder}/site.conf; }}\n"
    (folder / "nginx.conf").write_text(whole, "utf-8")
    command = ["nginx", "-e", f"{folder}/error.log", "-c", str(folder / "nginx.conf")]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    return command


def caddy(folder: Path, server: int, port: int) -> list[str]:
    whole = render("caddy", HERE, server)
    own = "{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n"
    whole = whole.replace("{\n", own, 1)
    certificate = f"\ttls {folder}/cert.pem {folder}/key.pem\n"
    whole = whole.replace(f"{HERE} {{\n", f"{HERE}:{port} {{\n{certificate}", 1)
    (folder / "Caddyfile").write_text(whole, "utf-8")
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    subprocess.run(
        ["caddy", "validate", *command[2:]], check=True, capture_output=True, env={"HOME": str(folder)}
    )
    return command


def certificate(folder: Path) -> ssl.SSLContext:
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HERE}"]
    made += ["-addext", f"subjectAltName=IP:{HERE}", "-keyout", str(folder / "key.pem")]
    subprocess.run([*made, "-out", str(folder / "cert.pem")], check=True, capture_output=True)
    return ssl.create_default_context(cafile=str(folder / "cert.pem"))


@pytest.fixture(scope="module", params=[nginx, caddy], ids=lambda proxy: proxy.__name__)
def behind(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    name = request.param.__name__
    for program in (name, "openssl"):
        if shutil.which(program) is None:
            pytest.skip(f"no {program} on this machine: its configuration was not tried")
    folder = tmp_path_factory.mktemp(name)
    folder.chmod(0o755)
    trusts, port = certificate(folder), free_port()
    served = serve(folder, more=("--public-url", f"https://{HERE}:{port}", "--proxies", "1"))
    started = [served.process]
    try:
        command = request.param(folder, served.port, port)
        with (folder / "proxy.log").open("wb") as log:
            own = {**os.environ, "HOME": str(folder)}
            started.append(subprocess.Popen(command, stdout=log, stderr=log, env=own))
        here = Behind(served, port, trusts, folder)
        for _ in range(100):
            with suppress(OSError):
                here.ask("/health")
                break
            time.sleep(0.05)
        yield here
    finally:
        for process in started:
            process.terminate()
            process.wait(10)


def test_an_evening_goes_through_the_proxy(behind):
    assert f"{behind.url}/setup/" in behind.served.said(), "the link to open first is the one of the proxy"
    host = behind.browser()
    host.send(behind.served.setup, {"name": "Nour", "sign_in": "nour", "password": "un long mot"})
    assert {cookie.name for cookie in host.jar} == {"__Host-screening"}
    assert all(cookie.secure for cookie in host.jar)
    code = re.search(r"/projector/(\w+)/", host.send("/screenings/new", PLAN))[1]
    host.send(host.here, {"from": "preparing"}, host.here + "phase")
    wall = host.open(f"/projector/{code}/")
    assert f"{HERE}:{behind.port}" in wall
    phone = behind.browser()
    thanks = phone.send(f"/r/{code}/before", {"q_s_guichet": "2", "q_w_guichet_1": "file"})
    assert "enregistrées" in thanks
    assert phone.here.startswith(f"{behind.url}/r/{code}/")
    assert phone.jar
    assert all(cookie.secure for cookie in phone.jar)
    answer, page = behind.ask(f"/r/{code}/")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "upgrade-insecure-requests" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert "http://" not in re.sub(r'xmlns="[^"]*"', "", page)


def test_what_a_visitor_claims_of_host_and_address_is_not_believed(behind):
    _answer, page = behind.ask("/", **{"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http"})
    assert "evil.example" not in page
    answers = [
        behind.ask("/r/222222/", **{"X-Forwarded-For": f"10.0.0.{n}", "Forwarded": f"for=10.0.0.{n}"})[0]
        for n in range(25)
    ]
    assert answers[-1].status == 429, "guesses are counted where they come from"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("n", "begun"),
    [
        (400, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "),
        (200, b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nsign_in="),
    ],
)
def test_visitors_who_stop_in_the_middle_keep_nobody_waiting(behind, figures, full, n, begun):
    clients = [behind.stuck(begun) for _ in range(n if full else n // 4)]
    times = []
    for _ in range(10):
        start = time.monotonic()
        assert behind.ask("/")[0].status == 200
        times.append(time.monotonic() - start)
    for client in clients:
        client.close()
    took = sorted(times)[8]
    assert took < (0.5 if full else 2)
    proxy = behind.logs.name.rstrip("0123456789")
    figures.append(f"{len(clients)} that stop in the middle before {proxy}: {took * 1000:.0f} ms (9 of 10)")


def test_no_log_of_the_proxy_tells_who_came_and_a_server_that_is_away_is_told_in_french(behind):
    """The last test here: the server is stopped."""
    behind.ask("/r/333333/")
    with suppress(OSError):
        behind.ask("/sign-in", "POST", b"x" * 3_000_000)
    plain = socket.create_connection((HERE, behind.port), timeout=5, source_address=(VISITOR, 0))
    plain.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    plain.close()
    behind.stuck(b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n").close()
    behind.served.process.kill()
    behind.served.process.wait(10)
    answer, page = behind.ask("/")
    assert answer.status == 503
    assert "Le serveur redémarre" in page
    assert answer.headers["Cache-Control"] == "no-store"
    time.sleep(0.5)
    logs = [path for path in behind.logs.rglob("*") if path.suffix in {".log", ".txt"}]
    assert logs
    for log in logs:
        for trace in (VISITOR, "333333", "User-Agent"):
            assert trace not in log.read_text("utf-8", "replace"), log
