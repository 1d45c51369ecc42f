"""Which questions are the same in two guides, and may be put together."""

import msgspec

from screening.room.questions import Option, Question, digest

ASKED = Question(
    id="q",
    kind="choice",
    moments=("before", "after"),
    wording={"fr": "Que voyez-vous ?"},
    options=(Option(id="a", label={"fr": "Une file"}), Option(id="b", label={"fr": "Un écran"})),
)


def test_a_translation_a_help_and_another_id_leave_a_question_the_same():
    other = msgspec.structs.replace(ASKED, id="other", wording={**ASKED.wording, "nl": "Wat ziet u?"})
    assert digest(msgspec.structs.replace(other, help={"fr": "Deux au plus."})) == digest(ASKED)


def test_another_wording_moment_option_or_number_makes_another_question():
    changes = (
        {"wording": {"fr": "Que voit-on ?"}},
        {"moments": ("after",)},
        {"options": ASKED.options[:1]},
        {"limit": 1},
    )
    digests = {digest(msgspec.structs.replace(ASKED, **change)) for change in changes}
    assert len(digests | {digest(ASKED)}) == len(changes) + 1
