"""The way in for phones, as the console shows it: address, choices, a phone that came through, the Wi-Fi."""

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import current_app, request

from screening.network import Address
from screening.store.library import Screening
from screening.web.services import services


@dataclass(frozen=True)
class WayIn:
    """How phones come in now; `tried` when a phone reached this address, `moved` when it changed lately."""

    address: str
    choices: tuple[Address, ...]
    chosen: Address | None
    moved: bool
    tried: bool

    @property
    def state(self) -> str:
        """Return one word that changes when the console has something else to show."""
        return f"{self.address} {self.tried:d}"


def way_in(screening: Screening) -> WayIn:
    """Return how phones come into a screening now."""
    known = services()
    address, reach = known.address(), known.reach
    tried = (screening.id, address) in known.tried
    return WayIn(address, tuple(reach.choices()), reach.now(), reach.moved, tried)


def token(screening: Screening, address: str) -> str:
    """Return what the code to try carries: nobody who was not shown it can say that a phone came through."""
    return secret_token(current_app.config["SECRET_KEY"], screening.id, address)


def secret_token(key: bytes, screening_id: str, address: str) -> str:
    """Return that token under a given secret."""
    return hmac.new(key, f"try|{screening_id}|{address}".encode(), hashlib.sha256).hexdigest()[:16]


def came_through(screening: Screening, given: str) -> bool:
    """Note that a phone came by the address in use; False when it was this machine, or another address."""
    known = services()
    address = known.address()
    if not hmac.compare_digest(given.encode(), token(screening, address).encode()):
        return False
    here = {choice.ip for choice in known.reach.choices()}
    if here and (request.host != urlsplit(address).netloc or request.remote_addr in here):
        return False
    known.tried.add((screening.id, address))
    return True
