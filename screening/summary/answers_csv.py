"""Read answers from a CSV file with the header `ticket,moment,question,value`; nothing is guessed.

The separator, `,` or `;`, is the header's. `before` and `after` are the moments, an empty ticket is a
person on their own, an empty value is no answer. What does not fit is told in French, with its line.
"""

import csv
import io
from collections.abc import Iterator, Mapping

from screening.room.questions import LEVELS, MOMENTS, Question, misfit, parts
from screening.summary.answers import Answer

HEADER = ["ticket", "moment", "question", "value"]
QUOTED = 60
"""How much of a wrong value an error repeats."""


def _quote(text: str) -> str:
    """Return a short text between French quotes."""
    short = text if len(text) <= QUOTED else text[:QUOTED] + "…"
    return f"«\u00a0{short}\u00a0»"


def _rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the line on which each row starts, and its fields; ValueError, in French, when it can't be."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ValueError(f"ligne {line}\u00a0: le fichier n’est pas en UTF-8.") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = text.partition("\n")[0].strip()
    separator = ";" if first.replace('"', "") == ";".join(HEADER) else ","
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    start = 1
    try:
        for row in reader:
            yield start, row
            start = reader.line_num + 1
    except csv.Error:
        raise ValueError(f"ligne {start}\u00a0: guillemets mal fermés ou valeur trop longue.") from None


def _wrong_value(question: Question, value: str) -> str:
    """Return why a question cannot have a value, in French, "" when it can."""
    if question.kind == "words" and len(set(parts(value))) > question.limit:
        return f"plus de {question.limit} mots pour {question.id}."
    wrong = misfit(question, value)
    if not wrong:
        return ""
    if points := LEVELS.get(question.kind):
        ends = f"{points[0]} à {points[-1]}, nsp ou passe"
        return f"{_quote(wrong)} n’est pas une valeur de {question.id} ({ends})."
    return f"{_quote(wrong)} n’est pas une option de {question.id}."


def _wrong_row(row: list[str], questions: Mapping[str, Question]) -> str:
    """Return what is wrong with one row, in French, "" when nothing is."""
    if len(row) != len(HEADER):
        return f"{len(row)} colonnes au lieu de {len(HEADER)}."
    _, moment, name, value = row
    if name not in questions:
        return f"question inconnue\u00a0: {_quote(name)}."
    if moment not in MOMENTS:
        return f"moment inconnu\u00a0: {_quote(moment)} (before ou after)."
    if moment not in questions[name].moments:
        return f"la question {name} n’est pas posée à ce moment ({moment})."
    return _wrong_value(questions[name], value)


def read(data: bytes, questions: Mapping[str, Question]) -> tuple[dict[str, list[Answer]], list[str]]:
    """Return the answers by question id, and what is wrong with the file, one French line each.

    A ticket answers a question once at a moment; a second answer is an error. Rows that are wrong are
    left out of the answers. Never raises on what a file holds.
    """
    found: dict[str, list[Answer]] = {}
    errors: list[str] = []
    seen: dict[tuple[str, str, str], int] = {}
    rows = _rows(data)
    try:
        _, header = next(rows, (1, []))
        if header != HEADER:
            return {}, [f"ligne 1\u00a0: l’en-tête doit être {','.join(HEADER)}."]
        for line, row in rows:
            if not any(row):
                continue
            fault = _wrong_row(row, questions)
            again = (row[0], row[1], row[2]) if not fault else ("", "", "")
            if again[0] and again in seen:
                fault = f"ce billet a déjà répondu à {row[2]} ({row[1]}), ligne {seen[again]}."
            if fault:
                errors.append(f"ligne {line}\u00a0: {fault}")
                continue
            seen[again] = line
            found.setdefault(row[2], []).append(
                Answer(row[0], "before" if row[1] == "before" else "after", row[3])
            )
    except ValueError as error:
        errors.append(str(error))
    return found, errors
