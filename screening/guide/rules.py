"""What one record of a guide must keep by itself, beyond the form of its fields."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec

from screening.guide.convert import at
from screening.guide.faults import Fault
from screening.guide.model import Step
from screening.room.questions import DONT_KNOW, PASS, Question, Texts

_QUESTION_ID = re.compile(r"[a-z][a-z0-9_]{0,40}")
_STEP_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_TIMECODE = re.compile(r"(\d{1,3}):([0-5]\d)")
_LONGEST_PROMPT = 25


class _Field(NamedTuple):
    name: str
    texts: bool
    required: bool


def check_step(step: Step, file: str) -> Iterator[Fault]:
    """Yield the faults and warnings that a step has whatever the rest of its guide."""
    if not _STEP_ID.fullmatch(step.id):
        message = "des minuscules sans accent, des chiffres et des tirets seulement, par exemple « la-porte »"
        yield Fault(file, "id", message)
    yield from french(file, step)
    yield from twice(file, "figures", (f.id for f in step.figures))
    yield from twice(file, "cards", (c.id for c in step.cards))
    yield from _time(step, file)
    for n, figure in enumerate(step.figures):
        if not figure.source and not any(figure.caution.values()):
            yield Fault(file, at("figures", n, figure), "chiffre sans source ni mise en garde", warning=True)
    for n, prompt in enumerate(step.prompts):
        if len(prompt.text.get("fr", "").split()) > _LONGEST_PROMPT:
            yield Fault(file, at("prompts", n, prompt), "question longue pour un écran", warning=True)


def _time(step: Step, file: str) -> Iterator[Fault]:
    duration = step.duration
    if duration and not 0 <= duration.min <= duration.ideal <= duration.max:
        yield Fault(file, "duration", "min, ideal et max dans cet ordre, en minutes")
    if not duration and step.kind in {"sequence", "activity"}:
        yield Fault(file, "duration", "sans durée", warning=True)
    if step.timecode and seconds(step.timecode) is None:
        yield Fault(file, "timecode", 'écrivez minutes:secondes, par exemple "3:20"')


def seconds(timecode: str) -> int | None:
    """Return a timecode `mm:ss` in seconds, None when it is not one."""
    read = _TIMECODE.fullmatch(timecode)
    return int(read[1]) * 60 + int(read[2]) if read else None


def question_faults(question: Question) -> Iterator[str]:
    """Yield what is wrong with a question, one message each."""
    if not _QUESTION_ID.fullmatch(question.id):
        yield "« id » : des minuscules, des chiffres et « _ » seulement, en commençant par une lettre"
    if not question.moments or len(set(question.moments)) < len(question.moments):
        yield '« moments » : donnez "before", "after" ou les deux'
    if question.kind == "scale" and len(question.labels) != 5:
        yield "« labels » : une échelle a cinq libellés"
    if question.kind == "words" and not 1 <= question.limit <= 5:
        yield "« limit » : entre un et cinq mots"
    ids = [option.id for option in question.options]
    if question.kind == "choice" and (len(ids) < 2 or len(set(ids)) < len(ids)):
        yield "« options » : au moins deux, chacune avec son « id »"
    if question.quotable and question.kind != "text":
        yield '« quotable » : seulement pour un texte libre (« kind = "text" ») ; enlevez-le'
    if not 0 <= question.most <= len(ids):
        yield "« most » : entre 1 et le nombre d’options, ou 0 pour ne pas limiter"
    if any(not _QUESTION_ID.fullmatch(name) for name in ids):
        yield "« options.id » : des minuscules, des chiffres et « _ » seulement"
    for taken in sorted({DONT_KNOW, PASS} & set(ids)):
        yield f"« options.id » : « {taken} » est pris pour « je ne sais pas » ou « je passe » ; changez-le"
    reference = question.reference
    if reference and not 0 <= reference.low <= reference.high <= 10:
        yield "« reference » : low et high entre 0 et 10, low d’abord"


def french(file: str, record: msgspec.Struct) -> Iterator[Fault]:
    """Yield a fault for every text of a record, however deep, that people would read and has no French."""
    for place in _without_french(record, ""):
        yield Fault(file, f"{place}.fr", "le texte français manque ; écrivez-le")


def _without_french(record: msgspec.Struct, place: str) -> Iterator[str]:
    for name, texts, required in _fields(type(record)):
        value: Any = getattr(record, name)
        where = f"{place}.{name}" if place else name
        if texts:
            if _silent(value, required):
                yield where
            continue
        for n, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, msgspec.Struct):
                yield from _without_french(item, at(where, n, item))
            elif isinstance(item, dict) and _silent(item, required=True):
                yield at(where, n, item)
        if isinstance(value, msgspec.Struct):
            yield from _without_french(value, where)


def _silent(texts: Texts, required: bool) -> bool:
    return not texts.get("fr", "").strip() and (required or any(texts.values()))


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[_Field, ...]:
    return tuple(_Field(f.name, f.type == Texts, f.required) for f in msgspec.structs.fields(kind))


def twice(file: str, where: str, ids: Iterable[str]) -> Iterator[Fault]:
    """Yield a fault for every id that is there more than once."""
    for name, n in Counter(ids).items():
        if n > 1:
            yield Fault(file, where, f"« {name} » est là {n} fois ; un « id » ne sert qu’une fois")
