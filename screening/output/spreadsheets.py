"""Tables as spreadsheets: CSV for whatever program, ODS with real numbers and dates; no cell is a formula."""

import csv
import datetime
import io
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.dom.minidom import Document, Element

import odswriter

from screening.cells import guarded

Value = str | int | float | datetime.date | None
CSV = "text/csv; charset=utf-8"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


_NARROW, _LETTER, _WIDE = 2.0, 0.21, 9.0
"""Widths in centimetres: of a column at least, of a letter, of a column at most."""


class Sheet(NamedTuple):
    """One table: its name, then its rows, the first of which names the columns."""

    name: str
    rows: Sequence[Sequence[Value]]


def as_csv(rows: Iterable[Sequence[Value]], language: str = "fr") -> bytes:
    """Return a table as CSV in UTF-8 with BOM, each row as long as the first.

    As spreadsheets of a language expect it: in English commas between columns and points in numbers, else
    `;` and decimal commas. Text that could be a formula gets an apostrophe; numbers stay.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if language == "en" else ";", lineterminator="\r\n")
    for row in _even(rows):
        writer.writerow([_written(cell, language) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def as_ods(sheets: Iterable[Sheet]) -> bytes:
    """Return tables as the sheets of one OpenDocument spreadsheet, columns as wide as what they hold."""
    out = io.BytesIO()
    with odswriter.writer(out) as book:
        for sheet in sheets:
            rows = [[_typed(cell) for cell in row] for row in _even(sheet.rows)]
            table = book.new_sheet(_plain(sheet.name)[:31])
            for column in zip(*rows, strict=True):
                _widen(book.dom, table.table, max(len(str(cell or "")) for cell in column))
            table.writerows(rows)
    return out.getvalue()


def _widen(dom: Document, table: Element, letters: int) -> None:
    """Add a column that is wide enough for so many letters; the library itself knows no widths."""
    width = min(max(_NARROW, letters * _LETTER), _WIDE)
    name = f"w{round(width * 10)}"
    styles = dom.getElementsByTagName("office:automatic-styles")[0]
    if not any(
        node.getAttribute("style:name") == name for node in styles.getElementsByTagName("style:style")
    ):
        style, properties = (dom.createElement(f"style:{n}") for n in ("style", "table-column-properties"))
        style.setAttribute("style:name", name)
        style.setAttribute("style:family", "table-column")
        properties.setAttribute("style:column-width", f"{width:.1f}cm")
        style.appendChild(properties)
        styles.appendChild(style)
    column = dom.createElement("table:table-column")
    column.setAttribute("table:style-name", name)
    table.appendChild(column)


def _even(rows: Iterable[Sequence[Value]]) -> list[list[Value]]:
    table = [list(row) for row in rows]
    width = len(table[0]) if table else 0
    return [[*row, *[None] * (width - len(row))] for row in table]


def _written(cell: Value, language: str) -> str:
    if isinstance(cell, float):
        text = f"{cell:.6g}"
        return text if language == "en" else text.replace(".", ",")
    return guarded(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _typed(cell: Value) -> Value:
    if isinstance(cell, str):
        return guarded(_plain(cell)) or None
    return float(f"{cell:.6g}") if isinstance(cell, float) else cell


def _plain(text: str) -> str:
    """Return a text without what XML can't hold."""
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
