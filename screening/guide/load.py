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
    faults: list[Fault] = []
    text = _text(folder, HEAD_FILE, faults)
    head = _record(text, HEAD_FILE, Head, {}, faults) if text is not None else None
    if head is None:
        return None, faults
    steps = [step for name in head.steps if (step := _step(folder, name, faults))]
    guide = Guide(slug=folder.name, head=head, steps=tuple(steps))
    files = dict(zip([s.id for s in steps], [n for n in head.steps if (folder / n).is_file()], strict=False))
    return guide, faults + check(guide, files, complete=not faults)


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


def _text(folder: Path, name: str, faults: list[Fault]) -> str | None:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        faults.append(Fault(name, "", "ce chemin sort du dossier du guide ; donnez un fichier du dossier"))
        return None
    if not path.is_file():
        faults.append(Fault(name, "", "ce fichier manque ; ajoutez-le, ou ôtez-le de « steps »"))
        return None
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "ce n’est pas de l’UTF-8 ; enregistrez le fichier en UTF-8"
        faults.append(Fault(name, f"ligne {line}", message))
        return None


def _step(folder: Path, name: str, faults: list[Fault]) -> Step | None:
    text = _text(folder, name, faults)
    if text is None:
        return None
    pieces = text.split(f"{_FENCE}\n", 2)
    if len(pieces) < 3 or pieces[0].strip():
        message = "l’en-tête manque ; commencez par +++, puis des champs, puis +++"
        faults.append(Fault(name, "ligne 1", message))
        return None
    body = pieces[2].strip()
    try:
        html = to_html(typeset(body))
    except MarkupError as error:
        faults.append(Fault(name, "texte", str(error)))
        html = ""
    return _record(pieces[1], name, Step, {"body": body, "html": html}, faults, first_line=1)


def _record(
    text: str, name: str, kind: type[R], more: dict[str, Any], faults: list[Fault], first_line: int = 0
) -> R | None:
    try:
        fields = typeset_all(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+)", str(error))
        line = f"ligne {int(where[1]) + first_line}" if where else ""
        faults.append(Fault(name, line, f"ce n’est pas du TOML : {error}"))
        return None
    record, messages = convert({**fields, **more}, kind)
    faults += [Fault(name, where, message) for where, message in messages]
    return record
