"""Languages of the pages: French is the source, catalogues lie in `translations/`."""

import datetime
from pathlib import Path

from flask import Flask, g
from flask_babel import Babel, format_date

SOURCE = "fr"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def language() -> str:
    """Return the language of the page that is being made."""
    return str(g.get("language", SOURCE))


def direction() -> str:
    """Return the direction of writing of that language, as HTML's `dir`."""
    return "rtl" if language() in RIGHT_TO_LEFT else "ltr"


def init(app: Flask) -> None:
    """Give an application its catalogue, and its templates `language`, `direction` and `long_date`."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(Path(__file__).parent / "translations")
    Babel(app, default_locale=SOURCE, default_timezone="Europe/Brussels", locale_selector=language)
    app.jinja_env.globals["long_date"] = long_date

    @app.context_processor
    def page_language() -> dict[str, str]:
        return {"language": language(), "direction": direction()}


def long_date(iso: str) -> str:
    """Write an ISO date as people read it: « mercredi 25 novembre 2026 »."""
    try:
        return str(format_date(datetime.date.fromisoformat(iso), "full"))
    except ValueError:
        return iso
