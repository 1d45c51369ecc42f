"""What is kept, who sees what, what sealing destroys, and what the kit can't protect against."""

from flask import Blueprint, g, render_template, request

from screening import i18n
from screening.store.deleting import retention
from screening.web.services import services

blueprint = Blueprint("trust", __name__, url_prefix="/trust")
blueprint.after_request(i18n.keep)


@blueprint.before_request
def choose_language() -> None:
    """Speak the reader's language: eight for participants, three for organisers."""
    if request.endpoint == "trust.participants":
        i18n.choose()
    elif g.account is None or "lang" in request.args:
        i18n.choose_wall()


@blueprint.get("/")
def participants() -> str:
    """Tell participants, shortly."""
    return render_template("participants/trust.html", months=retention(services().library))


@blueprint.get("/organisers")
def organisers() -> str:
    """Tell facilitators and organisers, phase by phase."""
    return render_template("organisers/trust.html", months=retention(services().library))
