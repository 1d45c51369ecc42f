"""Writing the draft: a guide that loads, with the source's own text in the notes, for a human to rewrite."""

import json
import re
from collections import Counter
from pathlib import Path

from screening.guide.faults import Fault, GuideError
from screening.guide.importer.lines import is_raw, mend, read_source
from screening.guide.importer.report import Report
from screening.guide.importer.sections import Section, split, split_raw

_KIND_NAMES = {
    "about": "cadre",
    "film": "le film",
    "before": "avant",
    "after": "après",
    "sequence": "séquence",
    "sheet": "fiche",
}
_SAFE = re.compile(r"!\[|<img\b", re.IGNORECASE)


def import_dossier(file: Path, into: Path) -> Report:
    """Write a draft guide of an extracted dossier into a new folder, and return what was found and asked.

    The text itself is kept beside it as `source.txt`. Raises GuideError when there is a guide already.
    """
    if (into / "guide.toml").exists():
        raise GuideError([Fault(str(into), "", "il y a déjà un guide ici ; donnez un autre dossier")])
    report = Report()
    lines = read_source(file, report)
    if is_raw(lines):
        mended, notes = mend(lines, report)
        sections = split_raw(mended, notes)
    else:
        sections = split(lines, report)
    _count(sections, sum(bool(line.text.strip()) for line in lines), report)
    into.mkdir(parents=True, exist_ok=True)
    (into / "source.txt").write_bytes(file.read_bytes())
    names = [_write_step(into, number, section) for number, section in enumerate(sections, start=1)]
    (into / "guide.toml").write_text(_head(file, into, sections, names, lines_text(sections)), "utf-8")
    return report


def lines_text(sections: list[Section]) -> str:
    """Return all the text of the parts, to look for facts in."""
    return "\n".join(line.text for section in sections for line in section.body)


def _count(sections: list[Section], filled: int, report: Report) -> None:
    kinds = Counter(section.kind for section in sections)
    report.counts = {
        "sequences": kinds["sequence"],
        "sheets": kinds["sheet"],
        "questions": sum(len(section.questions) for section in sections),
        "notes": sum(len(section.notes) for section in sections),
        "figures": sum(len(section.figures) for section in sections),
    }
    covered = sum(bool(line.text.strip()) for section in sections for line in section.body)
    covered += report.counts["notes"] + sum(bool(section.title) for section in sections)
    report.coverage = f"{covered} lignes reprises sur {filled} qui ne sont pas vides"
    for section in sections:
        title = section.title or "(sans titre)"
        report.proposals.append(
            f"ligne {section.line} : {_KIND_NAMES[section.kind]} « {title} », {len(section.notes)} note(s), "
            f"{len(section.questions)} question(s), {len(section.figures)} chiffre(s)"
        )


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _write_step(into: Path, number: int, section: Section) -> str:
    name = f"{number:02d}-{section.kind}.md"
    head = [
        "+++",
        f'id = "step-{number:02d}"',
        f'kind = "{section.kind}"',
        f"title.fr = {_quoted(section.title or 'À titrer')}",
    ]
    if section.untitled or not section.title:
        head.append("title_added = true  # le titre manque dans la source : donnez-lui le vôtre")
    for line in section.questions:
        head += ["[[prompts]]", f"text.fr = {_quoted(line.text)}"]
    for count, line in enumerate(section.figures, start=1):
        head += [
            "[[figures]]",
            f'id = "figure-{count}"',
            'value = "?"  # le chiffre seul',
            f"what.fr = {_quoted(line.text)}",
            f'caution.fr = "À vérifier : repris de la ligne {line.number} de la source."',
        ]
    for note in section.notes:
        head += ["[[notes]]", f'number = "{note.number}"', f'reference = "{_reference(number, note.number)}"']
    text = "\n".join(line.text for line in section.body).strip()
    body = _SAFE.sub("(image) ", text).replace("+++", "+ + +")
    (into / name).write_text("\n".join([*head, "+++", body, ""]), "utf-8")
    return name


def _reference(step: int, note: str) -> str:
    return f"ref-{step:02d}-{note}"


def _head(file: Path, into: Path, sections: list[Section], names: list[str], text: str) -> str:
    minutes = re.search(r"(\d{1,3}) minutes", text)
    year = re.search(r"\b(19|20)\d\d\b", text)
    head = [
        f"# Brouillon tiré de {file.name}. Relisez tout : les phrases sont encore celles de la source.",
        f"title.fr = {_quoted(into.name)}",
        'version = "0.1"',
        'languages = ["fr"]',
        f"steps = {json.dumps(names, ensure_ascii=False)}",
        "",
        "[film]",
        f"title.fr = {_quoted(into.name)}  # à confirmer",
        f"year = {year[0] if year else 2000}  # à confirmer",
        f"minutes = {minutes[1] if minutes else 90}  # à confirmer",
        'makers.fr = "À compléter"',
        'synopsis.fr = "À compléter"',
        "",
        "[source]",
        f"title.fr = {_quoted(file.name)}",
        'authors.fr = "À compléter"',
    ]
    for number, section in enumerate(sections, start=1):
        for note in _once(section):
            text = note[1] or "À compléter"
            head += ["", "[[references]]", f'id = "{_reference(number, note[0])}"', f"text = {_quoted(text)}"]
    moments = {"before": "B", "after": "A"}
    for section in sections:
        for count, line in enumerate(section.questions, start=1):
            dossier = f"{moments[section.kind]}{count}"
            head += [
                "",
                "[[questions]]",
                f'id = "{dossier.lower()}"',
                'kind = "text"',
                f'moments = ["{section.kind}"]',
                f'dossier = "{dossier}"',
                f"wording.fr = {_quoted(line.text)}",
            ]
    return "\n".join([*head, ""])


def _once(section: Section) -> list[tuple[str, str]]:
    return list({note.number: note.text for note in section.notes}.items())
