"""Translations of a guide: one catalogue a language in `translations/LANG.po`, keyed by the French text.

A changed French text is thus untranslated again, and falls back to French. An entry that a person who speaks
the language has read carries the comment `relu`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

FOLDER = "translations"
REVIEWED = "relu"


@dataclass(frozen=True)
class Text:
    """One translation and whether a person has reviewed it."""

    text: str
    reviewed: bool


Translations = Mapping[str, Mapping[str, Text]]
"""By language, then by French text."""


def read_translations(folder: Path) -> tuple[dict[str, dict[str, Text]], list[str]]:
    """Return a guide's translations by language, and the names of files that can't be read."""
    found: dict[str, dict[str, Text]] = {}
    broken: list[str] = []
    for path in sorted((folder / FOLDER).glob("*.po")):
        try:
            found[path.stem] = _read(path)
        except (PoFileError, ValueError, OSError):
            broken.append(path.name)
    return found, broken


def _read(path: Path) -> dict[str, Text]:
    catalogue = read_po(BytesIO(path.read_bytes()), abort_invalid=True)
    return {
        str(message.id): Text(str(message.string), REVIEWED in message.user_comments)
        for message in catalogue
        if message.id and message.string
    }


def write_translations(folder: Path, language: str, texts: Mapping[str, Text]) -> Path:
    """Write a language's catalogue, in the order of its French texts; return the file."""
    catalogue = Catalog(fuzzy=False)
    for french, text in texts.items():
        catalogue.add(french, text.text, user_comments=[REVIEWED] if text.reviewed else [])
    path = folder / FOLDER / f"{language}.po"
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, omit_header=True)
    return path


def texts_of(fields: Any) -> Iterator[dict[str, str]]:
    """Yield every text of a guide's fields that has a French version."""
    if isinstance(fields, dict):
        if isinstance(fields.get("fr"), str):
            yield fields
        else:
            for value in fields.values():
                yield from texts_of(value)
    elif isinstance(fields, list):
        for value in fields:
            yield from texts_of(value)


def add_translations(fields: Any, translations: Translations) -> None:
    """Add to every French text, typeset as in the catalogues, its translations; what is there stays."""
    for text in texts_of(fields):
        for language, known in translations.items():
            found = known.get(text["fr"])
            if found and language not in text:
                text[language] = found.text
