import threading

import pytest

from screening.room.phases import GRACE_SECONDS
from screening.room.tickets import code_for, read_code
from screening.store.answers import NotReady, Refused, count, has_answered, read_answers, snapshot
from screening.store.rooms import MomentShown


def test_before_and_after_of_one_ticket_make_a_pair(evening):
    evening.go("before")
    accepted = evening.answer("before", s_guichet="2")
    assert read_code(accepted.code)
    evening.go("after")
    evening.answer("after", accepted.ticket, s_guichet="4")
    counts = count(evening.rooms, evening.screening.id)
    assert (counts.of("before"), counts.of("after"), counts.both) == (1, 1, 1)


def test_the_code_pairs_as_the_token_does(evening):
    evening.go("before")
    accepted = evening.answer("before", s_guichet="2")
    evening.go("after")
    again = evening.answer("after", accepted.code, s_guichet="4")
    assert again.code == accepted.code
    assert count(evening.rooms, evening.screening.id).both == 1


def test_the_same_form_sent_ten_times_at_once_is_one_answer(evening):
    evening.go("before")
    form = evening.form("before")
    results = []
    threads = [
        threading.Thread(target=lambda: results.append(evening.send("before", form, s_guichet="3")))
        for _ in range(10)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({result.ticket for result in results}) == 1
    assert count(evening.rooms, evening.screening.id).of("before") == 1


def test_a_form_opened_before_the_phone_had_its_ticket_replaces_that_tickets_answers(evening):
    evening.go("before")
    early = evening.form("before")
    accepted = evening.answer("before", s_guichet="1")
    evening.send("before", (early[0], accepted.ticket), s_guichet="5")
    assert count(evening.rooms, evening.screening.id).of("before") == 1


def test_answering_again_replaces_the_earlier_answers(evening):
    evening.go("before")
    accepted = evening.answer("before", s_guichet="1", w_guichet="file")
    evening.answer("before", accepted.ticket, s_guichet="2")
    with evening.rooms.read(evening.screening.id) as db:
        values = {a.question: a.value for a in read_answers(db, evening.screening.plan.questions)}
    assert values == {"s_guichet": "2", "w_guichet": "passe"}


def test_a_form_opened_in_time_is_taken_for_three_more_minutes(evening):
    evening.go("before")
    form = evening.form("before")
    evening.go("film")
    evening.clock.now += GRACE_SECONDS - 1
    assert not isinstance(evening.send("before", form, s_guichet="1"), Refused)
    evening.clock.now += 2
    assert evening.send("before", form, s_guichet="1") == Refused("closed")


def test_the_facilitator_can_skip_the_wait(evening):
    evening.go("before")
    form = evening.form("before")
    evening.go("film")
    evening.rooms.skip_grace(evening.screening.id)
    assert evening.send("before", form, s_guichet="1") == Refused("closed")


def test_forms_too_early_or_from_elsewhere_are_refused(evening):
    evening.go("before")
    assert evening.send("after", evening.form("after"), s_guichet="1") == Refused("waiting")
    assert evening.send("before", ("before.1.x", ""), s_guichet="1") == Refused("foreign")
    assert evening.send("after", evening.form("before"), s_guichet="1") == Refused("foreign")


def test_a_result_opens_when_both_moments_are_closed_and_five_answered(evening):
    evening.go("before")
    for _ in range(4):
        evening.answer("before", s_guichet="1")
    evening.go("debate")
    with pytest.raises(NotReady):
        snapshot(evening.rooms, evening.screening.id, "s_guichet")
    evening.clock.now += GRACE_SECONDS + 1
    with pytest.raises(NotReady):
        snapshot(evening.rooms, evening.screening.id, "s_guichet")
    evening.go("before")
    evening.answer("before", s_guichet="1")
    evening.go("debate")
    evening.rooms.skip_grace(evening.screening.id)
    assert len(snapshot(evening.rooms, evening.screening.id, "s_guichet")) == 5


def test_a_moment_that_was_shown_does_not_open_again(evening):
    evening.go("before")
    for _ in range(5):
        evening.answer("before", s_guichet="1")
    form = evening.form("after")
    evening.go("debate")
    evening.clock.now += GRACE_SECONDS + 1
    snapshot(evening.rooms, evening.screening.id, "s_guichet")
    with pytest.raises(MomentShown):
        evening.rooms.go_to(evening.screening.id, "after", "debate")
    assert evening.send("after", form, s_guichet="1") == Refused("closed")


def test_the_store_holds_neither_token_nor_code(evening):
    evening.go("before")
    accepted = evening.answer("before", s_guichet="1")
    room = evening.rooms.get(evening.screening.id)
    assert code_for(room.key, accepted.ticket) == accepted.code
    data = evening.rooms.path(evening.screening.id).read_bytes()
    assert accepted.ticket.encode() not in data
    assert accepted.code.encode() not in data
    assert has_answered(evening.rooms, room, accepted.code, "before")
    assert not has_answered(evening.rooms, room, "222222", "before")
