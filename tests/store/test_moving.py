import datetime

import msgspec
import pytest

from screening.store.accounts import Accounts
from screening.store.debriefs import PROMPTS, current, offered, read_debriefs, save_debrief, settle_offered
from screening.store.groups import save_groups
from screening.store.hands import save_hands
from screening.store.heads import HeadCount, save_heads
from screening.store.library import Library
from screening.store.merges import add_merge, undo_merge
from screening.store.moved import SCREENING, Moved, NotUnderstood, decode, encode
from screening.store.moving import Brought, NotSealed, OtherAnswers, read_moved, write_moved
from screening.store.sealing import seal

TEXTS = {prompt: f"Sur {prompt}" for prompt in PROMPTS}


@pytest.fixture
def moved(evening, guide) -> Moved:
    evening.go("before")
    given = [
        evening.answer("before", s_guichet=str(1 + i % 5), w_guichet=f"mot {i}; à part") for i in range(7)
    ]
    evening.go("after")
    for accepted in given:
        evening.answer("after", accepted.ticket, s_guichet="3", w_guichet="après")
    save_heads(evening.library.path, "abc", HeadCount("mouvant", 0, 3, 4, 5, 2))
    scale = evening.library.path, "abc", next(q for q in guide.questions if q.kind == "scale")
    save_hands(*scale, "before", (1, 2, 3, 4, 5))
    save_hands(*scale, "after", (5, 4, 3, 2, 1))
    save_groups(evening.library.path, "abc", {"women": 12, "men": 9})
    evening.go("ended")
    with pytest.raises(NotSealed):
        read_moved(evening.library, "abc")
    seal(evening.library, evening.rooms, "abc")
    save_debrief(evening.library.path, "abc", TEXTS, datetime.date(2026, 11, 26), shared=True)
    add_merge(evening.library.path, "abc", "w_guichet", ["mot 1", "mot 2"], "mot 3")
    undo_merge(evening.library.path, "abc", 1)
    return read_moved(evening.library, "abc")


@pytest.fixture
def elsewhere(tmp_path) -> Library:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    library = Library(folder / "library.db")
    library.prepare()
    Accounts(library.path).add_first("Sami", "sami", "un long mot")
    return library


def owner(library: Library) -> str:
    return Accounts(library.path).all()[0].id


def test_export_import_export_has_the_same_content_field_by_field(moved, elsewhere):
    read = decode(encode(moved), moved.digest)
    assert write_moved(elsewhere, read, owner(elsewhere)) == Brought(new=True)
    again = read_moved(elsewhere, "abc")
    for name in Moved.__struct_fields__:
        assert getattr(again, name) == getattr(moved, name), name
    assert again.digest == moved.digest
    assert encode(again) == encode(moved)
    assert b"women" not in encode(moved)[SCREENING]
    assert len(again.questions[0].answers) == 14
    assert elsewhere.screening("abc").owner == owner(elsewhere)


def test_the_same_screening_twice_is_recognised(moved, elsewhere, evening):
    write_moved(elsewhere, moved, owner(elsewhere))
    assert write_moved(elsewhere, moved, owner(elsewhere)) == Brought()
    assert write_moved(evening.library, moved, evening.screening.owner) == Brought()
    assert len(elsewhere.screenings()) == 1


def test_other_answers_never_overwrite(moved, elsewhere):
    write_moved(elsewhere, moved, owner(elsewhere))
    first, *rest = moved.questions
    fewer = msgspec.structs.replace(first, answers=first.answers[1:])
    other = msgspec.structs.replace(moved, questions=(fewer, *rest))
    with pytest.raises(OtherAnswers):
        write_moved(elsewhere, other, owner(elsewhere))
    assert read_moved(elsewhere, "abc") == moved


def test_an_open_screening_of_the_same_id_stays(moved, elsewhere, evening):
    with pytest.raises(OtherAnswers):
        opened = evening.library.path.parent / "open"
        opened.mkdir()
        library = Library(opened / "library.db")
        library.prepare()
        first = Accounts(library.path).add_first("Lou", "lou", "un long mot")
        library.add_screening(first.id, evening.screening.plan, "abc")
        write_moved(library, moved, first.id)


def test_a_later_debrief_is_offered_and_taken_by_hand(moved, elsewhere, evening):
    write_moved(elsewhere, moved, owner(elsewhere))
    later = {**TEXTS, "worked": "Le silence"}
    save_debrief(evening.library.path, "abc", later, datetime.date(2026, 11, 27))
    newer = read_moved(evening.library, "abc")
    assert write_moved(elsewhere, newer, owner(elsewhere)) == Brought(debrief="offered")
    versions = read_debriefs(elsewhere.path, "abc")
    assert current(versions).texts == TEXTS
    assert offered(versions).texts == later
    settle_offered(elsewhere.path, "abc", take=True)
    versions = read_debriefs(elsewhere.path, "abc")
    assert [d.texts for d in versions] == [later, TEXTS]
    assert current(versions).shared, "a file changes nothing of what may be printed"
    assert write_moved(elsewhere, moved, owner(elsewhere)) == Brought(debrief="older")
    assert current(read_debriefs(elsewhere.path, "abc")).texts == later


def test_a_file_of_the_first_format_is_read_with_its_debrief(moved, elsewhere):
    old = as_data(moved)
    for later in ("coding", "hands", "groups"):
        old.pop(later)
    old["debrief"].pop("shared")
    read = decode({SCREENING: msgspec.json.encode(old)}, moved.digest)
    assert write_moved(elsewhere, read, owner(elsewhere)) == Brought(new=True)
    assert current(read_debriefs(elsewhere.path, "abc")).texts == TEXTS


def as_data(moved: Moved) -> dict:
    return msgspec.json.decode(msgspec.json.encode(moved))


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(more=1),
        lambda d: d.update(id="../../etc"),
        lambda d: d["plan"].update(date="hier"),
        lambda d: d["questions"].append(d["questions"][0]),
        lambda d: d["questions"][0]["answers"].append(d["questions"][0]["answers"][0]),
        lambda d: d["questions"][1]["answers"][0].update(value="9"),
        lambda d: d["questions"][0]["answers"][0].update(value="a\u0000b"),
        lambda d: d["questions"][0]["answers"][0].update(value="\u202eabc"),
        lambda d: d["questions"][0]["answers"][0].update(moment="never"),
        lambda d: d["counts"].update(before=-1),
        lambda d: d["counts"].update(before=8),
        lambda d: d["questions"][1]["answers"][0].update(value="nsp"),
    ],
)
def test_content_that_no_screening_has_is_refused(moved, change):
    data = as_data(moved)
    change(data)
    with pytest.raises(NotUnderstood):
        decode({SCREENING: msgspec.json.encode(data)}, moved.digest)


def test_nothing_but_json_is_read():
    for hostile in (b"", b"[" * 100_000, b"\xff\xfe", b'{"id": "abc"}'):
        with pytest.raises(NotUnderstood):
            decode({SCREENING: hostile}, "")
