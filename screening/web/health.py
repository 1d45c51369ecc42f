"""Whether this server can serve, for a program that watches it: one word, and nothing else."""

from flask import Blueprint, Response

from screening.store.database import StoreError
from screening.web.services import services

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def health() -> Response:
    """Say `ok` when the library opens, else `no` with status 503; no number, no version, no place."""
    try:
        services().accounts.empty()
    except StoreError:
        return Response("no\n", 503, mimetype="text/plain")
    return Response("ok\n", mimetype="text/plain")
