"""Every kind of question goes the whole way: asked on a phone and on paper, typed in, found, told, drawn."""

import json
import random
from html import unescape
from importlib.resources import files
from typing import get_args

import jsonschema
import pytest
from werkzeug.datastructures import MultiDict

from screening import resources
from screening.guide.load import load
from screening.guide.new import new
from screening.guide.rules import question_faults
from screening.output.charts import drawings
from screening.output.wording import lines
from screening.rehearsal import fill, fill_sheet
from screening.room import forms, sheets
from screening.room.forms import read_form
from screening.room.questions import DONT_KNOW, PASS, Kind, Question, misfit
from screening.room.sheets import as_form, as_written
from screening.summary import findings, released
from screening.summary.answers import Answer
from screening.summary.as_json import to_json
from screening.summary.findings import find

KINDS = get_args(Kind)
SCHEMA = json.loads((files("screening.summary") / "schema.json").read_text("utf-8"))
GUIDE = load(resources.folder("guides").parent / "tests/guides/le-guichet")
ASKED: dict[str, Question] = {q.kind: q for q in GUIDE.questions if q.default_set}
TYPED = {"words": "porte, file", "scale": "4", "estimate": "7", "choice": "1", "text": "Une file."}
"""A sheet's field of each kind, as a person types it."""


def test_no_kind_is_forgotten_where_it_is_read_typed_found_or_told_twice():
    for places in (forms._READERS, sheets._SKIPS, findings._FIND, released.TELLS):
        assert set(places) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_small_guide_asks_a_question_of_each_kind(kind):
    assert list(question_faults(ASKED[kind])) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_of_each_kind_is_read_as_it_was_typed(kind):
    question = ASKED[kind]
    filled = read_form([question], as_form([question], {question.id: TYPED[kind]}))
    assert not filled.errors
    value = filled.given[0].value
    assert value
    assert not misfit(question, value)
    assert as_written(question, value) == TYPED[kind]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "text"])
@pytest.mark.parametrize(("mark", "value"), [("?", DONT_KNOW), ("-", PASS)])
def test_nobody_has_to_know(kind, mark, value):
    question = ASKED[kind]
    filled = read_form([question], as_form([question], {question.id: mark}))
    assert filled.given[0].value == value


@pytest.mark.parametrize("kind", KINDS)
def test_answers_of_each_kind_are_found_told_and_drawn(kind):
    question = ASKED[kind]
    value = read_form([question], as_form([question], {question.id: TYPED[kind]})).given[0].value
    answers = [Answer(f"t{n}", moment, value) for n in range(12) for moment in question.moments]
    finding = find(question, answers)
    told = lines(finding, question)
    assert to_json(finding)["n_after"] == finding.n_after == 12
    jsonschema.validate({"questions": [to_json(finding)]}, SCHEMA)
    assert told
    if kind != "text":
        drawn = drawings(finding, question)
        assert drawn
        assert all(each.tables for each in drawn), "a drawing has a table twin"


def test_who_writes_a_guide_is_told_each_kind(tmp_path):
    made = new("mon-film", tmp_path)
    assert all(kind in (made / "guide.toml").read_text("utf-8") for kind in KINDS)


def test_each_kind_is_asked_on_a_phone_printed_and_typed_in(evening):
    evening.go("preparing", "before", "film")
    phone = evening.phone().get(f"{evening.room}after").text
    printed = unescape(evening.press("paper/make", pile="sheets", **{"number-fr": 1}).text)
    desk = evening.client.get(evening.url + "paper/typing").location
    typing = evening.client.get(f"{desk}sheet?ticket_code=").text
    for kind in KINDS:
        name = ASKED[kind].id
        assert f'name="q_{name}' in phone
        assert ASKED[kind].wording["fr"] in printed
        assert all(option.label["fr"] in printed for option in ASKED[kind].options)
        assert f"{name}" in typing


@pytest.mark.parametrize("style", ["plausible", "awkward"])
def test_simulated_people_answer_each_kind(evening, style):
    evening.go("preparing", "before", "film")
    chance = random.Random(7)
    for _person in range(20):
        phone = evening.phone()
        page = phone.get(f"{evening.room}after").text
        sent = phone.post(f"{evening.room}after", data=MultiDict(fill(page, style, "after", chance)))
        assert sent.status_code == 303, sent.text
    desk = evening.client.get(evening.url + "paper/typing").location
    for _sheet in range(5):
        typed = fill_sheet(evening.client.get(f"{desk}sheet?ticket_code=").text, style, chance)
        # Nobody of them writes an open text on paper.
        assert all(f"after-{ASKED[kind].id}" in dict(typed) for kind in KINDS if kind != "text")
        page = evening.client.post(f"{desk}sheet", data=MultiDict(typed), follow_redirects=True).text
        assert "Notez ce code sur la feuille" in page
