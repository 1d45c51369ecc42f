"""The visual language on one page, for developers: `screening serve --design`; see static/README.md."""

import re

from flask import Blueprint, abort, current_app, render_template

from screening import resources
from screening.web.services import services

blueprint = Blueprint("design", __name__)


@blueprint.get("/design")
def page() -> str:
    """Show tokens, components and their states; 404 where nobody asked for it."""
    if not (services().settings.design or current_app.debug):
        abort(404)
    return render_template("design.html", tokens=_tokens(), wall=_wall())


def _sheet(name: str) -> str:
    return (resources.folder("static") / name).read_text("utf-8")


def _wall() -> list[tuple[str, str]]:
    """Return the sizes of the wall, in hundredths of the smaller of its width and height."""
    return re.findall(r"(--w-[\w-]+): calc\(var\(--v\) \* ([\d.]+)\)", _sheet("projector.css"))


def _tokens() -> dict[str, list[tuple[str, str]]]:
    """Return the tokens of the light scheme, by what they are for, as (name, value)."""
    sheet = _sheet("tokens.css").partition("@media")[0]
    found: dict[str, list[tuple[str, str]]] = {"colours": [], "fonts": [], "sizes": [], "spaces": []}
    for name, value in re.findall(r"(--[\w-]+): ([^;]+);", sheet):
        kind = "colours" if value.startswith("#") else "fonts" if "," in value else "spaces"
        found["sizes" if name.startswith("--t-") else kind].append((name, value))
    return found
