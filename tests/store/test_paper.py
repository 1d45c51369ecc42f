from screening.room.forms import Given
from screening.room.tickets import new_nonce, typing_secret
from screening.store.answers import Accepted, Refused, Submission, count, submit
from screening.store.hands import read_hands, save_hands
from screening.store.library import Library
from screening.store.paper import halves
from screening.store.printed import LARGEST, how_many, make_printed, read_printed
from screening.store.sealing import seal


def room(evening):
    return evening.rooms.get(evening.screening.id)


def paper(evening, ticket: str, value: str, replaced: bool = False):
    nonce = new_nonce(room(evening).key, "before", ticket)
    given = (Given("s_guichet", value),)
    sent = Submission("before", nonce, ticket, given, "paper", "fr", replaced)
    return submit(evening.rooms, evening.screening.id, sent)


def test_printed_tickets_can_be_shown_again_and_lie_in_the_room_as_hashes_only(evening):
    assert make_printed(evening.rooms, "abc", "tickets", 20) == 0
    assert make_printed(evening.rooms, "abc", "tickets", 5) == 20
    make_printed(evening.rooms, "abc", "sheets", 3)
    found = read_printed(evening.rooms, room(evening), "tickets", 0, 25)
    assert found == read_printed(evening.rooms, room(evening), "tickets", 0, 25)
    sheets = read_printed(evening.rooms, room(evening), "sheets", 0, 99)
    assert len({t.code for t in [*found, *sheets]}) == 28
    assert how_many(evening.rooms, "abc") == {"tickets": 25, "sheets": 3}
    data = evening.rooms.path("abc").read_bytes()
    assert not any(t.token.encode() in data or t.code.encode() in data for t in found)
    assert count(evening.rooms, "abc").of("before") == 0


def test_a_pile_has_an_end(evening):
    make_printed(evening.rooms, "abc", "tickets", LARGEST - 1)
    make_printed(evening.rooms, "abc", "tickets", 10)
    assert how_many(evening.rooms, "abc")["tickets"] == LARGEST


def test_the_plan_may_change_while_tickets_are_printed_but_not_answered(evening, guide):
    make_printed(evening.rooms, "abc", "tickets", 2)
    assert evening.rooms.change("abc", "film", list(guide.questions))


def test_a_half_that_is_there_is_not_overwritten_without_a_choice(evening):
    make_printed(evening.rooms, "abc", "sheets", 1)
    code = read_printed(evening.rooms, room(evening), "sheets", 0, 1)[0].code
    evening.go("before")
    assert isinstance(paper(evening, code, "2"), Accepted)
    assert isinstance(paper(evening, code, "2"), Accepted)
    assert paper(evening, code, "5") == Refused("taken")
    there = halves(evening.rooms, room(evening), code)
    assert there and there["before"].values == {"s_guichet": "2"}
    assert isinstance(paper(evening, code, "5", replaced=True), Accepted)
    assert count(evening.rooms, "abc").sheets.typed == 1


def test_what_came_by_phone_is_not_read_back(evening):
    evening.go("before")
    accepted = evening.answer("before", s_guichet="4")
    there = halves(evening.rooms, room(evening), accepted.code)
    assert there and there["before"].channel == "phone"
    assert there["before"].values == {}
    assert halves(evening.rooms, room(evening), "222222") is None


def test_sealing_keeps_how_many_sheets_were_typed_of_how_many(evening):
    evening.rooms.set_fact("abc", sheets="20")
    evening.go("before")
    paper(evening, "", "3")
    evening.go("ended")
    seal(evening.library, evening.rooms, "abc")
    counts = evening.library.sealed_counts("abc")
    assert (counts["sheets typed"], counts["sheets collected"]) == (1, 20)


def test_hands_are_kept_by_question_and_moment_with_the_question_as_asked(evening, guide):
    question = next(q for q in guide.questions if q.kind == "scale")
    library: Library = evening.library
    save_hands(library.path, "abc", question, "before", (1, 2, 3, 4, 5))
    save_hands(library.path, "abc", question, "before", (0, 0, 0, 0, 9))
    save_hands(library.path, "abc", replace_wording(question), "after", (9, 0, 0, 0, 0))
    hands = read_hands(library.path, "abc")[question.id]
    assert hands.counted == {"before": (0, 0, 0, 0, 9), "after": (9, 0, 0, 0, 0)}
    assert read_hands(library.path, "none") == {}


def replace_wording(question):
    import msgspec

    return msgspec.structs.replace(question, wording={"fr": "Autrement"})


def test_another_turn_makes_another_link(evening):
    key = room(evening).key
    assert typing_secret(key, 0) != typing_secret(key, 1)
