"""Raw PDF text mended: page numbers, pull-quotes, footnotes and their calls, broken words, paragraphs."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from screening.guide.importer.lines import Line, Note
from screening.guide.importer.report import Report
from screening.guide.importer.words import Joiner, is_broken, join_words

_NOTE = re.compile(r"^(\d+)/ ")
_PAGE_NUMBER = re.compile(r"^\s*\d{1,3}\s*$")
_CALL = re.compile(r"(?<=[^\W\d_]|[.»)])(\d{1,2})(?=[\s.,;:)]|$)")
_NARROW = 33
_PULL_QUOTE_LINES = 5


def mend(lines: list[Line], report: Report) -> tuple[list[Line], list[Note]]:
    """Return raw PDF text without what interrupts it, and its footnotes in their order.

    A leading blank still marks the start of a page, a leading tab a first paragraph.
    """
    joiner = Joiner(report)
    kept = _without_page_numbers(lines, report)
    joiner.learn(kept)
    kept, notes = _take_notes(kept, joiner)
    kept, in_quotes = _without_pull_quotes(kept, report)
    kept = join_words(kept, joiner)
    if count := joiner.soft + joiner.hard + in_quotes:
        message = f"{count} mots coupés en fin de ligne : {joiner.soft + joiner.hard} recollés"
        message += f", dont {joiner.hard} avec leur trait d’union ; {in_quotes} dans des exergues ôtés"
        report.warn(1, message)
    kept = _reattach(kept, notes, report)
    return [Line(line.number, even(line.text)) for line in kept], notes


def even(text: str) -> str:
    """Return a text with one sign for the inclusive point and plain blanks; a leading tab stays."""
    start = "\t" if text.startswith("\t") else ""
    text = re.sub(r"[‧∙•]", "·", text)
    return start + re.sub(r"[\u2009\u202f\u00a0\t ]+", " ", text).rstrip()


def _without_page_numbers(lines: list[Line], report: Report) -> list[Line]:
    pages = [line for line in lines if _PAGE_NUMBER.match(line.text)]
    if pages:
        numbers = ", ".join(line.text.strip() for line in pages[:10])
        report.warn(pages[0].number, f"{len(pages)} numéro(s) de page ôté(s) du texte : {numbers}")
    gone = {line.number for line in pages}
    return [line for line in lines if line.number not in gone]


def _take_notes(lines: list[Line], joiner: Joiner) -> tuple[list[Line], list[Note]]:
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
            notes[-1] = Note(last.number, joiner.join(last.text, line.text, line.number - 1), last.line)
        else:
            inside = False
            kept.append(line)
    return kept, [Note(note.number, even(note.text), note.line) for note in notes]


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


def _without_pull_quotes(lines: list[Line], report: Report) -> tuple[list[Line], int]:
    """Leave out blocks of short lines whose words stand together elsewhere too; each is told.

    Returns what is left, and how many broken words went with the blocks.
    """
    whole = Counter(pairwise(_words(_text(lines))))
    gone: set[int] = set()
    for block in _blocks(lines):
        if len(block) < _PULL_QUOTE_LINES or max(len(line.text.strip()) for line in block) > _NARROW:
            continue
        words = _words(_text(block))
        if words and _share_elsewhere(words, whole) >= 0.5:
            gone |= {line.number for line in block}
            said = " ".join(_text(block[:2]).split())
            report.warn(block[0].number, f"exergue ôté (« {said}… », {len(block)} lignes) ; à confirmer")
    broken = sum(line.number in gone and is_broken(line.text) for line in lines)
    return [line for line in lines if line.number not in gone], broken


def _share_elsewhere(words: list[str], whole: Counter[tuple[str, str]]) -> float:
    own = Counter(pairwise(words))
    elsewhere = sum(count for pair, count in own.items() if whole[pair] > count)
    return elsewhere / max(1, own.total())


def _text(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _reattach(lines: list[Line], notes: list[Note], report: Report) -> list[Line]:
    """Write the call of each footnote, a figure glued to a word, as `[N]`; tell those that are not found.

    Calls stand in the order of their numbers, so each is looked for after the one before.
    """
    marked = list(lines)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for match in _CALL.finditer(line.text):
            places[match[1]].append(place)
    start = 0
    for note in notes:
        after = places[note.number][bisect_left(places[note.number], start) :]
        if not after or marked[after[0]].number > note.line:
            report.warn(note.line, f"note {note.number} : son appel n’a pas été retrouvé dans le texte")
            continue
        start = after[0]
        text = _CALL.sub(partial(_call, note.number), marked[start].text)
        marked[start] = Line(marked[start].number, text)
    return marked


def _call(number: str, match: re.Match[str]) -> str:
    return f"[{number}]" if match[1] == number else match[0]
