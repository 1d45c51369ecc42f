"""Where codes and passwords are looked up, each with its budget of wrong guesses."""

from flask import g, request

from screening import i18n
from screening.room import tickets
from screening.store.accounts import Account
from screening.store.answers import is_known
from screening.store.library import NoScreening, Screening
from screening.store.rooms import Room
from screening.web import guessing
from screening.web.guessing import WrongGuess
from screening.web.services import services


def address() -> str:
    """Return where a request comes from; for the budgets alone, never kept.

    Behind a proxy that is not told of, all come from one place: rooms that opened once then stay open to all.
    """
    return guessing.origin(request.remote_addr or "")


def screening_by_code(code: str) -> Screening:
    """Return a screening by its room code; raises NoScreening, TooManyTries."""
    if tickets.read_code(code) != code:
        # No code looks like this: nothing was guessed.
        raise NoScreening
    here = address()
    try:
        with services().throttle.guess(here, f"room {code}", {f"room {here}": guessing.ROOM_CODES}):
            try:
                return services().library.by_code(code)
            except NoScreening:
                raise WrongGuess from None
    except WrongGuess:
        raise NoScreening from None


def go_in(code: str) -> tuple[Screening, Room]:
    """Return a screening and its room for a page of participants; raises as above, and NoRoom."""
    screening = screening_by_code(code)
    i18n.offer(screening.plan.languages)
    g.rehearsal = screening.rehearsal
    return screening, services().rooms.get(screening.id)


def ticket_of(room: Room, reference: str) -> str:
    """Return a ticket's token or code as it is, "" for a code that no ticket of the room has.

    Raises TooManyTries. A token is too long to be guessed, and is not looked up here.
    """
    if len(reference) != tickets.CODE_LENGTH:
        return reference
    here = address()
    budgets = {
        f"ticket {room.id} {here}": guessing.TICKET_CODES,
        f"ticket {room.id}": guessing.TICKET_CODES_OF_A_ROOM,
    }
    try:
        with services().throttle.guess(here, f"ticket {room.id} {reference}", budgets):
            if not is_known(services().rooms, room, reference):
                raise WrongGuess
    except WrongGuess:
        return ""
    return reference


def account_of(sign_in: str, password: str) -> Account | None:
    """Return the account of a name and its password, None when they do not match; raises TooManyTries."""
    here, name = address(), sign_in.casefold()
    budgets = {f"name {name}": guessing.SIGN_IN_NAME, f"sign-in {here}": guessing.SIGN_IN_ADDRESS}
    try:
        with services().throttle.guess(here, f"account {name}", budgets):
            found = services().accounts.check(sign_in, password)
            if found is None:
                raise WrongGuess
            return found
    except WrongGuess:
        return None
