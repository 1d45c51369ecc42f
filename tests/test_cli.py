import itertools
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from screening.cli import main

EXAMPLE = str(Path(__file__).parent / "guides" / "le-guichet")


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


def test_the_version_is_told():
    assert run("--version").output.startswith("screening, version")


def test_a_sound_guide_passes_and_a_wrong_one_lists_all_its_faults(tmp_path):
    assert run("guide", "check", EXAMPLE).exit_code == 0
    folder = tmp_path / "casse"
    folder.mkdir()
    (folder / "guide.toml").write_text('title.fr = "x"\nnothing = 1\nsteps = ["a.md", "b.md"]\n', "utf-8")
    failed = run("guide", "check", str(folder))
    assert failed.exit_code == 1
    assert "nothing" in failed.output
    assert "guide.toml" in failed.output
    assert run("guide", "check", "inconnu").exit_code == 1
    assert "inconnu" in run("guide", "outline", "inconnu").output


def test_the_outline_tells_steps_and_questions():
    found = json.loads(run("guide", "outline", EXAMPLE, "--json").output)
    sequence = next(step for step in found["steps"] if step["id"] == "attente")
    assert sequence == {
        "id": "attente",
        "kind": "sequence",
        "title": "L’attente",
        "attached": ["fiche"],
        "added": False,
        "prompts": 2,
        "figures": 0,
        "references": 0,
    }
    assert {
        "id": "w_guichet",
        "dossier": "B1",
        "kind": "words",
        "moments": ["before", "after"],
        "added": False,
    } in (found["questions"])
    assert "L’attente" in run("guide", "outline", EXAMPLE).output


def test_answers_collected_elsewhere_are_summarised(tmp_path):
    lines = ["ticket,moment,question,value"]
    lines += [
        f"T{n},{moment},s_guichet,{value}"
        for n in range(12)
        for moment, value in (("before", 2), ("after", 4))
    ]
    answers = tmp_path / "a.csv"
    answers.write_text("\n".join(lines), "utf-8")
    done = run("summarise", str(answers), "--guide", EXAMPLE, "--json")
    assert done.exit_code == 0, done.output
    (scale,) = json.loads(done.output)["questions"]
    assert (scale["id"], scale["n_before"], scale["n_paired"], scale["paired"]["up"]) == (
        "s_guichet",
        12,
        12,
        12,
    )
    answers.write_text("ticket,moment,question,value\nT1,before,s_guichet,9\n", "utf-8")
    refused = run("summarise", str(answers), "--guide", EXAMPLE)
    assert refused.exit_code == 2
    assert "2" in refused.output


def serve(tmp_path: Path, *arguments: str) -> subprocess.Popen[str]:
    return launch(tmp_path, "serve", "--host", "127.0.0.1", *arguments)


def launch(tmp_path: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "screening", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "BROWSER": "true"},
    )


def start(tmp_path: Path, port: int) -> tuple[subprocess.Popen[str], str]:
    process = serve(tmp_path, "--data", "data", "--port", str(port))
    assert process.stdout
    printed = ""
    for line in process.stdout:
        printed += line
        if "Ctrl+C" in line:
            return process, printed
    raise AssertionError(printed)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_second_start_on_the_same_data_shows_the_first_and_leaves(tmp_path, port):
    first, printed = start(tmp_path, port)
    try:
        assert f"http://127.0.0.1:{port}/setup/" in printed
        assert str(tmp_path / "data") in printed
        second = serve(tmp_path, "--data", "data", "--port", str(port + 1))
        output = second.communicate(timeout=20)[0]
        assert second.returncode == 3
        assert f"http://127.0.0.1:{port}" in output
        other = serve(tmp_path, "--data", "other", "--port", str(port))
        output = other.communicate(timeout=20)[0]
        assert other.returncode == 2
        assert f"Le port {port} est pris" in output
        assert "Traceback" not in output
    finally:
        first.terminate()
        first.communicate(timeout=10)


@pytest.mark.parametrize("told", ["option", "environment"])
def test_without_a_command_the_server_starts_as_it_was_told(tmp_path, port, monkeypatch, told):
    if told == "environment":
        monkeypatch.setenv("SCREENING_PORT", str(port))
        monkeypatch.setenv("SCREENING_DATA", "elsewhere")
        process = launch(tmp_path)
    else:
        process = launch(tmp_path, "--port", str(port), "--data", "elsewhere")
    assert process.stdout
    printed = "".join(itertools.takewhile(lambda line: "Ctrl+C" not in line, process.stdout))
    process.terminate()
    process.communicate(timeout=10)
    assert f"http://127.0.0.1:{port}/setup/" in printed
    assert str(tmp_path / "elsewhere") in printed


def test_the_set_up_link_is_printed_again_until_it_was_used(tmp_path, port):
    links = []
    for _ in range(2):
        process, printed = start(tmp_path, port)
        process.kill()
        process.communicate(timeout=10)
        links.append([line for line in printed.splitlines() if "/setup/" in line])
    assert all(links)
    assert links[0] != links[1]


def test_a_folder_that_can_not_be_written_is_told(tmp_path):
    (tmp_path / "data").write_text("a file", "utf-8")
    process = serve(tmp_path, "--data", "data/inside")
    output = process.communicate(timeout=20)[0]
    assert process.returncode == 2
    assert "Impossible d’écrire" in output


def test_a_sheet_to_review_is_written_once_and_read_back(tmp_path, monkeypatch):
    guide = Path(shutil.copytree(EXAMPLE, tmp_path / "essai"))
    monkeypatch.chdir(tmp_path)
    assert run("guide", "review", str(guide), "nl").exit_code == 0
    sheet = tmp_path / "essai-nl.csv"
    sheet.write_text(sheet.read_text("utf-8-sig").replace("Humeur;;", "Humeur;Stemming;x"), "utf-8")
    assert run("guide", "review", str(guide), "nl").exit_code == 2
    assert "1 texte" in run("guide", "review", str(guide), "nl", "--read", str(sheet)).output
