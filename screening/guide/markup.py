"""The facilitator's Markdown to HTML that can't harm."""

import re
from functools import cache
from typing import Any

import markdown
import nh3

LARGEST = 60_000
# python-markdown needs 25 s for 12 000 of them: its time grows with their square.
MOST_BRACKETS = 400
# The same holds for `<` (20 s for 20 000), for backticks (29 s for 40 000) and for lines (9 s for 20 000).
_MOST = {"<": 400, "`": 400}
MOST_LINES = 2_000
_TAGS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "a", "br", "hr", "code", "table",
    "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
# French texts, and the titles that are written in French whatever the language.
_FRENCH = {"fr", "text"}
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_BEFORE_SIGN = re.compile(r" (?=[;:?!%»])")
_IMAGE = re.compile(r"!\[[^\]]*\][(\[]|<img\b", re.IGNORECASE)


class MarkupError(ValueError):
    """A text is too large, too deep, or brings something that a guide may not hold."""


@cache
def _converter() -> markdown.Markdown:
    # Making one takes longer than converting a page with it; guides are read one at a time.
    return markdown.Markdown(extensions=["tables", "sane_lists"], output_format="html")


def to_html(text: str) -> str:
    """Return the safe HTML of a Markdown text, its headings one level down; raises MarkupError."""
    if len(text) > LARGEST:
        raise MarkupError(f"texte trop long : {len(text)} signes ; coupez-le sous {LARGEST}")
    if text.count("[") > MOST_BRACKETS:
        raise MarkupError(f"trop de crochets « [ » : {text.count('[')} ; gardez-en moins de {MOST_BRACKETS}")
    for sign, most in _MOST.items():
        if text.count(sign) > most:
            raise MarkupError(f"trop de signes « {sign} » : {text.count(sign)} ; gardez-en moins de {most}")
    if text.count("\n") > MOST_LINES:
        raise MarkupError(f"trop de lignes : {text.count(chr(10))} ; gardez-en moins de {MOST_LINES}")
    if _IMAGE.search(text):
        raise MarkupError("les images ne sont pas prises dans un guide ; décrivez-les en mots")
    try:
        html = _converter().reset().convert(text)
    except RecursionError as error:
        _converter.cache_clear()  # it stopped half-way and keeps what it was in
        raise MarkupError("listes ou citations trop emboîtées ; écrivez plus simple") from error
    html = re.sub(r"(</?h)([1-5])>", lambda m: f"{m[1]}{int(m[2]) + 1}>", html)
    return nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"https", "http", "mailto"})


def typeset(text: str) -> str:
    """Give a French text its apostrophes and its spaces that don't break."""
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    return _BEFORE_SIGN.sub("\u00a0", text).replace("« ", "«\u00a0")


def typeset_all(fields: Any) -> Any:
    """Typeset every French text in a guide's fields, see `typeset`."""
    if isinstance(fields, dict):
        return {
            key: typeset(value) if key in _FRENCH and isinstance(value, str) else typeset_all(value)
            for key, value in fields.items()
        }
    return [typeset_all(item) for item in fields] if isinstance(fields, list) else fields
