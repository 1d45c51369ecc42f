"""The factory: settings in, Flask application out."""

import hashlib
import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from functools import cache
from typing import Any

from flask import Flask, Response, current_app, render_template, request
from flask_babel import gettext as _
from flask_wtf import CSRFProtect
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, NotFound

from screening import i18n, resources
from screening.config import Settings, signing_secret
from screening.guide.load import available
from screening.guide.model import Guide
from screening.room.text import clean_text
from screening.store.accounts import Accounts
from screening.store.backups import Backups
from screening.store.database import StoreError
from screening.store.library import Library, NoScreening
from screening.store.rooms import NoRoom, Rooms
from screening.store.sealing import finish_sealings
from screening.web import (
    accounts,
    asking,
    clicker,
    coding,
    compression,
    console,
    damage,
    data,
    debriefing,
    deleting,
    design,
    exports,
    facilitators,
    gathering,
    handed_out,
    hands,
    heads,
    health,
    helping,
    leading,
    moderation,
    moving,
    offers,
    organisers,
    origin,
    paper,
    participants,
    people,
    phones,
    preflight,
    projector,
    reading,
    rehearsals,
    remote,
    security,
    shared,
    sources,
    timing,
    together,
    trust,
    type_in,
    unreadable,
    yearly,
)
from screening.web.guessing import TooManyTries
from screening.web.security import ForeignHost
from screening.web.services import KEY, Services

log = logging.getLogger("screening")
_FORM_BYTES = 64 * 1024


def create_app(settings: Settings) -> Flask:
    """Make the application on a data folder; raises StoreError when the data can't be used."""
    app = Flask(
        __name__,
        static_folder=str(resources.folder("static")),
        template_folder=str(resources.folder("templates")),
    )
    app.config.update(
        SECRET_KEY=signing_secret(settings.data),
        # The browser itself then keeps this cookie to this host and to HTTPS.
        SESSION_COOKIE_NAME="__Host-screening" if settings.secure else "screening",
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(days=30),
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=_FORM_BYTES,
        MAX_FORM_MEMORY_SIZE=_FORM_BYTES,
        MAX_FORM_PARTS=200,
    )
    app.extensions[KEY] = _services(settings)
    i18n.init(app)
    security.init(app)
    compression.init(app)
    origin.init(app, settings)
    protect = CSRFProtect(app)
    # Participants' forms carry a nonce of their own: without cookies Flask-WTF's token can't be checked.
    protect.exempt(participants.blueprint)
    protect.exempt(shared.blueprint)
    for module in (
        participants,
        shared,
        handed_out,
        projector,
        accounts,
        facilitators,
        console,
        leading,
        moderation,
        remote,
        clicker,
        paper,
        type_in,
        timing,
        sources,
        heads,
        hands,
        organisers,
        coding,
        exports,
        together,
        gathering,
        rehearsals,
        debriefing,
        moving,
        offers,
        deleting,
        yearly,
        people,
        data,
        damage,
        trust,
        design,
        helping,
        phones,
        preflight,
        health,
    ):
        app.register_blueprint(module.blueprint)
    _init_templates(app)
    _init_errors(app)
    return app


def _services(settings: Settings) -> Services:
    library = Library(settings.data / "library.db")
    library.prepare()
    rooms = Rooms(settings.data / "rooms")
    unreadable = rooms.prepare_all()
    backups = Backups(library, rooms)
    rooms.moved = backups.after_phase
    finish_sealings(library, rooms)
    found = available(settings.guides)
    sound = {slug: guide for slug, guide in found.items() if isinstance(guide, Guide)}
    unusable = {slug: faults for slug, faults in found.items() if not isinstance(faults, Guide)}
    for slug, faults in unusable.items():
        log.warning("Le guide %s n’est pas utilisable : %s", slug, "; ".join(map(str, faults)))
    accounts = Accounts(library.path)
    known = Services(
        settings, library, rooms, accounts, backups, sound, settings.reach(), unusable, unreadable=unreadable
    )
    _complete(known)
    return known


def _complete(known: Services) -> None:
    """Tell rooms of the first versions, which did not keep what is asked, what it is; see `Rooms.create`."""
    for screening in known.library.screenings():
        plan = screening.plan
        with suppress(StoreError):
            if not screening.sealed and not known.rooms.get(screening.id).asked:
                known.rooms.create(screening.id, plan.after_at, plan.expected, known.chosen(plan))


