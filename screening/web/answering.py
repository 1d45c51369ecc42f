"""What answering shares on one's own phone and on a tablet that several people use."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup

from screening.i18n import language, say_here
from screening.room import tickets
from screening.room.forms import Fields, raw_texts, typed_texts
from screening.room.questions import Moment, Question
from screening.room.text import clean_text
from screening.store.answers import Refused, has_answered
from screening.store.library import NoScreening, Screening
from screening.store.rooms import NoRoom, Room
from screening.web import reading
from screening.web.asking import form_values, questions_at
from screening.web.entrance import ticket_of
from screening.web.guessing import TooManyTries
from screening.web.services import services
from screening.web.unreadable import lost
from screening.web.waiting import place, texts

PROBE = "cookies"
"""A cookie that tells, when it comes back, that this browser keeps cookies."""
Page = tuple[str, int]
_MOST_DRAWN = 64


def form_page(
    screening: Screening, room: Room, moment: Moment, ticket: str, fields: Fields, **more: Any
) -> str:
    """Return a form with what was typed; its nonce is tied to the ticket it goes on from.

    The ticket stands in the form, unless `hidden` names something else ("" when a cookie holds it).
    """
    context: dict[str, Any] = {
        "title": screening.plan.title,
        "questions": questions_at(room, moment),
        "values": form_values(fields),
        "nonce": tickets.new_nonce(room.key, moment, ticket),
        "moment": moment,
        "ticket": more.pop("hidden", ticket),
        "errors": {},
        "poll_url": url_for("participants.where", code=screening.code),
        **more,
    }
    context["blank"] = "" if fields or context["errors"] else _blank(screening, room, context)
    return render_template("participants/form.html", **context)


def _blank(screening: Screening, room: Room, context: dict[str, Any]) -> Markup:
    """Return the questions not yet answered, drawn once for all phones of one language and wording."""
    kept = services().drawn
    key = (room.id, room.version, context["moment"], context["late"], language(), reading.plain())
    drawn = kept.get(key)
    if drawn is None:
        if len(kept) > _MOST_DRAWN:
            kept.clear()
        drawn = kept[key] = Markup(render_template("participants/fieldsets.html", **context))  # noqa: S704 - escaped
    return drawn


def read_whole(next_url: str) -> tuple[Fields, Page | None]:
    """Return what a form holds, and the page that gives it back where it is too long to be taken."""
    too_long = (request.content_length or 0) > (request.max_content_length or 0)
    if too_long:
        # Read all the same, to give back what was typed; the server took no more than it can hold.
        request.max_content_length = request.max_form_memory_size = request.content_length
    fields: Fields = request.form.to_dict(flat=False)
    if not too_long:
        return fields, None
    shorten = _("C’est trop long : rien n’a été enregistré. Raccourcissez le texte et envoyez de nouveau.")
    return fields, _give_back(shorten, raw_texts(fields), next_url, 413)


def full() -> str:
    """Return what to do when more people answer than were expected."""
    return str(
        _(
            "Il y a plus de réponses que de personnes attendues. Montrez cette page à l’animateur·ice, "
            "qui peut ajouter des places. Puis envoyez de nouveau : tout est encore là."
        )
    )


def known_ticket(room: Room, typed: str, moment: Moment) -> tuple[str | None, str]:
    """Return the ticket of a code that was typed to answer at a moment, or None and why it can't be used."""
    try:
        known = ticket_of(room, tickets.read_code(typed) or "")
    except TooManyTries:
        return None, _("Trop de codes faux. Attendez une minute, ou répondez sans code.")
    if not known:
        return None, _("Ce code ne va pas. Relisez-le, ou répondez sans code.")
    if has_answered(services().rooms, room, known, moment):
        return None, _("Ce ticket a déjà répondu. Relisez le code.")
    return known, ""


def refused(refusal: Refused, questions: list[Question], fields: Fields, next_url: str) -> Page:
    """Say why a form was not taken, and give back what it held."""
    sentences = {
        "closed": _("C’est trop tard pour ces réponses : ce moment est fermé. Rien n’a été enregistré."),
        "waiting": _("Ce moment n’est pas encore ouvert. Rien n’a été enregistré."),
        "foreign": _("Ce formulaire ne vient pas de cette séance. Rouvrez la page et recommencez."),
    }
    typed = [(say_here(question.wording), text) for question, text in typed_texts(questions, fields)]
    return _give_back(sentences[refusal.reason], typed, next_url, 409)


def unsaved(error: Exception, fields: Fields, next_url: str) -> Page:
    """Give back what a form held when the store can't take it, or is sealed; this page needs no database."""
    if isinstance(error, TooManyTries):
        wait = _("Trop de codes faux. Attendez une minute, puis envoyez de nouveau.")
        return _give_back(wait, raw_texts(fields), next_url, 429)
    if isinstance(error, NoRoom | NoScreening) and not lost(error):
        over = _("C’est trop tard pour ces réponses : ce moment est fermé. Rien n’a été enregistré.")
        return _give_back(over, raw_texts(fields), next_url, 409)
    sentence = _("L’ordinateur de la salle n’a pas pu enregistrer. Rien n’est perdu : réessayez.")
    return _give_back(sentence, raw_texts(fields), next_url, 503)


def _give_back(sentence: str, typed: list[tuple[str, str]], next_url: str, status: int) -> Page:
    page = render_template(
        "participants/refused.html", title="", sentence=sentence, typed=typed, next_url=next_url
    )
    return page, status


def waiting_page(screening: Screening, room: Room, next_url: str, results_url: str = "") -> str:
    """Return what stands on a phone while nothing is asked; the group's results once they are open."""
    heading, sentence = texts(room.state.phase)
    return render_template(
        "participants/waiting.html",
        title=screening.plan.title,
        heading=heading,
        sentence=sentence,
        dim=room.state.phase == "film",
        page=place(room),
        poll_url=url_for("participants.where", code=screening.code),
        next_url=next_url,
        again_url="",
        results_url=results_url if room.state.phase == "ended" and room.shared else "",
    )


def doors_page(screening: Screening, room: Room, next_url: str, code_url: str) -> str:
    """Return what stands on a newcomer's phone while the doors are closed."""
    return render_template(
        "participants/doors.html",
        title=screening.plan.title,
        code_url=code_url,
        page=place(room, at_the_door=True),
        poll_url=url_for("participants.where", code=screening.code, door="1"),
        next_url=next_url,
    )


def duration(moment: Moment) -> str:
    """Return how long the questions of a moment take."""
    return str(_("deux minutes et demie") if moment == "before" else _("trois minutes"))


def typed_code() -> str:
    """Return the ticket's code that was typed, to show it again."""
    return clean_text(request.values.get("ticket_code", ""), 40)
