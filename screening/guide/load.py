"""From the files of a guide to a Guide, or to all its faults at once."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from screening.guide.check import check
from screening.guide.convert import convert
from screening.guide.faults import Fault, GuideError
from screening.guide.markup import MarkupError, to_html, typeset, typeset_all
from screening.guide.model import Guide, Head, Step
from screening.guide.translate import FOLDER as TRANSLATIONS
from screening.guide.translate import add_translations, read_translations

HEAD_FILE = "guide.toml"
_FENCE = "+++"
R = TypeVar("R", Head, Step)


def load(folder: Path) -> Guide:
    """Return the guide in a folder; raises GuideError with every fault, warnings left out."""
    guide, faults = read(folder)
    errors = [fault for fault in faults if not fault.warning]
    if guide is None or errors:
        raise GuideError(errors)
    return guide


def read(folder: Path) -> tuple[Guide | None, list[Fault]]:
    """Return the guide, when its files can be read at all, and all its faults and warnings."""
    reader = _Reader(folder)
    head = reader.head()
    if head is None:
        return None, reader.faults
    steps = [step for name in head.steps if (step := reader.step(name))]
    guide = Guide(slug=folder.name, head=head, steps=tuple(steps), translations=reader.translations)
    return guide, reader.faults + check(guide, reader.files, complete=not reader.faults)


def find(name: str, folders: Sequence[Path]) -> Path:
    """Return the folder of a guide, given a slug or a folder; raises GuideError when there is none."""
    for candidate in (*(folder / name for folder in folders), Path(name)):
        if (candidate / HEAD_FILE).is_file():
            return candidate.resolve()
    known = ", ".join(sorted(path.parent.name for f in folders for path in f.glob(f"*/{HEAD_FILE}")))
    raise GuideError([Fault(name, "", f"aucun guide ici. Guides installés : {known or 'aucun'}")])


def available(folders: Sequence[Path]) -> dict[str, Guide | list[Fault]]:
    """Return every guide in some folders by its slug: the sound ones, and the faults of the others."""
    found: dict[str, Guide | list[Fault]] = {}
    for path in sorted(p for folder in folders for p in folder.glob(f"*/{HEAD_FILE}")):
        try:
            found[path.parent.name] = load(path.parent)
        except GuideError as error:
            found[path.parent.name] = error.faults
    return found


class _Reader:
    """Reads the files of one guide and gathers their faults; `files` tells where a step stands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []
        self.files: dict[str, str] = {}
        self.translations, broken = read_translations(folder)
        for name in broken:
            self._fault(f"{TRANSLATIONS}/{name}", "", "ce n’est pas un fichier .po lisible ; refaites-le")

    def head(self) -> Head | None:
        """Return what `guide.toml` holds."""
        text = self._text(HEAD_FILE)
        return self._record(text, HEAD_FILE, Head, {}) if text is not None else None

    def step(self, name: str) -> Step | None:
        """Return one step: a TOML head between fences, then the facilitator's text."""
        text = self._text(name)
        if text is None:
            return None
        pieces = text.split(f"{_FENCE}\n", 2)
        if len(pieces) < 3 or pieces[0].strip():
            self._fault(name, "ligne 1", "l’en-tête manque ; commencez par +++, puis des champs, puis +++")
            return None
        body = pieces[2].strip()
        step = self._record(pieces[1], name, Step, {"body": body, "html": self._html(name, body)}, 1)
        if step:
            self.files.setdefault(step.id, name)
        return step

    def _html(self, name: str, body: str) -> str:
        try:
            return to_html(typeset(body))
        except MarkupError as error:
            self._fault(name, "texte", str(error))
            return ""

    def _text(self, name: str) -> str | None:
        path = self.folder / name
        if not path.resolve().is_relative_to(self.folder.resolve()):
            self._fault(name, "", "ce chemin sort du dossier du guide ; donnez un fichier du dossier")
            return None
        if not path.is_file():
            self._fault(name, "", "ce fichier manque ; ajoutez-le, ou ôtez-le de « steps »")
            return None
        data = path.read_bytes()
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            self._fault(name, f"ligne {line}", "ce n’est pas de l’UTF-8 ; enregistrez le fichier en UTF-8")
            return None

    def _record(
        self, text: str, name: str, kind: type[R], more: dict[str, Any], first_line: int = 0
    ) -> R | None:
        try:
            fields = typeset_all(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            where = re.search(r"line (\d+)", str(error))
            line = f"ligne {int(where[1]) + first_line}" if where else ""
            self._fault(name, line, f"ce n’est pas du TOML : {error}")
            return None
        add_translations(fields, self.translations)
        record, messages = convert({**fields, **more}, kind)
        for place, message in messages:
            self._fault(name, place, message)
        return record

    def _fault(self, name: str, where: str, message: str) -> None:
        self.faults.append(Fault(name, where, message))
