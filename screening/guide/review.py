"""Reviewing translations without programming: a sheet with two columns, and how far a language is."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from screening.cells import guarded, unguarded
from screening.guide.faults import Fault, GuideError
from screening.guide.model import Guide, Step
from screening.guide.translate import Text, read_translations, write_translations
from screening.room.questions import Texts

WALL_LANGUAGES = ("nl", "en")
"""Languages in which the projector speaks too, beside French."""
_YES = {"x", "oui", "ok", "1", "ja", "yes"}


@dataclass(frozen=True)
class Status:
    """How many texts a language needs, how many are translated, how many a person has reviewed."""

    language: str
    needed: int
    translated: int
    reviewed: int


def french_texts(guide: Guide, language: str) -> list[str]:
    """Return the French texts that people read in a language, once each: questions, then the projector's."""
    texts = list(_asked(guide))
    if language in WALL_LANGUAGES:
        texts += [text for step in guide.steps for text in _projected(step)]
        texts += [q.short for q in guide.questions]
    return list(dict.fromkeys(text["fr"] for text in texts if text.get("fr")))


def _asked(guide: Guide) -> Iterator[Texts]:
    for question in guide.questions:
        yield from (question.wording, question.plain, question.help, *question.labels)
        yield from (question.toward_low, question.toward_high)
        yield from (option.label for option in question.options)


def _projected(step: Step) -> Iterator[Texts]:
    yield from (step.title, step.screen)
    yield from (prompt.text for prompt in step.prompts)
    for figure in step.figures:
        yield from (figure.what, figure.caution)
        if any(letter.isalpha() for letter in figure.value.get("fr", "")):
            yield figure.value
    yield from (quote.speaker for quote in step.quotes)


def status(guide: Guide, language: str) -> Status:
    """Return how far the translation of a guide into a language is."""
    known = guide.translations.get(language, {})
    needed = french_texts(guide, language)
    found = [known[text] for text in needed if text in known]
    return Status(language, len(needed), len(found), sum(text.reviewed for text in found))


def write_sheet(guide: Guide, language: str) -> bytes:
    """Return a sheet for a speaker of a language: French, translation, and a column to tick when read.

    UTF-8 with BOM and `;`, so that spreadsheet programs in French open it as it is.
    """
    known = guide.translations.get(language, {})
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=";")
    writer.writerow(["français", language, "relu (x)"])
    for french in french_texts(guide, language):
        text = known.get(french, Text("", reviewed=False))
        writer.writerow([guarded(french), guarded(text.text), "x" if text.reviewed else ""])
    return sheet.getvalue().encode("utf-8-sig")


def read_sheet(folder: Path, guide: Guide, language: str, data: bytes) -> int:
    """Take a reviewed sheet into the guide's catalogue; return how many texts changed or were reviewed.

    Raises GuideError, and changes nothing, when a line does not fit.
    """
    rows = _rows(data, language)
    needed = set(french_texts(guide, language))
    known = dict(read_translations(folder)[0].get(language, {}))
    faults: list[Fault] = []
    changed = 0
    for number, (french, translated, ticked) in rows:
        if french not in needed:
            faults.append(Fault("feuille", f"ligne {number}", "ce texte français n’est pas dans le guide"))
            continue
        new = Text(translated.strip(), ticked.strip().lower() in _YES)
        if new.text and known.get(french) != new:
            known[french] = new
            changed += 1
    if faults:
        raise GuideError(faults)
    write_translations(folder, language, known)
    return changed


def _rows(data: bytes, language: str) -> list[tuple[int, tuple[str, str, str]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = "ce n’est pas de l’UTF-8 ; enregistrez la feuille en « CSV UTF-8 »"
        raise GuideError([Fault("feuille", "", message)]) from error
    lines = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ","))
    if not lines or len(lines[0]) < 2 or lines[0][1].strip() != language:
        message = f"la première ligne doit être : français ; {language} ; relu (x)"
        raise GuideError([Fault("feuille", "ligne 1", message)])
    padded = ((number, [*line, "", "", ""]) for number, line in enumerate(lines[1:], start=2) if line)
    return [(number, (unguarded(line[0]), unguarded(line[1]), line[2])) for number, line in padded]
