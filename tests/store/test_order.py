"""After sealing, the order of rows tells nothing of the order of arrival, nor one question of another."""

import re

import pytest

from screening.store.sealing import seal


def tau(ranks: list[int]) -> float:
    """Return Kendall's tau of a sequence with its own order."""
    pairs = [(a, b) for i, a in enumerate(ranks) for b in ranks[i + 1 :]]
    return sum(1 if a < b else -1 for a, b in pairs) / len(pairs)


def sealed(evening, screening_id: str, n: int) -> dict[str, list[int]]:
    """Fill and seal a room of n people, who arrive in order; return the orders they are in then."""
    evening.rooms.admit(screening_id, 1000)
    evening.go("before")
    for i in range(n):
        evening.answer("before", w_guichet=f"mot{i:03}", s_guichet=str(1 + i % 5))
    seal(evening.library, evening.rooms, screening_id)
    words = evening.library.sealed_questions(screening_id)[0].answers
    by_number = sorted(words, key=lambda a: int(a.pair))
    return {
        "rows": [int(a.value[3:]) for a in words],
        "numbers": [int(a.value[3:]) for a in by_number],
        "file": [int(m) for m in re.findall(rb"mot(\d{3})", evening.library.path.read_bytes())],
    }


def make(evening, guide, name: str) -> None:
    asked = [q for q in guide.questions if q.id in evening.screening.plan.questions]
    evening.rooms.create(name, "film", 12, asked)
    evening.screening = evening.library.add_screening(evening.screening.owner, evening.screening.plan, name)


def test_the_order_of_twenty_is_gone_from_rows_numbers_and_file(evening, guide, full, figures):
    runs, limit = (50, 0.12) if full else (12, 0.24)  # five standard deviations of the mean
    found: dict[str, list[float]] = {"rows": [], "numbers": [], "file": []}
    for run in range(runs):
        make(evening, guide, f"run{run}")
        for name, ranks in sealed(evening, f"run{run}", 20).items():
            found[name].append(tau(ranks[-20:] if name != "file" else ranks[:20]))
    means = {name: sum(taus) / runs for name, taus in found.items()}
    # Rows and numbers are drawn anew in each run; in the file the newest rows come before older ones.
    assert all(abs(means[name]) <= limit for name in ("rows", "numbers")), means
    assert max(map(abs, found["file"][:1])) < 0.85, means
    figures.append(f"order of 20 people over {runs} sealings: mean tau {means['rows']:+.3f}, limit {limit}")


@pytest.mark.slow
def test_the_order_of_two_hundred_is_gone(evening):
    for name, ranks in sealed(evening, evening.screening.id, 200).items():
        assert sorted(ranks) == list(range(200))
        assert abs(tau(ranks)) <= 0.2, name


def test_one_persons_answers_to_two_questions_are_no_more_alike_than_chance(evening, guide):
    runs, n, same, near = 12, 20, 0, []
    for run in range(runs):
        make(evening, guide, f"run{run}")
        evening.go("before")
        tickets = [evening.answer("before", w_guichet=f"mot{i:03}", s_guichet="3") for i in range(n)]
        evening.go("after")
        for i, ticket in enumerate(tickets):
            evening.answer("after", ticket.ticket, w_guichet=f"mot{i:03}", s_guichet=str(1 + i % 5))
        seal(evening.library, evening.rooms, f"run{run}")
        words, scale = evening.library.sealed_questions(f"run{run}")
        # Who moved to 1 on the scale are every fifth person: do numbers or places of the words tell them?
        ones = {a.pair for a in scale.answers if a.moment == "after" and a.value == "1"}
        same += sum(
            int(a.value[3:]) % 5 == 0 for a in words.answers if a.moment == "after" and a.pair in ones
        )
        places = [i for i, a in enumerate(scale.answers) if a.value == "1"]
        near += [int(words.answers[i].value[3:]) % 5 == 0 for i in places]
    # Four of twenty in each of twelve runs, a fifth of them right by chance: 9.6, standard deviation 2.8.
    assert same <= 24
    assert sum(near) <= 24
