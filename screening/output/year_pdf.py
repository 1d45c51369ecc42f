"""A year's report as a PDF file."""

import datetime
from typing import Any

from babel.numbers import format_decimal

from screening.output.dates import date_in_words
from screening.output.pdf import drawn, typeset
from screening.output.people import Say, identity
from screening.output.spreadsheets import Sheet, Value
from screening.output.yearly import Found, YearReport, titled

_HEAD_AND_ONE = 2
_WORDS = 10
_UPRIGHT = 7
"""How many columns stand on a page of paper that is not turned."""


def make_year_pdf(report: YearReport, _: Say = identity) -> bytes:
    """Return a year's report as a PDF: totals and main findings first, then all that was chosen."""
    return typeset("year.typ", {**_document(report, _), "labels": _labels(_)})


def _document(report: YearReport, _: Say) -> dict[str, Any]:
    activities, places = report.tables
    return {
        "language": report.language,
        "title": report.title,
        "subtitle": report.subtitle,
        "introduction": [line for line in report.introduction.splitlines() if line.strip()],
        "totals": report.totals,
        "main": report.main,
        "activities": _table(activities, report.language),
        # One municipality, or none noted, says what the totals say already.
        "places": _table(places, report.language) if len(places.rows) > _HEAD_AND_ONE else None,
        "groups": _table(report.groups, report.language) if report.groups else None,
        "findings": [_finding(found, _) for found in report.findings],
        "quotes": report.quotes,
        "debriefs": [
            {"title": titled(written, report.language), "parts": written.parts} for written in report.debriefs
        ],
        "reading": report.reading,
    }


def _finding(found: Found, _: Say) -> dict[str, Any]:
    return {
        "title": found.title,
        "counted": found.counted,
        "sentence": found.sentence,
        "lines": found.lines,
        "drawings": [drawn(drawing, _) for drawing in found.drawings],
        "themes": found.themes,
        "words": found.words and {"head": found.words.head, "rows": found.words.rows[:_WORDS]},
    }


def _table(sheet: Sheet, language: str) -> dict[str, Any]:
    head, *rows = [[_shown(cell, language) for cell in row] for row in sheet.rows]
    numbers = [any(isinstance(row[place], int | float) for row in sheet.rows) for place in range(len(head))]
    return {
        "caption": sheet.name,
        "head": head,
        "rows": rows,
        "numbers": numbers,
        "wide": len(head) > _UPRIGHT,
    }


def _shown(cell: Value, language: str) -> str:
    if isinstance(cell, datetime.date):
        return date_in_words(cell.isoformat(), "short", language)
    if isinstance(cell, int | float):
        return str(format_decimal(cell, locale=language))
    return cell or ""


def _labels(_: Say) -> dict[str, str]:
    return {
        "totals": _("L’année en nombres"),
        "main": _("Ce qu’il faut retenir"),
        "findings": _("Ce que les salles ont répondu"),
        "themes": _("Thèmes, à partir de trois personnes"),
        "quotes": _("Paroles, avec l’accord de la personne"),
        "debriefs": _("Le retour des animateur·ices"),
        "groups": _("Qui était là, à l’estime"),
        "estimated": _(
            "Des totaux estimés par les animateur·ices en regardant la salle. Rien ne les relie aux réponses."
        ),
        "reading": _("Comment lire ce rapport"),
        "page": _("page"),
    }
