"""Languages of the pages: French is the source, catalogues lie in `translations/`.

Participants choose among eight; the choice is kept in a cookie, and without cookies in the address. The wall
takes its language from its address, other pages that of the account: French, Dutch or English.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from babel.support import Translations
from flask import Flask, Response, g, request
from flask_babel import Babel, force_locale, format_decimal, get_translations
from markupsafe import Markup

from screening.output.dates import date_in_words
from screening.room.questions import Texts, say

SOURCE = "fr"
LANGUAGES = {
    "fr": "Français",
    "nl": "Nederlands",
    "en": "English",
    "ar": "العربية",
    "es": "Español",
    "pt": "Português",
    "ro": "Română",
    "tr": "Türkçe",
}
"""The languages of participants' pages, each by its own name."""
WALL_LANGUAGES = ("fr", "nl", "en")
"""The languages of the projector."""
RIGHT_TO_LEFT = frozenset({"ar"})
_COOKIE = "language"


def language() -> str:
    """Return the language of the page that is being made."""
    return str(g.get("language", SOURCE))


def direction() -> str:
    """Return the direction of writing of that language, as HTML's `dir`."""
    return "rtl" if language() in RIGHT_TO_LEFT else "ltr"


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Make the texts of a block in another language than the page's, for sheets to print."""
    kept = language()
    g.language = code
    try:
        with force_locale(code):
            yield
    finally:
        g.language = kept


def choose(remembered: bool = True) -> None:
    """Find a participant's language: the one chosen just now, chosen before, or the browser's."""
    wanted = request.args.get("lang") or (request.cookies.get(_COOKIE) if remembered else None)
    known = wanted if wanted in LANGUAGES else request.accept_languages.best_match(LANGUAGES)
    g.language, g.foreign = known or SOURCE, known is None


def offer(codes: Sequence[str]) -> None:
    """Put a screening's languages before the others; who reads none of the eight gets its first."""
    first = [code for code in LANGUAGES if code in codes]
    g.offered = {code: LANGUAGES[code] for code in (*first, *LANGUAGES)}
    g.first = first if len(first) > 1 else []
    if g.foreign and first:
        g.language = first[0]


def choose_wall() -> None:
    """Take the projector's language from its address; French when it names none."""
    wanted = request.args.get("lang")
    g.language = wanted if wanted in WALL_LANGUAGES else SOURCE


def keep(response: Response) -> Response:
    """Remember a language that was just chosen, so that nobody is asked twice."""
    if request.args.get("lang") in LANGUAGES:
        secure = request.is_secure
        response.set_cookie(_COOKIE, language(), path="/", httponly=True, samesite="Lax", secure=secure)
    return response


def init(app: Flask) -> None:
    """Give an application its catalogue, and its templates what they need to write in a language."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(Path(__file__).parent / "translations")
    Babel(app, default_locale=SOURCE, default_timezone="Europe/Brussels", locale_selector=language)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _catalogue().ugettext(text),
        _counted,
        newstyle=True,
    )
    app.jinja_env.globals["long_date"] = long_date
    app.jinja_env.globals["short_date"] = short_date
    app.jinja_env.globals["number"] = format_decimal
    app.jinja_env.filters["say"] = say_here
    app.jinja_env.filters["marked"] = marked

    @app.context_processor
    def page_language() -> dict[str, object]:
        return {
            "language": language(),
            "direction": direction(),
            "languages": g.get("offered", LANGUAGES),
            "first_languages": g.get("first", []),
            "wall_languages": WALL_LANGUAGES,
        }


def _counted(one: str, many: str, n: int) -> str:
    """Return the sentence for a number; French, which has no catalogue, says « 0 séance »."""
    if language() == SOURCE:
        return one if n < 2 else many
    return str(_catalogue().ungettext(one, many, n))


def _catalogue() -> Any:
    """Return the catalogue of the language spoken now, looked up once instead of once a sentence."""
    known: dict[str, Any] = g.setdefault("catalogues", {})
    if language() not in known:
        known[language()] = get_translations()
    return known[language()]


@cache
def _read(code: str) -> Any:
    return Translations.load(Path(__file__).parent / "translations", [code])


def translator(code: str) -> Callable[..., str]:
    """Return a gettext for a language that works outside a page too: the sentence, then its named values."""
    catalogue = _read(code)

    def say_in(sentence: str, **values: object) -> str:
        text = sentence if code == SOURCE else catalogue.ugettext(sentence)
        return text % values if values else text

    return say_in


def say_here(texts: Texts) -> str:
    """Return a text in the language of the page that is being made; in French where it has none."""
    return say(texts, language())


def marked(texts: Texts) -> str | Markup:
    """Return a text for a page; one that falls back to French is marked as French for screen readers."""
    text = say_here(texts)
    if language() == SOURCE or language() in texts or not text:
        return text
    return Markup('<span lang="{}" dir="ltr">{}</span>').format(SOURCE, text)


def long_date(iso: str) -> str:
    """Write an ISO date as people read it: « mercredi 25 novembre 2026 »."""
    return date_in_words(iso, "full", language())


def short_date(iso: str) -> str:
    """Write an ISO date for a table: « 25 nov. 2026 »."""
    return date_in_words(iso, "medium", language())
