"""Links that work once: to make an account, or to choose a new password. Only their hash is stored."""

import datetime
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from werkzeug.security import generate_password_hash

from screening.store.accounts import Account, insert_account, set_password_hash
from screening.store.database import StoreError, reading, writing

DAYS = 14


class LinkGone(StoreError):
    """A link was used, withdrawn, or is too old."""

    def __init__(self) -> None:
        super().__init__("Ce lien a déjà servi, ou il est trop ancien. Demandez-en un autre.")


@dataclass(frozen=True)
class Link:
    """What a link is for: a new account with these roles, or `account`'s new password."""

    hash: str
    account: str | None
    name: str
    facilitator: bool
    organiser: bool
    expires: str


class Links:
    """The links that were given out and not used yet."""

    def __init__(self, path: Path, today: Callable[[], datetime.date] = datetime.date.today) -> None:
        self.path, self._today = path, today

    def invite(self, name: str, facilitator: bool, organiser: bool) -> str:
        """Return the token of a new invitation, good for fourteen days."""
        return self._add(None, name, facilitator, organiser)

    def reset(self, account: Account) -> str:
        """Return the token of a link with which somebody chooses a new password; an earlier one ends."""
        with writing(self.path) as db:
            db.execute("DELETE FROM links WHERE account = ?", [account.id])
        return self._add(account.id, account.name, account.facilitator, account.organiser)

    def find(self, token: str) -> Link:
        """Return what a token is for, without using it; raises LinkGone."""
        hashed = _hash(token)
        for link in self.waiting():
            if secrets.compare_digest(link.hash, hashed):
                return link
        raise LinkGone

    def waiting(self) -> list[Link]:
        """Return the links that can still be used, by name."""
        today = self._today().isoformat()
        with reading(self.path) as db:
            rows = db.table("links").rows_where("expires >= ?", [today], order_by="name, hash")
            return [
                Link(
                    row["hash"],
                    row["account"],
                    row["name"],
                    bool(row["facilitator"]),
                    bool(row["organiser"]),
                    row["expires"],
                )
                for row in rows
            ]

    def withdraw(self, hashed: str) -> None:
        """Make a link useless."""
        with writing(self.path) as db:
            db.execute("DELETE FROM links WHERE hash = ?", [hashed])

    def join(self, token: str, name: str, sign_in: str, password: str, language: str) -> Account:
        """Use an invitation and make the account; raises LinkGone, SignInTaken (the link stays good)."""
        link = self.find(token)
        new = Account(secrets.token_hex(8), name, sign_in, language, link.facilitator, link.organiser)
        hashed = generate_password_hash(password)
        with writing(self.path) as db:
            if link.account or not db.execute("DELETE FROM links WHERE hash = ?", [link.hash]).rowcount:
                raise LinkGone
            insert_account(db, new, hashed)
        return new

    def set_password(self, token: str, password: str) -> str:
        """Use a link to set a password; returns the account's id. Raises LinkGone."""
        link = self.find(token)
        hashed = generate_password_hash(password)
        with writing(self.path) as db:
            if not link.account or not db.execute("DELETE FROM links WHERE hash = ?", [link.hash]).rowcount:
                raise LinkGone
            set_password_hash(db, link.account, hashed)
        return link.account

    def _add(self, account: str | None, name: str, facilitator: bool, organiser: bool) -> str:
        token = secrets.token_urlsafe(24)
        today = self._today()
        expires = (today + datetime.timedelta(days=DAYS)).isoformat()
        with writing(self.path) as db:
            db.execute("DELETE FROM links WHERE expires < ?", [today.isoformat()])
            row = [_hash(token), account, name, facilitator, organiser, expires]
            db.execute("INSERT INTO links VALUES (?, ?, ?, ?, ?, ?)", row)
        return token


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
