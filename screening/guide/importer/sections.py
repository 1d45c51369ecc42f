"""The parts of a dossier: their kind and title as proposed, footnotes, questions and figures."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from screening.guide.importer.figures import Found, figures
from screening.guide.importer.lines import Line, Note
from screening.guide.importer.paragraphs import Paragraph
from screening.guide.importer.report import Report

Kind = Literal["about", "film", "before", "after", "sequence", "sheet"]

_REFERENCE = re.compile(r"^\s*\\?\[?(\d+)\](?!\()\s*(.*)$")
_MARK = re.compile(r"\s*\[\d+\]")
_LIST_MARK = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+")
_FRAMES: tuple[tuple[str, Kind], ...] = (
    (r"OBJECTIF", "about"),
    (r"INTRODUCTION$", "about"),
    (r"FICHE TECHNIQUE", "film"),
    (r"AVANT\b", "before"),
    (r"APRÈS\b", "after"),
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
    calls: list[str] = field(default_factory=list)

    @property
    def questions(self) -> list[Line]:
        """What is asked, in a part that holds questions, without list marks and emphasis."""
        if self.kind not in {"before", "after"}:
            return []
        plain = [Line(li.number, _LIST_MARK.sub("", li.text).strip().strip("*_ ")) for li in self.body]
        return [line for line in plain if line.text.endswith("?")]

    @property
    def figures(self) -> list[Found]:
        """The figures of the text, and those of the footnotes that are no dates."""
        found = [figure for line in self.body for figure in figures(line)]
        for note in self.notes:
            in_note = figures(Line(note.line, note.text))
            found += [f for f in in_note if not re.search(r"\b(?:19|20)\d\d\b", f.value)]
        return found


def split(lines: list[Line], mark: str, report: Report) -> list[Section]:
    """Split Markdown at its headings; text after a part's footnotes is a part whose heading is lost."""
    sections = [Section("about", "", 1)]
    for line in lines:
        if line.text.startswith(mark):
            sections.append(_section(line, line.text[len(mark) :].strip(), report))
        else:
            _add(sections, line, report)
    kept = [section for section in sections if section.title or _filled(section)]
    if kept and kept[0].line == 1 and not kept[0].title:
        report.warn(_filled(kept[0])[0].number, "un texte précède le premier titre ; donnez-lui un titre")
    for section in kept:
        _look_closely(section, report)
    return kept


def split_raw(parts: list[Paragraph], notes: list[Note], report: Report) -> list[Section]:
    """Split raw text at its headings in capitals or alone at the start of a page; notes by their lines."""
    sections = [Section("about", "", 1)]
    for part in parts:
        if part.rank == "heading":
            numbered = re.match(r"\d+\. ", part.text)
            sections.append(Section("sheet" if numbered else "about", part.text, part.line))
            if not numbered:
                report.warn(part.line, f"titre « {part.text} » : partie du cadre, fiche ou encadré ?")
        else:
            text = f"### {part.text}" if part.rank == "subheading" else part.text
            sections[-1].body += [Line(part.line, text), Line(part.line, "")]
            if part.rank == "subheading":
                report.warn(part.line, f"intertitre proposé : « {part.text} »")
    for note in notes:
        [section for section in sections if section.line <= note.line][-1].notes.append(note)
    kept = [section for section in sections if section.title or _filled(section)]
    if kept and not kept[0].title:
        report.warn(1, "un texte précède le premier titre : encadré ? Donnez-lui un titre ou ôtez-le")
    return kept


def _filled(section: Section) -> list[Line]:
    return [line for line in section.body if line.text.strip()]


def _section(line: Line, title: str, report: Report) -> Section:
    calls = re.findall(r"\[(\d+)\]", title)
    if calls:
        report.warn(line.number, "un appel de note est dans le titre ; il a été ôté du titre")
        title = _MARK.sub("", title)
    letters = [c for c in title if c.isalpha()]
    capitals = sum(c.isupper() for c in letters) > 0.9 * len(letters)
    kind: Kind = "sheet" if capitals else "sequence"
    if capitals:
        kind = next((kind for start, kind in _FRAMES if re.match(start, title)), "sheet")
    words = title.lower().split()
    if any(first == second for first, second in pairwise(words)):
        report.warn(line.number, f"un mot est répété dans le titre « {title} » ; gardé tel quel")
    if kind == "sheet":
        report.warn(line.number, f"titre « {title} » : écrit en minuscules ; rendez leur capitale aux noms")
    return Section(kind, title.capitalize() if capitals else title, line.number, calls=calls)


def _add(sections: list[Section], line: Line, report: Report) -> None:
    section, text = sections[-1], line.text.strip()
    reference = _REFERENCE.match(line.text)
    last = section.notes[-1] if section.notes else None
    if reference:
        if not line.text.lstrip().startswith(("[", "\\[")):
            message = f"la note {reference[1]} a perdu son crochet ouvrant ; reprise quand même"
            report.warn(line.number, message)
        if not reference[2].strip():
            report.warn(line.number, f"la note {reference[1]} est vide : de quel texte s’agit-il ?")
        section.notes.append(Note(reference[1], reference[2].strip(), line.number))
    elif last and text.lower().startswith("ibid"):
        report.warn(line.number, "« Ibid » sans numéro : les notes sont peut-être décalées ; à confirmer")
    elif last and text and _continues(last, line):
        joined = f"{last.text} {text}".strip()
        section.notes[-1] = Note(last.number, joined, last.line)
    elif last and text and not text.startswith("# "):
        report.warn(line.number, "un texte suit les notes : séquence sans titre ? Donnez-lui un titre")
        sections.append(Section("sequence", "", line.number, [line], untitled=True))
    else:
        section.body.append(line)


def _continues(note: Note, line: Line) -> bool:
    """Tell whether a line is the second one of a footnote: right below it, no blank line between."""
    return line.number == note.line + 1


def _look_closely(section: Section, report: Report) -> None:
    filled = _filled(section)
    for line in filled:
        if "](#)" in line.text:
            report.warn(line.number, "ce lien ne mène nulle part ; complétez-le")
        if line.text.count("«") > line.text.count("»"):
            message = "une citation s’ouvre ici et se ferme plus loin ; vérifiez où elle finit"
            report.warn(line.number, message)
        if line.text.startswith("### ") and section.kind == "sheet":
            report.warn(line.number, "intertitre dans une fiche : sous-partie, ou titre de presse recopié ?")
        if re.match(r"##? ", line.text):
            report.warn(line.number, "titre d’un autre niveau, laissé dans le texte : est-ce une partie ?")
    first = filled[0] if filled else None
    if section.kind == "sequence" and first and len(first.text.split()) <= 3:
        report.warn(first.number, f"ligne isolée « {first.text.strip()} » : titre du film, légende ?")
    _look_at_notes(section, filled, report)


def _look_at_notes(section: Section, filled: list[Line], report: Report) -> None:
    for note in section.notes:
        if "](#)" in note.text:
            report.warn(note.line, f"note {note.number} : ce lien ne mène nulle part ; complétez-le")
    called = {n for line in filled for n in re.findall(r"\[(\d+)\](?!\()", line.text)} | set(section.calls)
    listed = {note.number: note.line for note in section.notes}
    for missing in sorted(called - set(listed)):
        report.warn(section.line, f"« {section.title} » : l’appel [{missing}] n’a pas de note")
    for number, line in listed.items():
        if number not in called:
            report.warn(line, f"la note {number} n’est appelée nulle part dans « {section.title} »")
    if len(listed) < len(section.notes):
        report.warn(section.line, f"« {section.title} » : deux notes ont le même numéro ; à confirmer")
