"""A facilitator's debrief of a sealed screening, and what the report needs to know of it."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.output.report import debrief_titles
from screening.output.yearly import group_names
from screening.room.text import clean_text
from screening.store.debriefs import PROMPTS, current, offered, read_debriefs, save_debrief
from screening.store.groups import GROUPS, NAMES, groups_wanted, read_groups, save_groups
from screening.store.library import Screening
from screening.web.forms import ActionForm, ReportForm
from screening.web.security import account, own_screening, readable_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("debriefing", __name__, url_prefix="/summaries/<screening_id>/debrief")
_LENGTH = 4000
_MOST_PEOPLE = 2000


@blueprint.get("/")
@signed_in
def page(screening_id: str) -> Response | str:
    """Show the debrief: to write for whose screening it is, to read for organisers."""
    screening = readable_screening(screening_id)
    if not screening.sealed:
        return redirect(url_for("console.page", screening_id=screening_id))
    form = ReportForm()
    form.fill_report(screening.plan)
    return _page(screening, form)


@blueprint.post("/")
@signed_in
def save(screening_id: str) -> Response:
    """Keep a new version of the debrief."""
    screening = _sealed_of_mine(screening_id)
    texts = {name: clean_text(request.form.get(name, ""), _LENGTH) for name in PROMPTS}
    shared, path = request.form.get("shared") == "y", services().library.path
    present = current(read_debriefs(path, screening.id))
    if present is None or present.says != (texts, shared):
        save_debrief(path, screening.id, texts, datetime.date.today(), shared)
    flash(_("Le débriefing est enregistré. La version d’avant est gardée."), "good")
    return redirect(url_for("debriefing.page", screening_id=screening.id), 303)


@blueprint.post("/report")
@signed_in
def report(screening_id: str) -> Response | tuple[str, int]:
    """Note hours, municipality, partners and facilitators as they really were."""
    screening, form, typed = _sealed_of_mine(screening_id), ReportForm(), _typed()
    if not form.validate_on_submit():
        return _page(screening, form, typed), 400
    if not all(map(_is_count, typed.values())):
        flash(_("Pour un groupe, donnez un nombre de 0 à 2000, ou rien."))
        return _page(screening, form, typed), 400
    services().library.change_report(screening.id, replace(screening.plan, **form.report()))
    if groups_wanted(services().library.path):
        totals = {name: int(n) for name, n in typed.items() if n}
        save_groups(services().library.path, screening.id, totals)
    flash(_("C’est noté."), "good")
    return redirect(url_for("debriefing.page", screening_id=screening.id), 303)


def _page(screening: Screening, form: ReportForm, typed: Mapping[str, str] | None = None) -> str:
    """Show the page, with the totals that were typed when they could not be taken."""
    versions = read_debriefs(services().library.path, screening.id)
    return render_template(
        "organisers/debrief.html",
        screening=screening,
        form=form,
        action=ActionForm(),
        mine=screening.owner == account().id,
        present=current(versions),
        offered=offered(versions),
        earlier=[d for d in versions if not d.offered][1:],
        prompts=_prompts(),
        groups=GROUPS if groups_wanted(services().library.path) else {},
        group_names=group_names(_),
        estimated=read_groups(services().library.path, screening.id) if typed is None else typed,
    )


def _typed() -> dict[str, str]:
    """Return the totals as they were typed; an empty field is none."""
    return {name: clean_text(request.form.get(name, ""), 20) for name in NAMES}


def _is_count(typed: str) -> bool:
    return not typed or (typed.isascii() and typed.isdigit() and int(typed) <= _MOST_PEOPLE)


def _prompts() -> dict[str, tuple[str, str]]:
    """Return the title and the question of each part."""
    asked = {
        "critical": _("Qu’a-t-on compris de ce qui se passe, et de pourquoi ?"),
        "expression": _("Qu’a-t-on entendu que l’on n’entend pas d’habitude ?"),
        "participation": _("Qui a pris la parole, qui n’a pas pu ? Qu’est-ce qui a aidé ?"),
        "follow_up": _("Qu’a-t-on décidé, qui fait quoi, avec quelles associations ?"),
        "worked": _("Une séquence, une question, une manière de faire à garder."),
        "incidents": _("Technique, tensions, récits douloureux : ce qu’il faut savoir la prochaine fois."),
    }
    return {name: (title, asked[name]) for name, title in debrief_titles(_).items()}


def _sealed_of_mine(screening_id: str) -> Screening:
    screening = own_screening(screening_id)
    return screening if screening.sealed else abort(404)
