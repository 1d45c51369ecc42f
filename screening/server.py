"""One server on one data folder: the lock, the port, waitress tuned for a room full of phones."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock, Timeout
from flask import Flask
from waitress import create_server
from waitress.server import BaseWSGIServer

from screening.config import Settings

# With waitress’s defaults, 110 half-open connections lock everybody out.
_LARGEST_BODY = 1024 * 1024
_HAS_POLL = sys.platform != "win32"
_TUNING = {
    "threads": 16,
    "connection_limit": 900 if _HAS_POLL else 450,
    "channel_timeout": 15,
    "cleanup_interval": 5,
    "asyncore_use_poll": _HAS_POLL,
    "max_request_body_size": _LARGEST_BODY,
    # A body that overflows goes to the temporary folder: what people type must not lie there.
    "inbuf_overflow": _LARGEST_BODY + 64 * 1024,
    "ident": None,
}


class StartError(Exception):
    """The server can't start; the message says why and what to do, `exit_code` tells scripts."""

    exit_code = 2


class AlreadyRunning(StartError):
    """Another instance serves this data folder, at `address`."""

    exit_code = 3

    def __init__(self, address: str) -> None:
        super().__init__(f"Le programme tourne déjà sur ce dossier : {address}")
        self.address = address


def prepare_data(folder: Path) -> None:
    """Make the data folder if it is not there; raises StartError when nothing can be written in it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise StartError(
            f"Impossible d’écrire dans {folder} ({error.strerror}). Choisissez un autre dossier avec --data."
        ) from error


def own(settings: Settings) -> FileLock:
    """Take hold of the data folder until this process ends; raises AlreadyRunning."""
    address_file = settings.data / "address.txt"
    lock = FileLock(settings.data / "server.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        known = address_file.read_text(encoding="utf-8") if address_file.exists() else ""
        raise AlreadyRunning(known.strip() or "adresse inconnue") from error
    address_file.write_text(f"{local_address(settings)}\n", encoding="utf-8")
    return lock


def listen(app: Flask, settings: Settings) -> BaseWSGIServer:
    """Open the port; raises StartError when another program has it."""
    # It would print a line for every phone that waits its turn: a whole room answering at once is no fault.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    try:
        # Waitress takes away the headers of proxies that it was not told of; origin.py counts them.
        keep = {"clear_untrusted_proxy_headers": not settings.proxies}
        return create_server(app, host=settings.host, port=settings.port, **_TUNING, **keep)
    except OSError as error:
        raise StartError(
            f"Le port {settings.port} est pris ({error.strerror}). "
            f"Fermez l’autre programme, ou essayez --port {settings.port + 1}."
        ) from error


def local_address(settings: Settings) -> str:
    """Return the address under which the browser of this very machine reaches the server."""
    return settings.local_address


def announcement(
    settings: Settings, fresh: bool, to_seal: Sequence[str] = (), unreadable: Sequence[str] = ()
) -> list[str]:
    """Return what is printed at the start: where to go, what phones use, where the data is.

    `to_seal` names the screenings that ended long ago and still can be tied to people's tickets; `unreadable`
    holds sentences on those whose files can't be read.
    """
    # Behind a proxy with HTTPS a browser keeps no cookie of ours on the machine's own address.
    here = settings.public_url if settings.secure else local_address(settings)
    phones = settings.reach().address()
    nowhere = "(aucun réseau : reliez-vous au Wi-Fi)"
    first = (
        [f"  Première fois ? Ouvrez ce lien :  {here}/setup/{settings.setup_secret}"]
        if fresh
        else [f"  Animer une séance :               {here}/screenings/"]
    )
    return [
        "",
        *first,
        f"  Les téléphones vont à :           {f'{phones}/' if phones else nowhere}",
        f"  Les données sont dans :           {settings.data.resolve()}",
        *(f"  À sceller, finie depuis une semaine : {title}" for title in to_seal),
        *(f"  {sentence}" for sentence in unreadable),
        "  Pour arrêter : Ctrl+C",
        "",
    ]
