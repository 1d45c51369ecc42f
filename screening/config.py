"""Settings of one running server, and the secret it signs with."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from screening import resources
from screening.network import ANYWHERE, Address, Reach, addresses
from screening.summary.gates import OPEN

_SECRET_BYTES = 32


@dataclass(frozen=True)
class Settings:
    """How this server runs. `public_url` has no slash at its end; "" means: find this machine's address.

    `proxies` is how many proxies stand before this server; 0 means that no header of theirs is believed.
    `design` shows the page of developers. `minimum` answers open a question at a moment.
    `find` finds this machine's addresses.
    """

    data: Path
    host: str = "0.0.0.0"  # noqa: S104 - phones in the room reach it over the local network
    port: int = 8080
    public_url: str = ""
    proxies: int = 0
    minimum: int = OPEN
    design: bool = False
    guides: tuple[Path, ...] = field(default_factory=lambda: (resources.folder("guides"),))
    setup_secret: str = field(default_factory=lambda: secrets.token_urlsafe(16), repr=False)
    find: Callable[[], list[Address]] = field(default=addresses, repr=False)

    @property
    def local_address(self) -> str:
        """The address under which this very machine reaches the server."""
        return f"http://{'127.0.0.1' if self.host in ANYWHERE else self.host}:{self.port}"

    @property
    def secure(self) -> bool:
        """Tell whether people reach this server over HTTPS."""
        return self.public_url.startswith("https://")

    def reach(self) -> Reach:
        """Return how phones reach a server with these settings."""
        return Reach(self.port, self.data / "network.json", self.public_url, self.host, self.find)


def signing_secret(data: Path) -> bytes:
    """Return the secret that signs sessions, made at the first start and kept in the data folder."""
    path = data / "secret.key"
    if not path.exists() or len(path.read_bytes()) < _SECRET_BYTES:
        draft = data / "secret.new"
        draft.unlink(missing_ok=True)
        draft.touch(mode=0o600)
        draft.write_bytes(secrets.token_bytes(_SECRET_BYTES))
        draft.replace(path)
    return path.read_bytes()
