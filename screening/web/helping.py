"""Help for facilitators and organisers, in three languages: to read, to search, to print."""

from functools import cache

from flask import Blueprint, abort, g, render_template, request

from screening import i18n, resources
from screening.guide.handbook import HelpPage, Section, plain, read_help

blueprint = Blueprint("helping", __name__, url_prefix="/help")
_LONGEST = 80


@blueprint.before_request
def choose_language() -> None:
    """Speak the reader's language, or the one that the address asks for."""
    if g.account is None or "lang" in request.args:
        i18n.choose_wall()
    elif i18n.language() not in i18n.WALL_LANGUAGES:
        g.language = i18n.SOURCE


@blueprint.get("/")
def contents() -> str:
    """List the pages and their sections, or what a search finds."""
    asked = request.args.get("q", "")[:_LONGEST].strip()
    pages = _pages(i18n.language())
    found = _search(pages, asked) if asked else []
    return render_template("help/contents.html", pages=pages, asked=asked, found=found)


@blueprint.get("/<name>")
def page(name: str) -> str:
    """Show one page."""
    pages = _pages(i18n.language())
    chosen = next((one for one in pages if one.name == name), None) or abort(404)
    return render_template("help/page.html", page=chosen, pages=pages)


@cache
def _pages(language: str) -> tuple[HelpPage, ...]:
    return read_help(resources.folder("templates") / "help", language)


def _search(pages: tuple[HelpPage, ...], asked: str) -> list[tuple[HelpPage, Section, str]]:
    """Return the sections that hold every word, those whose heading does first."""
    words = plain(asked).split()
    found = [(p, s, s.excerpt(words)) for p in pages for s in p.sections if s.has(words)]
    return sorted(found, key=lambda one: not any(word in plain(one[1].heading) for word in words))
