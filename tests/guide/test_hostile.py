"""Whatever the files of a guide hold, the server starts, soon, and says in French what is wrong."""

import shutil
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from screening.guide.convert import MOST_FAULTS
from screening.guide.load import LARGEST_FILE, available, read
from screening.guide.markup import LARGEST, MarkupError, to_html
from screening.guide.syntax import SyntaxFault, parse

EXAMPLE = Path(__file__).parents[1] / "guides" / "le-guichet"
FILES = sorted(path.name for path in EXAMPLE.iterdir() if path.is_file())
ENGLISH = ("Expected", "Invalid", "Cannot", "Object", "Unclosed", "Illegal", "Found", "Unterminated")
BITS = [
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "=",
    "+++",
    "\n",
    "\0",
    "\\",
    "\\u0000",
    "1979-05-27",
    "nan",
    "true",
    ".",
    "#",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "essai"))


def told(folder: Path) -> list[str]:
    return [str(fault) for fault in read(folder)[1] if not fault.warning]


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 12_000,
        "<a " * 20_000,
        "``\\" * 20_000,
        "--\n" * 20_000,
        "1. " * 20_000,
        "x" * (LARGEST + 1),
    ],
    ids=["brackets", "tags", "backticks", "lines", "nested lists", "size"],
)
def test_a_markdown_bomb_is_refused_soon(bomb):
    started = time.perf_counter()
    with pytest.raises(MarkupError):
        to_html(bomb)
    assert time.perf_counter() - started < 2
    assert to_html("- a\n\n**b**") == "<ul>\n<li>a</li>\n</ul>\n<p><strong>b</strong></p>"


@pytest.mark.parametrize(
    "text", ["![x](https://ailleurs/x.png)", "![x][r]\n\n[r]: https://ailleurs/x.png", "<IMG src=x>"]
)
def test_images_are_refused(text):
    with pytest.raises(MarkupError, match="images"):
        to_html(text)


@given(st.text(st.sampled_from("ab <>/\"'=()[]!:#*_`\\\n-javscript&;"), max_size=80))
@example("[x](java\nscript:alert(1))")
@example("<a href='data:text/html,x' onclick=y>z</a>")
@settings(max_examples=150, deadline=None)
def test_html_holds_nothing_but_text_links_and_marks(text):
    try:
        html = to_html(text)
    except MarkupError:
        return
    tags = [piece.split(">")[0].lower() for piece in html.split("<")[1:]]
    assert not any(word in tag for tag in tags for word in ("script", "onclick", "img", "style", "data:"))


def test_a_key_of_many_parts_does_not_fill_the_memory():
    for key in ("a." * 100_000, '"a\\"b".' * 30_000, "'a' . " * 30_000):
        with pytest.raises(SyntaxFault, match="trop de parties"):
            parse(f"x = 1\n{key}b = 1", lines_above=2)
    assert parse('x = "www.a.b.c.d/e.f.g"')


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("title fr = 1", 1, "il manque « = »"),
        ("a = 1\nb = oui", 2, "entre guillemets"),
        ('a = 1\n\nb = "x', 3, "guillemets de la fin"),
        ("a = 1\na = 2", 2, "déjà donné plus haut"),
        ("a = [1", 1, "crochet"),
        ('a = "\\d"', 1, "deux fois"),
        ("a = " + "9" * 5_000, 1, "trop long"),
        ("a = " + "[" * 5_000, 1, "emboîtées"),
    ],
)
def test_broken_toml_is_told_in_french_with_its_line(text, line, message):
    with pytest.raises(SyntaxFault, match=message) as fault:
        parse(text, lines_above=10)
    assert fault.value.line == line + 10


@pytest.mark.parametrize(
    "name", ["a\\u0000b.md", "a" * 400 + ".md", "/etc/hostname", "../x.md", "loop.md", "."]
)
def test_a_name_that_leads_nowhere_is_a_fault(folder, name):
    (folder / "loop.md").symlink_to(folder / "loop.md")
    head = folder / "guide.toml"
    head.write_text(head.read_text("utf-8").replace('"porte.md"', f'"{name}"'), "utf-8")
    assert told(folder)


def test_what_is_too_large_or_no_file_is_a_fault(folder):
    (folder / "porte.md").write_bytes(b"+++\n" + b"#" * LARGEST_FILE)
    (folder / "translations" / "nl.po").mkdir(parents=True)
    (folder / "fiche.md").unlink()
    (folder / "fiche.md").mkdir()
    assert {line.split(" : ")[0] for line in told(folder)} == {"porte.md", "translations/nl.po", "fiche.md"}


def test_thousands_of_faults_are_told_briefly(folder):
    head = folder / "guide.toml"
    many = "".join(f"k{n} = 1\n" for n in range(5_000))
    head.write_text(many + head.read_text("utf-8"), "utf-8")
    assert len(told(folder)) == MOST_FAULTS + 1
    assert "et 4950 autre(s)" in told(folder)[-1]


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_change_of_any_file_gives_a_guide_or_faults_of_one_line(tmp_path, data):
    folder = tmp_path / "essai"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(EXAMPLE, folder)
    for name in data.draw(st.lists(st.sampled_from(FILES), min_size=1, max_size=3)):
        text = (folder / name).read_text("utf-8")
        at = data.draw(st.integers(0, len(text)))
        new = data.draw(st.sampled_from(BITS) | st.text(max_size=5))
        cut = data.draw(st.integers(0, 30))
        (folder / name).write_bytes((text[:at] + new + text[at + cut :]).encode("utf-8", "surrogatepass"))
    guide, faults = read(folder)
    assert guide or faults
    for fault in faults:
        assert "\n" not in str(fault)
        assert not fault.message.startswith(ENGLISH)
    assert "essai" in available([tmp_path])
