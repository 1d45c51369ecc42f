"""Words, spellings and suggestions."""

import pytest

from screening.summary.answers import Answer
from screening.summary.findings import find
from screening.summary.gates import gather
from screening.summary.lexicon import spelled, words_of
from screening.summary.normalise import accents, is_no_answer, key, shown, split
from screening.summary.suggest import one_edit, suggestions
from screening.summary.words import flag_of

from .ask import paired, question

BEFORE = (
    "aide,guichet,file;aide,pauvreté,cpas;cpas,aide,papier;guichet,file,attente;aide,humain;"
    "papier,guichet,aide;cpas,attente;droit,aide,guichet;"
)
AFTER = (
    "écran,file,exclusion;exclusion,aide,droit;écran,exclusion,solitude;guichet,écran,humain;humain,exclusion;"
    "écran,mot de passe,exclusion;;droit,exclusion,guichet;solitude,écran"
)
TICKETS = [
    (before.replace(",", ";"), after.replace(",", ";"))
    for before, after in zip(BEFORE.split(";"), AFTER.split(";"), strict=True)
]


def test_vector_of_words() -> None:
    """Vector 11: seven paired people, one leaver, one joiner leave both moments side by side."""
    found = find(question("words"), paired(TICKETS))
    assert (found.n_before, found.n_after, found.n_paired, found.leavers, found.joiners) == (8, 8, 7, 1, 1)
    assert (found.gate, found.paired, found.verdict) == ("side_by_side", None, None)
    assert found.before and found.after
    assert dict(found.before.counts) == {"aide": 6, "exclusion": 0, "guichet": 4, "écran": 0, "cpas": 3}
    assert dict(found.after.counts) == {"aide": 1, "exclusion": 6, "guichet": 2, "écran": 5, "cpas": 0}
    assert (found.before.others, found.after.others) == (6, 5)


def test_moves_of_the_vector() -> None:
    group = gather(question("words"), spelled(paired(TICKETS), {}))
    sets = [tuple(set(words_of(value)) for value in pair) for pair in group.pairs]
    for word, expected in {
        "aide": (1, 5, 0),
        "exclusion": (0, 0, 6),
        "écran": (0, 0, 4),
        "guichet": (2, 2, 0),
    }.items():
        seen = [(word in before, word in after) for before, after in sets]
        assert tuple(seen.count(way) for way in ((True, True), (True, False), (False, True))) == expected


@pytest.mark.parametrize(
    ("left", "came", "flag"),
    [(0, 5, "arrives"), (1, 7, "arrives"), (9, 2, "fades"), (0, 4, None), (0, 0, None), (5, 7, None)],
)
def test_flags(left: int, came: int, flag: str | None) -> None:
    assert flag_of((3, left, came)) == flag


def test_moves_from_ten_pairs() -> None:
    pairs = [(f"aide;a{i}", f"écran;b{i}") for i in range(8)] + [
        (f"aide;a{i}", f"aide;b{i}") for i in range(8, 11)
    ]
    found = find(question("words"), paired(pairs))
    assert found.gate == "movement"
    assert found.paired
    rows = {row.word: (row.kept, row.left, row.came, row.flag) for row in found.paired.words}
    assert rows == {"aide": (3, 8, 0, "fades"), "écran": (0, 0, 8, "arrives")}
    assert (found.paired.words_kept, found.paired.words_given, found.paired.words_compared) == (3, 22, 2)


def test_small_move_withholds_all_three() -> None:
    pairs = [(f"file;a{i}", f"file;écran;b{i}") for i in range(4)] + [
        ("file;c", f"écran;b{i}") for i in range(7, 8)
    ]
    pairs += [(f"a{i}", f"écran;b{i}") for i in range(10, 15)]
    found = find(question("words"), paired(pairs))
    assert found.paired and found.before
    rows = {row.word: (row.kept, row.left, row.came) for row in found.paired.words}
    assert rows["file"] == (None, None, None)
    assert dict(found.before.counts)["file"] == 5


