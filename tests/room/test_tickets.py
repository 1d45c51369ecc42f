from hypothesis import given
from hypothesis import strategies as st

from screening.room import tickets

KEY = b"k" * 32
codes = st.builds(tickets.random_code)
letters = st.sampled_from(tickets.ALPHABET)


@given(codes)
def test_a_code_is_read_in_any_case_with_spaces_and_hyphens(code: str):
    assert tickets.read_code(tickets.show_code(code).lower()) == code
    assert tickets.read_code(f" {' '.join(code)} ") == code


@given(codes, st.integers(0, 5), letters)
def test_one_wrong_character_never_makes_another_code(code: str, place: int, letter: str):
    wrong = code[:place] + letter + code[place + 1 :]
    assert wrong == code or tickets.read_code(wrong) is None


@given(codes, st.integers(0, 3))
def test_two_neighbours_swapped_never_make_another_code(code: str, place: int):
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or tickets.read_code(swapped) is None


def test_letters_that_look_alike_are_not_in_the_alphabet():
    assert not set("01ILOSZ") & set(tickets.ALPHABET)
    assert len(set(tickets.ALPHABET)) == 29
    assert tickets.read_code("") is None
    assert tickets.read_code("0" * 6) is None


def test_a_nonce_holds_for_its_room_moment_and_ticket_only():
    nonce = tickets.new_nonce(KEY, "before", "")
    opening = tickets.read_nonce(KEY, nonce, "")
    assert opening and opening.moment == "before"
    assert tickets.read_nonce(KEY, nonce, "another") is None
    assert tickets.read_nonce(b"x" * 32, nonce, "") is None
    assert tickets.read_nonce(KEY, nonce.replace("before", "after"), "") is None
    assert tickets.read_nonce(KEY, "é.é.é", "") is None


def test_the_same_form_always_makes_the_same_ticket_and_code():
    token = tickets.token_for(KEY, "number")
    assert token == tickets.token_for(KEY, "number")
    assert len(token) == 32
    assert tickets.read_code(tickets.code_for(KEY, token)) == tickets.code_for(KEY, token)
    assert tickets.hash_of(KEY, token) != tickets.hash_of(b"x" * 32, token)
