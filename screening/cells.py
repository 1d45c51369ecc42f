"""Text cells for spreadsheets: none may be taken for a formula; numbers are left alone."""

import re

# Some spreadsheets look past white space, and take the wide signs of East Asian keyboards as well.
_FORMULA = re.compile(r"[\t\r]|[\s\ufeff\u200b]*[=+\-@＝＋－＠]")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet runs: what looks like a formula gets an apostrophe before it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
