"""Which of this machine's addresses phones in the room can reach."""

import ipaddress
import re
from collections.abc import Iterable
from typing import NamedTuple

import ifaddr

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


def public_address(public_url: str, port: int, host: str) -> str:
    """Return the address phones use, without a slash at its end; "" while only loopback is known."""
    if public_url:
        return public_url.rstrip("/")
    if host not in {"", "0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        return "" if _unreachable_host(host) else f"http://{host}:{port}"
    found = addresses()
    return f"http://{found[0].ip}:{port}" if found else ""


def _unreachable_host(host: str) -> bool:
    try:
        return _unreachable(host)
    except ValueError:
        return host == "localhost"
