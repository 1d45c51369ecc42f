"""From the files of a guide to a Guide, or to all its faults at once."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from screening.guide.check import HEAD_FILE, check
from screening.guide.convert import Converted, at, convert
from screening.guide.faults import Fault, GuideError
from screening.guide.markup import MarkupError, to_html, typeset, typeset_all
from screening.guide.model import Guide, Head, Step
from screening.guide.recordings import recording_faults
from screening.guide.rules import check_step
from screening.guide.syntax import SyntaxFault, parse
from screening.guide.translate import FOLDER as TRANSLATIONS
from screening.guide.translate import add_translations, read_translations

LARGEST_FILE = 300_000
"""In bytes; the largest file of the real guide has 20 000."""
_PAGE = re.compile(
    r"\A\s*\+\+\+[ \t]*\n(?P<head>.*?)^\+\+\+[ \t]*(?:\n|\Z)(?P<body>.*)", re.DOTALL | re.MULTILINE
)
_SHOWN = 80
R = TypeVar("R", Head, Step)


def load(folder: Path) -> Guide:
    """Return the guide in a folder; raises GuideError with every fault, warnings left out."""
    guide, faults = read(folder)
    errors = [fault for fault in faults if not fault.warning]
    if guide is None or errors:
        raise GuideError(errors)
    return guide


def read(folder: Path) -> tuple[Guide | None, list[Fault]]:
    """Return the guide, when its files can be read at all, and all its faults and warnings.

    With faults the guide may lack parts. Without `guide.toml` the steps still tell their own faults.
    """
    reader = _Reader(folder)
    head, names = reader.head()
    read_steps = [(step, name) for name in names if (step := reader.step(name))]
    steps, files = tuple(step for step, _ in read_steps), [name for _, name in read_steps]
    if head is None:
        return None, reader.faults
    guide = Guide(slug=folder.name, head=head, steps=steps, translations=reader.translations)
    head_whole = not any(fault.file == HEAD_FILE for fault in reader.faults)
    return guide, reader.faults + check(guide, files, head_whole, head_whole and len(steps) == len(names))


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
    """Reads the files of one guide and gathers their faults."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []
        self.translations, broken = read_translations(folder)
        for name in broken:
            self._fault(f"{TRANSLATIONS}/{name}", "", "ce n’est pas un fichier .po lisible ; refaites-le")

    def head(self) -> tuple[Head | None, list[str]]:
        """Return what `guide.toml` holds, and the files of its steps, guessed where it can't be read."""
        text = self._text(HEAD_FILE)
        fields = self._fields(text, HEAD_FILE, 0) if text is not None else None
        if fields is None:
            return None, sorted(self._pages())
        made = self._record(fields, HEAD_FILE, Head)
        for n, question in enumerate(made.record.questions if made.record else ()):
            for message in recording_faults(self.folder, question):
                self._fault(HEAD_FILE, f"{at('questions', n, question)}.recordings", message)
        named = fields.get("steps")
        names = [n for n in named if isinstance(n, str)] if isinstance(named, list) else []
        return made.record, names

    def step(self, name: str) -> Step | None:
        """Return one step, None when parts of it can't be read: a TOML head, then the facilitator's text."""
        text = self._text(name)
        if text is None:
            return None
        page = _PAGE.match(text)
        if not page:
            self._fault(name, "ligne 1", "l’en-tête manque ; commencez par +++, puis des champs, puis +++")
            return None
        body = page["body"].strip()
        html = self._html(name, body)
        fields = self._fields(page["head"], name, text.count("\n", 0, page.start("head")))
        if fields is None:
            return None
        made = self._record({**fields, "body": body, "html": html}, name, Step)
        if made.record is None or not made.whole:
            return None
        self.faults += check_step(made.record, name)
        return made.record

    def _pages(self) -> Iterator[str]:
        for path in self.folder.rglob("*.md"):
            with suppress(OSError):
                if path.is_file() and path.read_bytes().removeprefix(b"\xef\xbb\xbf").startswith(b"+++"):
                    yield path.relative_to(self.folder).as_posix()

    def _html(self, name: str, body: str) -> str:
        try:
            return to_html(typeset(body))
        except MarkupError as error:
            self._fault(name, "texte", str(error))
            return ""

    def _text(self, name: str) -> str | None:
        try:
            path = (self.folder / name).resolve()
            if not path.is_relative_to(self.folder.resolve()):
                self._fault(name, "", "ce chemin sort du dossier du guide ; donnez un fichier du dossier")
            elif not path.is_file():
                advice = "ajoutez-le" if name == HEAD_FILE else "ajoutez-le, ou ôtez-le de « steps »"
                self._fault(name, "", f"ce fichier manque ; {advice}")
            elif path.stat().st_size > LARGEST_FILE:
                self._fault(name, "", f"fichier trop grand ; gardez-le sous {LARGEST_FILE // 1000} ko")
            else:
                return self._decoded(name, path.read_bytes())
        except (OSError, ValueError, RuntimeError):  # too long a name, a loop of links, no right to read
            self._fault(name[:_SHOWN], "", "ce fichier ne se laisse pas lire ; relisez son nom et ses droits")
        return None

    def _decoded(self, name: str, data: bytes) -> str | None:
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            self._fault(name, f"ligne {line}", "ce n’est pas de l’UTF-8 ; enregistrez le fichier en UTF-8")
            return None

    def _fields(self, text: str, name: str, lines_above: int) -> dict[str, Any] | None:
        try:
            fields: dict[str, Any] = typeset_all(_with_texts(parse(text, lines_above)))
            add_translations(fields, self.translations)
        except SyntaxFault as error:
            self._fault(name, f"ligne {error.line}", str(error))
        except RecursionError:
            self._fault(name, "", "trop de champs l’un dans l’autre ; écrivez plus simple")
        else:
            return fields
        return None

    def _record(self, fields: dict[str, Any], name: str, kind: type[R]) -> Converted[R]:
        made = convert(fields, kind)
        for place, message in made.faults:
            self._fault(name, place, message)
        return made

    def _fault(self, name: str, where: str, message: str) -> None:
        self.faults.append(Fault(name, where, message))


def _with_texts(fields: dict[str, Any]) -> dict[str, Any]:
    """Make a text of each figure's value, so that it is translated like the others."""
    figures = fields.get("figures")
    for figure in figures if isinstance(figures, list) else []:
        if isinstance(figure, dict) and isinstance(figure.get("value"), str):
            figure["value"] = {"fr": figure["value"]}
    return fields
