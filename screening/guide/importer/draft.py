"""Writing the draft: a guide that loads, with the source's own text in the notes, for a human to rewrite."""

import json
import re
from collections import Counter
from pathlib import Path

from screening.guide.faults import Fault, GuideError
from screening.guide.importer.lines import Line, heading_mark, read_source
from screening.guide.importer.paragraphs import paragraphs
from screening.guide.importer.raw import mend
from screening.guide.importer.report import Report
from screening.guide.importer.sections import Section, split, split_raw
from screening.guide.markup import LARGEST, MOST_BRACKETS

_KIND_NAMES = {
    "about": "cadre",
    "film": "le film",
    "before": "avant",
    "after": "après",
    "sequence": "séquence",
    "sheet": "fiche",
}
_PHONE = re.compile(r"\b0[\d/. ]{8,14}\d\b")
_LARGEST_BODY = LARGEST - 5_000  # room for what typesetting and mending add
_UNSAFE = re.compile(r"!\[|<img\b", re.IGNORECASE)


def import_dossier(file: Path, into: Path) -> Report:
    """Write a draft guide of an extracted dossier into a new folder, and return what was found and asked.

    The text itself is kept beside it as `source.txt`. Raises GuideError when the folder holds anything.
    """
    if (into / "guide.toml").exists():
        raise GuideError([Fault(str(into), "", "il y a déjà un guide ici ; donnez un autre dossier")])
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise GuideError([Fault(str(into), "", "ce dossier n’est pas vide ; donnez un autre dossier")])
    report = Report()
    lines = read_source(file, report)
    sections = _sections(lines, report)
    _count(sections, lines, report)
    _phones(sections, report)
    into.mkdir(parents=True, exist_ok=True)
    (into / "source.txt").write_bytes(file.read_bytes())
    names = [_write_step(into, number, section, report) for number, section in enumerate(sections, start=1)]
    (into / "guide.toml").write_text(_head(file, into, sections, names, report), "utf-8")
    return report


def _sections(lines: list[Line], report: Report) -> list[Section]:
    mark = heading_mark(lines)
    if mark:
        return split(lines, mark, report)
    mended, notes = mend(lines, report)
    return split_raw(paragraphs(mended), notes, report)


def _count(sections: list[Section], lines: list[Line], report: Report) -> None:
    kinds = Counter(section.kind for section in sections)
    report.counts = {
        "sequences": kinds["sequence"],
        "sheets": kinds["sheet"],
        "questions": sum(len(section.questions) for section in sections),
        "notes": sum(len(section.notes) for section in sections),
        "figures": sum(len(section.figures) for section in sections),
    }
    taken = [line.text for section in sections for line in section.body]
    taken += [note.text for section in sections for note in section.notes]
    taken += [section.title for section in sections]
    share = f"{_letters(taken)} lettres sur {_letters([line.text for line in lines])}"
    report.coverage = f"repris dans le brouillon : {share} ; tout est dans source.txt"
    for section in sections:
        title = section.title or "(sans titre)"
        report.proposals.append(
            f"ligne {section.line} : {_KIND_NAMES[section.kind]} « {title} », {len(section.notes)} note(s), "
            f"{len(section.questions)} question(s), {len(section.figures)} chiffre(s)"
        )


def _phones(sections: list[Section], report: Report) -> None:
    for line in (line for section in sections for line in section.body):
        for phone in _PHONE.findall(line.text):
            report.warn(line.number, f"numéro de téléphone {phone} : à vérifier avant chaque séance")


def _letters(texts: list[str]) -> int:
    return sum(sum(c.isalpha() for c in text) for text in texts)


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _write_step(into: Path, number: int, section: Section, report: Report) -> str:
    name = f"{number:02d}-{section.kind}.md"
    head = [
        "+++",
        f'id = "step-{number:02d}"',
        f'kind = "{section.kind}"',
        f"title.fr = {_quoted(section.title or 'À titrer')}",
    ]
    if not section.title:
        head.append("title_added = true  # le titre manque dans la source : donnez-lui le vôtre")
    for line in section.questions:
        head += ["[[prompts]]", f"text.fr = {_quoted(line.text)}"]
    for count, figure in enumerate(section.figures, start=1):
        head += [
            "[[figures]]",
            f'id = "figure-{count}"',
            f"value = {_quoted(figure.value)}",
            f"what.fr = {_quoted(figure.sentence)}",
            f'caution.fr = "À vérifier : repris de la ligne {figure.line} de la source."',
        ]
    for note in section.notes:
        head += ["[[notes]]", f'number = "{note.number}"', f'reference = "{_reference(number, note.number)}"']
    body = _body(section, report)
    (into / name).write_text("\n".join([*head, "+++", body, ""]), "utf-8")
    return name


