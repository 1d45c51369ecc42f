"""Scripts on participants' phones: no syntax newer than 2017, nothing from elsewhere."""

import re

import pytest

from screening import resources

SCRIPT = (resources.folder("static") / "participant.js").read_text("utf-8")
NEWER = {
    "optional chaining (2020)": r"\?\.(?!\d)",
    "nullish coalescing (2020)": r"\?\?",
    "logical assignment (2021)": r"(\|\||&&|\?\?)=",
    "catch without a name (2019)": r"\bcatch\s*\{",
    "spread in an object (2018)": r"[({,=:]\s*\{\s*\.\.\.|,\s*\.\.\.\w+\s*\}",
    "asynchronous iteration (2018)": r"\bfor\s+await\b|\basync\s*\*",
    "private field (2022)": r"[\s.]#\w",
    "big or separated number (2020)": r"\b\d+n\b|\b\d+_\d",
    "import() or import.meta (2020)": r"\bimport\b",
    "newer methods": r"\.(flat|flatMap|matchAll|replaceAll|at|finally|allSettled|fromEntries|trimEnd)\(",
    "named group or lookbehind (2018)": r"\(\?<",
}


def code_of(script: str) -> str:
    """Leave out comments and what stands in quotes."""
    no_comments = re.sub(r"/\*.*?\*/|(?<![:'\"])//[^\n]*", "", script, flags=re.DOTALL)
    return re.sub(r"'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"", "''", no_comments)


@pytest.mark.parametrize("what", NEWER)
def test_the_script_of_phones_has_no_syntax_newer_than_2017(what):
    found = re.search(NEWER[what], code_of(SCRIPT))
    assert not found, f"{what}: {found and found[0]}"


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("optional chaining (2020)", "a?.b"),
        ("nullish coalescing (2020)", "a ?? b"),
        ("catch without a name (2019)", "try { a() } catch { }"),
        ("spread in an object (2018)", "f({ ...a })"),
        ("private field (2022)", "this.#a = 1"),
        ("newer methods", "text.replaceAll('a', 'b')"),
    ],
)
def test_newer_syntax_would_be_found(what, line):
    assert re.search(NEWER[what], code_of(line))


@pytest.mark.parametrize("name", ["participant.js", "participants.css"])
def test_nothing_comes_from_another_host(name):
    text = (resources.folder("static") / name).read_text("utf-8")
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|url\(['\"]?//", text)
