"""Facilitators and organisers who may sign in."""

import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from werkzeug.security import check_password_hash, generate_password_hash

from screening.store.database import StoreError, reading, writing


@cache
def _nobody() -> str:
    """Return what is checked when a name is unknown, so that it takes as long as a wrong password.

    Made at the first sign-in of all: at the start it would be a tenth of the time to the first page.
    """
    return generate_password_hash("")


@dataclass(frozen=True)
class Account:
    """One person who runs evenings, reads summaries, or both; `sessions` counts what ended older sign-ins."""

    id: str
    name: str
    sign_in: str
    language: str
    facilitator: bool
    organiser: bool
    sessions: int = 0


class SignInTaken(StoreError):
    """Another account has this sign-in name."""

    def __init__(self) -> None:
        super().__init__("Ce nom de connexion est déjà pris.")


class LastOrganiser(StoreError):
    """The last organiser stays one: nobody else could invite people or give a new password."""

    def __init__(self) -> None:
        super().__init__("C’est la dernière personne qui organise : nommez-en une autre d’abord.")


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
            insert_account(db, new, hashed)
        return new

    def all(self) -> list[Account]:
        """Return every account, by name."""
        with reading(self.path) as db:
            return [_account(row) for row in db.table("accounts").rows_where(order_by="name, id")]

    def by_sign_in(self, sign_in: str) -> Account | None:
        """Return an account by its sign-in name."""
        row = self._row("sign_in = ?", sign_in)
        return _account(row) if row else None

    def set_password(self, account_id: str, password: str) -> None:
        """Set a password; whoever was signed in to this account has to sign in again."""
        hashed = generate_password_hash(password)
        with writing(self.path) as db:
            set_password_hash(db, account_id, hashed)

    def set_language(self, account_id: str, language: str) -> None:
        """Set the language of an account's pages."""
        with writing(self.path) as db:
            db.execute("UPDATE accounts SET language = ? WHERE id = ?", [language, account_id])

    def set_roles(self, account_id: str, facilitator: bool, organiser: bool) -> None:
        """Set what somebody may do; raises LastOrganiser."""
        with writing(self.path) as db:
            if not organiser:
                _need_another_organiser(db, account_id)
            row = [facilitator, organiser, account_id]
            db.execute("UPDATE accounts SET facilitator = ?, organiser = ? WHERE id = ?", row)

    def remove(self, account_id: str, heir: str) -> None:
        """Delete an account; its screenings pass to `heir`. Raises LastOrganiser."""
        with writing(self.path) as db:
            _need_another_organiser(db, account_id)
            db.execute("UPDATE screenings SET owner = ? WHERE owner = ?", [heir, account_id])
            db.execute("DELETE FROM links WHERE account = ?", [account_id])
            db.execute("DELETE FROM accounts WHERE id = ?", [account_id])

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
        nobody, row = _nobody(), self._row("sign_in = ?", sign_in)
        right = check_password_hash(row["password"] if row else nobody, password)
        return _account(row) if row and right else None

    def _row(self, where: str, value: str) -> dict[str, Any] | None:
        with reading(self.path) as db:
            return next(iter(db.table("accounts").rows_where(where, [value])), None)


def insert_account(db: Database, account: Account, password_hash: str) -> None:
    """Add an account within an open transaction; raises SignInTaken."""
    if db.execute("SELECT 1 FROM accounts WHERE sign_in = ?", [account.sign_in]).fetchone():
        raise SignInTaken
    db.table("accounts").insert({**account.__dict__, "password": password_hash})


def set_password_hash(db: Database, account_id: str, password_hash: str) -> None:
    """Set a password within an open transaction, and end the sessions of the account."""
    db.execute(
        "UPDATE accounts SET password = ?, sessions = sessions + 1 WHERE id = ?", [password_hash, account_id]
    )


def _need_another_organiser(db: Database, account_id: str) -> None:
    others = db.execute("SELECT 1 FROM accounts WHERE organiser = 1 AND id != ?", [account_id])
    if others.fetchone() is None:
        raise LastOrganiser


def _account(row: dict[str, Any]) -> Account:
    return Account(
        id=row["id"],
        name=row["name"],
        sign_in=row["sign_in"],
        language=row["language"],
        facilitator=bool(row["facilitator"]),
        organiser=bool(row["organiser"]),
        sessions=row["sessions"],
    )
