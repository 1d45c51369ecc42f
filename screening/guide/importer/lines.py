"""The lines of a source, each with its number there."""

import re
from dataclasses import dataclass
from pathlib import Path

from screening.guide.faults import Fault, GuideError
from screening.guide.importer.report import Report

_LARGEST = 2_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Line:
    """One line of text and where it stood in the source, from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class Note:
    """One footnote: its number there, its text, and its line."""

    number: str
    text: str
    line: int


def read_source(file: Path, report: Report) -> list[Line]:
    """Return the lines of a file; bytes that are not UTF-8 become U+FFFD, with a warning.

    Raises GuideError when the file is too large to be a dossier.
    """
    size = file.stat().st_size
    if size > _LARGEST:
        message = f"fichier trop grand : {size} octets ; donnez un texte de moins de {_LARGEST}"
        raise GuideError([Fault(str(file), "", message)])
    text = file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("\ufffd", text.replace("\x0c", "\n"))
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    strange = [line for line in lines if "\ufffd" in line.text]
    if strange:
        report.warn(strange[0].number, f"{len(strange)} ligne(s) avec un signe illisible (�) ; relisez-les")
    return lines


def heading_mark(lines: list[Line]) -> str | None:
    """Return what starts the heading of a part in Markdown, or None for raw PDF text without any.

    A document has one title and many parts, so the more frequent of the two first levels is the parts'.
    """
    count = {mark: sum(line.text.startswith(mark) for line in lines) for mark in ("## ", "# ")}
    return max(count, key=lambda mark: count[mark]) if any(count.values()) else None
