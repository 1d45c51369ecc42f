from hypothesis import given
from hypothesis import strategies as st

from screening.room import run
from screening.room.run import Part, Run

PARTS = [Part("Accueil", 10), Part("Film", 19), Part("Débat", 25), Part("Et maintenant ?", 6, protected=True)]
MINUTE = 60.0


def started() -> Run:
    return run.go_to(Run(), PARTS, 0, 0.0)


def test_before_it_begins_all_the_minutes_are_left():
    assert run.minutes_left(Run(), 60, 1000) == 60
    assert run.minutes_over(Run(), PARTS, 60, 1000) == 0


def test_real_minutes_stand_beside_the_planned_ones():
    now = run.go_to(started(), PARTS, 1, 12 * MINUTE)
    welcome, film, debate, _ = run.lines(now, PARTS, 15 * MINUTE)
    assert (welcome.minutes, welcome.took, welcome.standing) == (10, 12, "done")
    assert (film.took, film.standing) == (3, "now")
    assert (debate.took, debate.standing) == (None, "ahead")
    assert run.minutes_left(now, 60, 15 * MINUTE) == 45
    assert run.minutes_over(now, PARTS, 60, 15 * MINUTE) == 2


def test_shortening_skipping_and_parking_make_room_and_can_be_taken_back():
    late = run.go_to(started(), PARTS, 1, 14 * MINUTE)
    assert run.minutes_over(late, PARTS, 60, 14 * MINUTE) == 4
    shorter = run.change(run.change(late, PARTS, 2, "shorten"), PARTS, 2, "shorten")
    assert run.minutes_over(shorter, PARTS, 60, 14 * MINUTE) == 0
    parked = run.change(late, PARTS, 2, "park")
    assert run.lines(parked, PARTS, 0)[2].standing == "park"
    assert run.minutes_of(parked, PARTS, 2) == 0
    assert run.change(parked, PARTS, 2, "take") == late
    assert run.go_to(parked, PARTS, 2, 15 * MINUTE).left_out == {}


def test_the_last_minutes_are_protected():
    for how in ("shorten", "skip", "park"):
        assert run.change(started(), PARTS, 3, how) == started()


def test_what_the_room_keeps_gives_the_same_run_again():
    import json

    now = run.change(run.go_to(started(), PARTS, 1, 700), PARTS, 2, "skip")
    assert run.from_json(json.loads(json.dumps(now.as_json()))) == now
    assert run.from_json({}) == Run()


@given(
    st.lists(st.tuples(st.integers(-1, 4), st.sampled_from(["shorten", "lengthen", "skip", "park", "take"])))
)
def test_no_change_makes_a_part_negative_or_touches_the_protected_one(changes):
    now = started()
    for index, how in changes:
        now = run.change(now, PARTS, index, how)
    assert all(run.minutes_of(now, PARTS, n) >= 0 for n in range(4))
    assert run.minutes_of(now, PARTS, 3) == 6
