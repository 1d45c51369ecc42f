"""Small answers on a slow network: gzip for static files and for the pages that lead to the form.

The length of a compressed page tells a listener something about it. That is dangerous where a secret that
stays the same stands beside text that a stranger chose (BREACH). So only pages without such a secret are
compressed: joining, welcome, form, waiting. A form's nonce is new each time, and a ticket stands in it only
when its address holds that ticket already. The thank-you page (the ticket's code), what answers a POST, and
every page behind the sign-in (the token against forged requests) go out as they are.
"""

import gzip
from functools import lru_cache

from flask import Flask, Response, request

LEAST_BYTES = 500
_PAGES = frozenset(
    {
        "participants.enter",
        "participants.welcome",
        "participants.form",
        "participants.statement",
        "shared.start",
        "shared.form",
    }
)
_TEXTS = frozenset({"text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml"})


def init(app: Flask) -> None:
    """Compress what may be compressed, for phones that ask for it."""
    app.after_request(compress)


def compress(response: Response) -> Response:
    """Return a response with its body compressed, when it may be and gets smaller."""
    static = request.endpoint == "static"
    if not (static or request.endpoint in _PAGES) or response.mimetype not in _TEXTS:
        return response
    response.vary.add("Accept-Encoding")
    if request.method != "GET" or response.status_code != 200 or not request.accept_encodings["gzip"]:
        return response
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) < LEAST_BYTES:
        return response
    response.set_data(_packed_file(body) if static else gzip.compress(body, 6, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    if etag := response.get_etag()[0]:
        response.set_etag(f"{etag}-gzip")
    return response


@lru_cache(maxsize=32)
def _packed_file(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)
