"""A report as a PDF file, set by Typst: selectable text, embedded fonts, tags, title and language."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import typst
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from screening import resources
from screening.output.charts import Drawing
from screening.output.people import Say, identity
from screening.output.report import Report, Section

_PICTURED = 6
"""How many drawings the first page holds."""


def make_pdf(report: Report, _: Say = identity) -> bytes:
    """Return the report as a PDF: one page to hand out, then each question with its drawings."""
    return typeset("report.typ", {**_document(report, _), "labels": _labels(_)})


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """Return a PDF made of a template of `templates/report`, tagged so that it can be read aloud.

    It keeps to PDF/UA-1, which Typst checks, unless a text has a sign that no font here can draw.
    """
    folder = resources.folder("templates") / "report"
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    compiled: Callable[..., Any] = partial(
        typst.compile, str(folder / template), root=str(folder), format="pdf", sys_inputs=inputs
    )
    try:
        return bytes(compiled(pdf_standards=["ua-1"]))
    except typst.TypstError:
        return bytes(compiled())


def svg(drawing: Drawing, _: Say = identity) -> str:
    """Return a drawing as one SVG document that carries its own style."""
    source = '{% from "charts/chart.html" import svg with context %}{{ svg(d, style) }}'
    return _templates().from_string(source).render(d=drawing, style=_style(), _=_)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(resources.folder("templates")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> Markup:
    """Return the drawings' style element in what SVG outside a browser knows: no variables, no conditions."""
    folder = resources.folder("static")
    tokens, css = (
        (folder / name).read_text("utf-8").partition("@media")[0] for name in ("tokens.css", "charts.css")
    )
    known = dict(re.findall(r"(--[\w-]+): ([^;]+);", tokens))
    known |= {"--paper": known["--sheet"], "currentColor": known["--ink"]}
    css = re.sub(r"var\((--[a-z]+)\)|(currentColor)", lambda name: known[name[1] or name[2]], css)
    css = css.replace("inherit", '"Libertinus Serif", "DejaVu Sans"')
    return Markup(f"<style>{css}</style>")  # noqa: S704 - our own files


def _document(report: Report, _: Say) -> dict[str, Any]:
    """Return what the Typst template reads; texts are data there, never markup."""
    pictured = [section for section in report.sections if section.drawings and not section.control]
    order = {name: place for place, name in enumerate(report.main_ids)}
    pictured.sort(key=lambda section: order.get(section.id, len(order)))
    return {
        "language": report.language,
        "title": report.title,
        "subtitle": report.subtitle,
        "facts": report.facts,
        "opening": report.opening,
        "main": report.main,
        "controls": report.controls,
        "aloud": report.aloud,
        "picture": [drawn(section.drawings[0], _) for section in pictured[:_PICTURED]],
        "sections": [_section(section, _) for section in report.sections],
        "tables": [
            {"caption": t.caption, "note": t.note, "head": t.head, "rows": t.rows} for t in report.tables
        ],
        "debrief": report.debrief,
        "footnote": report.footnote,
        "reading": report.reading,
    }


def _section(section: Section, _: Say) -> dict[str, Any]:
    return {
        "title": section.title,
        "notes": section.notes,
        "sentence": section.sentence,
        "lines": section.lines,
        "drawings": [drawn(drawing, _) for drawing in section.drawings],
        "more": section.more,
        "reference": section.reference,
        "themes": section.themes,
        "quotes": section.quotes,
    }


def drawn(drawing: Drawing, _: Say) -> dict[str, Any]:
    """Return a drawing as a template takes it: SVG, title, what it says, and how wide it is to its height."""
    return {
        "svg": svg(drawing, _),
        "title": drawing.title,
        "alt": f"{drawing.title} {drawing.described}",
        "ratio": drawing.width / drawing.height,
    }


def _labels(_: Say) -> dict[str, str]:
    """Return the fixed texts of the template."""
    return {
        "summary": _("Bilan d’une séance"),
        "main": _("Ce qu’il faut retenir"),
        "more": _("Pour aller plus loin"),
        "themes": _("Thèmes, à partir de trois personnes"),
        "quotes": _("Paroles, avec l’accord de la personne"),
        "reading": _("Comment lire ce bilan"),
        "debrief": _("Le retour de l’animateur·ice"),
        "page": _("page"),
    }
