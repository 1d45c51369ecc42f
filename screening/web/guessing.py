"""Guessing is slowed, a full room is not: budgets of wrong guesses, in memory only.

Only wrong guesses cost; a budget fills again with time, so that nobody is ever shut out for good. All phones
of a hall may share one address: an address that once got in to a room, a ticket or an account goes on getting
in there, whatever its neighbours do. That tells a guesser nothing, who would have to be right first.
No address leaves this module: what is kept is a hash under a key that ends with this process.
"""

import hmac
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_KEPT = 20_000


@dataclass(frozen=True)
class Limit:
    """How many wrong guesses are free, and after how many seconds one more is."""

    burst: int
    seconds: float


ROOM_CODES = Limit(20, 3)
TICKET_CODES = Limit(10, 6)
TICKET_CODES_OF_A_ROOM = Limit(60, 2)
SIGN_IN_NAME = Limit(10, 6)
SIGN_IN_ADDRESS = Limit(20, 3)


class TooManyTries(Exception):
    """Too many wrong guesses from here, or for this: the right one is not looked at either, for a moment."""


class WrongGuess(Exception):
    """What was guessed does not exist; raised inside `Throttle.guess`, which counts it."""


@dataclass
class Throttle:
    """The budgets of one running server."""

    clock: Callable[[], float] = time.monotonic
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _spent: OrderedDict[bytes, tuple[float, float]] = field(default_factory=OrderedDict, repr=False)
    _got_in: OrderedDict[bytes, None] = field(default_factory=OrderedDict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @contextmanager
    def guess(self, address: str, target: str, budgets: dict[str, Limit]) -> Iterator[None]:
        """Run a block that looks a guess up and raises WrongGuess when it is wrong.

        `budgets` names what a wrong guess is counted against. Raises TooManyTries instead of
        running the block.
        """
        pair = self._hash(f"{origin(address)}|{target}")
        names = {self._hash(name): limit for name, limit in budgets.items()}
        with self._lock:
            if pair not in self._got_in and any(self._empty(name, limit) for name, limit in names.items()):
                raise TooManyTries
        try:
            yield
        except WrongGuess:
            with self._lock:
                for name, limit in names.items():
                    self._spend(name, limit)
            raise
        with self._lock:
            self._got_in[pair] = None
            _forget_oldest(self._got_in)

    def _hash(self, text: str) -> bytes:
        return hmac.digest(self._key, text.encode("utf-8", "replace"), "sha256")[:16]

    def _amount(self, name: bytes, limit: Limit) -> float:
        amount, when = self._spent.get(name, (0.0, 0.0))
        return max(0.0, amount - (self.clock() - when) / limit.seconds)

    def _empty(self, name: bytes, limit: Limit) -> bool:
        return self._amount(name, limit) > limit.burst - 1

    def _spend(self, name: bytes, limit: Limit) -> None:
        self._spent[name] = (self._amount(name, limit) + 1, self.clock())
        self._spent.move_to_end(name)
        _forget_oldest(self._spent)


def origin(address: str) -> str:
    """Return what counts as one place: an IPv4 address, or the network of an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((ip, 64), strict=False))


def _forget_oldest(kept: "OrderedDict[bytes, None] | OrderedDict[bytes, tuple[float, float]]") -> None:
    while len(kept) > _KEPT:
        kept.popitem(last=False)
