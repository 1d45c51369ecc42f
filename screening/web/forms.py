"""Forms of facilitators and organisers."""

import datetime
import re
from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TimeField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from screening.guide.model import Guide
from screening.i18n import LANGUAGES, SOURCE, say_here
from screening.room.phases import AfterAt
from screening.room.text import clean_line
from screening.store.library import REPORT_FIELDS, Plan

RUN_TIMES = (60, 90, 120)
USUAL, PICTURES = "usual", "pictures"
"""The two sets of questions; a screening asks one of them, so that no answers of both are added up."""
SEQUENCE_COUNTS = {60: 1, 90: 3, 120: 5}
_LARGEST_ROOM = 500
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def _clean(value: str | None) -> str:
    return clean_line(value or "", 200)


def _as_typed(value: str | None) -> str:
    # A password may hold two spaces in a row; only what nobody can type goes.
    return "".join(c for c in value or "" if c.isprintable())[:200]


def _needed() -> DataRequired:
    return DataRequired(_("Remplissez ce champ."))


def new_password(label: str) -> PasswordField:
    """Return the field of a password that is chosen."""
    long_enough = Length(min=8, max=200, message=_("Huit caractères au moins."))
    return PasswordField(label, validators=[_needed(), long_enough])


class FirstAccountForm(FlaskForm):
    """Who runs the evenings on this installation."""

    name = StringField(_("Votre nom"), filters=[_clean], validators=[_needed(), Length(max=80)])
    sign_in = StringField(_("Nom de connexion"), filters=[_clean], validators=[_needed(), Length(max=80)])
    password = new_password(_("Mot de passe"))


class SignInForm(FlaskForm):
    """Name and password."""

    sign_in = StringField(_("Nom de connexion"), filters=[_clean], validators=[_needed()])
    password = PasswordField(_("Mot de passe"), validators=[_needed()])


