"""What may go wrong on this machine before an evening, each with a sentence that says what to do.

Nothing here writes: it works beside a running server. Sentences are French, with places for `values`; pages
translate them.
"""

import datetime
import shutil
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from screening.config import Settings
from screening.folders import on_network, synchronised
from screening.network import ANYWHERE
from screening.store.database import StoreError
from screening.store.examining import examine

_ENOUGH_BYTES = 500 * 1024 * 1024
_FIRST_YEAR, _LAST_YEAR = 2026, 2045
_SECONDS = 1.0

BY_HAND: Mapping[str, str] = {
    "sheets": "Imprimez les questionnaires, les tickets et le déroulé, et prenez des stylos.",
    "power": "Branchez l’ordinateur au courant et empêchez la veille. Coupez les notifications.",
    "film": "Le film est là : le fichier sur cet ordinateur, ou le lien essayé avec le réseau de la salle.",
    "sound": "Le son est essayé, et s’entend du fond de la salle.",
    "subtitles": "Les sous-titres sont choisis, et se lisent du fond de la salle.",
    "windows": "Vous savez passer de la fenêtre du film à l’écran de la salle, et revenir.",
}
"""What only a person can see to, by name."""


@dataclass(frozen=True)
class Check:
    """One thing looked at: `good`, and a sentence with its values; when not good, it says what to do."""

    name: str
    good: bool
    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text % self.values if self.values else self.text


def look(settings: Settings, address: str, serving: bool = False) -> list[Check]:
    """Look at everything a program can see; `serving` when this process is the server."""
    here = "127.0.0.1" if settings.host in ANYWHERE else settings.host
    running = serving or _answers(here, settings.port)
    return [
        _address(address, running),
        *([] if serving else [_port(here, settings.port, running)]),
        _disk(settings.data),
        _folder(settings.data),
        _clock(settings.data),
        *_files(settings.data),
    ]


def _address(address: str, running: bool) -> Check:
    if not address:
        return Check(
            "address",
            False,
            "Cet ordinateur n’est relié à aucun réseau : reliez-le au Wi-Fi de la salle "
            "ou à un partage de connexion.",
        )
    place = urlsplit(address)
    port = place.port or (443 if place.scheme == "https" else 80)
    if running and not _answers(place.hostname or "", port):
        text = "L’adresse %(address)s ne répond pas : choisissez-en une autre dans « Le réseau et le Wi-Fi »."
        return Check("address", False, text, {"address": address})
    return Check("address", True, "Les téléphones vont à %(address)s/", {"address": address})


def _port(host: str, port: int, running: bool) -> Check:
    values = {"port": port, "other": port + 1}
    if not running:
        return Check("port", True, "Le port %(port)s est libre.", values)
    if _ours(f"http://{host}:{port}/"):
        return Check("port", True, "Le programme répond sur le port %(port)s.", values)
    text = "Le port %(port)s est pris par un autre programme : fermez-le, ou essayez --port %(other)s."
    return Check("port", False, text, values)


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=_SECONDS):
            return True
    except OSError:
        return False


def _ours(url: str) -> bool:
    try:
        with urlopen(url, timeout=_SECONDS) as page:  # noqa: S310 - this machine, over http
            return b"participant.js" in page.read(4096)
    except (OSError, HTTPException):
        return False


def _disk(data: Path) -> Check:
    place = next(p for p in (data.absolute(), *data.absolute().parents) if p.exists())
    free = shutil.disk_usage(place).free
    if free < _ENOUGH_BYTES:
        text = "Il ne reste que %(mb)s Mo sur le disque : faites de la place, 500 Mo au moins."
        return Check("disk", False, text, {"mb": free // 1024**2})
    return Check("disk", True, "Il reste %(gb)s Go sur le disque.", {"gb": free // 1024**3})


def _folder(data: Path) -> Check:
    values = {"folder": data.absolute(), "service": synchronised(data)}
    if values["service"]:
        text = (
            "Le dossier %(folder)s est copié ailleurs par %(service)s : les réponses sortiraient d’ici. "
            "Choisissez un autre dossier avec --data."
        )
        return Check("folder", False, text, values)
    if on_network(data):
        text = (
            "Le dossier %(folder)s est sur le réseau : des réponses pourraient se perdre. "
            "Choisissez un dossier de cet ordinateur avec --data."
        )
        return Check("folder", False, text, values)
    return Check("folder", True, "Les données restent sur cet ordinateur : %(folder)s", values)


def _clock(data: Path) -> Check:
    now = datetime.datetime.now()
    last = max((p.stat().st_mtime for p in data.glob("*") if p.is_file()), default=0)
    values = {"now": f"{now:%d/%m/%Y, %H:%M}"}
    ahead = last > (now + datetime.timedelta(days=1)).timestamp()
    if ahead or not _FIRST_YEAR <= now.year <= _LAST_YEAR:
        text = "L’horloge de l’ordinateur dit %(now)s, et ce n’est pas possible : mettez-la à l’heure."
        return Check("clock", False, text, values)
    return Check("clock", True, "L’horloge dit %(now)s. Comparez avec un téléphone.", values)


def _files(data: Path) -> Iterator[Check]:
    """Open the library and every room as the server does, and read them through."""
    version = ""
    try:
        version = examine(data / "library.db")
    except StoreError as error:
        yield Check("sqlite", False, "%(reason)s", {"reason": error})
    for path in sorted((data / "rooms").glob("*.db")):
        try:
            version = examine(path)
            if not path.with_suffix(".key").exists():
                raise StoreError(f"La clé {path.with_suffix('.key')} manque : sans elle, rien n’est lisible.")
        except StoreError as error:
            text = "Une séance ne s’ouvre pas, rien n’a été touché : %(reason)s"
            yield Check("room", False, text, {"reason": error})
    if version:
        text = "Les données s’ouvrent et sont entières (SQLite %(version)s, réglages vérifiés)."
        yield Check("sqlite", True, text, {"version": version})
