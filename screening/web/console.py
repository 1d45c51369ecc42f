"""The console: the one page from which a facilitator runs an evening."""

import time
from typing import Any, cast

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from screening.guide.model import Guide
from screening.i18n import language
from screening.room.phases import Phase, neighbour, order
from screening.room.questions import MOMENTS
from screening.room.timer import MINUTES
from screening.store.answers import Counts, count
from screening.store.database import Damaged, StoreError
from screening.store.hands import read_hands
from screening.store.heads import read_heads
from screening.store.library import Screening
from screening.store.moderation import projectable, texts
from screening.store.paper import shown_before_typing
from screening.store.rooms import NoRoom, Room
from screening.store.sealing import seal
from screening.web import debate, onward
from screening.web.clock import clock
from screening.web.forms import ActionForm, PresentForm, SealForm, WifiForm
from screening.web.projection import projection
from screening.web.results import following_stage, revealable, shown_results, tells, to_say
from screening.web.security import own_screening, signed_in
from screening.web.services import services
from screening.web.way_in import way_in

blueprint = Blueprint("console", __name__, url_prefix="/screenings/<screening_id>")


@blueprint.get("/")
@signed_in
def page(screening_id: str) -> BaseResponse | str:
    """Show the present phase, its one large next action, and what helps now."""
    screening = own_screening(screening_id)
    if screening.sealed:
        return redirect(url_for("organisers.summary", screening_id=screening_id))
    room = services().rooms.get(screening.id)
    if screening.plan.guide not in services().guides:
        following = neighbour(room.state, 1)
        return render_template(
            "console/no_guide.html", screening=screening, room=room, following=following, action=ActionForm()
        )
    guide = services().guide(screening.plan)
    return render_template(
        f"console/{'alone' if session.get('alone') else room.state.phase}.html",
        screening=screening,
        room=room,
        guide=guide,
        counts=count(services().rooms, room.id),
        shown=projection(screening, room).label,
        following_phase=neighbour(room.state, 1),
        previous_phase=neighbour(room.state, -1),
        phases=order(room.state.after_at),
        way=way_in(screening),
        elapsed=services().rooms.seconds_in_phase(room.id),
        grace_left=services().rooms.grace_left(room.id, room.state),
        clock=clock(guide, screening.plan, room),
        action=ActionForm(),
        present_form=PresentForm(present=room.present),
        hands=read_hands(services().library.path, screening.id),
        hand_questions=[q for q in guide.questions if q.kind == "scale"],
        wifi_form=WifiForm(formdata=None, data=room.wifi),
        aloud={m: debate.asked_aloud(guide, screening.plan, m) for m in MOMENTS},
        timer_minutes=MINUTES,
        timer_left=room.timer.left(time.time()) if room.timer else 0,
        **_debate_context(screening, room, guide),
        **_shown_context(room),
    )


def _shown_context(room: Room) -> dict[str, Any]:
    """Return what is there once answers may be read: texts, sentences to say, results to take along."""
    if not room.state.results_ready:
        return {"points": [], "say_aloud": [], "unread": 0, "handout": False}
    written = texts(services().rooms, room)
    return {
        "points": projectable(services().rooms, room),
        "unread": sum(not text.projection for text in written),
        "say_aloud": to_say(room),
        "handout": bool(shown_results(room)),
    }


def _debate_context(screening: Screening, room: Room, guide: Guide) -> dict[str, Any]:
    results = revealable(room)
    if room.state.phase != "debate":
        return {"results": results}
    steps = debate.steps(guide, screening.plan)
    here = str(request.args.get("step") or room.screen.get("step") or steps[0].id)
    step = next((s for s in guide.steps if s.id == here), steps[0])
    return {
        "steps": steps,
        "step": step,
        "cards": debate.cards(step, language()),
        "heads": {
            h.statement: h for h in read_heads(services().library.path, screening.id) if h.step == step.id
        },
        "sheets": [guide.step(name) for name in step.attached],
        "next_stage": "" if room.black else following_stage(room),
        "next_card": debate.following(guide, screening.plan, room.screen, language()),
        "previous_card": debate.preceding(guide, screening.plan, room.screen, language()),
        "results": results,
    }


@blueprint.get("/live")
@signed_in
def live(screening_id: str) -> Response:
    """Return the counts that change while people answer, and the version of everything else."""
    screening = own_screening(screening_id)
    try:
        room = services().rooms.get(screening.id)
        counts = count(services().rooms, room.id)
    except (NoRoom, Damaged):
        # The console looks again, and says what is the matter.
        return jsonify(version=-1)
    way = way_in(screening)
    return jsonify(
        version=room.version,
        grace=services().rooms.grace_left(room.id, room.state),
        present=room.present,
        full=counts.tickets >= room.capacity,
        before=counts.of("before"),
        after=counts.of("after"),
        both=counts.both,
        typed=counts.sheets.typed,
        **{f"{m} {way}": n for m in MOMENTS for way, n in counts.by_channel[m].items()},
        elapsed=services().rooms.seconds_in_phase(room.id),
        address=way.address,
        way=way.state,
        timer=room.timer.left(time.time()) if room.timer else 0,
    )