def _init_templates(app: Flask) -> None:
    reading.init(app)
    app.url_defaults(_static_version)
    app.jinja_env.filters["points"] = asking.points
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


@cache
def _digest(name: str) -> str:
    path = resources.folder("static") / name
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10] if path.is_file() else ""


def _static_version(endpoint: str, values: dict[str, Any]) -> None:
    # A file's address changes with its content, so that phones may keep it.
    if endpoint == "static":
        values["v"] = _digest(values["filename"])


def _init_errors(app: Flask) -> None:
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(ForeignHost, _foreign_host)
    app.register_error_handler(TooManyTries, _too_many_tries)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(NoScreening, lambda error: _http_error(NotFound()))
    app.register_error_handler(NoRoom, _sealed)
    app.register_error_handler(StoreError, _store_error)
    app.register_error_handler(Exception, _crash)


def _reader() -> str:
    on_phones = dict.fromkeys((None, "participants", "shared", "handed_out", "phones"), "participants")
    return {**on_phones, "projector": "projector"}.get(request.blueprint, "organisers")


def _error_page(
    heading: str, sentence: str, status: int, typed: Sequence[str] = (), **more: str
) -> tuple[str, int]:
    said = {"heading": heading, "sentence": sentence, "status": status, "typed": typed, **more}
    return render_template(f"{_reader()}/error.html", title="", **said), status


def _expired(error: CSRFError) -> tuple[str, int]:
    sentence = _("Revenez en arrière, rechargez la page et recommencez.")
    return _error_page(_("Cette page a trop attendu"), sentence, 400, _typed())


def _typed() -> list[str]:
    """Return what somebody wrote in a form that can't be taken, without what no page may show again."""
    hidden = {"csrf_token", "nonce", "ticket", "password"}
    texts = [text for name, text in request.form.items(multi=True) if name not in hidden]
    return [cleaned for text in texts if len(cleaned := clean_text(text, _FORM_BYTES)) > 1]


def _foreign_host(error: ForeignHost) -> Response:
    # Plain: with a name that is none, no address of ours can be built.
    sentence = _("Tapez l’adresse affichée sur l’écran de la salle.")
    return Response(f"{_('Cette adresse n’est pas la bonne')}. {sentence}\n", 400, mimetype="text/plain")


def _too_many_tries(error: TooManyTries) -> tuple[str, int]:
    sentence = _("Attendez une minute, puis réessayez avec le code affiché sur l’écran de la salle.")
    return _error_page(_("Trop de codes faux"), sentence, 429)


def _http_error(error: HTTPException) -> tuple[str, int]:
    texts = {
        403: (_("Cette page n’est pas pour vous"), _("Connectez-vous avec un autre compte.")),
        404: (_("Cette page n’existe pas"), _("Relisez l’adresse ou le code, ou demandez de l’aide.")),
        413: (_("C’est trop long"), _("Raccourcissez le texte et envoyez de nouveau.")),
    }
    other = (_("Cela n’a pas marché"), _("Rechargez la page, ou demandez à l’animateur·ice."))
    return _error_page(*texts.get(error.code or 500, other), error.code or 500)


def _sealed(error: NoRoom) -> tuple[str, int]:
    if unreadable.lost(error):
        return _store_error(error)
    sentence = _(
        "Les réponses sont scellées : plus personne ne peut les relier à un ticket. Merci d’être venu·e."
    )
    return _error_page(_("Cette séance est finie"), sentence, 404)


def _store_error(error: StoreError) -> tuple[str, int]:
    log.error("Store error on %s: %s", request.url_rule, type(error).__name__)
    if _reader() != "organisers":
        # Whoever answers or looks at the wall can mend nothing, and needs to know no file.
        ask = _("Rechargez la page, ou demandez à l’animateur·ice.")
        return _error_page(_("Cela n’a pas marché"), ask, 503)
    heading = _("Les données ne s’ouvrent pas")
    return _error_page(heading, status=503, typed=_typed(), **unreadable.told(error))


def _crash(error: Exception) -> tuple[str, int]:
    # The kind of error and the route, never the values: they could tell who answered what.
    if current_app.testing or current_app.debug:
        raise error
    log.error("%s on %s", type(error).__name__, request.url_rule)
    return _http_error(HTTPException())
