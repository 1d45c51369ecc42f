"""Every command of README.md works, on a data folder with a sealed screening; servers are stopped again.

The two lines that install are parsed only: running them would run these tests.
"""

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from routes import PASSWORD, settle

from screening.app import create_app
from screening.cli import main
from screening.config import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
PROGRAM = re.compile(r"^(?:sudo (?:-u \w+ )?)?(?:uv run |\S*/bin/)?screening(?:\s+|$)")
PIPE = re.compile(r"\s+(?:\||>).*$")


def commands() -> list[str]:
    """Return the program's commands, from blocks and from running text, in the README's order."""
    text = re.sub(r"^```\w+\n|^```", "", README, flags=re.MULTILINE)
    lines = re.findall(r"`([^`\n]+)`|^(\S*.*/screening .+)$", text, re.MULTILINE)
    found = [PIPE.sub("", one or other) for one, other in lines if PROGRAM.match(one or other)]
    return list(dict.fromkeys(command for command in found if "&&" not in command))


SERVERS = [c for c in commands() if PROGRAM.sub("", c).split(" ")[0] in {"", "serve"}]
QUICK = [c for c in commands() if c not in SERVERS and "rehearse" not in c]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with what the commands name: a dossier, answers, a guide, data with a sealed screening."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "screening-data").mkdir()
    app = create_app(Settings(data=folder / "screening-data", guides=(ROOT / "tests" / "guides",)))
    stand_ins = {"ID": settle(app).sealed}
    # A copy: what a review writes into a guide stays here.
    shutil.copytree(ROOT / "guides" / "plus-personne", folder / "copy" / "plus-personne")
    shutil.copy(ROOT / "tests" / "guide" / "dossier.md", folder / "dossier.md")
    (folder / "answers.csv").write_text("ticket,moment,question,value\na,before,s_guichet,3\n", "utf-8")
    stand_ins |= {
        "ANSWERS.csv": "answers.csv",
        "GUIDE": "copy/plus-personne",
        "plus-personne": "copy/plus-personne",
        "FILE": "reviewed.csv",
        "DIR": "elsewhere",
        "NAME": "soirees.example.org",
        "/var/lib/screening": "screening-data",
    }
    return folder, stand_ins


def words(command: str, stand_ins: dict[str, str]) -> list[str]:
    """Return a command's arguments, with something real for each word in capitals."""
    given = shlex.split(PROGRAM.sub("", command), comments=True)
    unknown = {word for word in given if word.isupper()} - set(stand_ins)
    assert not unknown, f"`{command}`: tell tests/test_commands.py what stands for {unknown}"
    return [stand_ins.get(word, word) for word in given]


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def start(arguments: list[str], folder: Path, port: str) -> subprocess.Popen[str]:
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "PYTHONPATH": path, "PYTHONUNBUFFERED": "1", "SCREENING_PORT": port}
    env |= {"SCREENING_PASSWORD": PASSWORD, "SCREENING_HOST": "127.0.0.1"}
    command = [sys.executable, "-m", "screening", *arguments]
    return subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, text=True)


def wait_for(server: subprocess.Popen[str], port: str) -> None:
    """Wait until a server has told its addresses and its port is open."""
    assert any("Ctrl+C" in line for line in server.stdout)
    for _try in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", int(port))) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nothing listens")


def stop(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGINT)
    process.wait(15)
    process.stdout.close()


def test_the_readme_has_its_commands():
    assert len(SERVERS) >= 2
    assert len(QUICK) >= 8


@pytest.mark.parametrize("block", BLOCKS)
def test_blocks_are_sound_shell(block):
    assert subprocess.run(["bash", "-n"], check=False, input=block, text=True).returncode == 0


@pytest.mark.parametrize("name", ["Run", "Test"])
def test_the_lines_that_install_end_with_what_they_promise(name):
    block = re.search(rf"^## {name}\n.*?^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)[1]
    last = block.strip().splitlines()[-1].split("&&")[-1].strip()
    assert (
        last
        == {"Run": ".venv/bin/screening", "Test": ".venv/bin/python -m pytest -n auto --dist loadfile"}[name]
    )


def test_each_quick_command_works(place, monkeypatch):
    folder, stand_ins = place
    monkeypatch.chdir(folder)
    for command in QUICK:
        if "--read" in command:
            # The sheet that the command before wrote comes back from its reader.
            next(Path().glob("plus-personne-*.csv")).rename("reviewed.csv")
        result = CliRunner().invoke(main, words(command, stand_ins))
        assert result.exit_code == 0 or "doctor" in command, f"{command}\n{result.output}"
        assert "Traceback" not in result.output


@pytest.mark.parametrize("command", SERVERS)
def test_each_command_that_serves_starts_and_stops(place, command):
    folder, stand_ins = place
    (folder / "my-guides").mkdir(exist_ok=True)
    port = free_port()
    process = start(words(command, stand_ins), folder, port)
    try:
        wait_for(process, port)
    finally:
        stop(process)


def test_the_rehearsal_begins_on_a_running_server(place):
    folder, _stand_ins = place
    assert any("rehearse" in command for command in commands())
    port = free_port()
    server = start([], folder, port)
    try:
        wait_for(server, port)
        crowd = start(
            ["rehearse", "--address", f"http://127.0.0.1:{port}", "--sign-in", "owner"], folder, port
        )
        try:
            assert "Répétition" in crowd.stdout.readline()
        finally:
            stop(crowd)
    finally:
        stop(server)


def test_what_the_readme_points_at_is_there():
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    folders = ("guides/", "tests/", "static/", ".ci/", "templates/")
    named = [n for n in re.findall(r"`([^`\n ]+)`", README) if n.startswith(folders)]
    for name in (*links, *named):
        assert (ROOT / name).exists(), name
