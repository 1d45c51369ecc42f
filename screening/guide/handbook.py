"""The help pages: Markdown files, one folder a language, cut into sections that can be linked to and found.

A page begins with `# Title`; its sections with `## Heading {#id}`, the same ids in each language. A line
`![what it shows](name.webp)` alone is a picture, in static/help in the folder of its language; `**…**` is the
name of a button or a page.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from screening.guide.markup import to_html, typeset

PAGES = ("preparing", "evening", "paper", "summary", "reporting", "trouble")
"""The help pages in the order of an evening."""
_SECTION = re.compile(r"^## (.+?) \{#(\w+)\}$", re.MULTILINE)
_PICTURE = re.compile(r"^!\[(.+)\]\(([\w-]+\.webp)\)$", re.MULTILINE)
_EXCERPT = 160


@dataclass(frozen=True)
class Picture:
    """A screenshot: its file in static/help, and what it shows in words."""

    file: str
    shows: str


@dataclass(frozen=True)
class Section:
    """A part of a page: safe HTML and pictures in order, and its text for the search."""

    id: str
    heading: str
    parts: tuple[Markup | Picture, ...]
    text: str

    def has(self, words: list[str]) -> bool:
        """Tell whether every one of some plain words stands here."""
        return all(word in plain(f"{self.heading} {self.text}") for word in words)

    def excerpt(self, words: list[str]) -> str:
        """Return the sentence that holds the first of some words, or how the section begins."""
        sentences = re.split(r"(?<=[.?!])\s+|\n+", self.text)
        found = next((s for s in sentences if any(word in plain(s) for word in words)), sentences[0])
        return found if len(found) <= _EXCERPT else f"{found[:_EXCERPT].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True)
class HelpPage:
    """One help page: what it opens with, and its sections."""

    name: str
    title: str
    opening: str
    sections: tuple[Section, ...]


def plain(text: str) -> str:
    """Return a text as it is compared in a search: no accents, no capitals."""
    parts = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


def read_help(folder: Path, language: str) -> tuple[HelpPage, ...]:
    """Return the help pages of a language; raises MarkupError when a text may not be shown."""
    return tuple(_page(name, folder / language / f"{name}.md", language) for name in PAGES)


def _page(name: str, path: Path, language: str) -> HelpPage:
    text = path.read_text(encoding="utf-8")
    head, *rest = _SECTION.split(typeset(text) if language == "fr" else text)
    title, _, opening = head.removeprefix("# ").partition("\n")
    sections = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    return HelpPage(name, title, opening.strip(), tuple(_section(*found, language) for found in sections))


def _section(heading: str, name: str, body: str, language: str) -> Section:
    pieces = _PICTURE.split(body)
    parts: list[Markup | Picture] = [_html(pieces[0])]
    for shows, file, after in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        parts += [Picture(f"{language}/{file}", shows), _html(after)]
    read = re.sub(r"[*`]|^(?:- |\d+\. )", "", _PICTURE.sub("", body), flags=re.MULTILINE)
    return Section(name, heading, tuple(parts), read.strip())


def _html(markdown: str) -> Markup:
    return Markup(to_html(markdown))  # noqa: S704 - sanitised by markup.to_html
