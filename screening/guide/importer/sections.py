"""The parts of a dossier: their kind and title as proposed, footnotes, questions and figures."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from screening.guide.importer.lines import Line, Note
from screening.guide.importer.report import Report

Kind = Literal["about", "film", "before", "after", "sequence", "sheet"]

_REFERENCE = re.compile(r"^\s*\\?\[?(\d+)\](?!\()\s*(.*)$")
_MARK = re.compile(r"\s*\[\d+\]")
_FIGURE = re.compile(
    r"\d[\d .\u00a0]*(?:à \d+ ?)?(?:%|jours|mois|ans\b|minutes|organisations|inscriptions|travailleur|"
    r"personnes|associations|fois|milliards|millions)|"
    r"\b(?:19|20)\d\d\b|sur deux\b|\bun tiers\b|vingtaine|centaine",
    re.IGNORECASE,
)
_FRAMES: tuple[tuple[str, Kind], ...] = (
    ("OBJECTIF", "about"),
    ("INTRODUCTION", "about"),
    ("FICHE TECHNIQUE", "film"),
    ("AVANT", "before"),
    ("APRÈS", "after"),
)


@dataclass
class Section:
    """One part of a dossier: `body` without its footnotes, `untitled` when its heading is lost."""

    kind: Kind
    title: str
    line: int
    body: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    untitled: bool = False

    @property
    def questions(self) -> list[Line]:
        """The lines that ask something, in a part that holds questions."""
        asking = self.kind in {"before", "after"}
        return [line for line in self.body if asking and re.search(r"\?\s*$", line.text)]

    @property
    def figures(self) -> list[Line]:
        """The lines with a number that counts something."""
        return [line for line in self.body if _FIGURE.search(line.text.replace("**", ""))]


def split(lines: list[Line], report: Report) -> list[Section]:
    """Split Markdown at its headings; text after a part's footnotes is a part whose heading is lost."""
    sections: list[Section] = []
    for line in lines:
        if line.text.startswith("## "):
            sections.append(_section(line, report))
        elif sections:
            _add(sections, line, report)
    for section in sections:
        _look_closely(section, report)
    return [section for section in sections if section.title or section.body]


def split_raw(lines: list[Line], notes: list[Note]) -> list[Section]:
    """Split raw text at its numbered headings in capitals, each with the footnotes that follow it."""
    sections = [Section("about", "", 1)]
    heading = False
    for line in lines:
        text = line.text.strip()
        if re.match(r"\d+\. [A-ZÀ-Ü’ -]{4,}", text) and text == text.upper():
            sections.append(Section("sheet", text, line.number))
            heading = True
        elif heading and text and text == text.upper():
            sections[-1].title += f" {text}"
        else:
            heading = False
            sections[-1].body.append(line)
    for note in notes:
        home = [section for section in sections if section.line <= note.line][-1]
        home.notes.append(note)
    return [section for section in sections if any(line.text.strip() for line in section.body)]


def _section(line: Line, report: Report) -> Section:
    title = line.text[3:].strip()
    if _MARK.search(title):
        report.warn(line.number, "un appel de note est dans le titre ; il a été ôté du titre")
        title = _MARK.sub("", title)
    letters = [c for c in title if c.isalpha()]
    capitals = sum(c.isupper() for c in letters) > 0.9 * len(letters)
    kind: Kind = "sheet" if capitals else "sequence"
    if capitals:
        kind = next((kind for start, kind in _FRAMES if title.startswith(start)), "sheet")
    words = title.lower().split()
    if any(first == second for first, second in pairwise(words)):
        report.warn(line.number, f"un mot est répété dans le titre « {title} » ; gardé tel quel")
    return Section(kind, title.capitalize() if capitals else title, line.number)


def _add(sections: list[Section], line: Line, report: Report) -> None:
    section, text = sections[-1], line.text.strip()
    reference = _REFERENCE.match(line.text)
    if reference:
        if not line.text.lstrip().startswith(("[", "\\[")):
            report.warn(
                line.number, f"la note {reference[1]} a perdu son crochet ouvrant ; reprise quand même"
            )
        if not reference[2].strip():
            report.warn(line.number, f"la note {reference[1]} est vide : de quel texte s’agit-il ?")
        section.notes.append(Note(reference[1], reference[2].strip(), line.number))
    elif text.lower().startswith("ibid") and section.notes:
        report.warn(line.number, "« Ibid » sans numéro : les notes sont peut-être décalées ; à confirmer")
    elif text and section.notes and section.kind == "sheet":
        report.warn(line.number, "un texte suit les notes : séquence sans titre ? Donnez-lui un titre")
        sections.append(Section("sequence", "", line.number, [line], untitled=True))
    else:
        section.body.append(line)


def _look_closely(section: Section, report: Report) -> None:
    filled = [line for line in section.body if line.text.strip()]
    for line in filled:
        if "](#)" in line.text:
            report.warn(line.number, "ce lien ne mène nulle part ; complétez-le")
        if line.text.count("«") > line.text.count("»"):
            report.warn(
                line.number, "une citation s’ouvre ici et se ferme plus loin ; vérifiez où elle finit"
            )
        if line.text.startswith("### ") and section.kind == "sheet" and "(" not in line.text:
            report.warn(line.number, "intertitre dans une fiche : sous-partie, ou titre de presse recopié ?")
    for note in section.notes:
        if "](#)" in note.text:
            report.warn(note.line, f"note {note.number} : ce lien ne mène nulle part ; complétez-le")
    first = filled[0] if filled else None
    if section.kind == "sequence" and first and len(first.text.split()) <= 3:
        report.warn(first.number, f"ligne isolée « {first.text.strip()} » : titre du film, légende ?")
    calls = {n for line in filled for n in re.findall(r"\[(\d+)\]", line.text)}
    listed = {note.number for note in section.notes}
    for missing in sorted(calls - listed):
        report.warn(section.line, f"« {section.title} » : l’appel [{missing}] n’a pas de note")
