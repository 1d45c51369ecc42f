"""The files of `screening deploy`, filled in; tests/server/test_proxies.py tries the proxies."""

import re
import shutil
import subprocess

import pytest
from click.testing import CliRunner

from screening.cli import main
from screening.commands.deploy import FILES, render

HOST = "soirees.example.org"


def made(*arguments: str):
    return CliRunner().invoke(main, ["deploy", *arguments])


@pytest.mark.parametrize("what", FILES)
def test_each_file_is_printed_whole_and_says_where_it_goes(what):
    printed = made(what, "--host", HOST, "--port", "8099")
    assert printed.exit_code == 0, printed.output
    assert re.match(r"# /etc/\S+", printed.output)
    assert "{{" not in printed.output
    assert (HOST in printed.output) == (what not in {"backup", "timer"})
    assert ("8099" in printed.output) == (what not in {"backup", "timer"})


@pytest.mark.parametrize("host", ["", "https://soirees.example.org", "a b.c", "x;{}", "localhost", "é.be"])
def test_what_is_no_name_of_a_server_is_refused(host):
    refused = made("nginx", "--host", host)
    assert refused.exit_code == 2
    assert "Traceback" not in refused.output


def test_no_proxy_writes_who_came():
    assert render("nginx", HOST, 8080).count("access_log off") == 2
    assert "log {" not in render("caddy", HOST, 8080)


def test_a_server_is_behind_one_proxy_and_keeps_out_of_reach_itself():
    start = re.search(r"ExecStart=(.+)", render("systemd", HOST, 8080))[1]
    for option in ("--host 127.0.0.1", "--proxies 1", f"--public-url https://{HOST}"):
        assert option in start


def test_the_nightly_copy_holds_no_room_and_says_why():
    backup = render("backup", HOST, 8080)
    assert "--to /var/lib/screening-backup" in backup
    assert "`rooms`" in backup
    assert "outlive the sealing" in backup


def test_systemd_takes_the_units_and_finds_little_to_attack(tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd on this machine: its units were not verified")
    for what in ("systemd", "backup", "timer"):
        unit = re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", render(what, HOST, 8080))
        (tmp_path / FILES[what]).write_text(unit, "utf-8")
    units = [f"./{FILES[what]}" for what in ("systemd", "backup", "timer")]
    verified = subprocess.run(
        ["systemd-analyze", "verify", *units], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert verified.returncode == 0, verified.stderr
    assert not verified.stderr
    looked = ["systemd-analyze", "security", "--offline=yes", "--threshold=20", "./screening.service"]
    weighed = subprocess.run(looked, cwd=tmp_path, capture_output=True, text=True, check=False)
    if "Unknown option" in weighed.stderr or "unrecognized option" in weighed.stderr:
        pytest.skip("this systemd weighs no file: the units were verified only")
    assert weighed.returncode == 0, weighed.stdout[-300:]
