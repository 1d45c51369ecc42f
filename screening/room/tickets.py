"""Codes that people type, and the tickets that tie a before to an after.

A code has six characters of a 29-letter alphabet without look-alikes; the last one is a check. 29 is prime,
so a weighted sum finds every single wrong character and every swap of neighbours (as in ISBN-10).

A ticket is a random 128-bit token. Its code is derived from it with the room's key, so that it can be shown
again; the store keeps keyed hashes of both and neither of them as it is.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from screening.room.questions import MOMENTS, Moment

ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXY"
CODE_LENGTH = 6
_BASE = len(ALPHABET)
_BODY = CODE_LENGTH - 1
KEY_BYTES = 32


@dataclass(frozen=True)
class Opening:
    """What a form carries to prove that this room gave it out: for which moment, and to which ticket."""

    moment: Moment
    number: str


def check_character(body: str) -> str:
    """Return the check character of the first five characters of a code."""
    return ALPHABET[sum(weight * ALPHABET.index(c) for weight, c in enumerate(body, start=2)) % _BASE]


def random_code() -> str:
    """Draw a code, check character included."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(_BODY))
    return body + check_character(body)


def read_code(typed: str) -> str | None:
    """Return the code that was typed, in any case, with spaces or hyphens; None when a character is wrong."""
    code = re.sub(r"[\s\-–—_.]", "", typed).upper()
    if len(code) != CODE_LENGTH or not set(code) <= set(ALPHABET):
        return None
    return code if check_character(code[:_BODY]) == code[-1] else None


def show_code(code: str) -> str:
    """Write a code in two groups of three, as people read it aloud."""
    return f"{code[:3]}-{code[3:]}"


def new_key() -> bytes:
    """Draw a room's key."""
    return secrets.token_bytes(KEY_BYTES)


def _mac(key: bytes, purpose: str, text: str) -> bytes:
    return hmac.new(key, f"{purpose}|{text}".encode(), hashlib.sha256).digest()


def token_for(key: bytes, number: str, draw: int = 0) -> str:
    """Return the token of the ticket that a form's opening number makes: the same form, the same ticket."""
    return _mac(key, f"token{draw}", number)[:16].hex()


def code_for(key: bytes, token: str) -> str:
    """Derive a ticket's code from its token."""
    number = int.from_bytes(_mac(key, "code", token)[:8], "big")
    body = ""
    for _ in range(_BODY):
        number, digit = divmod(number, _BASE)
        body += ALPHABET[digit]
    return body + check_character(body)


def hash_of(key: bytes, reference: str) -> str:
    """Return the keyed hash under which the store knows a token or a code."""
    return _mac(key, "ticket", reference)[:16].hex()


def typing_secret(key: bytes, turn: int) -> str:
    """Return what opens the page to type paper in; another turn makes another, and ends the one before."""
    return _mac(key, "typing", str(turn))[:10].hex()


def text_id(key: bytes, question: str, moment: Moment, ticket: str) -> str:
    """Return a name for one text on a page: it sorts at random, and tells nothing of the ticket."""
    return _mac(key, "text", f"{question}|{moment}|{ticket}")[:16].hex()


def new_nonce(key: bytes, moment: Moment, ticket: str) -> str:
    """Return what a new form carries: moment, a random opening number, and their seal with the ticket."""
    number = secrets.token_hex(16)
    return f"{moment}.{number}.{_seal(key, moment, number, ticket)}"


def read_nonce(key: bytes, nonce: str, ticket: str) -> Opening | None:
    """Return the opening that a nonce proves for this ticket, or None when it was not made here."""
    moment, _, rest = nonce.partition(".")
    number, _, seal = rest.partition(".")
    if moment not in MOMENTS or not seal.isascii():
        return None
    known: Moment = "before" if moment == "before" else "after"
    if not hmac.compare_digest(seal, _seal(key, known, number, ticket)):
        return None
    return Opening(known, number)


def _seal(key: bytes, moment: Moment, number: str, ticket: str) -> str:
    return _mac(key, "form", f"{moment}|{number}|{ticket}")[:16].hex()
