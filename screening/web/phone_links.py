"""Links that sign a phone in once: kept in memory, a few minutes, one at a time for each screening."""

import hmac
import secrets
import threading
import time
from collections.abc import Callable

LINK_SECONDS = 300


class PhoneLinks:
    """The links that wait to be opened. They run on a monotonic clock, and end with the server."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: dict[str, tuple[str, float]] = {}
        self._guard = threading.Lock()

    def make(self, screening_id: str) -> None:
        """Make a new link for a screening; the one before it stops working."""
        with self._guard:
            self._waiting[screening_id] = (secrets.token_urlsafe(24), self._clock() + LINK_SECONDS)

    def waiting(self, screening_id: str) -> str:
        """Return the secret of the link that waits for a phone, "" when none does."""
        secret, deadline = self._waiting.get(screening_id, ("", 0.0))
        return secret if self._clock() < deadline else ""

    def names(self, secret: str) -> str:
        """Return the screening that a link leads to, "" when it was used or is too old."""
        given = secret.encode()
        for screening_id in list(self._waiting):
            known = self.waiting(screening_id)
            if known and hmac.compare_digest(known.encode(), given):
                return screening_id
        return ""

    def use(self, secret: str) -> str:
        """Use a link up: return its screening the first time, "" ever after."""
        with self._guard:
            screening_id = self.names(secret)
            self._waiting.pop(screening_id, None)
            return screening_id
