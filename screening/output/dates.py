"""Dates as people read them."""

import datetime

from babel.dates import format_date

_LOCALES = {"en": "en_GB"}
"""Where a language alone would write dates as they do elsewhere: ours are those of Europe."""


def date_in_words(iso: str, style: str, language: str) -> str:
    """Return an ISO date in words; in French a month starts on its « 1er ». Other text stays."""
    try:
        day = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    told = str(format_date(day, style, locale=_LOCALES.get(language, language)))
    return told.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else told
