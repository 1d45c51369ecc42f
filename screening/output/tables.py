"""Findings and words as tables: for spreadsheets, and for the word analysis of researchers.

Findings hold what a summary shows and nothing more. The word matrix is one of the two exports with rows: one
question at one moment, from ten people on, in random order, without anything that pairs or names a row.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from screening.output.evening import Told
from screening.output.people import Say, identity
from screening.output.spreadsheets import Value
from screening.room.questions import Moment, say
from screening.summary.figures import MATRIX_FROM, Figure
from screening.summary.lexicon import words_of
from screening.summary.records import MASKED, Cell, Side, Span

NO_FIGURES: Mapping[str, Sequence[Figure]] = MappingProxyType({})
Row = Sequence[Value]


class TooFew(Exception):
    """Fewer people than the word matrix needs."""


def findings_table(
    told: Iterable[Told],
    figures: Mapping[str, Sequence[Figure]] = NO_FIGURES,
    language: str = "fr",
    _: Say = identity,
) -> list[Row]:
    """Return findings as rows, one a number, under a row of headings.

    Columns: question, moment, what, people (« <=2 » where masked), of how many, who these are (all who
    answered then, or those who answered twice), and for the figures of researchers, which count no people,
    a number.
    """
    names = {"before": _("avant"), "after": _("après"), "paired": _("avant et après")}
    ways = {"kept": _("gardé"), "left": _("parti"), "came": _("arrivé")}
    everyone, twice = _("qui a répondu alors"), _("qui a répondu aux deux moments")
    heads = (_("question"), _("moment"), _("valeur"), _("personnes"), _("sur"), _("parmi"), _("mesure"))
    rows: list[Row] = [heads]
    for question, finding in told:
        name = say(question.short, language) or say(question.wording, language)
        for moment, side in (("before", finding.before), ("after", finding.after)):
            among = twice if side and side.paired_only else everyone
            rows += [(name, names[moment], *row, among) for row in _side(side, _)] if side else []
        paired, n = finding.paired, finding.n_paired
        if paired is not None:
            moves = (
                (_("vers le haut"), paired.up),
                (_("pareil"), paired.same),
                (_("vers le bas"), paired.down),
            )
            rows += [
                (name, names["paired"], what, _people(c), n, twice) for what, c in moves if c is not None
            ]
            rows += [
                (name, names["paired"], f"{move.word} ({ways[way]})", _people(cell), n, twice)
                for move in paired.words
                for way, cell in (("kept", move.kept), ("left", move.left), ("came", move.came))
                if cell is not None
            ]
        found = figures.get(question.id, ())
        rows += [(name, names[f.of], f.name, None, None, None, float(f.value)) for f in found]
    return rows


def word_matrix(values: Sequence[str], limit: int) -> list[Row]:
    """Return one moment's words as IRaMuTeQ and EvocAnalysis read them: a row a person, evoc1 to evocN.

    Raises TooFew below ten people. The order is drawn anew each time.
    """
    if len(values) < MATRIX_FROM:
        raise TooFew
    rows = [[*words_of(value), *[""] * limit][:limit] for value in values]
    secrets.SystemRandom().shuffle(rows)
    return [[f"evoc{n}" for n in range(1, limit + 1)], *rows]


def file_name(question: str, moment: Moment, ending: str = "csv") -> str:
    """Return the name of a word matrix's file."""
    return f"evocations-{question}-{moment}.{ending}"


def _side(side: Side, _: Say) -> list[Row]:
    rows: list[Row] = [(value, _people(people), side.n) for value, people in side.counts]
    if side.position:
        ranges = (_("sous le repère"), _("dans le repère"), _("au-dessus du repère"))
        rows += [(what, _people(cell), side.n) for what, cell in zip(ranges, side.position, strict=True)]
    return rows


def _people(cell: Cell) -> Value:
    return "<=2" if cell == MASKED else f"{cell.low}-{cell.high}" if isinstance(cell, Span) else cell