class TickBoxes(SelectMultipleField):
    """Several choices as boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class ReportForm(FlaskForm):
    """What a report tells of a screening, beside what is decided for the evening itself."""

    start = TimeField(_("Début"), validators=[Optional()])
    end = TimeField(_("Fin"), validators=[Optional()])
    municipality = StringField(_("Commune"), filters=[_clean], validators=[Length(max=80)])
    partners = StringField(_("Partenaires"), filters=[_clean], validators=[Length(max=200)])
    facilitators = StringField(_("Animé par"), filters=[_clean], validators=[Length(max=200)])

    def fill_report(self, plan: Plan) -> None:
        """Fill these fields with a plan that is there."""
        for name in REPORT_FIELDS:
            value = getattr(plan, name)
            if name in {"start", "end"}:
                value = datetime.time.fromisoformat(value) if _HOUR.fullmatch(value) else None
            self[name].data = value

    def report(self) -> dict[str, Any]:
        """Return what was written; the form is valid."""
        values = {name: self[name].data or "" for name in REPORT_FIELDS}
        hours = {name: f"{values[name]:%H:%M}" for name in ("start", "end") if values[name]}
        return values | hours


class PlanForm(ReportForm):
    """What a facilitator decides before a screening."""

    pictures: tuple[str, ...] = ()
    title = StringField(_("Titre de la séance"), filters=[_clean], validators=[_needed(), Length(max=120)])
    date = DateField(_("Date"), validators=[InputRequired(_("Donnez une date."))])
    place = StringField(_("Lieu"), filters=[_clean], validators=[Length(max=120)])
    audience = StringField(_("Public"), filters=[_clean], validators=[Length(max=120)])
    expected = IntegerField(
        _("Personnes attendues"),
        validators=[
            InputRequired(_("Donnez un nombre.")),
            NumberRange(1, _LARGEST_ROOM, _("Un nombre entre 1 et 500.")),
        ],
    )
    minutes = RadioField(
        _("Durée de la soirée"), coerce=int, choices=[SelectChoice(m, f"{m} min") for m in RUN_TIMES]
    )
    languages = TickBoxes(
        _("Langues de la séance"), choices=[SelectChoice(*pair) for pair in LANGUAGES.items()]
    )
    guide = SelectField(_("Guide"))
    after_at = RadioField(
        _("Quand pose-t-on les questions d’après ?"),
        choices=[
            SelectChoice("film", _("Juste après le film")),
            SelectChoice("evening", _("À la fin de la soirée")),
        ],
    )
    question_set = RadioField(
        _("Quelles questions ?"),
        default=USUAL,
        choices=[
            SelectChoice(USUAL, _("Avec des mots : pour la plupart des groupes")),
            SelectChoice(PICTURES, _("En images : pour des personnes qui lisent peu")),
        ],
    )
    questions = TickBoxes(_("Questions auxquelles chacun·e répond"))
    sequences = TickBoxes(_("Séquences du débat"))
    activities = TickBoxes(_("Activités"))

    def validate_questions(self, field: SelectMultipleField) -> None:
        """Ask for one question at least."""
        if not field.data and not self.in_pictures:
            raise ValidationError(_("Cochez au moins une question."))

    def validate_sequences(self, field: SelectMultipleField) -> None:
        """Ask for one sequence at least, and never for the whole film in a row."""
        if not field.data:
            raise ValidationError(_("Cochez au moins une séquence."))
        if len(field.choices) > 1 and len(field.data) == len(field.choices):
            raise ValidationError(_("Toutes à la suite, c’est trop long : gardez-en une à cinq."))

    def offer(self, guides: Sequence[Guide], guide: Guide) -> None:
        """Fill the choices from the installed guides and the chosen one."""
        self.guide.choices = [SelectChoice(g.slug, say_here(g.title)) for g in guides]
        usual = [q for q in guide.questions if not q.picture_set]
        self.pictures = tuple(q.id for q in guide.questions if q.picture_set)
        self.questions.choices = [SelectChoice(q.id, say_here(q.wording)) for q in usual]
        self.sequences.choices = [SelectChoice(s.id, say_here(s.title)) for s in guide.of_kind("sequence")]
        self.activities.choices = [SelectChoice(s.id, say_here(s.title)) for s in guide.of_kind("activity")]

    @property
    def in_pictures(self) -> bool:
        """Tell whether the set for people who read little was chosen, and the guide has one."""
        return bool(self.pictures) and self.question_set.data == PICTURES

    def suggest(self, guide: Guide) -> None:
        """Fill a new form with what most evenings want."""
        self.title.data = say_here(guide.title)
        self.date.data = datetime.date.today()
        self.expected.data = 20
        self.minutes.data = 90
        self.guide.data = guide.slug
        self.languages.data = [SOURCE]
        self.after_at.data = "film"
        self.questions.data = [q.id for q in guide.questions if q.default_set]
        self.sequences.data = list(guide.suggested_sequences.get(str(SEQUENCE_COUNTS[90]), ()))

    def fill(self, plan: Plan) -> None:
        """Fill the form with a plan that is there."""
        for name in ("title", "place", "audience", "expected", "minutes", "guide", "after_at", "languages"):
            self[name].data = getattr(plan, name)
        self.fill_report(plan)
        self.date.data = datetime.date.fromisoformat(plan.date)
        in_pictures = bool(set(plan.questions) & set(self.pictures))
        self.question_set.data = PICTURES if in_pictures else USUAL
        self.questions.data = [name for name in plan.questions if name not in self.pictures]
        self.sequences.data = self.activities.data = list(plan.sequences)

    def plan(self) -> Plan:
        """Return what was decided; the form is valid."""
        after_at: AfterAt = "evening" if self.after_at.data == "evening" else "film"
        return Plan(
            title=self.title.data,
            date=self.date.data.isoformat(),
            place=self.place.data or "",
            audience=self.audience.data or "",
            expected=self.expected.data,
            minutes=self.minutes.data,
            guide=self.guide.data,
            after_at=after_at,
            questions=self.pictures if self.in_pictures else tuple(self.questions.data),
            sequences=(*self.sequences.data, *(self.activities.data or ())),
            languages=tuple(self.languages.data or (SOURCE,)),
            **self.report(),
        )


class ActionForm(FlaskForm):
    """A button: nothing but the protection against forged requests."""


class PresentForm(FlaskForm):
    """How many people are in the room."""

    present = IntegerField(_("Personnes présentes"), validators=[NumberRange(0, _LARGEST_ROOM)])


class WifiForm(FlaskForm):
    """The hall's Wi-Fi as phones join it; nothing typed means: show none."""

    name = StringField(_("Nom du Wi-Fi"), filters=[_as_typed])
    password = StringField(_("Mot de passe du Wi-Fi"), filters=[_as_typed])
    no_internet = BooleanField(_("Ce Wi-Fi n’a pas internet"))

    def validate_name(self, field: StringField) -> None:
        """A name is at most 32 bytes, and a password has one."""
        if len(field.data.encode()) > 32:
            raise ValidationError(_("Ce nom est trop long pour un Wi-Fi."))
        if not field.data and self.password.data:
            raise ValidationError(_("Écrivez aussi le nom du Wi-Fi."))

    def validate_password(self, field: StringField) -> None:
        """A password has 8 to 63 characters; an open Wi-Fi has none."""
        if field.data and not 8 <= len(field.data) <= 63:
            raise ValidationError(_("Entre 8 et 63 caractères, ou rien quand le Wi-Fi est ouvert."))

    def wifi(self) -> dict[str, str]:
        """Return what the room keeps; the form is valid."""
        offline = {"no_internet": "1"} if self.no_internet.data else {}
        named = {"name": self.name.data, "password": self.password.data} if self.name.data else {}
        return {**named, **offline}


class SealForm(FlaskForm):
    """The irreversible button, with its two ticks."""

    typed = BooleanField(
        _("Toutes les feuilles papier sont encodées, ou il n’y en avait pas."), validators=[_needed()]
    )
    destroyed = BooleanField(
        _("Les feuilles et les tickets seront détruits, ou il n’y en avait pas."), validators=[_needed()]
    )
