"""Facilitators and organisers who may sign in."""

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzeug.security import check_password_hash, generate_password_hash

from screening.store.database import reading, writing

# Checked when a name is unknown, so that an unknown name takes as long as a wrong password.
_NOBODY = generate_password_hash("")


@dataclass(frozen=True)
class Account:
    """One person who runs evenings, reads summaries, or both."""

    id: str
    name: str
    sign_in: str
    language: str
    facilitator: bool
    organiser: bool


class Accounts:
    """The accounts in a library."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add_first(self, name: str, sign_in: str, password: str) -> Account | None:
        """Make the first account, facilitator and organiser in one; None when there is one already."""
        new = Account(secrets.token_hex(8), name, sign_in, "fr", facilitator=True, organiser=True)
        hashed = generate_password_hash(password)
        with writing(self.path) as db:
            if db.table("accounts").count:
                return None
            db.table("accounts").insert({**new.__dict__, "password": hashed})
        return new

    def empty(self) -> bool:
        """Tell whether nobody has an account yet."""
        with reading(self.path) as db:
            return not db.table("accounts").count

    def get(self, account_id: str) -> Account | None:
        """Return an account by its id."""
        row = self._row("id = ?", account_id)
        return _account(row) if row else None

    def check(self, sign_in: str, password: str) -> Account | None:
        """Return the account of this sign-in name when the password is right."""
        row = self._row("sign_in = ?", sign_in)
        right = check_password_hash(row["password"] if row else _NOBODY, password)
        return _account(row) if row and right else None

    def _row(self, where: str, value: str) -> dict[str, Any] | None:
        with reading(self.path) as db:
            return next(iter(db.table("accounts").rows_where(where, [value])), None)


def _account(row: dict[str, Any]) -> Account:
    return Account(
        id=row["id"],
        name=row["name"],
        sign_in=row["sign_in"],
        language=row["language"],
        facilitator=bool(row["facilitator"]),
        organiser=bool(row["organiser"]),
    )
