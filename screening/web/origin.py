"""Under which scheme and host people know this server: as configured, or as trusted proxies tell."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from screening.config import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def init(app: Flask, settings: Settings) -> None:
    """Let the configured address decide, then exactly so many proxies; else only the connection itself."""
    app.after_request(relative)
    if settings.public_url:
        app.wsgi_app = _at(app.wsgi_app, settings.public_url)  # type: ignore[method-assign,assignment]
    if n := settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n)  # type: ignore[method-assign]


def relative(response: Response) -> Response:
    """Keep redirects on the address that was opened: a forged Host sends nobody elsewhere."""
    if response.location and response.location.startswith(request.host_url):
        response.location = "/" + response.location.removeprefix(request.host_url)
    return response


def told_by_proxies(proxies: int) -> str:
    """Return the address that so many proxies tell; "" when they name no host: it would be anybody's."""
    told = request.headers.get("X-Forwarded-Host", "")
    return request.host_url.rstrip("/") if told and told.count(",") + 1 >= proxies else ""


def _at(application: "WSGIApplication", url: str) -> "WSGIApplication":
    place = urlsplit(url)

    def at(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        environ.update({"wsgi.url_scheme": place.scheme, "HTTP_HOST": place.netloc})
        return application(environ, start_response)

    return at
