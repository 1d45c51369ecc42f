"""The lines of a source; raw PDF text is mended: page numbers, broken words, pull-quotes, footnotes."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from screening.guide.importer.report import Report

_NOTE = re.compile(r"^(\d+)/ ")
_BROKEN = re.compile(r"(\w+)[-\u00ad]\s*$")
_KEEP_HYPHEN = {"non", "sous", "mal", "vice"}
_PAGE_NUMBER = re.compile(r"^\s*\d{1,3}\s*$")
_CALL = re.compile(r"(?<=[^\W\d_]|[.»)])(\d{1,2})(?=[\s.,;:)]|$)")
_NARROW = 33
_PULL_QUOTE_LINES = 5


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
    """Return the lines of a file; bytes that are not UTF-8 become U+FFFD, with a warning."""
    text = file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\x0c", "\n")
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    strange = [line for line in lines if "\ufffd" in line.text]
    if strange:
        report.warn(strange[0].number, f"{len(strange)} ligne(s) avec un signe illisible (�) ; relisez-les")
    return lines


def is_raw(lines: list[Line]) -> bool:
    """Tell whether this is raw PDF text: no Markdown heading anywhere."""
    return not any(line.text.startswith("## ") for line in lines)


def mend(lines: list[Line], report: Report) -> tuple[list[Line], list[Note]]:
    """Return raw PDF text as running lines, and its footnotes, put back in the order of their numbers."""
    kept = _without_page_numbers(lines, report)
    kept, notes = _take_notes(kept)
    kept = _without_pull_quotes(kept, report)
    kept = _join_words(kept, report)
    kept = _reattach(kept, notes, report)
    return [Line(line.number, _even(line.text)) for line in kept], notes


def _even(text: str) -> str:
    text = re.sub(r"[‧∙•]", "·", text)
    return re.sub(r"[\u2009\u202f\u00a0\t ]+", " ", text).rstrip()


def _without_page_numbers(lines: list[Line], report: Report) -> list[Line]:
    pages = [line for line in lines if _PAGE_NUMBER.match(line.text)]
    if pages:
        report.warn(pages[0].number, f"{len(pages)} numéro(s) de page ôté(s) du texte")
    gone = {line.number for line in pages}
    return [line for line in lines if line.number not in gone]


def _take_notes(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """Take footnotes out of the text: from « N/ » to a blank line or to the start of a page (a space)."""
    kept: list[Line] = []
    notes: list[Note] = []
    inside = False
    for line in lines:
        start = _NOTE.match(line.text)
        if start:
            inside = True
            notes.append(Note(start[1], line.text[start.end() :].replace("\ufffd", "").strip(), line.number))
        elif inside and line.text.strip() and not line.text.startswith((" ", "\t")):
            last = notes[-1]
            notes[-1] = Note(last.number, _continued(last.text, line.text.strip()), last.line)
        else:
            inside = False
            kept.append(line)
    return kept, notes


def _continued(text: str, more: str) -> str:
    broken = _BROKEN.search(text)
    if not broken:
        return f"{text} {more}"
    return text + more if broken[1].lower() in _KEEP_HYPHEN else text.rstrip("- ") + more


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if not line.text.strip() or (block and line.text.startswith(" ")):
            if block:
                yield block
            block = []
        if line.text.strip():
            block.append(line)
    if block:
        yield block


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"[-\u00ad]\s+", "", text.lower()))


def _without_pull_quotes(lines: list[Line], report: Report) -> list[Line]:
    """Leave out blocks of short lines whose words stand together elsewhere too; each is told."""
    whole = " ".join(_words("\n".join(line.text for line in lines)))
    gone: set[int] = set()
    for block in _blocks(lines):
        if len(block) < _PULL_QUOTE_LINES or max(len(line.text.strip()) for line in block) > _NARROW:
            continue
        words = _words("\n".join(line.text for line in block))
        pairs = [" ".join(words[n : n + 2]) for n in range(len(words) - 1)]
        elsewhere = sum(whole.count(f" {pair} ") > words_within(pair, words) for pair in pairs)
        if pairs and elsewhere / len(pairs) >= 0.5:
            gone |= {line.number for line in block}
            said = " ".join(words[:6])
            report.warn(block[0].number, f"exergue ôté (« {said}… », {len(block)} lignes) ; à confirmer")
    return [line for line in lines if line.number not in gone]


def words_within(pair: str, words: list[str]) -> int:
    """Return how often two words follow each other in a list of words."""
    return f" {' '.join(words)} ".count(f" {pair} ")


def _join_words(lines: list[Line], report: Report) -> list[Line]:
    """Join words broken at a line's end, also across a page; the hyphen of « non- », « sous- »… stays."""
    known = Counter(re.findall(r"\w+(?:-\w+)*", "\n".join(line.text.lower() for line in lines)))
    joined: list[Line] = []
    soft = hard = 0
    pending: tuple[Line, str] | None = None
    for line in lines:
        text = line.text
        if pending is not None:
            if not text.strip():
                continue
            start, word = pending
            rest = text.lstrip()
            follow = re.match(r"\w+", rest)
            keep = _keeps_hyphen(word, follow[0] if follow else "", known)
            hard, soft = hard + keep, soft + (not keep)
            glue = "-" if keep else ""
            text = _BROKEN.sub(lambda match: match[1], start.text) + glue + rest
            line = Line(start.number, text)  # noqa: PLW2901 - the line grows
            pending = None
        broken = _BROKEN.search(text)
        if broken and not broken[1].isdigit():
            pending = (line, broken[1])
        else:
            joined.append(line)
    if pending:
        joined.append(pending[0])
    if soft + hard:
        report.warn(
            1, f"{soft + hard} mots coupés en fin de ligne recollés, dont {hard} avec leur trait d’union"
        )
    return joined


def _keeps_hyphen(word: str, follow: str, known: Counter[str]) -> bool:
    start, end = word.lower(), follow.lower()
    if known[start + end]:
        return False
    return start in _KEEP_HYPHEN or known[f"{start}-{end}"] > 0


def _reattach(lines: list[Line], notes: list[Note], report: Report) -> list[Line]:
    """Write the call of each footnote, a figure glued to a word, as `[N]`; tell those that are not found.

    Calls stand in the order of their numbers, so each is looked for after the one before.
    """
    marked = list(lines)
    start = 0
    for note in notes:
        places = [n for n in range(start, len(marked)) if _call_in(marked[n].text, note.number)]
        if not places or marked[places[0]].number > note.line:
            report.warn(note.line, f"note {note.number} : son appel n’a pas été retrouvé dans le texte")
            continue
        start = places[0]
        text = _CALL.sub(partial(_call, note.number), marked[start].text)
        marked[start] = Line(marked[start].number, text)
    return marked


def _call(number: str, match: re.Match[str]) -> str:
    return f"[{number}]" if match[1] == number else match[0]


def _call_in(text: str, number: str) -> bool:
    return any(match[1] == number for match in _CALL.finditer(text))
