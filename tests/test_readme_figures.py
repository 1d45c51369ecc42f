"""The README says what is: the commands it names exist, and its figures are those that the suite prints."""

import ast
import re
from pathlib import Path

from click.testing import CliRunner

from screening.cli import main
from screening.commands.deploy import FILES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
FIGURES = re.search(r"prints what was held.*?```text\n(.*?)```", README, re.DOTALL)


def printed_forms() -> list[str]:
    """Return what the tests may print, as patterns: numbers and names are the holes."""
    forms = []
    for file in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w./-]+"
                    for part in node.values
                ]
                said = sum(len(part.value) for part in node.values if isinstance(part, ast.Constant))
                forms += ["".join(parts)] if said > 20 else []
    return forms


def test_the_figures_are_in_the_form_in_which_the_suite_prints_them():
    assert FIGURES
    lines = FIGURES[1].strip().splitlines()
    forms = printed_forms()
    for line in lines:
        assert any(re.fullmatch(form, line) for form in forms), line


def test_the_figures_tell_of_answers_kills_inputs_and_marks_with_the_numbers_of_a_full_run():
    assert FIGURES
    told = FIGURES[1]
    answers, kills = re.search(r"(\d+) answers acknowledged under (\d+) kill -9: none lost", told).groups()
    assert int(answers) >= 10_000
    assert int(kills) >= 200
    assert int(re.search(r"(\d+) inputs tried on \d+ forms", told)[1]) >= 100_000
    assert int(re.search(r"(\d+) marks planted", told)[1]) >= 200


def test_every_command_it_names_is_there():
    for name in re.findall(r"screening deploy (\w+)", README):
        assert name in FILES, name
    assert "`deploy backup` and `deploy timer`" in README
    for name in set(re.findall(r"bin/screening ([a-z]+)", README)) | set(
        re.findall(r"`screening ([a-z]+)", README)
    ):
        assert name in main.commands, name
    helped = CliRunner().invoke(main, ["serve", "--help"]).output
    for option in re.findall(r"\| `(--[\w-]+)", README):
        assert option in helped, option
