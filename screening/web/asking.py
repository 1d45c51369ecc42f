"""What forms with questions share, on phones and for paper."""

from collections.abc import Iterable

from flask_babel import gettext as _

from screening.i18n import language
from screening.room.forms import Fields
from screening.room.questions import Moment, Question, say
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
    return [say(label, language()) for label in question.labels] or agreement


def error_texts(errors: dict[str, str], questions: Iterable[Question]) -> dict[str, str]:
    """Return a sentence for each question that could not be taken."""
    limits = {question.id: question.limit for question in questions}
    return {
        question: _("Au plus %(n)s mots, s’il vous plaît.", n=limits[question])
        if reason == "too_many"
        else _("Choisissez une des réponses proposées.")
        for question, reason in errors.items()
    }


def form_values(fields: Fields) -> dict[str, str | list[str]]:
    """Return what was sent as the form's template wants it back: one value plain, several as a list."""
    return {name: values[0] if len(values) == 1 else list(values) for name, values in fields.items()}
