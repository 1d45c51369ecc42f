"""What a form sent, question by question: read, cleaned, checked. Nothing typed is lost on the way.

Fields: words `q_<id>_1` to `q_<id>_K` and `q_<id>_skip`; scale and estimate `q_<id>`; choice `q_<id>`
(several), `q_<id>_own`, `q_<id>_skip`; text `q_<id>`, `q_<id>_quote`, `q_<id>_skip`. `skip` is `nsp` or
`passe`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from screening.room.questions import DONT_KNOW, PASS, Question, misfit
from screening.room.text import TEXT_LENGTH, clean_line, clean_text, split_words

Fields = Mapping[str, Sequence[str]]
"""A form as it was sent: every value of every field."""


@dataclass(frozen=True)
class Given:
    """What one form says about one question; `value` is "" when it was left empty."""

    question: str
    value: str
    quotable: bool = False


@dataclass(frozen=True)
class Filled:
    """A form as read: the answers, and for each question that can't be taken, the reason's code."""

    given: tuple[Given, ...]
    errors: dict[str, str]


def read_form(questions: Iterable[Question], fields: Fields) -> Filled:
    """Read the answers to `questions`; unknown fields are passed over.

    Reasons: `unknown` (a value that the question does not offer), `too_many` (more words or
    options than asked).
    """
    given: list[Given] = []
    errors: dict[str, str] = {}
    for question in questions:
        value, error = _READERS[question.kind](question, fields)
        if error:
            errors[question.id] = error
        quotable = question.quotable and bool(_first(fields, f"q_{question.id}_quote"))
        given.append(Given(question.id, value, quotable and bool(value)))
    return Filled(tuple(given), errors)


def _first(fields: Fields, name: str) -> str:
    values = fields.get(name) or [""]
    return values[0]


def _skipped(question: Question, fields: Fields) -> str:
    skip = _first(fields, f"q_{question.id}_skip")
    return skip if skip in {DONT_KNOW, PASS} else ""


def _read_words(question: Question, fields: Fields) -> tuple[str, str]:
    typed = [_first(fields, f"q_{question.id}_{n}") for n in range(1, question.limit + 1)]
    words = list(dict.fromkeys(word for text in typed for word in split_words(text)))
    if not words:
        return _skipped(question, fields), ""
    if len(words) > question.limit:
        return "", "too_many"
    return _apart(";".join(words), ";"), ""


def _apart(value: str, mark: str) -> str:
    """Keep what somebody typed apart from the codes `nsp` and `passe`, which look the same."""
    return value + mark if value in {DONT_KNOW, PASS} else value


def _read_point(question: Question, fields: Fields) -> tuple[str, str]:
    value = _first(fields, f"q_{question.id}")
    return ("", "unknown") if misfit(question, value) else (value, "")


def _read_choice(question: Question, fields: Fields) -> tuple[str, str]:
    chosen = list(dict.fromkeys(fields.get(f"q_{question.id}", [])))
    if not set(chosen) <= {option.id for option in question.options}:
        return "", "unknown"
    if 0 < question.most < len(chosen):
        return "", "too_many"
    own = split_words(_first(fields, f"q_{question.id}_own")) if question.own_words else []
    if len(own) > question.limit:
        return "", "too_many"
    return ";".join([*chosen, *(f"+{word}" for word in own)]) or _skipped(question, fields), ""


def _read_text(question: Question, fields: Fields) -> tuple[str, str]:
    text = clean_text(_first(fields, f"q_{question.id}"), TEXT_LENGTH)
    return _apart(text, " ") or _skipped(question, fields), ""


_READERS: dict[str, Callable[[Question, Fields], tuple[str, str]]] = {
    "words": _read_words,
    "scale": _read_point,
    "estimate": _read_point,
    "choice": _read_choice,
    "text": _read_text,
}


def typed_texts(questions: Iterable[Question], fields: Fields) -> list[tuple[Question, str]]:
    """Return what a form held, a line a question, to give it back when it can't be taken."""
    lines: list[tuple[Question, str]] = []
    for question in questions:
        prefix = f"q_{question.id}"
        values = [
            clean_line(value, TEXT_LENGTH)
            for name, values in fields.items()
            if name == prefix or name.startswith(f"{prefix}_")
            for value in values
            if not name.endswith("_quote")
        ]
        if text := ", ".join(value for value in values if value):
            lines.append((question, text))
    return lines


def raw_texts(fields: Fields) -> list[tuple[str, str]]:
    """Return what was typed in a form whose questions are not at hand, as (nothing, text)."""
    return [
        ("", text)
        for name, values in fields.items()
        if name.startswith("q_") and not name.endswith(("_quote", "_skip"))
        for value in values
        if (text := clean_line(value, TEXT_LENGTH))
    ]
