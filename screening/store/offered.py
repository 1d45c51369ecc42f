"""What came from elsewhere and waits: a decision is about the version that was read, and no other."""

import hashlib

import msgspec

from screening.store.database import StoreError


class OtherOffer(StoreError):
    """What waits now is not what was shown."""

    def __init__(self) -> None:
        super().__init__("Ce qui attend n’est plus ce que la page montrait. Rien n’a été changé.")


def mark_of(offer: object) -> str:
    """Return a short mark of what is offered; another content has another one, nothing has ""."""
    return hashlib.sha256(msgspec.json.encode(offer)).hexdigest()[:16] if offer else ""


def check_shown(offer: object, shown: str | None) -> None:
    """Raise OtherOffer unless `shown` is the mark of what waits; None is whoever looks at it right now."""
    if shown is not None and (not offer or shown != mark_of(offer)):
        raise OtherOffer
