"""What the projector shows now, for the projector itself and, in words, for the console."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from screening.guide.model import Figure, Guide, Step
from screening.i18n import language, say_here
from screening.output import wording
from screening.output.charts import WALL
from screening.room.questions import Moment, Question
from screening.store.answers import count, snapshots
from screening.store.checks import read_checks
from screening.store.hands import read_hands
from screening.store.heads import read_heads
from screening.store.library import Screening
from screening.store.moderation import projectable
from screening.store.paper import sheets_when_shown
from screening.store.rooms import Room
from screening.web import debate
from screening.web.results import result, undrawn
from screening.web.services import services


@dataclass(frozen=True)
class Projection:
    """A template of the projector, a short name of it for the console, and how to make what it needs.

    The console asks for the name alone: what can't be drawn must not keep it from opening.
    """

    template: str
    label: str
    make: Callable[[], dict[str, Any]] = dict


def projection(screening: Screening, room: Room) -> Projection:
    """Return what the projector shows in the present phase."""
    if room.black:
        return Projection("black", _("écran noir"))
    phase = room.state.phase
    if phase in {"preparing", "before"}:
        return Projection("join", _("le code QR pour entrer"), partial(_joining, screening, room))
    if phase == "film":
        return Projection("film", _("le titre, puis noir"), partial(_film, screening))
    if phase == "after":
        return Projection("same", _("« Mêmes questions, même ticket »"), partial(_joining, screening, room))
    return _chosen(screening, room)


def _chosen(screening: Screening, room: Room) -> Projection:
    """Return what the facilitator chose in the debate, or at the end."""
    if "way_in" in room.screen:
        return Projection("join", _("le code QR pour entrer"), partial(_joining, screening, room))
    if {"question", "hands"} & room.screen.keys():
        return _finding(screening, room)
    if "text" in room.screen:
        return _voice(room)
    if room.state.phase == "debate":
        return _debate(screening, room)
    if room.shared:
        return Projection("results", _("le code QR des résultats"), partial(_handed_out, screening))
    lines = [_("Merci d’être venu·es."), _("Vos réponses restent sans nom.")]
    return Projection("closing", _("merci"), partial(dict, lines=lines))


def _joining(screening: Screening, room: Room) -> dict[str, Any]:
    moment = room.state.open_moment
    address = services().address()
    hidden = "" if address else _("Cet ordinateur n’est relié à aucun réseau : les téléphones n’entrent pas.")
    return {
        "qr_svg_url": url_for("projector.qr", code=screening.code, at=address),
        "moved": services().reach.moved,
        "wifi": room.wifi if room.wifi.get("name") else None,
        "wifi_svg_url": url_for("projector.wifi", code=screening.code, at=room.version),
        "address": address.removeprefix("http://").removeprefix("https://"),
        "code": screening.code,
        "answered": count(services().rooms, room.id).of(moment) if moment else 0,
        "open": moment is not None,
        "hidden_reason": hidden,
    }


def _film(screening: Screening) -> dict[str, Any]:
    film = services().guide(screening.plan).film
    return {
        "film_title": say_here(film.title),
        "makers": say_here(film.makers),
        "year": film.year,
        "minutes": film.minutes,
    }


def _debate(screening: Screening, room: Room) -> Projection:
    guide = services().guide(screening.plan)
    if "heads" in room.screen:
        return _heads(screening, guide, room)
    chosen = debate.card(guide, room.screen, language())
    if chosen is None:
        return Projection("title", _("le titre du film"), partial(_film, screening))
    step = guide.step(chosen.step)
    return Projection(chosen.kind, chosen.text, partial(_card_context, screening, guide, step, chosen))


def _voice(room: Room) -> Projection:
    """Return one person's text, as long as a human's yes stands; else black."""
    text = next((t for t in projectable(services().rooms, room) if t.id == room.screen["text"]), None)
    if text is None:
        return Projection("black", _("écran noir"))
    question = next(q for q in room.asked if q.id == text.question)
    context = {"text": text.text, "heading": say_here(question.wording)}
    return Projection("voice", text.text, partial(dict, context))


def _handed_out(screening: Screening) -> dict[str, Any]:
    address = services().address()
    path = url_for("handed_out.results", code=screening.code)
    return {
        "qr_svg_url": url_for("projector.results_qr", code=screening.code, at=address) if address else "",
        "address": (address + path).removeprefix("http://").removeprefix("https://"),
    }


def _heads(screening: Screening, guide: Guide, room: Room) -> Projection:
    step, statement = guide.step(str(room.screen["step"])), int(room.screen["heads"])
    counted = read_heads(services().library.path, screening.id)
    heads = next((h for h in counted if (h.step, h.statement) == (step.id, statement)), None)
    context = {
        "heading": say_here(step.title),
        "text": say_here(step.prompts[statement].text),
        "heads": heads,
    }
    return Projection("heads" if heads else "black", _("les deux comptages"), partial(dict, context))


def _hands(screening: Screening, question: str) -> Projection:
    counted = read_hands(services().library.path, screening.id).get(question)
    return Projection("hands" if counted else "black", _("les mains levées"), partial(dict, hands=counted))


def _figure(screening: Screening, guide: Guide, step: Step, figure: Figure) -> dict[str, Any]:
    """Return a figure with its source; the facilitator's own update, when there is one, stands instead."""
    checks = read_checks(services().library.path, screening.id)
    own = checks.get((step.id, figure.id))
    if own and own.own_value:
        source = own.own_source or _("vérifié par la personne qui anime")
        return {
            "value": own.own_value,
            "what": say_here(figure.what),
            "year": "",
            "source": source,
            "caution": False,
        }
    return {
        "value": say_here(figure.value),
        "what": say_here(figure.what),
        "year": figure.year,
        "source": _source(guide, step, figure),
        "caution": bool(figure.caution) and not (own and own.checked),
    }


