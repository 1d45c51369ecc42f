"""What the pages work with: settings, store, guides. One instance an application."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from flask import current_app
from markupsafe import Markup

from screening.config import Settings
from screening.guide.faults import Fault
from screening.guide.model import Guide
from screening.network import Reach
from screening.room.questions import Question
from screening.store.accounts import Accounts
from screening.store.backups import Backups
from screening.store.database import StoreError
from screening.store.library import Library, Plan
from screening.store.links import Links
from screening.store.rooms import Rooms
from screening.web.guessing import Throttle
from screening.web.kept_findings import Kept
from screening.web.origin import told_by_proxies
from screening.web.phone_links import PhoneLinks

KEY = "screening"


class NoGuide(StoreError):
    """The guide of a screening is not installed here, or has faults."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"Le guide « {slug} » de cette séance n’est pas utilisable sur cet ordinateur.")


@dataclass(frozen=True)
class Services:
    """The store and the guides of a running server; `unreadable` tells why a room can't be read, by its id.

    `tried` holds the screenings, each with an address, that a phone has reached since the start.
    """

    settings: Settings
    library: Library
    rooms: Rooms
    accounts: Accounts
    backups: Backups
    guides: Mapping[str, Guide]
    reach: Reach
    unusable: Mapping[str, list[Fault]] = field(default_factory=dict)
    drawn: dict[tuple[object, ...], Markup] = field(default_factory=dict)
    throttle: Throttle = field(default_factory=Throttle)
    unreadable: Mapping[str, StoreError] = field(default_factory=dict)
    tried: set[tuple[str, str]] = field(default_factory=set)
    phone_links: PhoneLinks = field(default_factory=PhoneLinks)
    findings: dict[str, Kept] = field(default_factory=dict)

    def address(self) -> str:
        """Return the address phones use now; "" while only loopback is known.

        It is the configured one, else what trusted proxies tell, else this machine's; never the Host.
        """
        if self.settings.proxies and not self.settings.public_url:
            return told_by_proxies(self.settings.proxies)
        return self.reach.address()

    def own_address(self) -> str:
        """Return the address for links to give to colleagues; this very machine's while no other is known."""
        return self.address() or f"http://127.0.0.1:{self.settings.port}"

    @property
    def links(self) -> Links:
        """The links that invite people."""
        return Links(self.library.path)

    def guide(self, plan: Plan) -> Guide:
        """Return a screening's guide; raises NoGuide when it is not usable here."""
        if plan.guide not in self.guides:
            raise NoGuide(plan.guide)
        return self.guides[plan.guide]

    def chosen(self, plan: Plan) -> list[Question]:
        """Return the questions a plan chooses for people to answer themselves, in the guide's order."""
        return [q for q in self.guide(plan).questions if q.id in plan.questions]


def services() -> Services:
    """Return the services of the application at work."""
    return cast(Services, current_app.extensions[KEY])
