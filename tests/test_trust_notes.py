"""trust.md names a test, or a reason, for each requirement; every test it names is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TRUST = Path(__file__).with_name("trust.md").read_text("utf-8")


def _names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {n.name for n in tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")}


def test_every_requirement_has_a_test_or_a_reason():
    rows = [line.split("|")[1:-1] for line in TRUST.splitlines() if re.match(r"\| R\d", line)]
    assert [row[0].strip() for row in rows] == [f"R{n}" for n in range(1, 22)]
    for name, _what, tests, reason in rows:
        assert "::" in tests or reason.strip(), f"{name} has neither"


def test_every_test_that_is_named_is_there():
    named = re.findall(r"`(tests/[\w/]+\.py)::([\w*]+)`", TRUST)
    assert len(named) > 40
    for file, name in named:
        found = _names_in(ROOT / file)
        assert found and (name == "*" or name in found), f"{file}::{name}"
