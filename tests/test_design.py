"""One visual language: colours and sizes are tokens, the tokens can be read, and no style is left over."""

import re
from pathlib import Path

import pytest

import screening
from screening import resources

STATIC, TEMPLATES = resources.folder("static"), resources.folder("templates")
SHEETS = {path.name: path.read_text("utf-8") for path in STATIC.glob("*.css")}
TOKEN = re.compile(r"(--[\w-]+): ([^;]+);")


def rules(name: str) -> str:
    return re.sub(r"/\*.*?\*/", "", SHEETS[name], flags=re.DOTALL)


def palette(name: str, scheme: str) -> dict[str, str]:
    """Return the tokens of a sheet; those of the dark scheme stand on the light ones."""
    light, _, more = rules(name).partition("@media (prefers-color-scheme: dark)")
    dark = more.partition("@media")[0].partition("* {")[0]
    found = dict(TOKEN.findall(light.partition("* {")[0]))
    return found | dict(TOKEN.findall(dark)) if scheme == "dark" else found


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(d * 2 for d in digits)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        *((text, "paper", 7) for text in ("ink", "quiet", "accent", "warn")),
        *((text, ground, 4.5) for text in ("ink", "quiet", "accent") for ground in ("soft", "raised")),
        ("ink", "accent-soft", 7),
        ("on-accent", "accent", 4.5),
        ("good", "good-soft", 4.5),
        ("warn", "warn-soft", 4.5),
        ("bad", "bad-soft", 4.5),
        ("bad", "paper", 4.5),
        ("night-ink", "night", 7),
        ("on-marker", "marker", 7),
        ("line", "paper", 3),
        ("before", "paper", 4.5),
        ("after", "paper", 4.2),
    ],
)
def test_what_is_written_can_be_read(text, ground, least, scheme):
    """Text on the wall and on pages is at 7:1 where it is the page's own, at 4.5:1 in notices."""
    tokens = palette("tokens.css", scheme)
    assert contrast(tokens[f"--{text}"], tokens[f"--{ground}"]) >= least


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_no_colour_or_size_of_its_own(name):
    if name == "tokens.css":
        return
    text = rules(name)
    if name == "participants.css":  # its copy of the tokens, held by the next test
        text = text[text.index("* {") :]
    named = (
        r"\b(?:color|background|border[\w-]*|fill|stroke): [^;}]*\b(?:white|black|gr[ae]y|red|blue|green)\b"
    )
    assert not re.search(rf"#[0-9a-f]{{3,8}}\b(?![^{{}}]*\{{)|\b(?:rgb|hsl|oklch)a?\(|{named}", text)
    own_size = re.search(r"(?<!html )\{[^}]*font(?:-size)?:[^;}]*?\d(?:rem|px)[^}]*", text)
    assert not own_size or "max(14px" in own_size[0], own_size and own_size[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phones_carry_the_same_tokens(scheme):
    everybodys = palette("tokens.css", scheme)
    copied = palette("participants.css", scheme)
    own = {"--person"}
    assert {n: v for n, v in copied.items() if n not in own} == {
        n: everybodys[n] for n in copied if n not in own
    }
    wanted = set(re.findall(r"var\((--[\w-]+)\)", rules("participants.css") + rules("charts.css")))
    assert wanted <= set(copied)


def test_every_token_is_there_and_used():
    said = "".join(rules(name) for name in SHEETS) + "".join(
        path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")
    )
    used = set(re.findall(r"var\((--[\w-]+)\)", said))
    defined = set(re.findall(r"(--[\w-]+):", said))
    assert used == defined


def test_every_class_and_name_of_a_style_sheet_stands_on_some_page():
    pages = "".join(path.read_text("utf-8") for path in TEMPLATES.rglob("*.html"))
    code = "".join(
        path.read_text("utf-8")
        for path in (*STATIC.glob("*.js"), *Path(screening.__file__).parent.rglob("*.py"))
    )
    words = set(re.findall(r"[A-Za-z][\w-]*", pages + code)) | {f"level{n}" for n in range(1, 6)}
    left = {
        f"{name}: {found}"
        for name in SHEETS
        for selector in re.findall(r"([^{}]+)\{", rules(name))
        for found in re.findall(r"[.#]([A-Za-z][\w-]*)", selector)
        if found not in words
    }
    assert not left


def test_the_page_that_shows_it_is_for_developers(settings):
    from dataclasses import replace

    from screening.app import create_app

    assert create_app(settings).test_client().get("/design").status_code == 404
    page = create_app(replace(settings, design=True)).test_client().get("/design").text
    for name in palette("tokens.css", "light"):
        assert name in page
