"""Which of this machine's addresses phones in the room can reach."""

import ipaddress
import json
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import ifaddr

ANYWHERE = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - compared, not bound
_KEEP_SECONDS = 1.5
_TELL_SECONDS = 3600
_FRESH_SECONDS = 600

_VIRTUAL = re.compile(
    r"docker|veth|virbr|vbox|virtual|vmnet|vmware|hyper-v|wsl|tun|tap|wg|vpn|zt|tailscale|br-|bridge|utun",
    re.IGNORECASE,
)


class Address(NamedTuple):
    """One IPv4 address and the name of its network card."""

    ip: str
    card: str


def addresses() -> list[Address]:
    """Return this machine's IPv4 addresses, best first, without loopback and link-local ones."""
    found = [
        Address(str(ip.ip), str(adapter.nice_name))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4
    ]
    return rank(found)


def rank(found: Iterable[Address]) -> list[Address]:
    """Put physical cards before virtual ones and private networks before others."""
    usable = [a for a in found if not _unreachable(a.ip)]
    return sorted(usable, key=lambda a: (bool(_VIRTUAL.search(a.card)), not _private(a.ip)))


def _unreachable(ip: str) -> bool:
    address = ipaddress.ip_address(ip)
    return address.is_loopback or address.is_link_local or address.is_unspecified


def _private(ip: str) -> bool:
    return ipaddress.ip_address(ip).is_private


class Reach:
    """How phones reach this server: one address of several, the choice remembered, changes noticed.

    A fixed `url` or a `host` that is no wildcard leaves no choice. The choice is kept in `file`, by network
    card first: tomorrow's hall gives the same card another address.
    """

    def __init__(
        self,
        port: int,
        file: Path,
        url: str = "",
        host: str = "",
        find: Callable[[], list[Address]] = addresses,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.port = port
        self.fixed = url.rstrip("/") or _fixed(host, port)
        self.open = not url and host in ANYWHERE
        self._file = file
        self._find = find
        self._clock = clock
        self._found: tuple[float, list[Address]] = (float("-inf"), [])
        self._known = ""
        self._moved = float("-inf")

    def choices(self) -> list[Address]:
        """Return the addresses to choose from, best first; none when the address is fixed.

        The system is asked at most once in a second and a half.
        """
        if not self.open:
            return []
        asked, found = self._found
        if self._clock() - asked > _KEEP_SECONDS:
            found = self._find()
            self._found = (self._clock(), found)
        return found

    def now(self) -> Address | None:
        """Return the address in use among the choices: the one chosen, else the best."""
        found = self.choices()
        kept = self._kept()
        wanted = [a for a in found if a == kept] or [a for a in found if kept and a.card == kept.card]
        return next(iter(wanted or found), None)

    def address(self) -> str:
        """Return the address phones use, without a slash at its end; "" while only loopback is known."""
        if not self.open:
            return self.fixed
        chosen = self.now()
        address = f"http://{chosen.ip}:{self.port}" if chosen else ""
        if address and address != self._known:
            if self._known:
                self._moved = self._clock()
            self._known = address
        return address

    def choose(self, ip: str) -> bool:
        """Use one of the addresses from now on, also after a restart; False when it is not there."""
        chosen = next((a for a in self.choices() if a.ip == ip), None)
        if chosen:
            self._file.write_text(json.dumps(chosen._asdict()), encoding="utf-8")
        return chosen is not None

    @property
    def moved(self) -> bool:
        """Tell whether the address changed within the last hour: phones that were in must scan again."""
        return self._clock() - self._moved < _TELL_SECONDS

    @property
    def just_moved(self) -> bool:
        """Tell whether the address changed within ten minutes: the wall says so beside whatever it shows."""
        return self._clock() - self._moved < _FRESH_SECONDS

    def _kept(self) -> Address | None:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return Address(str(kept["ip"]), str(kept["card"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _fixed(host: str, port: int) -> str:
    return "" if host in ANYWHERE or _unreachable_host(host) else f"http://{host}:{port}"


def _unreachable_host(host: str) -> bool:
    try:
        return _unreachable(host)
    except ValueError:
        return host == "localhost"
