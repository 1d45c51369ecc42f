"""Sessions, headers, and who may open which page."""

import ipaddress
import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

from flask import Flask, Response, abort, g, redirect, request, session, url_for
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import URLSafeSerializer
from werkzeug.wrappers import Response as BaseResponse

from screening.output.bundle import LARGEST_FILE
from screening.store.accounts import Account
from screening.store.database import StoreError
from screening.store.library import Screening
from screening.web.services import services

P = ParamSpec("P")
R = TypeVar("R")

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


NAMELESS = frozenset({"participants", "shared", "projector", "handed_out", "health"})
"""The blueprints that nobody signs in to."""
REMOTE = frozenset({"console", "leading", "moderation", "heads", "hands", "timing", "paper", "clicker"})
NOT_REMOTE = frozenset({"console.sealing"})
"""What a linked phone may open: what leads the evening, and nothing that can't be undone."""
_TICKS = (1024 * 1024, 20_000)
LARGE = {
    "moving.bring": (LARGEST_FILE + 20_000, 0),
    "coding.sort": _TICKS,
    "gathering.sort": _TICKS,
    "yearly.save": _TICKS,
}
"""The forms that may be larger than others: how many bytes, how many fields (0 as others)."""
_LOCAL_NAMES = (".local", ".lan", ".localhost", ".home.arpa", ".internal")


class ForeignHost(Exception):
    """The request names a host that is not this server: a forged one, or another site's name for it."""


class UntimedSessions(SecureCookieSessionInterface):
    """Sessions signed without a time: a laptop clock that steps back would log everybody out."""

    def get_signing_serializer(self, app: Flask) -> Any:
        """Return the serializer that signs the cookie."""
        return URLSafeSerializer(
            app.secret_key or "",
            salt=self.salt,
            serializer=self.serializer,
            signer_kwargs={"key_derivation": self.key_derivation, "digest_method": self.digest_method},
        )

    def get_cookie_secure(self, app: Flask) -> bool:
        """Tell whether the cookie is for HTTPS only: when people come by HTTPS."""
        return request.is_secure

    def open_session(self, app: Flask, request: Any) -> SecureCookieSession | None:
        """Read the cookie; one that was not signed here is an empty session."""
        serializer = self.get_signing_serializer(app)
        value = request.cookies.get(self.get_cookie_name(app))
        if not value:
            return self.session_class()
        loaded, data = serializer.loads_unsafe(value)
        return self.session_class(data) if loaded else self.session_class()


def init(app: Flask) -> None:
    """Set sessions and headers on an application."""
    app.session_interface = UntimedSessions()
    app.url_value_preprocessor(let_large_forms_in)
    app.after_request(add_headers)
    app.before_request(check_host)
    app.before_request(load_account)


def check_host() -> None:
    """Refuse names that are not ours: another site's name may lead a browser here (DNS rebinding).

    Numbers and names of a local network pass, because a laptop's address changes; no page uses this name.
    """
    try:
        name = urlsplit(f"//{request.host}").hostname or ""
        name.encode("idna")
        ours = urlsplit(services().settings.public_url).hostname
        trusted = services().settings.proxies > 0
        if "." in name and name != ours and not trusted and not name.endswith(_LOCAL_NAMES):
            ipaddress.ip_address(name)
    except ValueError:
        raise ForeignHost from None


def add_headers(response: Response) -> Response:
    """Set the headers that every page carries; pages that are made are never kept."""
    headers = response.headers
    headers["Content-Security-Policy"] = CONTENT_POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"  # for phones too old for frame-ancestors
    headers["Referrer-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=()"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if request.is_secure:
        headers["Content-Security-Policy"] = f"{CONTENT_POLICY}; upgrade-insecure-requests"
        headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.endpoint == "static":
        headers["Cache-Control"] = "public, max-age=31536000, immutable" if request.args else "no-cache"
    elif "ETag" in headers:
        headers["Cache-Control"] = "private, no-cache"
    else:
        headers["Cache-Control"] = "no-store"
    return response


def load_account() -> None:
    """Find who is signed in, for the pages that are theirs."""
    g.account, g.remote = None, ""
    if request.blueprint not in NAMELESS and request.endpoint != "static":
        account_id = session.get("account")
        found = services().accounts.get(account_id) if account_id else None
        # A new password ends what was signed in with the old one.
        if found and found.sessions == session.get("sessions", 0):
            g.account = found
        else:
            _load_remote(*session.get("remote", ("", "")))
        if g.account:
            g.language = g.account.language


def let_large_forms_in(endpoint: str | None, _values: object) -> None:
    """Let who is signed in send the forms that are large, before their token is looked for."""
    if endpoint not in LARGE:
        return
    load_account()
    if g.account is not None and not g.remote:
        size, fields = LARGE[endpoint]
        request.max_content_length = size
        if fields:
            request.max_form_memory_size, request.max_form_parts = size, fields


def _load_remote(screening_id: str, number: str) -> None:
    """Let a linked phone stand in for its screening's owner, as long as the console has not unlinked it."""
    if not number:
        return
    try:
        linked = services().rooms.get(screening_id).remote
        owner = services().library.screening(screening_id).owner
    except StoreError:
        return
    if linked and secrets.compare_digest(linked, number):
        g.account, g.remote = services().accounts.get(owner), screening_id


def sign_in(account: Account) -> None:
    """Start a fresh session for an account."""
    session.clear()
    session["account"] = account.id
    session["sessions"] = account.sessions
    session.permanent = True


def account() -> Account:
    """Return who is signed in; a page that asks this is behind `signed_in`."""
    if g.account is None:
        abort(403)
    signed: Account = g.account
    return signed


def signed_in(view: Callable[P, R]) -> Callable[P, R | BaseResponse]:
    """Send those who are not signed in to the sign-in page, and a linked phone back to its console."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R | BaseResponse:
        if g.account is None:
            return redirect(url_for("accounts.enter"))
        if g.remote and (request.blueprint not in REMOTE or request.endpoint in NOT_REMOTE):
            return redirect(url_for("console.page", screening_id=g.remote), 303)
        return view(*args, **kwargs)

    return guarded


def organisers_only(view: Callable[P, R]) -> Callable[P, R | BaseResponse]:
    """Keep a page for organisers: others are sent to sign in, or told that it is not for them."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R | BaseResponse:
        if g.account is not None and (g.remote or not g.account.organiser):
            abort(403)
        return signed_in(view)(*args, **kwargs)

    return guarded


def readable_screening(screening_id: str) -> Screening:
    """Return a screening of one's own, or any for an organiser; 404 for another's, as for none."""
    screening = services().library.screening(screening_id)
    g.rehearsal = screening.rehearsal
    if g.remote or (screening.owner != account().id and not account().organiser):
        abort(404)
    return screening


def own_screening(screening_id: str) -> Screening:
    """Return a screening of the facilitator who is signed in; 404 for another's, as for none."""
    screening = services().library.screening(screening_id)
    g.rehearsal = screening.rehearsal
    if screening.owner != account().id or g.remote not in {"", screening.id}:
        abort(404)
    return screening