def test_dont_know_in_words() -> None:
    found = find(question("words"), paired([("?", "aide"), ("nsp", "aide"), ("Je ne sais pas", "passe")] * 2))
    assert (found.n_before, found.n_after, found.n_paired) == (6, 4, 0)
    assert found.before and (found.before.dont_know, found.before.counts) == (6, ())


def test_merges_hold_for_both_moments() -> None:
    pairs = [("CPAS", "OCMW")] * 5
    apart, joined = (find(question("words"), paired(pairs), merges=m) for m in ({}, {"ocmw": "cpas"}))
    assert apart.after and dict(apart.after.counts) == {"CPAS": 0, "OCMW": 5}
    assert joined.after and dict(joined.after.counts) == {"CPAS": 5}
    assert find(question("words"), paired(pairs), merges={"ocmw": "cpas", "cpas": "ocmw"}).after


def test_each_word_follows_the_rules_of_its_language() -> None:
    asked = question("words")
    given = [Answer(str(n), "before", "les guichets", "fr") for n in range(3)]
    given += [Answer(f"n{n}", "before", "de balie;loketten", "nl") for n in range(3)]
    given += [Answer(f"m{n}", "before", "balie;loket;CPAS", "nl") for n in range(2)]
    given += [Answer(f"o{n}", "before", "guichet;cpas", "other") for n in range(3)]
    found = find(asked, given).before
    assert found
    assert dict(found.counts) == {"guichet": 6, "de balie": 5, "cpas": 5, "loketten": 3}


@pytest.mark.parametrize(
    "same",
    [
        ("L’humain", "l'humain", "humain"),
        ("usager·ère·s", "usager(ère)s", "usagers", "usager"),
        ("travailleur.euse.s", "travailleur"),
        ("sociaux", "social"),
        ("ÉCRAN", "écran", "« écran »", "les écrans"),
        ("👍🏽", "👍"),
    ],
)
def test_one_key(same: tuple[str, ...]) -> None:
    """Vector 14, what is one word."""
    assert len({key(word) for word in same}) == 1


def test_keys_apart() -> None:
    """Vector 14, what stays apart."""
    for first, second in (
        ("service social", "social"),
        ("inhumain", "humain"),
        ("asocial", "social"),
        ("CPAS", "OCMW"),
        ("pêche", "péché"),
        ("exclue", "exclu"),
        ("usagère", "usager"),
    ):
        assert key(first) != key(second)
    assert key("usager·ère·s") == "usager"
    assert key("Plus personne") == "plus personne"
    for word in ("personne", "rien", "seul", "plus", "sans", "pas", "le", "un"):
        assert key(word) == word


def test_keys_are_settled() -> None:
    for word in ("les usager·ère·s", "l’aide", "de l'aide", "bureaux", "« (rien) »", "services sociaux"):
        assert key(key(word)) == key(word)
    assert key("het loket", "nl") == "loket"
    assert key("الخدمة", "ar") == "خدمة"


def test_splitting_and_showing() -> None:
    assert split("mot de passe, file/attente\n ; écran") == ("mot de passe", "file", "attente", "écran")
    assert shown(["ecran", "écran", "Écran", "ecran"]) == "ecran"
    assert shown(["ecran", "écran"]) == "écran"
    assert is_no_answer(" ? ")
    assert not is_no_answer("👍")


def test_accents_and_suggestions() -> None:
    assert accents({"ecran", "écran", "peche", "pêche", "péché"}) == {"ecran": "écran"}
    assert suggestions(["digitalisation", "digitalistion"]) == (("digitalisation", "digitalistion"),)
    assert (
        suggestions(["humain", "inhumain", "peur", "pleur", "égalité", "inégalité", "social", "asocial"])
        == ()
    )
    assert one_edit("numerique", "numreique")
    assert not one_edit("aide", "aide")
    assert not one_edit("guichet", "guiches!")
