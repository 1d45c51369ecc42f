"""Mended raw text as paragraphs and headings."""

import re
from dataclasses import dataclass
from typing import Literal

from screening.guide.importer.lines import Line

Rank = Literal["text", "subheading", "heading"]
_FINISHED = re.compile(r"[.!?:…»)](?:\[\d+\])*$")
_LONGEST_HEADING = 50
_MOST_HEADING_LINES = 4


@dataclass
class Paragraph:
    """One paragraph or heading, its lines joined, and where it starts."""

    line: int
    text: str
    rank: Rank = "text"


def paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Join lines to paragraphs; a sentence that a page or a note cut in two is one again."""
    found: list[Paragraph] = []
    for block in _blocks(lines):
        head, rest = _heading(block)
        if head and not (found and _goes_on(found[-1], head.text)):
            found.append(head)
        else:
            rest = block
        text = " ".join(line.text.strip() for line in rest)
        if found and found[-1].rank == "subheading" and text[:1].islower():
            found[-1].rank = "text"  # a short line of a sentence that goes on, no heading
        if text and found and _goes_on(found[-1], text):
            found[-1].text += f" {text}"
        elif text:
            found.append(Paragraph(rest[0].number, text))
    return found


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """Split at blank lines, at the start of a page (a space), at a first paragraph (a tab)."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if not line.text.strip():
            blocks.append([])
            continue
        if line.text[0] in " \t":
            blocks.append([])
        blocks[-1].append(line)
    return [block for block in blocks if block]


def _goes_on(before: Paragraph, text: str) -> bool:
    lower = text.strip()[:1].islower()
    unfinished = not _FINISHED.search(before.text[-20:])
    return before.rank == "text" and unfinished and (lower or text.strip().startswith("("))


def _heading(block: list[Line]) -> tuple[Paragraph | None, list[Line]]:
    """Return the heading at the start of a block, if there is one, and the lines after it."""
    capitals = [line for line in block if _in_capitals(line.text)]
    number = next((n for n, line in enumerate(block) if line not in capitals), len(block))
    if number:
        return _joined(block[:number], "heading"), block[number:]
    if len(block) <= _MOST_HEADING_LINES and _like_a_heading(block):
        alone = len(block) == 1 and len(block[0].text.split()) == 1
        return _joined(block, "heading" if alone else "subheading"), []
    opens = block[0].text.startswith(" ") and len(block[0].text.split()) == 1
    if opens and len(block) > 1 and block[1].text[:1].isupper():
        return _joined(block[:1], "heading"), block[1:]
    return None, block


def _joined(lines: list[Line], rank: Rank) -> Paragraph:
    return Paragraph(lines[0].number, " ".join(line.text.strip() for line in lines), rank)


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and text == text.upper()


def _like_a_heading(block: list[Line]) -> bool:
    text = " ".join(line.text.strip() for line in block)
    short = max(len(line.text.strip()) for line in block) <= _LONGEST_HEADING
    return short and text[:1].isupper() and not re.search(r"[.!:;,…»)\]]$", text)
