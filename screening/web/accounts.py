"""The first account, signing in and signing out."""

import secrets

from flask import Blueprint, abort, redirect, render_template, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.web.entrance import account_of
from screening.web.forms import FirstAccountForm, SignInForm
from screening.web.guessing import TooManyTries
from screening.web.security import sign_in
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
