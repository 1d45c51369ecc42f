"""Figures in a text: their value, and the sentence in which they stand."""

import re
from dataclasses import dataclass

from screening.guide.importer.lines import Line

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|décembre"
_NUMBER = r"(?<![\w.,/°-])\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|(?<![\w.,/°-])\d+(?:,\d+)?"
_WORDS = r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente"
_VALUE = re.compile(
    rf"(?:{_NUMBER})\s?%?(?:\s(?:à|et|-|—)\s\d+\s?%?)*\s?(?:%|(?:ans|jours|mois|heures|minutes|fois)\b)"
    rf"|(?:{_NUMBER})(?!\s*[/:)])\s(?!{_MONTHS})[^\W\d_]{{4,}}"
    r"|(?:plus d['’]|près d['’])?\bun[·.]?e?(?: [^\W\d_]+)? sur (?:deux|trois|quatre|cinq|dix)\b"
    r"|\bun (?:tiers|quart|cinquième|dixième)\b(?! qui)|\bla moitié\b|\b\w+aines? (?:d['’]\w+|de \w+)"
    rf"|\b(?:{_WORDS}) (?:ans|jours|mois|heures|minutes|personnes|canaux)\b|\bmois et demi\b"
    rf"|\b(?:(?:{_MONTHS}|début|fin)\s)(?:19|20)\d\d\b|\b[Ee]n (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_TENS = re.compile(r"^(?!(?:dix|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aine)\w+aines? ", re.I)
_ASIDE = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d")
_SENTENCE = re.compile(r"(?<=[.!?…])(?:\[\d+\])*\s+(?=[A-ZÀ-Ü«“\"])")


@dataclass(frozen=True)
class Found:
    """One figure: its value as written, the sentence around it, the line in the source."""

    value: str
    sentence: str
    line: int


def figures(line: Line) -> list[Found]:
    """Return the figures of a line; years within brackets are citations, not figures."""
    found: list[Found] = []
    for sentence in _SENTENCE.split(line.text.replace("*", "")):
        text = re.sub(r"\s+", " ", sentence).strip()
        asides = [match.span() for match in _ASIDE.finditer(text) if _YEAR.search(match[0])]
        for match in _VALUE.finditer(text):
            inside = any(start <= match.start() < end for start, end in asides)
            if not inside and not _TENS.match(match[0]):
                found.append(Found(match[0].strip(), text, line.number))
    return found