def _body(section: Section, report: Report) -> str:
    """Return the text of a part, cut before what a guide may not hold; what is cut is told."""
    kept: list[str] = []
    size = brackets = 0
    for line in section.body:
        text = _UNSAFE.sub("(image) ", line.text).replace("+++", "+ + +")
        size, brackets = size + len(text) + 1, brackets + text.count("[")
        if size > _LARGEST_BODY or brackets > MOST_BRACKETS:
            report.warn(
                line.number, "texte trop long pour une étape : coupé ici, la suite est dans source.txt"
            )
            break
        if text != line.text:
            report.warn(line.number, "image ou signes « +++ » : remplacés dans le brouillon")
        kept.append(text)
    return "\n".join(kept).strip()


def _reference(step: int, note: str) -> str:
    return f"ref-{step:02d}-{note}"


def _head(file: Path, into: Path, sections: list[Section], names: list[str], report: Report) -> str:
    year, minutes = _facts(sections, report)
    head = [
        f"# Brouillon tiré de {_quoted(file.name)}. Relisez tout : ce sont encore les phrases de la source.",
        f"title.fr = {_quoted(into.resolve().name)}",
        'version = "0.1"',
        'languages = ["fr"]',
        f"steps = {json.dumps(names, ensure_ascii=False)}",
        "",
        "[film]",
        f"title.fr = {_quoted(into.resolve().name)}  # à confirmer",
        f"year = {year}  # à confirmer",
        f"minutes = {minutes}  # à confirmer",
        'makers.fr = "À compléter"',
        'synopsis.fr = "À compléter"',
        "",
        "[source]",
        f"title.fr = {_quoted(file.name)}",
        'authors.fr = "À compléter"',
    ]
    return "\n".join([*head, *_references(sections), *_questions(sections), ""])


def _facts(sections: list[Section], report: Report) -> tuple[int, int]:
    """Return the film's year and minutes as its own part says them, else invented; both are asked."""
    text = "\n".join(line.text for section in sections if section.kind == "film" for line in section.body)
    year, minutes = re.search(r"\b(?:19|20)\d\d\b", text), re.search(r"\b([1-9]\d{0,2}) minutes", text)
    facts = int(year[0]) if year else 2000, int(minutes[1]) if minutes else 90
    report.warn(
        1, f"film : année {facts[0]}{_guess(year)}, {facts[1]} minutes{_guess(minutes)} ; à confirmer"
    )
    report.warn(1, "film : titre, auteurs et résumé à compléter dans guide.toml")
    return facts


def _guess(found: object) -> str:
    return "" if found else " (inventée : la source ne la dit pas)"


def _references(sections: list[Section]) -> list[str]:
    head: list[str] = []
    for step, section in enumerate(sections, start=1):
        for number, text in {note.number: note.text for note in section.notes}.items():
            entry = f"text = {_quoted(text or 'À compléter')}"
            head += ["", "[[references]]", f'id = "{_reference(step, number)}"', entry]
    return head


def _questions(sections: list[Section]) -> list[str]:
    head: list[str] = []
    asked: Counter[str] = Counter()
    for section in sections:
        for line in section.questions:
            letter = "B" if section.kind == "before" else "A"
            asked[letter] += 1
            number = f"{letter}{asked[letter]}"
            head += [
                "",
                "[[questions]]",
                f'id = "{number.lower()}"',
                'kind = "text"',
                f'moments = ["{section.kind}"]',
                f'dossier = "{number}"',
                f"wording.fr = {_quoted(line.text)}",
            ]
    return head
