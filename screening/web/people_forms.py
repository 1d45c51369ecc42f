"""Forms about people: joining by a link, inviting, one's own password and language."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, PasswordField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from screening.i18n import LANGUAGES, WALL_LANGUAGES
from screening.room.text import clean_line
from screening.web.forms import FirstAccountForm, new_password


def _languages() -> SelectField:
    return SelectField(
        _("Langue des pages"), choices=[SelectChoice(code, LANGUAGES[code]) for code in WALL_LANGUAGES]
    )


class JoinForm(FirstAccountForm):
    """What an invited person chooses."""

    language = _languages()


class NewPasswordForm(FlaskForm):
    """A new password, by a link."""

    password = new_password(_("Nouveau mot de passe"))


class ChangePasswordForm(FlaskForm):
    """A new password of one's own, by the present one."""

    current = PasswordField(_("Mot de passe actuel"), validators=[DataRequired(_("Remplissez ce champ."))])
    password = NewPasswordForm.password


class LanguageForm(FlaskForm):
    """The language of one's pages."""

    language = _languages()


class RolesForm(FlaskForm):
    """What somebody may do."""

    facilitator = BooleanField(_("anime des séances"))
    organiser = BooleanField(_("organise : voit toutes les séances, invite, supprime"))

    def validate_facilitator(self, field: BooleanField) -> None:
        """Ask for one of the two."""
        if not field.data and not self.organiser.data:
            raise ValidationError(_("Cochez au moins une case."))


class InviteForm(RolesForm):
    """Who is invited, and what for."""

    name = StringField(
        _("Nom de la personne"),
        filters=[lambda value: clean_line(value or "", 200)],
        validators=[DataRequired(_("Remplissez ce champ.")), Length(max=80)],
    )
