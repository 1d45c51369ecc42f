"""A paper sheet as it is typed in fast: one short field a question, read as the same answers as a form's.

Words with commas between them; a scale's point from 1 to 5; an estimate from 0 to 10; the numbers of the
options ticked; `?` (or n, but for words) for « je ne sais pas »; `-` (or p) and nothing at all for « je
passe ».
"""

from collections.abc import Iterable, Mapping

from screening.room.forms import Fields
from screening.room.questions import DONT_KNOW, PASS, Question, parts

_MARKS = {"?": DONT_KNOW, "-": PASS}
_LETTERS = {**_MARKS, "n": DONT_KNOW, "p": PASS}
_SKIPS: dict[str, dict[str, str]] = {
    "words": _MARKS,
    "scale": _LETTERS,
    "estimate": _LETTERS,
    "choice": _LETTERS,
    "text": {},
}
_MANY_OPTIONS = 10


def as_form(questions: Iterable[Question], typed: Mapping[str, str]) -> Fields:
    """Return the fields of a form that say what was typed; `typed` holds `<id>`, `<id>_own`, `<id>_quote`."""
    fields: dict[str, list[str]] = {}
    for question in questions:
        text = typed.get(question.id, "").strip()
        name = f"q_{question.id}"
        skipped = _SKIPS[question.kind].get(text.lower())
        if question.kind in {"words", "choice"} and skipped:
            fields[f"{name}_skip"] = [skipped]
        elif question.kind == "words":
            fields[f"{name}_1"] = [text]
        elif question.kind == "choice":
            fields[name] = _options(question, text)
        else:
            fields[name] = [skipped or text]
        if own := typed.get(f"{question.id}_own", ""):
            fields[f"{name}_own"] = [own]
        if typed.get(f"{question.id}_quote"):
            fields[f"{name}_quote"] = ["1"]
    return fields


def _options(question: Question, text: str) -> list[str]:
    """Return the ids of the options that are named by number; a number that there is not stays as typed."""
    apart = text.replace(",", " ").replace(";", " ").split()
    if len(question.options) < _MANY_OPTIONS:
        apart = list("".join(apart))
    places = {str(n): option.id for n, option in enumerate(question.options, start=1)}
    return [places.get(number, f"?{number}") for number in apart]


def as_written(question: Question, value: str) -> str:
    """Return an answer as it is typed in, to be compared with a sheet."""
    if value == PASS:
        return "-"
    if value == DONT_KNOW:
        return "?"
    if question.kind == "choice":
        numbers = {option.id: str(n) for n, option in enumerate(question.options, start=1)}
        return ", ".join(numbers.get(part, part.lstrip("+")) for part in parts(value))
    return ", ".join(parts(value)) if question.kind == "words" else value
