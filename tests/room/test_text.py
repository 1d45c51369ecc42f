import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from screening.room.text import clean_line, clean_text, split_words

anything = st.text(alphabet=st.characters(exclude_categories=[]), max_size=300)


@given(anything)
def test_cleaning_twice_is_cleaning_once(raw: str):
    assert clean_text(clean_text(raw)) == clean_text(raw)


@given(anything)
def test_nothing_harmful_stays(raw: str):
    text = clean_text(raw)
    text.encode()
    assert "\0" not in text
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in text)
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in text)


def test_stacked_accents_are_cut_and_ordinary_ones_kept():
    assert clean_text("e\u0301") == "é"
    assert len(clean_text("z" + "\u0335" * 40)) <= 3
    assert clean_text("👍🏽 مساعدة") == "👍🏽 مساعدة"


def test_words_are_split_at_commas_never_at_spaces():
    assert split_words("service social, mot de passe;file\nattente") == [
        "service social", "mot de passe", "file", "attente",
    ]  # fmt: skip
    assert split_words(" , ;") == []
    assert clean_line("a" * 200, 80) == "a" * 80


def test_what_nobody_sees_is_removed_and_joined_emoji_stay():
    assert clean_text("fi\u200ble\u2060 d\u00adattente\U000e0041") == "file dattente"
    assert clean_text("\u3164\u115f") == ""
    assert clean_text("👩\u200d👧 می\u200cخواهم") == "👩\u200d👧 می\u200cخواهم"


def test_stacked_marks_of_every_kind_are_cut():
    for mark in ("\u0301", "\u20dd", "\u0488", "\u1ab0", "\u0e47"):
        assert len(clean_text("z" + mark * 50)) <= 3
    assert clean_text("1\ufe0f\u20e3") == "1\ufe0f\u20e3"
