from hypothesis import given
from hypothesis import strategies as st

from screening.guide.model import Guide
from screening.room.forms import read_form, typed_texts
from screening.room.questions import Question, is_substantive, parts


def read(guide: Guide, fields: dict[str, list[str]]):
    filled = read_form(guide.questions, fields)
    return {g.question: g.value for g in filled.given}, filled.errors


def test_each_kind_becomes_its_written_form(guide: Guide):
    values, errors = read(
        guide,
        {
            "q_w_guichet_1": [" File , attente"],
            "q_w_guichet_2": ["file"],
            "q_s_guichet": ["4"],
            "q_e_attente": ["10"],
            "q_h_humeur": ["calme", "colere"],
            "q_h_humeur_own": ["un peu perdu"],
            "q_t_flou": ["L’arrêt\r\nde la Cour"],
        },
    )
    assert not errors
    assert values["w_guichet"] == "File;attente;file"
    assert values["s_guichet"] == "4"
    assert values["e_attente"] == "10"
    assert values["h_humeur"] == "calme;colere;+un peu perdu"
    assert values["t_flou"] == "L’arrêt\nde la Cour"


def test_words_win_over_a_pass_and_a_pass_over_nothing(guide: Guide):
    assert read(guide, {"q_w_guichet_skip": ["nsp"]})[0]["w_guichet"] == "nsp"
    both = {"q_w_guichet_skip": ["passe"], "q_w_guichet_1": ["file"]}
    assert read(guide, both)[0]["w_guichet"] == "file"


def test_what_is_not_offered_is_refused_with_a_reason(guide: Guide):
    assert read(guide, {"q_s_guichet": ["6"]})[1] == {"s_guichet": "unknown"}
    assert read(guide, {"q_h_humeur": ["ravi"]})[1] == {"h_humeur": "unknown"}
    assert read(guide, {"q_w_guichet_1": ["a,b,c,d"]})[1] == {"w_guichet": "too_many"}


def test_consent_to_be_quoted_needs_a_text(guide: Guide):
    ticked = read_form(guide.questions, {"q_t_flou_quote": ["1"]})
    assert not any(g.quotable for g in ticked.given)
    written = read_form(guide.questions, {"q_t_flou_quote": ["1"], "q_t_flou": ["Qui décide ?"]})
    assert [g.question for g in written.given if g.quotable] == ["t_flou"]


def test_what_was_typed_can_be_given_back(guide: Guide):
    fields = {"q_w_guichet_1": ["file"], "q_w_guichet_2": ["attente"], "q_t_flou": ["Pourquoi ?"], "x": ["y"]}
    lines = [(question.id, text) for question, text in typed_texts(guide.questions, fields)]
    assert lines == [("w_guichet", "file, attente"), ("t_flou", "Pourquoi ?")]


names = st.sampled_from(
    [f"q_{name}" for name in ("w_guichet_1", "w_guichet_skip", "s_guichet", "e_attente")]
    + [f"q_{name}" for name in ("h_humeur", "h_humeur_own", "t_flou")]
)


@given(st.dictionaries(names, st.lists(st.text(max_size=60), min_size=1, max_size=3)))
def test_no_form_breaks_the_reader(guide: Guide, fields: dict[str, list[str]]):
    for given_answer in read_form(guide.questions, fields).given:
        assert "\0" not in given_answer.value
        if is_substantive(given_answer.value) and given_answer.question != "t_flou":
            assert parts(given_answer.value)


def test_an_open_question_can_be_passed_too():
    open_question = Question(id="t", kind="text", moments=("after",), wording={"fr": "?"})
    assert read_form([open_question], {"q_t": [""], "q_t_skip": ["nsp"]}).given[0].value == "nsp"
    assert read_form([open_question], {"q_t": ["oui"], "q_t_skip": ["passe"]}).given[0].value == "oui"
