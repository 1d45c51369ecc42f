import datetime
import random

import pytest
from benchmarks.many import fifteen, theme
from benchmarks.many import fill as fill_many

from screening.store.accounts import Accounts, LastOrganiser
from screening.store.backups import Backups
from screening.store.coding import offer_coding, read_coding
from screening.store.database import reading, writing
from screening.store.debriefs import PROMPTS, save_debrief
from screening.store.deleting import (
    delete_account,
    delete_screening,
    delete_screenings,
    erase,
    keep_until,
    set_retention,
    to_delete,
)
from screening.store.groups import save_groups
from screening.store.library import Library, NoScreening
from screening.store.links import Links
from screening.store.merges import add_merge
from screening.store.rooms import Rooms
from screening.store.sealing import seal
from screening.store.yearly import quotes_in, save_picks


def everything(folder) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def backups(evening) -> Backups:
    backups = Backups(evening.library, evening.rooms)
    evening.rooms.moved = backups.after_phase
    return backups


def fill(evening) -> None:
    evening.go("before")
    for n in range(6):
        evening.answer("before", w_guichet=f"marqueur{n}")
    evening.go("ended")


def test_a_deleted_screening_is_gone_and_the_others_stay(evening, backups, guide, tmp_path):
    fill(evening)
    seal(evening.library, evening.rooms, "abc")
    texts = dict.fromkeys(PROMPTS, "marqueur du débriefing")
    save_debrief(evening.library.path, "abc", texts, datetime.date(2026, 11, 26))
    evening.rooms.create("def", "film", 5, guide.questions)
    evening.library.add_screening(evening.screening.owner, evening.screening.plan, "def")
    backups.save_all()
    assert b"marqueur" in everything(tmp_path)
    delete_screening(backups, "abc")
    left = everything(tmp_path)
    assert b"marqueur" not in left
    with reading(evening.library.path) as db:
        assert "abc" not in {cell for table in db.tables for row in table.rows for cell in row.values()}
    with pytest.raises(NoScreening):
        evening.library.screening("abc")
    assert [s.id for s in evening.library.screenings()] == ["def"]
    assert evening.rooms.get("def")
    assert [b.room for b in backups.kept()] == ["", "def"]


def test_what_was_coded_chosen_and_estimated_goes_with_its_screening(tmp_path, guide, evening, backups):
    library = evening.library
    gone, kept = fill_many(library, 2, 8, guide.questions)
    text = next(q for q in guide.questions if q.id == "t_flou")
    theme(library, text, "marqueur du thème")
    add_merge(library.path, gone, "w_guichet", ["marqueur du mot"], "file")
    save_groups(library.path, gone, {"women": 7})
    quotes = quotes_in(library.path, {gone})
    save_picks(library.path, [gone], quotes, [gone])
    with writing(library.path) as db:
        offer_coding(db, gone, read_coding(library.path, gone))
    backups.save_all()
    delete_screening(backups, gone)
    left = everything(tmp_path)
    assert gone.encode() not in left
    assert b"marqueur du mot" not in left
    assert not any(quote.id.encode() in left for quote in quotes)
    # The other screening asked the same question, and its texts have that theme.
    assert "marqueur du thème".encode() in left
    delete_screenings(backups, [kept])
    assert b"marqueur" not in everything(tmp_path)
    assert [s.id for s in library.screenings()] == ["abc"]


def test_a_screening_that_is_still_open_goes_with_its_room(evening, backups, tmp_path):
    fill(evening)
    delete_screening(backups, "abc")
    assert b"marqueur" not in everything(tmp_path)
    assert not list((tmp_path / "rooms").iterdir())


def test_a_deleted_account_is_gone_and_its_screenings_pass_on(evening, backups, tmp_path):
    accounts, links = Accounts(evening.library.path), Links(evening.library.path)
    first = accounts.all()[0]
    other = links.join(links.invite("Sami", True, True), "Samira Dupont", "sdupont", "un long mot", "nl")
    backups.save_all()
    delete_account(backups, accounts, first.id, heir=other.id)
    assert evening.library.screening("abc").owner == other.id
    assert accounts.get(first.id) is None
    assert first.id.encode() not in everything(tmp_path)
    with pytest.raises(LastOrganiser):
        delete_account(backups, accounts, other.id, heir=other.id)


def test_erasing_leaves_nothing_of_ours_and_all_that_is_not_ours(evening, backups, tmp_path):
    fill(evening)
    (tmp_path / "photo.jpg").write_bytes(b"not ours")
    (tmp_path / "network.json").write_text("{}")
    assert erase(tmp_path) == ["photo.jpg"]
    assert [path.name for path in tmp_path.rglob("*")] == ["photo.jpg"]


def test_what_is_kept_too_long_is_told_a_month_before(evening):
    library = evening.library
    today = datetime.date(2027, 11, 10)
    assert to_delete(library, today) == []
    set_retention(library, 12)
    [(screening, until)] = to_delete(library, today)
    assert (screening.id, until) == ("abc", datetime.date(2027, 11, 30))
    assert to_delete(library, datetime.date(2027, 10, 30)) == []
    assert keep_until("2026-12-31", 24) == datetime.date(2028, 12, 31)
    assert keep_until("2026-01-31", 1) == datetime.date(2026, 2, 28)


def test_nothing_of_what_was_deleted_is_left_between_the_rows_that_stay(tmp_path):
    library = Library(tmp_path / "library.db")
    library.prepare()
    backups = Backups(library, Rooms(tmp_path / "rooms"))
    ids = fill_many(library, 30, 12, fifteen())
    backups.save_all()
    gone = random.Random(1).sample(ids, 20)
    delete_screenings(backups, gone)
    left = everything(tmp_path)
    assert not [name for name in gone if name.encode() in left]
    assert all(name.encode() in left for name in set(ids) - set(gone))
