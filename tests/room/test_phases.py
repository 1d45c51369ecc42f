from dataclasses import replace

import pytest

from screening.room.phases import RoomState, moments_reopened, neighbour, order


@pytest.mark.parametrize("after_at", ["film", "evening"])
def test_an_evening_goes_forward_and_back_through_all_its_phases(after_at):
    seen = ["preparing"]
    state = RoomState("preparing", after_at)
    while phase := neighbour(state, 1):
        back = neighbour(replace(state, phase=phase), -1)
        assert back == state.phase
        state = replace(state, phase=phase)
        seen.append(phase)
    assert tuple(seen) == order(after_at)


def test_a_moment_waits_opens_has_its_grace_and_closes():
    def before(phase, **more):
        return RoomState(phase, "film", **more).status("before")

    assert before("preparing") == "waiting"
    assert before("before") == "open"
    assert before("film") == "grace"
    assert before("film", over=frozenset({"before"})) == "closed"
    assert RoomState("film", "film").status("after") == "waiting"
    assert RoomState("debate", "evening").status("after") == "waiting"


def test_results_wait_for_both_moments_to_close():
    both = frozenset({"before", "after"})
    assert not RoomState("debate", "film").results_ready
    assert not RoomState("film", "film", over=frozenset({"before"})).results_ready
    assert RoomState("debate", "film", over=both).results_ready
    assert not RoomState("debate", "evening", over=frozenset({"before"})).results_ready


def test_what_was_shown_stays_closed_even_when_the_phase_goes_back():
    assert RoomState("before", "film", revealed=True).status("before") == "closed"
    assert RoomState("before", "film", sealing=True).open_moment is None


def test_going_back_reopens_the_moments_from_there_on():
    state = RoomState("debate", "film")
    assert moments_reopened(state, "after") == {"after"}
    assert moments_reopened(state, "before") == {"before", "after"}
    assert moments_reopened(state, "ended") == frozenset()
