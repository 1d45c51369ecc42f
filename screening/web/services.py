"""What the pages work with: settings, store, guides. One instance an application."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from flask import current_app

from screening.config import Settings
from screening.guide.faults import Fault
from screening.guide.model import Guide
from screening.network import public_address
from screening.room.questions import Question
from screening.store.accounts import Accounts
from screening.store.database import StoreError
from screening.store.library import Library, Plan
from screening.store.rooms import Rooms
from screening.web.phone_links import PhoneLinks

KEY = "screening"


class NoGuide(StoreError):
    """The guide of a screening is not installed here, or has faults."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"Le guide « {slug} » de cette séance n’est pas utilisable sur cet ordinateur.")


@dataclass(frozen=True)
class Services:
    """The store and the guides of a running server."""

    settings: Settings
    library: Library
    rooms: Rooms
    accounts: Accounts
    guides: Mapping[str, Guide]
    unusable: Mapping[str, list[Fault]] = field(default_factory=dict)
    phone_links: PhoneLinks = field(default_factory=PhoneLinks)

    def address(self) -> str:
        """Return the address phones use now; "" while only loopback is known."""
        return public_address(self.settings.public_url, self.settings.port, self.settings.host)

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
