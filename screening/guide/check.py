"""The rules that a guide must keep beyond the form of its fields."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from screening.guide.faults import Fault
from screening.guide.model import Guide, Step
from screening.room.questions import Question, Texts

_QUESTION_ID = re.compile(r"[a-z][a-z0-9_]{0,40}")
_TIMECODE = re.compile(r"(\d{1,3}):([0-5]\d)")
_LONGEST_PROMPT = 25
HEAD_FILE = "guide.toml"


def check(guide: Guide, files: Mapping[str, str], complete: bool = True) -> list[Fault]:
    """Return all faults and warnings of a guide; `files` tells in which file each step stands.

    When some steps could not be read (`complete` false), names that may be theirs are not held missing.
    """
    faults = [*_head(guide, complete), *_questions(guide)]
    for step in guide.steps:
        faults += _step(guide, step, files.get(step.id, step.id), complete)
    return faults


def _head(guide: Guide, complete: bool) -> Iterator[Fault]:
    head = guide.head
    texts = {"title": head.title, "film.title": head.film.title, "source.title": head.source.title}
    yield from _french(HEAD_FILE, texts)
    yield from _twice(HEAD_FILE, "steps", (s.id for s in guide.steps))
    yield from _twice(HEAD_FILE, "references", (r.id for r in head.references))
    known = {step.id for step in guide.steps}
    for sheet in head.run_sheets:
        total = sum(part.minutes for part in sheet.parts)
        if total != sheet.minutes:
            where = f"run_sheets ({sheet.minutes})"
            yield Fault(HEAD_FILE, where, f"les parties font {total} minutes, il en faut {sheet.minutes}")
    named = [n for sheet in head.run_sheets for part in sheet.parts for n in part.steps]
    named += [n for names in head.suggested_sequences.values() for n in names]
    for name in sorted(set(named) - known) if complete else ():
        yield Fault(HEAD_FILE, "run_sheets, suggested_sequences", f"l’étape « {name} » n’existe pas")


def _questions(guide: Guide) -> Iterator[Fault]:
    yield from _twice(HEAD_FILE, "questions", (q.id for q in guide.questions))
    sources = {r.id for r in guide.head.references}
    for question in guide.questions:
        where = f"questions ({question.id})"
        for message in _question(question, sources):
            yield Fault(HEAD_FILE, where, message)
        if not question.plain.get("fr"):
            yield Fault(HEAD_FILE, f"{where}.plain", "sans version en langage clair", warning=True)


def _question(question: Question, sources: set[str]) -> Iterator[str]:
    if not _QUESTION_ID.fullmatch(question.id):
        yield "« id » : des minuscules, des chiffres et « _ » seulement, en commençant par une lettre"
    if not question.wording.get("fr"):
        yield "« wording.fr » manque ; écrivez la question en français"
    if not question.moments or len(set(question.moments)) < len(question.moments):
        yield '« moments » : donnez "before", "after" ou les deux'
    if question.kind == "scale" and len(question.labels) != 5:
        yield "« labels » : une échelle a cinq libellés"
    if question.kind == "words" and not 1 <= question.limit <= 5:
        yield "« limit » : entre un et cinq mots"
    ids = [option.id for option in question.options]
    if question.kind == "choice" and (len(ids) < 2 or len(set(ids)) < len(ids)):
        yield "« options » : au moins deux, chacune avec son « id »"
    if any(not _QUESTION_ID.fullmatch(name) for name in ids):
        yield "« options.id » : des minuscules et « _ » seulement"
    reference = question.reference
    if reference and not 0 <= reference.low <= reference.high <= 10:
        yield "« reference » : low et high entre 0 et 10, low d’abord"
    for name in sorted(set(reference.sources) - sources) if reference else ():
        yield f"« reference.sources » : la référence « {name} » n’existe pas"


def _step(guide: Guide, step: Step, file: str, complete: bool) -> Iterator[Fault]:
    texts: dict[str, Texts] = {"title": step.title}
    texts |= {f"prompts[{n}].text": p.text for n, p in enumerate(step.prompts)}
    texts |= {f"figures[{n}].what": f.what for n, f in enumerate(step.figures)}
    texts |= {f"quotes[{n}].text": q.text for n, q in enumerate(step.quotes)}
    texts |= {f"instructions[{n}]": text for n, text in enumerate(step.instructions)}
    texts |= {f"cards ({c.id}).text": c.text for c in step.cards}
    yield from _french(file, texts)
    yield from _twice(file, "figures", (f.id for f in step.figures))
    yield from _twice(file, "cards", (c.id for c in step.cards))
    yield from _names(guide, step, file, complete)
    yield from _time(guide, step, file)
    for n, figure in enumerate(step.figures):
        if not figure.source and not figure.caution:
            yield Fault(file, f"figures[{n}]", "chiffre sans source ni mise en garde", warning=True)
    for n, prompt in enumerate(step.prompts):
        if len(prompt.text.get("fr", "").split()) > _LONGEST_PROMPT:
            yield Fault(file, f"prompts[{n}]", "question longue pour un écran", warning=True)


def _names(guide: Guide, step: Step, file: str, complete: bool) -> Iterator[Fault]:
    sheets = {s.id for s in guide.of_kind("sheet")}
    for name in step.attached if complete else ():
        if name not in sheets:
            yield Fault(file, "attached", f"la fiche « {name} » n’existe pas")
    sources = {r.id for r in guide.head.references}
    named = {f"notes[{n}].reference": note.reference for n, note in enumerate(step.notes)}
    named |= {f"figures[{n}].source": f.source for n, f in enumerate(step.figures) if f.source}
    named |= {f"quotes[{n}].reference": q.reference for n, q in enumerate(step.quotes) if q.reference}
    for where, name in named.items():
        if name not in sources:
            yield Fault(file, where, f"la référence « {name} » n’existe pas dans guide.toml")
    numbers = {q.dossier for q in guide.questions}
    for n, asked in enumerate(prompt.question for prompt in step.prompts):
        if asked and asked not in numbers:
            yield Fault(file, f"prompts[{n}].question", f"aucune question n’a le numéro « {asked} »")


def _time(guide: Guide, step: Step, file: str) -> Iterator[Fault]:
    duration = step.duration
    if duration and not 0 <= duration.min <= duration.ideal <= duration.max:
        yield Fault(file, "duration", "min, ideal et max dans cet ordre, en minutes")
    if not duration and step.kind in {"sequence", "activity"}:
        yield Fault(file, "duration", "sans durée", warning=True)
    if not step.timecode:
        return
    read = _TIMECODE.fullmatch(step.timecode)
    if not read:
        yield Fault(file, "timecode", 'écrivez minutes:secondes, par exemple "3:20"')
    elif int(read[1]) * 60 + int(read[2]) > guide.film.minutes * 60:
        yield Fault(file, "timecode", f"après la fin du film, qui dure {guide.film.minutes} minutes")


def _french(file: str, texts: Mapping[str, Texts]) -> Iterator[Fault]:
    for where, text in texts.items():
        if not text.get("fr"):
            yield Fault(file, f"{where}.fr", "le texte français manque ; écrivez-le")


def _twice(file: str, where: str, ids: Iterable[str]) -> Iterator[Fault]:
    for name, n in Counter(ids).items():
        if n > 1:
            yield Fault(file, where, f"« {name} » est là {n} fois ; un « id » ne sert qu’une fois")