def _source(guide: Guide, step: Step, figure: Figure) -> str:
    """Return where a figure comes from: its reference, else the film for its own, else the dossier."""
    if figure.source:
        return guide.reference(figure.source).text
    return say_here(guide.film.title if step.kind in {"film", "sequence"} else guide.source.title)


def _card_context(screening: Screening, guide: Guide, step: Step, chosen: debate.Card) -> dict[str, Any]:
    heading = say_here(step.title)
    if chosen.kind == "figure":
        return _figure(screening, guide, step, step.figures[chosen.index])
    if chosen.kind == "quote":
        quote = step.quotes[chosen.index]
        return {"text": say_here(quote.text), "speaker": say_here(quote.speaker)}
    return {"text": chosen.text, "heading": heading, "sequence": heading}


def _finding(screening: Screening, room: Room) -> Projection:
    if "hands" in room.screen:
        return _hands(screening, str(room.screen["hands"]))
    question_id, stage = str(room.screen["question"]), str(room.screen.get("stage", "before"))
    question = next(q for q in room.asked if q.id == question_id)
    label = _("les réponses : %(question)s", question=say_here(question.short) or say_here(question.wording))
    return Projection("finding", label, partial(_answers, screening, room, question, stage))


def _answers(screening: Screening, room: Room, question: Question, stage: str) -> dict[str, Any]:
    frozen = snapshots(services().rooms, room.id).get(question.id, [])
    show: tuple[Moment, ...] = ("before",) if stage == "before" else ("before", "after")
    guide = services().guides.get(screening.plan.guide)
    shown = result(question, frozen, show, WALL)
    # Who went from where to where is not always drawn: then the answers stay.
    stage = "after" if stage == "flow" and not shown.drawings[1:] else stage
    return {
        "result": shown,
        "drawing": shown.drawings[-1 if stage == "flow" else 0] if shown.drawings else None,
        "undrawn": undrawn(shown, stage),
        "remarks": wording.drawn_twice(shown.finding, _) if shown.drawings else [],
        "only_after": "before" not in question.moments,
        "stage": stage,
        "sheets": sheets_when_shown(services().rooms, room.id, question.id),
        "sources": guide.sources_of(question) if guide and stage != "before" else [],
    }
