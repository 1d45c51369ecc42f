"""Choices, the CSV file that is read and the JSON that is written."""

import json
from collections import defaultdict
from importlib.resources import files
from itertools import combinations, combinations_with_replacement

import pytest

from screening.summary.answers import Answer
from screening.summary.answers_csv import read
from screening.summary.as_json import to_json
from screening.summary.choices import find_choice
from screening.summary.findings import Finding, find
from screening.summary.gates import Group

from .ask import moved, paired, question

HEADER = "ticket,moment,question,value\n"
QUESTIONS = {
    "s": question(),
    "e": question("estimate"),
    "w": question("words"),
    "c": question("choice", ("after",)),
    "t": question("text"),
}


def test_choice_counts_people() -> None:
    values = ["a;b", "a", "b;+le bus;+le train", "nsp", "passe", "a;a"]
    found = find(question("choice", ("after",)), [Answer("", "after", value) for value in values])
    assert (found.gate, found.n_after, found.before, found.paired, found.verdict) == (
        "one_moment",
        5,
        *[None] * 3,
    )
    assert found.after
    assert (found.after.counts, found.after.others, found.after.dont_know) == (
        (("a", 3), ("b", "masked"), ("c", 0)),
        0,
        1,
    )


@pytest.mark.parametrize(
    "values",
    [
        ["a", "nsp", "nsp", "nsp", "nsp"],
        ["a", "a", "a", "b", "b"],
        ["a", "a", "a", "b", "+le bus", "+le train", "b"],
    ],
)
def test_choice_that_gives_a_masked_option_away_is_withheld(values: list[str]) -> None:
    found = find(question("choice", ("after",)), [Answer("", "after", value) for value in values])
    assert found.after and (found.after.n, found.after.counts) == (len(values), ())


def test_no_room_gives_a_masked_option_away() -> None:
    """Every room of five, read beside its own words: what looks the same holds a 1 and a 2."""
    asked = question("choice", ("after",))
    kinds = [";".join(part) for size in range(1, 5) for part in combinations(("a", "b", "c", "+x"), size)]
    worlds: dict[tuple[Finding, int], set[tuple[int, ...]]] = defaultdict(set)
    for values in combinations_with_replacement([*kinds, "nsp"], 5):
        counts = tuple(sum(option in value.split(";") for value in values) for option in "abc")
        own = sum("+x" in value for value in values)
        worlds[find_choice(asked, Group((), values, ())), own].add(counts)
    for (found, _), ways in worlds.items():
        for place, (_, cell) in enumerate(found.after.counts if found.after else ()):
            assert {way[place] for way in ways} == ({1, 2} if cell == "masked" else {cell})


def test_text_is_only_counted() -> None:
    found = find(question("text", ("after",)), [Answer(str(i), "after", "un texte; à moi") for i in range(6)])
    assert found.after and (found.after.n, found.after.counts) == (6, ())


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_reading(separator: str, mark: str, end: str) -> None:
    rows = [
        ["ticket", "moment", "question", "value"],
        ["A1", "before", "s", "3"],
        ["", "after", "w", '"aide;file"'],
    ]
    text = mark + end.join(separator.join(row) for row in rows) + end
    answers, errors = read(text.encode(), QUESTIONS)
    assert errors == []
    assert answers == {"s": [Answer("A1", "before", "3")], "w": [Answer("", "after", "aide;file")]}


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("A,before,s,6", "« 6 » n’est pas une valeur de q (1 à 5, nsp ou passe)."),
        ("A,before,e,11", "« 11 » n’est pas une valeur de q (0 à 10, nsp ou passe)."),
        ("A,avant,s,3", "moment inconnu : « avant » (before ou after)."),
        ("A,before,z,3", "question inconnue : « z »."),
        ("A,before,c,a", "la question c n’est pas posée à ce moment (before)."),
        ("A,after,c,a;d", "« d » n’est pas une option de q."),
        ("A,before,w,a;b;c;d", "plus de 3 mots pour q."),
        ("A,before,s", "3 colonnes au lieu de 4."),
        ("A,before,s,3\nA,before,s,4", "ce billet a déjà répondu à s (before), ligne 2."),
        ("A,before,s,\u2028", "« \u2028 » n’est pas une valeur de q (1 à 5, nsp ou passe)."),
        ('A,before,w,"aide', "guillemets mal fermés ou valeur trop longue."),
    ],
)
def test_errors_tell_their_line(row: str, error: str) -> None:
    _, errors = read((HEADER + row).encode(), QUESTIONS)
    line = 2 + row.count("\n")
    assert errors == [
        f"ligne {line} : {error}".replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    ]


def test_errors_of_the_whole_file() -> None:
    assert read(b"", QUESTIONS)[1] == read(b"ticket,value\n", QUESTIONS)[1]
    assert "en-tête" in read(b"moment,ticket,question,value\n", QUESTIONS)[1][0]
    assert read((HEADER + "A,before,w,").encode() + b"\xe9", QUESTIONS)[1] == [
        "ligne 2\u00a0: le fichier n’est pas en UTF-8."
    ]


def test_good_rows_stay_beside_errors() -> None:
    answers, errors = read(
        (HEADER + 'A,before,w,"deux\nlignes"\nB,before,s,9\nA,before,s,3\n').encode(), QUESTIONS
    )
    assert answers["s"] == [Answer("A", "before", "3")]
    assert [error.split("\u00a0")[0] for error in errors] == ["ligne 4"]


def test_json_keeps_to_its_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(files("screening.summary").joinpath("schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    words = paired([(f"aide;a{i}", f"écran;b{i}") for i in range(12)])
    estimates = paired([("1", "4")] * 6 + [("5", "5")] * 6)
    found = [
        *(find(question(), moved(*m)) for m in ((1, 0, 0), (3, 2, 0), (6, 4, 0), (7, 4, 1), (6, 14, 0))),
        find(question("words"), words),
        find(question("estimate"), estimates),
        find(question("choice"), paired([("a", "b")] * 5)),
        find(question("choice"), paired([("a", "a")] * 4 + [("a;c", "a;b")])),
        find(question("text"), paired([("x", "")] * 5)),
    ]
    data = {"questions": [to_json(finding, "Une phrase." if finding.verdict else None) for finding in found]}
    jsonschema.validate(json.loads(json.dumps(data)), schema)
    assert data["questions"][3]["paired"]["down"] == "masked"
