"""Findings and words as CSV files: for spreadsheets, and for the word analysis of researchers.

Findings hold what a summary shows and nothing more. The word matrix is one of the two exports with rows: one
question at one moment, from ten people on, in random order, without anything that pairs or names a row.
"""

import csv
import io
import secrets
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from screening.cells import guarded
from screening.output.evening import Told
from screening.room.questions import Moment, say
from screening.summary.figures import MATRIX_FROM, Figure
from screening.summary.lexicon import words_of
from screening.summary.records import MASKED, Cell, Side, Span

NO_FIGURES: Mapping[str, Sequence[Figure]] = MappingProxyType({})


class TooFew(Exception):
    """Fewer people than the word matrix needs."""


def findings_csv(
    told: Iterable[Told], figures: Mapping[str, Sequence[Figure]] = NO_FIGURES, language: str = "fr"
) -> bytes:
    """Return findings as CSV in UTF-8 with BOM: `;` between columns, one row a number.

    Columns: question, moment (before, after, paired), what, people (« <=2 » where masked), of how many, and
    for the figures of researchers, which count no people, a number with a decimal comma in French.
    """
    rows: list[Sequence[object]] = [("question", "moment", "value", "people", "of", "figure")]
    for question, finding in told:
        name = say(question.short, language) or say(question.wording, language)
        for moment, side in (("before", finding.before), ("after", finding.after)):
            rows += [(name, moment, *row) for row in _side(side)] if side else []
        paired = finding.paired
        if paired is not None:
            moves = (("up", paired.up), ("same", paired.same), ("down", paired.down))
            rows += [
                (name, "paired", what, _people(cell), finding.n_paired)
                for what, cell in moves
                if cell is not None
            ]
            rows += [
                (name, "paired", f"{move.word} ({way})", _people(cell), finding.n_paired)
                for move in paired.words
                for way, cell in (("kept", move.kept), ("left", move.left), ("came", move.came))
                if cell is not None
            ]
        rows += [
            (name, f.of, f.name, "", "", _number(f.value, language)) for f in figures.get(question.id, ())
        ]
    return _csv(rows)


def word_matrix(values: Sequence[str], limit: int) -> bytes:
    """Return one moment's words as IRaMuTeQ and EvocAnalysis read them: a row a person, evoc1 to evocN.

    Raises TooFew below ten people. The order is drawn anew each time.
    """
    if len(values) < MATRIX_FROM:
        raise TooFew
    rows = [[*words_of(value), *[""] * limit][:limit] for value in values]
    secrets.SystemRandom().shuffle(rows)
    return _csv([[f"evoc{n}" for n in range(1, limit + 1)], *rows])


def file_name(question: str, moment: Moment) -> str:
    """Return the name of a word matrix's file."""
    return f"evocations-{question}-{moment}.csv"


def _side(side: Side) -> list[Sequence[object]]:
    rows: list[Sequence[object]] = [(value, _people(people), side.n) for value, people in side.counts]
    if side.position:
        ranges = ("below the range", "within the range", "above the range")
        rows += [(what, _people(cell), side.n) for what, cell in zip(ranges, side.position, strict=True)]
    return rows


def _number(value: float, language: str) -> str:
    text = f"{value:.6g}"
    return text if language == "en" else text.replace(".", ",")


def _people(cell: Cell) -> object:
    return "<=2" if cell == MASKED else f"{cell.low}-{cell.high}" if isinstance(cell, Span) else cell


def _csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Write rows, each as long as the first; what could be a formula gets an apostrophe, numbers stay."""
    table = list(rows)
    width = len(table[0])
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in table:
        full = [*row, *[""] * (width - len(row))]
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in full])
    return out.getvalue().encode("utf-8-sig")
