"""A facilitator's screenings: the list, planning a new one, changing a plan, reading the guide."""

import datetime
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.guide.model import Guide
from screening.guide.review import status
from screening.i18n import LANGUAGES, SOURCE
from screening.store.database import StoreError
from screening.store.deleting import to_delete
from screening.store.library import Screening
from screening.web.forms import SEQUENCE_COUNTS, PlanForm
from screening.web.security import account, own_screening, signed_in
from screening.web.services import services

blueprint = Blueprint("facilitators", __name__, url_prefix="/screenings")


@blueprint.get("/")
@signed_in
def screenings() -> str:
    """List this facilitator's screenings with their phase."""
    known = services()
    own = known.library.screenings(account().id)
    rehearsals = known.library.screenings(account().id, rehearsals=True)
    phases = {s.id: "sealed" if s.sealed else _phase(s.id) for s in own}
    two_days_ago = datetime.date.today() - datetime.timedelta(days=2)
    reminders = known.library.unsealed_since(two_days_ago, account().id)
    return render_template(
        "facilitators/screenings.html",
        screenings=own,
        rehearsals=rehearsals,
        phases=phases,
        foremost=_foremost(own, phases),
        reminders=reminders,
        known=known,
        due=len(to_delete(known.library, datetime.date.today())),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@signed_in
def new() -> Response | str | tuple[str, int]:
    """Plan a screening; its room is made at once, so that it can be printed and tried."""
    if not account().facilitator:
        abort(403)
    guide = _chosen_guide(request.values.get("guide"))
    form = _plan_form(guide)
    if form.validate_on_submit():
        known = services()
        chosen = form.plan()
        new_id = secrets.token_hex(8)
        known.rooms.create(new_id, chosen.after_at, chosen.expected, known.chosen(chosen))
        known.library.add_screening(account().id, chosen, new_id)
        return redirect(url_for("console.page", screening_id=new_id))
    if request.method == "GET":
        form.suggest(guide)
        form.facilitators.data = account().name
    return _plan_page(form, guide, url_for("facilitators.new")), 400 if form.errors else 200


@blueprint.route("/<screening_id>/plan", methods=["GET", "POST"])
@signed_in
def plan(screening_id: str) -> Response | str | tuple[str, int]:
    """Change the plan of a screening; its questions only while nobody was asked."""
    screening = own_screening(screening_id)
    known, kept = services(), screening.plan
    guide = known.guide(kept)
    form = _plan_form(guide)
    if form.validate_on_submit():
        changed = replace(form.plan(), guide=kept.guide)
        if not known.rooms.change(screening.id, changed.after_at, known.chosen(changed)):
            if (changed.questions, changed.after_at) != (kept.questions, kept.after_at):
                flash(_("Les questions sont gardées : la séance est ouverte, des personnes ont pu répondre."))
            changed = replace(changed, questions=kept.questions, after_at=kept.after_at)
        known.library.change_plan(screening.id, changed)
        return redirect(url_for("console.page", screening_id=screening.id))
    if request.method == "GET":
        form.fill(screening.plan)
    action = url_for("facilitators.plan", screening_id=screening.id)
    return _plan_page(form, guide, action), 400 if form.errors else 200


@blueprint.get("/guides/<slug>/")
@signed_in
def guide(slug: str) -> str:
    """Show a whole guide with its notes, step by step."""
    chosen = _chosen_guide(slug)
    statuses = [status(chosen, code) for code in LANGUAGES if code != SOURCE]
    return render_template("facilitators/guide.html", guide=chosen, statuses=statuses)


@blueprint.get("/guides/<slug>/cards/<step_id>")
@signed_in
def cards(slug: str, step_id: str) -> str:
    """Show the cards of a step to print and cut out, their answers on a page for the facilitator."""
    chosen = _chosen_guide(slug)
    step = next((s for s in chosen.steps if s.id == step_id and s.cards), None) or abort(404)
    return render_template("facilitators/cards.html", guide=chosen, step=step)


def _foremost(own: Sequence[Screening], phases: Mapping[str, str]) -> Screening | None:
    """Return the screening to open first: under way, else ended, else planned next, else sealed last."""
    waiting = [s for s in own if phases[s.id] not in {"sealed", "unreadable"}]
    if not waiting:
        return max((s for s in own if s.sealed), key=lambda s: s.plan.date, default=None)
    today, later = datetime.date.today().isoformat(), {"ended": 1, "preparing": 2}
    return min(waiting, key=lambda s: (later.get(phases[s.id], 0), s.plan.date < today, s.plan.date))


def _phase(screening_id: str) -> str:
    """Return where a room stands; one damaged room does not hide the others."""
    try:
        return services().rooms.get(screening_id).state.phase
    except StoreError:
        return "unreadable"


def _chosen_guide(slug: str | None) -> Guide:
    guides = services().guides
    wanted = slug or ("plus-personne" if "plus-personne" in guides else next(iter(guides), ""))
    if wanted not in guides:
        abort(404)
    return guides[wanted]


def _plan_form(guide: Guide) -> PlanForm:
    form = PlanForm()
    form.offer(list(services().guides.values()), guide)
    return form


def _plan_page(form: PlanForm, guide: Guide, action: str) -> str:
    suggestions = {
        minutes: list(guide.suggested_sequences.get(str(n), ())) for minutes, n in SEQUENCE_COUNTS.items()
    }
    return render_template(
        "facilitators/plan.html", form=form, guide=guide, action=action, suggestions=suggestions
    )