@blueprint.post("/phase")
@signed_in
def phase(screening_id: str) -> BaseResponse:
    """Go to the next or the previous phase, if the room still is where the button was shown."""
    screening = own_screening(screening_id)
    shown = cast(Phase, request.form.get("from", "preparing"))
    room = services().rooms.get(screening.id)
    wanted = neighbour(room.state, -1 if request.form.get("back") else 1)
    if wanted and room.state.phase == shown and (refusal := onward.go(screening, wanted, shown)):
        flash(refusal)
    return _back(screening_id)


@blueprint.post("/grace")
@signed_in
def grace(screening_id: str) -> BaseResponse:
    """Close at once the moment that is in its minutes of grace."""
    services().rooms.skip_grace(own_screening(screening_id).id)
    return _back(screening_id)


@blueprint.post("/present")
@signed_in
def present(screening_id: str) -> BaseResponse:
    """Note how many people are in the room."""
    screening = own_screening(screening_id)
    form = PresentForm()
    if form.validate_on_submit() and form.present.data is not None:
        services().rooms.set_fact(screening.id, present=str(form.present.data))
    else:
        flash(_("Donnez un nombre entre 0 et 500."))
    return _back(screening_id)


@blueprint.post("/screen")
@signed_in
def screen(screening_id: str) -> BaseResponse:
    """Put a card of the guide on the projector, or the way in for phones; without one, the film's title."""
    screening = own_screening(screening_id)
    guide = services().guide(screening.plan)
    wanted = {"step": request.form.get("step", ""), "card": request.form.get("card", "")}
    chosen = debate.card(guide, wanted)
    way = {"way_in": True} if wanted["card"] == "way-in" else {}
    onward.show(screening, chosen.screen if chosen else way)
    return _back(screening_id, "now")


@blueprint.post("/black")
@signed_in
def black(screening_id: str) -> BaseResponse:
    """Make the projector black, or bring back what it showed."""
    screening = own_screening(screening_id)
    room = services().rooms.get(screening.id)
    wanted = request.form.get("black", "0" if room.black else "1")
    services().rooms.set_fact(screening.id, black="1" if wanted == "1" else "0")
    return _back(screening_id)


@blueprint.post("/reveal")
@signed_in
def reveal(screening_id: str) -> BaseResponse:
    """Show the room what it answered to one question: before alone, then after beside it, then the flow."""
    screening = own_screening(screening_id)
    question = request.form.get("question", "")
    wanted = request.form.get("stage", "")
    stage = wanted if wanted in {"after", "flow"} else "before"
    asked = services().rooms.get(screening.id).asked
    if any(q.id == question and q.kind != "text" for q in asked) and (
        refusal := onward.reveal(screening, question, stage, request.form.get("step", ""))
    ):
        flash(refusal)
    return _back(screening_id, "now")


@blueprint.route("/seal", methods=["GET", "POST"])
@signed_in
def sealing(screening_id: str) -> BaseResponse | str | tuple[str, int]:
    """Ask for the two ticks, then seal for good."""
    screening = own_screening(screening_id)
    if screening.sealed:
        return redirect(url_for("organisers.summary", screening_id=screening_id))
    try:
        room = services().rooms.get(screening.id)
        counts: Counts = count(services().rooms, room.id)
    except StoreError:
        # Another press of the same button sealed it meanwhile.
        if own_screening(screening_id).sealed:
            return redirect(url_for("organisers.summary", screening_id=screening_id))
        raise
    if room.state.phase != "ended":
        return _back(screening_id)
    form = SealForm()
    if form.validate_on_submit():
        known = services()
        try:
            seal(known.library, known.rooms, screening.id, tells)
        except StoreError as refusal:
            flash(_("Rien n’a été scellé. %(reason)s", reason=str(refusal)), "error")
            return _back(screening_id)
        return redirect(url_for("organisers.summary", screening_id=screening_id))
    unread = sum(not text.projection for text in texts(services().rooms, room))
    page = render_template(
        "console/seal.html",
        screening=screening,
        form=form,
        counts=counts,
        room=room,
        unread=unread,
        typed_since=shown_before_typing(services().rooms, room.id),
    )
    return page, 400 if form.errors else 200


def _back(screening_id: str, part: str | None = None) -> BaseResponse:
    return redirect(url_for("console.page", screening_id=screening_id, _anchor=part), 303)
