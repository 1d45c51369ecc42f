"""From plain fields to a record, with every fault of the fields told in French."""

import re
from typing import Any, TypeVar

import msgspec

R = TypeVar("R")

_FRENCH = (
    (r"Object contains unknown field `(.+)`", "le champ « {0} » n’existe pas ; relisez son nom ou ôtez-le"),
    (r"Object missing required field `(.+)`", "le champ « {0} » manque ; ajoutez-le"),
    (r"Expected `(.+)`, got `(.+)`", "on attend « {0} », pas « {1} »"),
    (r"Invalid enum value '?([^']+)'?", "la valeur « {0} » n’est pas prévue"),
)


def convert(fields: dict[str, Any], kind: type[R]) -> tuple[R | None, list[tuple[str, str]]]:
    """Return the record, or None, and a (field, message) for each fault found.

    msgspec stops at the first fault, so what is wrong is taken out and the rest is read again.
    """
    found: list[tuple[str, str]] = []
    while True:
        try:
            record = msgspec.convert(fields, kind)
        except msgspec.ValidationError as error:
            said, _, path = str(error).partition(" - at `$")
            keys = re.findall(r"[^.\[\]`]+", path)
            found.append((_place(fields, keys), _french(said)))
            if not _take_out(fields, keys, said):
                return None, found
        else:
            return (None if found else record), found


def _french(said: str) -> str:
    for pattern, french in _FRENCH:
        if match := re.match(pattern, said):
            return french.format(*match.groups())
    return said


def _place(fields: Any, keys: list[str]) -> str:
    """Name a field as its author knows it: an element of a list by its id, or by its number from 1."""
    place, holder = "", fields
    for key in keys:
        if isinstance(holder, list):
            holder = holder[int(key)]
            name = holder.get("id") if isinstance(holder, dict) else None
            place += f" ({name or int(key) + 1})"
        else:
            place += f".{key}" if place else key
            holder = holder.get(key) if isinstance(holder, dict) else None
    return place


def _take_out(fields: dict[str, Any], keys: list[str], said: str) -> bool:
    holders: list[Any] = [fields]
    for key in keys:
        inner = holders[-1]
        holders.append(inner[int(key)] if isinstance(inner, list) else inner.get(key, {}))
    unknown = re.match(r"Object contains unknown field `(.+)`", said)
    if unknown and isinstance(holders[-1], dict):
        del holders[-1][unknown[1]]
        return True
    for holder, key in zip(reversed(holders[:-1]), reversed(keys), strict=True):
        if isinstance(holder, list):
            del holder[int(key)]
            return True
    return False
