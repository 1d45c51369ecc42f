"""What the pages work with: settings, store, guides. One instance an application."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import current_app

from screening.config import Settings
from screening.guide.model import Guide
from screening.network import public_address
from screening.room.questions import Question
from screening.store.accounts import Accounts
from screening.store.library import Library, Plan
from screening.store.rooms import Rooms

KEY = "screening"


@dataclass(frozen=True)
class Services:
    """The store and the guides of a running server."""

    settings: Settings
    library: Library
    rooms: Rooms
    accounts: Accounts
    guides: Mapping[str, Guide]

    def address(self) -> str:
        """Return the address phones use now; "" while only loopback is known."""
        return public_address(self.settings.public_url, self.settings.port, self.settings.host)

    def guide(self, plan: Plan) -> Guide:
        """Return a screening's guide; raises KeyError when it is not installed here."""
        return self.guides[plan.guide]

    def questions(self, plan: Plan) -> list[Question]:
        """Return the questions people of a screening answer themselves, in the guide's order."""
        return [q for q in self.guide(plan).questions if q.id in plan.questions]


def services() -> Services:
    """Return the services of the application at work."""
    return cast(Services, current_app.extensions[KEY])
