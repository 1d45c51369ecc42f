import datetime

import pytest

from screening.store.accounts import Accounts, SignInTaken
from screening.store.links import LinkGone, Links


@pytest.fixture
def accounts(evening) -> Accounts:
    return Accounts(evening.library.path)


def test_an_invitation_makes_one_account_and_only_its_hash_is_stored(accounts):
    links = Links(accounts.path)
    token = links.invite("Sami", facilitator=True, organiser=False)
    assert token.encode() not in accounts.path.read_bytes()
    assert links.find(token).name == "Sami"
    with pytest.raises(SignInTaken):
        links.join(token, "Sami", "nour", "un long mot", "fr")
    made = links.join(token, "Sami", "sami", "un long mot", "nl")
    assert (made.facilitator, made.organiser, made.language) == (True, False, "nl")
    assert accounts.check("sami", "un long mot") == made
    with pytest.raises(LinkGone):
        links.join(token, "Lou", "lou", "un long mot", "fr")


def test_a_link_ends_after_fourteen_days_or_when_withdrawn(accounts):
    today = datetime.date(2026, 11, 25)
    links = Links(accounts.path, lambda: today)
    token = links.invite("Sami", True, False)
    today += datetime.timedelta(days=14)
    assert links.find(token)
    today += datetime.timedelta(days=1)
    with pytest.raises(LinkGone):
        links.find(token)
    other = links.invite("Lou", True, False)
    assert [link.name for link in links.waiting()] == ["Lou"]
    links.withdraw(links.waiting()[0].hash)
    with pytest.raises(LinkGone):
        links.find(other)


def test_a_new_password_ends_what_was_signed_in(accounts):
    links = Links(accounts.path)
    nour = accounts.all()[0]
    first, second = links.reset(nour), links.reset(nour)
    with pytest.raises(LinkGone):
        links.set_password(first, "un autre mot")
    with pytest.raises(LinkGone):
        links.join(second, "X", "x", "un long mot", "fr")
    assert links.set_password(second, "un autre mot") == nour.id
    assert accounts.check("nour", "un long mot") is None
    assert accounts.check("nour", "un autre mot").sessions == nour.sessions + 1


def test_passwords_are_kept_by_scrypt(accounts):
    assert b"scrypt:" in accounts.path.read_bytes()
    assert b"un long mot" not in accounts.path.read_bytes()
