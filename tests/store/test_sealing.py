import sqlite3

import pytest

from screening.store.answers import snapshot
from screening.store.rooms import NoRoom
from screening.store.sealing import finish_sealings, seal


def fill(evening, n: int) -> list[str]:
    evening.go("before")
    given = [evening.answer("before", s_guichet=str(1 + i % 5), w_guichet=f"mot{i}") for i in range(n)]
    evening.go("after")
    for accepted in given:
        evening.answer("after", accepted.ticket, s_guichet="3", w_guichet="après")
    evening.go("ended")
    return [accepted.ticket for accepted in given]


def test_sealing_keeps_every_answer_and_every_pair(evening):
    fill(evening, 7)
    seal(evening.library, evening.rooms, evening.screening.id)
    assert evening.library.screening(evening.screening.id).sealed
    counts = evening.library.sealed_counts(evening.screening.id)
    assert (counts["before"], counts["after"], counts["both"], counts["present"]) == (7, 7, 7, 12)
    for question in evening.library.sealed_questions(evening.screening.id):
        pairs = {a.pair for a in question.answers}
        assert len(pairs) == 7
        assert len(question.answers) == 14


def test_sealing_destroys_the_room_its_key_and_its_tickets(evening, tmp_path):
    tokens = fill(evening, 6)
    key = evening.rooms.get(evening.screening.id).key
    seal(evening.library, evening.rooms, evening.screening.id)
    assert not list((tmp_path / "rooms").iterdir())
    with pytest.raises(NoRoom):
        evening.rooms.get(evening.screening.id)
    left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert key not in left
    assert not any(token.encode() in left for token in tokens)


def test_answers_to_two_questions_can_not_be_joined_by_number_or_order(evening):
    fill(evening, 20)
    seal(evening.library, evening.rooms, evening.screening.id)
    words, scale = evening.library.sealed_questions(evening.screening.id)
    by_number = {a.pair: a.value for a in words.answers if a.moment == "before"}
    same = sum(
        by_number[a.pair] == f"mot{i}" for i, a in enumerate(scale.answers) if a.moment == "before" and i < 20
    )
    assert same < 8
    assert [a.value for a in words.answers if a.moment == "before"] != [f"mot{i}" for i in range(20)]


def test_a_crash_before_the_commit_leaves_the_room_as_it_was(evening, monkeypatch):
    fill(evening, 5)
    with monkeypatch.context() as patch:
        patch.setattr("screening.store.sealing.store_answers", lambda *_: (_ for _ in ()).throw(OSError))
        with pytest.raises(OSError):
            seal(evening.library, evening.rooms, evening.screening.id)
    finish_sealings(evening.library, evening.rooms)
    assert not evening.rooms.get(evening.screening.id).state.sealing
    assert evening.library.sealed_questions(evening.screening.id) == []
    seal(evening.library, evening.rooms, evening.screening.id)
    assert evening.library.screening(evening.screening.id).sealed


def test_a_crash_after_the_commit_is_finished_at_the_next_start(evening, monkeypatch, tmp_path):
    fill(evening, 5)
    with monkeypatch.context() as patch:
        patch.setattr(evening.rooms, "destroy", lambda _id: (_ for _ in ()).throw(OSError))
        with pytest.raises(OSError):
            seal(evening.library, evening.rooms, evening.screening.id)
    assert list((tmp_path / "rooms").iterdir())
    finish_sealings(evening.library, evening.rooms)
    assert not list((tmp_path / "rooms").iterdir())
    assert len(evening.library.sealed_questions(evening.screening.id)[0].answers) == 10


def test_fewer_than_five_changes_after_a_reveal_repeat_what_was_shown(evening):
    evening.go("before")
    given = [evening.answer("before", s_guichet="2") for _ in range(6)]
    evening.go("ended")
    evening.rooms.skip_grace(evening.screening.id)
    snapshot(evening.rooms, evening.screening.id, "s_guichet")
    with sqlite3.connect(evening.rooms.path(evening.screening.id)) as db:
        db.execute("UPDATE answers SET value = '5' WHERE ticket = (SELECT MIN(ticket) FROM answers)")
    seal(evening.library, evening.rooms, evening.screening.id)
    scale = evening.library.sealed_questions(evening.screening.id)[1]
    assert scale.repeats_snapshot
    assert [a.value for a in scale.answers] == ["2"] * len(given)


def test_a_language_of_fewer_than_five_is_not_told(evening):
    evening.go("before")
    for language in ["fr"] * 6 + ["tr"] * 2:
        evening.send("before", evening.form("before"), language=language, s_guichet="2")
    evening.go("ended")
    seal(evening.library, evening.rooms, evening.screening.id)
    languages = [a.language for a in evening.library.sealed_questions(evening.screening.id)[1].answers]
    assert sorted(languages) == ["fr"] * 6 + ["other"] * 2
