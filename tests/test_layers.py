"""Arrows between packages go one way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import screening

ROOT = Path(screening.__file__).parent
ALLOWED = {
    "web": {
        "store",
        "guide",
        "room",
        "summary",
        "output",
        "config",
        "network",
        "preflight",
        "i18n",
        "rehearsal",
        "resources",
    },
    "store": {"room"},
    "output": {"summary", "guide", "room", "resources", "cells"},
    "guide": {"room", "cells"},
    "summary": {"room"},
    "room": set(),
}
FOREIGN = {"flask", "flask_wtf", "flask_babel", "wtforms", "werkzeug", "sqlite3", "sqlite_utils"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            # A relative import would not show in which package it ends.
            assert node.level == 0 and node.module, f"{path}: write the whole name, screening.…"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_packages_import_only_what_lies_below_them():
    for package, allowed in ALLOWED.items():
        paths = list((ROOT / package).rglob("*.py"))
        assert len(paths) > 1, f"{package} is not where it was"
        for path in paths:
            for name in imports(path):
                if name.startswith("screening."):
                    assert name.split(".")[1] in allowed | {package}, f"{path} imports {name}"


def test_guide_and_summary_know_nothing_of_the_room_but_its_questions():
    for package in ("guide", "summary"):
        for path in (ROOT / package).rglob("*.py"):
            for name in imports(path):
                if name.startswith("screening.room"):
                    assert name.split(".")[2:3] == ["questions"], f"{path} imports {name}"


def test_the_pure_packages_import_neither_flask_nor_sql():
    for package in ("guide", "room", "summary", "output"):
        for path in (ROOT / package).rglob("*.py"):
            assert not {name.split(".")[0] for name in imports(path)} & FOREIGN, path


def test_blueprints_do_not_import_each_other():
    files = {p.stem: p for p in (ROOT / "web").glob("*.py")}
    blueprints = {name for name, p in files.items() if "Blueprint(" in p.read_text(encoding="utf-8")}
    for name in blueprints:
        for imported in imports(files[name]):
            parts = imported.split(".")
            if parts[:2] == ["screening", "web"] and parts[2] in blueprints - {name}:
                raise AssertionError(f"{name} imports {imported}")


def test_files_stay_small():
    long = {str(p): n for p in ROOT.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 300}
    assert not long
