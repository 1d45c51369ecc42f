"""What forms with questions share, on phones and for paper."""

from collections.abc import Iterable

from flask_babel import gettext as _

from screening.i18n import say_here
from screening.room.forms import Fields
from screening.room.questions import Moment, Question
from screening.store.rooms import Room


def questions_at(room: Room, moment: Moment) -> list[Question]:
    """Return what is asked at a moment: the repeated questions first, then those behind them."""
    asked = [question for question in room.asked if moment in question.moments]
    return sorted(asked, key=lambda question: question.behind)


def points(question: Question) -> list[str]:
    """Return the five points of a scale as people read them, from full disagreement to full agreement."""
    agreement = [
        _("Pas du tout d’accord"),
        _("Plutôt pas d’accord"),
        _("Entre les deux"),
        _("Plutôt d’accord"),
        _("Tout à fait d’accord"),
    ]
    return [say_here(label) for label in question.labels] or agreement


def error_texts(errors: dict[str, str], questions: Iterable[Question]) -> dict[str, str]:
    """Return a sentence for each question that could not be taken."""
    asked = {question.id: question for question in questions}
    return {name: _error_text(reason, asked[name]) for name, reason in errors.items()}


def _error_text(reason: str, question: Question) -> str:
    if reason != "too_many":
        return str(_("Choisissez une des réponses proposées."))
    if question.most:
        return str(_("Au plus %(n)s images, s’il vous plaît.", n=question.most))
    return str(_("Au plus %(n)s mots, s’il vous plaît.", n=question.limit))


def form_values(fields: Fields) -> dict[str, str | list[str]]:
    """Return what was sent as the form's template wants it back: one value plain, several as a list."""
    return {name: values[0] if len(values) == 1 else list(values) for name, values in fields.items()}
