"""Organisers look after the people of an installation: invite, change roles, give a new password, remove."""

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.store.accounts import Account, LastOrganiser
from screening.store.deleting import delete_account
from screening.store.links import DAYS
from screening.web.forms import ActionForm
from screening.web.people_forms import InviteForm, RolesForm
from screening.web.security import account, organisers_only
from screening.web.services import services

blueprint = Blueprint("people", __name__, url_prefix="/people")
_GIVEN = "given_link"


@blueprint.get("/")
@organisers_only
def listing() -> str:
    """List the accounts and the invitations that wait; a link just made is shown this once."""
    return _page(InviteForm(facilitator=True))


@blueprint.post("/invite")
@organisers_only
def invite() -> Response | tuple[str, int]:
    """Make an invitation."""
    form = InviteForm()
    if not form.validate_on_submit():
        return _page(form), 400
    token = services().links.invite(form.name.data, form.facilitator.data, form.organiser.data)
    session[_GIVEN] = [form.name.data, token]
    return redirect(url_for("people.listing"), 303)


@blueprint.post("/<account_id>/reset")
@organisers_only
def reset(account_id: str) -> Response:
    """Make a link with which somebody chooses a new password."""
    somebody = _somebody(account_id)
    if ActionForm().validate_on_submit():
        session[_GIVEN] = [somebody.name, services().links.reset(somebody)]
    return redirect(url_for("people.listing"), 303)


@blueprint.post("/<account_id>/roles")
@organisers_only
def roles(account_id: str) -> Response:
    """Change what somebody may do."""
    somebody, form = _somebody(account_id), RolesForm()
    if not form.validate_on_submit():
        flash(_("Cochez au moins une case."), "error")
        return redirect(url_for("people.listing"), 303)
    try:
        services().accounts.set_roles(somebody.id, form.facilitator.data, form.organiser.data)
    except LastOrganiser as refusal:
        flash(str(refusal), "error")
    return redirect(url_for("people.listing"), 303)


@blueprint.post("/links/<hashed>/withdraw")
@organisers_only
def withdraw(hashed: str) -> Response:
    """Make an invitation useless."""
    if ActionForm().validate_on_submit():
        services().links.withdraw(hashed)
    return redirect(url_for("people.listing"), 303)


@blueprint.route("/<account_id>/delete", methods=["GET", "POST"])
@organisers_only
def delete(account_id: str) -> Response | str:
    """Say what goes and what stays, then delete an account; its screenings pass to another one."""
    somebody, known = _somebody(account_id), services()
    others = [a for a in known.accounts.all() if a.id != somebody.id]
    heir = next((a for a in others if a.id == request.form.get("heir")), None)
    if ActionForm().validate_on_submit() and heir:
        try:
            delete_account(known.backups, known.accounts, somebody.id, heir.id)
        except LastOrganiser as refusal:
            flash(str(refusal), "error")
        else:
            flash(_("Le compte de %(name)s est supprimé.", name=somebody.name), "good")
        return redirect(url_for("people.listing"), 303)
    own = known.library.screenings(somebody.id)
    return render_template(
        "people/delete.html", somebody=somebody, others=others, me=account(), n=len(own), form=ActionForm()
    )


def _page(form: InviteForm) -> str:
    known = services()
    name, token = session.pop(_GIVEN, ["", ""])
    return render_template(
        "people/listing.html",
        form=form,
        action=ActionForm(),
        people=known.accounts.all(),
        waiting=[link for link in known.links.waiting() if not link.account],
        link_name=name,
        link=f"{known.own_address()}{url_for('accounts.join', token=token)}" if token else "",
        days=DAYS,
    )


def _somebody(account_id: str) -> Account:
    return services().accounts.get(account_id) or abort(404)
