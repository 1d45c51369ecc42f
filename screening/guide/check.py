"""The rules that the parts of a guide must keep together."""

import re
from collections.abc import Iterator, Sequence

from screening.guide.convert import at
from screening.guide.faults import Fault
from screening.guide.model import Guide, Step
from screening.guide.rules import french, question_faults, seconds, twice

HEAD_FILE = "guide.toml"
_LONGEST_FILM = 600
_LINK = re.compile(r"https?://\S+")


def check(
    guide: Guide, files: Sequence[str], head_whole: bool = True, steps_whole: bool = True
) -> list[Fault]:
    """Return the faults and warnings of a guide beyond `rules.check_step`; `files` are those of its steps.

    Names that may stand in a part that could not be read (`head_whole`, `steps_whole` false) are not held
    missing.
    """
    faults = [*_head(guide), *_questions(guide, head_whole), *_steps_twice(guide, files)]
    if head_whole:
        faults += _run_sheets(guide)
    if steps_whole:
        faults += _steps_named(guide)
    for step, file in zip(guide.steps, files, strict=True):
        faults += _late(guide, step, file)
        if head_whole:
            faults += _sources(guide, step, file)
        if steps_whole:
            faults += _attached(guide, step, file)
    return faults


def _head(guide: Guide) -> Iterator[Fault]:
    head = guide.head
    yield from french(HEAD_FILE, head)
    yield from twice(HEAD_FILE, "references", (r.id for r in head.references))
    yield from twice(HEAD_FILE, "run_sheets", (str(sheet.minutes) for sheet in head.run_sheets))
    if not head.steps:
        yield Fault(HEAD_FILE, "steps", "aucune étape ; donnez leurs fichiers, dans l’ordre", warning=True)
    if "fr" not in head.languages:
        yield Fault(HEAD_FILE, "languages", 'le français n’y est pas ; ajoutez "fr"')
    if not 1 <= head.film.minutes <= _LONGEST_FILM:
        yield Fault(HEAD_FILE, "film.minutes", f"un film dure entre 1 et {_LONGEST_FILM} minutes")
    links = {"film.link": head.film.link, "source.link": head.source.link}
    links |= {f"{at('references', n, r)}.link": r.link for n, r in enumerate(head.references)}
    for where, link in links.items():
        if link and not _LINK.fullmatch(link):
            yield Fault(HEAD_FILE, where, "un lien commence par https:// ou http://, sans espace")


def _run_sheets(guide: Guide) -> Iterator[Fault]:
    for sheet in guide.head.run_sheets:
        where = f"run_sheets ({sheet.minutes})"
        total = sum(part.minutes for part in sheet.parts)
        if total != sheet.minutes:
            yield Fault(HEAD_FILE, where, f"les parties font {total} minutes, il en faut {sheet.minutes}")
        for n, part in enumerate(sheet.parts):
            if part.minutes < 0:
                message = "une partie ne dure pas moins de zéro minute"
                yield Fault(HEAD_FILE, f"{where}.{at('parts', n, part)}", message)


def _steps_named(guide: Guide) -> Iterator[Fault]:
    known = {step.id for step in guide.steps}
    sheets, suggested = guide.head.run_sheets, guide.suggested_sequences
    named = {n: "run_sheets" for sheet in sheets for part in sheet.parts for n in part.steps}
    named |= {n: "suggested_sequences" for names in suggested.values() for n in names}
    for name, where in sorted(named.items()):
        if name not in known:
            yield Fault(HEAD_FILE, where, f"l’étape « {name} » n’existe pas ; relisez son « id »")
        elif where == "suggested_sequences" and guide.step(name).kind != "sequence":
            yield Fault(HEAD_FILE, where, f"l’étape « {name} » n’est pas une séquence ; ôtez-la")


def _questions(guide: Guide, head_whole: bool) -> Iterator[Fault]:
    yield from twice(HEAD_FILE, "questions", (q.id for q in guide.questions))
    known = {r.id for r in guide.head.references}
    for n, question in enumerate(guide.questions):
        where = at("questions", n, question)
        for message in question_faults(question):
            yield Fault(HEAD_FILE, where, message)
        named = question.reference.sources if question.reference and head_whole else ()
        for name in sorted(set(named) - known):
            yield Fault(HEAD_FILE, f"{where}.reference.sources", f"la référence « {name} » n’existe pas")
        if not question.plain.get("fr") and not question.picture_set:
            yield Fault(HEAD_FILE, f"{where}.plain", "sans version en langage clair", warning=True)


def _steps_twice(guide: Guide, files: Sequence[str]) -> Iterator[Fault]:
    yield from twice(HEAD_FILE, "steps", guide.head.steps)
    first: dict[str, str] = {}
    for step, file in zip(guide.steps, files, strict=True):
        before = first.setdefault(step.id, file)
        if before != file:
            yield Fault(file, "id", f"« {step.id} » est déjà l’id de {before} ; donnez-en un autre")


def _sources(guide: Guide, step: Step, file: str) -> Iterator[Fault]:
    named = [(f"{at('notes', n, note)}.reference", note.reference) for n, note in enumerate(step.notes)]
    named += [(f"{at('figures', n, f)}.source", f.source) for n, f in enumerate(step.figures) if f.source]
    quoted = [(n, q) for n, q in enumerate(step.quotes) if q.reference]
    named += [(f"{at('quotes', n, quote)}.reference", quote.reference) for n, quote in quoted]
    known = {r.id for r in guide.head.references}
    for where, name in named:
        if name not in known:
            yield Fault(file, where, f"la référence « {name} » n’existe pas dans guide.toml")
    numbers = {q.dossier for q in guide.questions}
    for n, prompt in enumerate(step.prompts):
        if prompt.question and prompt.question not in numbers:
            message = f"aucune question n’a le numéro « {prompt.question} »"
            yield Fault(file, f"{at('prompts', n, prompt)}.question", message)


def _attached(guide: Guide, step: Step, file: str) -> Iterator[Fault]:
    sheets = {s.id for s in guide.of_kind("sheet")}
    for name in step.attached:
        if name not in sheets:
            yield Fault(file, "attached", f"la fiche « {name} » n’existe pas")


def _late(guide: Guide, step: Step, file: str) -> Iterator[Fault]:
    minutes = guide.film.minutes
    if minutes > 0 and (seconds(step.timecode) or 0) > minutes * 60:
        yield Fault(file, "timecode", f"après la fin du film, qui dure {minutes} minutes")
