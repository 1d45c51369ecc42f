"""The first account, joining by a link, signing in and out, one's own password and language."""

import secrets

from flask import Blueprint, abort, flash, redirect, render_template, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.store.accounts import SignInTaken
from screening.store.links import Link, LinkGone
from screening.web.entrance import account_of
from screening.web.forms import FirstAccountForm, SignInForm
from screening.web.guessing import TooManyTries
from screening.web.people_forms import ChangePasswordForm, JoinForm, LanguageForm, NewPasswordForm
from screening.web.security import account, sign_in, signed_in
from screening.web.services import services

blueprint = Blueprint("accounts", __name__)


@blueprint.route("/setup/<secret>", methods=["GET", "POST"])
def setup(secret: str) -> Response | str:
    """Make the first account; the link is printed at each start until it was used."""
    known = services()
    if not known.accounts.empty():
        return redirect(url_for("accounts.enter"))
    if not secrets.compare_digest(secret.encode(), known.settings.setup_secret.encode()):
        abort(404)
    form = FirstAccountForm()
    if form.validate_on_submit():
        account = known.accounts.add_first(form.name.data, form.sign_in.data, form.password.data)
        if account is None:
            return redirect(url_for("accounts.enter"))
        sign_in(account)
        return redirect(url_for("facilitators.screenings"))
    return render_template("accounts/setup.html", form=form)


@blueprint.route("/sign-in", methods=["GET", "POST"])
def enter() -> Response | str | tuple[str, int]:
    """Sign in by name and password."""
    form = SignInForm()
    if form.validate_on_submit():
        try:
            account = account_of(form.sign_in.data, form.password.data)
        except TooManyTries:
            form.password.errors = [_("Trop d’essais. Attendez une minute, puis réessayez.")]
            return render_template("accounts/sign_in.html", form=form), 429
        if account:
            sign_in(account)
            return redirect(url_for("facilitators.screenings"))
        form.password.errors = [_("Ce nom et ce mot de passe ne vont pas ensemble.")]
        return render_template("accounts/sign_in.html", form=form), 400
    return render_template("accounts/sign_in.html", form=form, fresh=services().accounts.empty())


@blueprint.post("/sign-out")
def leave() -> Response:
    """Sign out."""
    session.clear()
    return redirect(url_for("accounts.enter"))


@blueprint.route("/join/<token>", methods=["GET", "POST"])
def join(token: str) -> Response | str | tuple[str, int]:
    """Open a link that works once: make an account, or choose a new password. Looking uses nothing up."""
    try:
        link = services().links.find(token)
        return _new_password(token, link) if link.account else _new_account(token, link)
    except LinkGone:
        return render_template("accounts/gone.html"), 410


def _new_account(token: str, link: Link) -> Response | str | tuple[str, int]:
    form = JoinForm(name=link.name)
    if form.validate_on_submit():
        chosen = (form.name.data, form.sign_in.data, form.password.data, form.language.data)
        try:
            sign_in(services().links.join(token, *chosen))
        except SignInTaken:
            form.sign_in.errors = [_("Quelqu’un a déjà ce nom de connexion. Choisissez-en un autre.")]
        else:
            return redirect(url_for("facilitators.screenings"), 303)
    return render_template("accounts/join.html", form=form, link=link), 400 if form.errors else 200


def _new_password(token: str, link: Link) -> Response | str | tuple[str, int]:
    form, known = NewPasswordForm(), services()
    person = known.accounts.get(link.account or "")
    if person is None:
        raise LinkGone
    if form.validate_on_submit():
        known.links.set_password(token, form.password.data)
        if changed := known.accounts.get(person.id):
            sign_in(changed)
        return redirect(url_for("facilitators.screenings"), 303)
    page = render_template("accounts/new_password.html", form=form, person=person)
    return page, 400 if form.errors else 200


@blueprint.get("/account")
@signed_in
def own() -> str:
    """Show one's own account."""
    return _own_page(ChangePasswordForm())


@blueprint.post("/account/password")
@signed_in
def change_password() -> Response | tuple[str, int]:
    """Change one's own password; other places where one was signed in are signed out."""
    form, known = ChangePasswordForm(), services()
    if form.validate_on_submit():
        if known.accounts.check(account().sign_in, form.current.data):
            known.accounts.set_password(account().id, form.password.data)
            if changed := known.accounts.get(account().id):
                sign_in(changed)
            flash(_("C’est fait. Ailleurs, il faudra vous connecter de nouveau."), "good")
            return redirect(url_for("accounts.own"), 303)
        form.current.errors = [_("Ce n’est pas votre mot de passe actuel.")]
    return _own_page(form), 400


@blueprint.post("/account/language")
@signed_in
def change_language() -> Response:
    """Change the language of one's pages."""
    form = LanguageForm()
    if form.validate_on_submit():
        services().accounts.set_language(account().id, form.language.data)
    return redirect(url_for("accounts.own"), 303)


def _own_page(form: ChangePasswordForm) -> str:
    languages = LanguageForm(formdata=None, language=account().language)
    return render_template("accounts/own.html", form=form, languages_form=languages)
