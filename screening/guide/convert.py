"""From plain fields to a record, with every fault of the fields told in French."""

import difflib
from dataclasses import dataclass, field
from types import NoneType
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin

import msgspec

from screening.room.questions import Texts

R = TypeVar("R", bound=msgspec.Struct)

MOST_FAULTS = 50
"""A file is not told more faults than this: nobody reads them, and a hostile file has thousands."""
_LOST = object()
_WANTED = {
    str: "un texte entre guillemets",
    int: "un nombre entier, sans guillemets",
    bool: "true ou false, sans guillemets",
    tuple: "une liste entre crochets",
    dict: "un groupe de champs",
}  # fmt: skip


@dataclass
class Converted(Generic[R]):
    """A record, its faults as (place, message), and whether no element of a list had to be left out.

    With faults the record is partial, good for finding further faults only; None when it can't be made.
    """

    record: R | None
    faults: list[tuple[str, str]] = field(default_factory=list)
    whole: bool = True


def convert(fields: dict[str, Any], kind: type[R]) -> Converted[R]:
    """Return the record of some fields, or what can be made of it and all faults at once.

    msgspec stops at the first fault, so fields that it refuses are gone through one by one.
    """
    try:
        return Converted(msgspec.convert(fields, kind))
    except msgspec.ValidationError:
        gatherer = _Gatherer()
        record = gatherer.record(fields, kind, "")
    faults = gatherer.faults[:MOST_FAULTS]
    if more := len(gatherer.faults) - len(faults):
        faults.append(("", f"et {more} autre(s) faute(s) dans ce fichier"))
    return Converted(None if record is _LOST else record, faults, gatherer.whole)


class _Gatherer:
    """Goes through fields beside their types; what is wrong is told and left out."""

    def __init__(self) -> None:
        self.faults: list[tuple[str, str]] = []
        self.whole = True

    def record(self, value: Any, kind: type[msgspec.Struct], place: str) -> Any:
        if not isinstance(value, dict):
            return self._refuse(value, _WANTED[dict], place)
        known = {f.name: f for f in msgspec.structs.fields(kind)}
        free = [name for name in known if name not in value]
        for name in value:
            if name not in known:
                self.faults.append((place, self._unknown(name, free)))
        built: dict[str, Any] = {}
        lost = False
        for name, info in known.items():
            if name in value:
                made = self.value(value[name], info.type, f"{place}.{name}" if place else name)
                if made is not _LOST:
                    built[name] = made
            elif info.required:
                self.faults.append((place, f"le champ « {name} » manque ; ajoutez-le"))
            lost = lost or (info.required and name not in built)
        return _LOST if lost else kind(**built)

    def value(self, value: Any, kind: Any, place: str) -> Any:
        origin, inner = get_origin(kind) or kind, get_args(kind)
        if NoneType in inner:
            made = self.value(value, next(k for k in inner if k is not NoneType), place)
        elif origin is Literal:
            fits = isinstance(value, str) and value in inner
            made = value if fits else self._refuse(value, f"une de ces valeurs : {', '.join(inner)}", place)
        elif isinstance(origin, type) and issubclass(origin, msgspec.Struct):
            made = self.record(value, origin, place)
        elif origin is tuple and isinstance(value, list):
            made = self._list(value, inner[0], place)
        elif origin is dict and isinstance(value, dict):
            items = {key: self.value(item, inner[1], f"{place}.{key}") for key, item in value.items()}
            made = {key: item for key, item in items.items() if item is not _LOST}
        elif type(value) is origin:
            made = value
        else:
            name = place.rpartition(".")[2]
            texts = f'un texte par langue, comme {name}.fr = "…"'
            made = self._refuse(value, texts if kind == Texts else _WANTED[origin], place)
        return made

    def _list(self, value: list[Any], kind: Any, place: str) -> tuple[Any, ...]:
        made = [self.value(item, kind, at(place, n, item)) for n, item in enumerate(value)]
        kept = tuple(item for item in made if item is not _LOST)
        self.whole = self.whole and len(kept) == len(made)
        return kept

    def _unknown(self, name: str, free: list[str]) -> str:
        # Looking for a near name takes long; a file with many faults does without.
        near = difflib.get_close_matches(name, free, 1) if len(self.faults) < MOST_FAULTS else []
        hint = f"vouliez-vous « {near[0]} » ?" if near else "relisez son nom ou ôtez-le"
        return f"le champ « {name} » n’existe pas ; {hint}"

    def _refuse(self, value: Any, wanted: str, place: str) -> Any:
        shown = f"« {value} »" if isinstance(value, str | int | float) else "ce qui est là"
        shown = shown.lower() if isinstance(value, bool) else shown
        shown = shown if len(shown) < 60 else "ce qui est là"
        self.faults.append((place, f"écrivez {wanted}, au lieu de {shown}"))
        return _LOST


def at(place: str, index: int, item: Any) -> str:
    """Name an element of a list as its author knows it: by its id, or by its number from 1."""
    name = item.get("id") if isinstance(item, dict) else getattr(item, "id", None)
    return f"{place} ({name if isinstance(name, str) and name else index + 1})"
