"""Coding travels beside the answers, by versions: recognised, offered when later, never silently replaced."""

import msgspec
import pytest
from benchmarks.many import fill, theme

from screening.room.questions import digest
from screening.store.accounts import Accounts
from screening.store.coding import offered_coding, read_coding, settle_coding
from screening.store.gathered import gathered
from screening.store.library import Library
from screening.store.merges import add_merge, merges_of, undo_merge
from screening.store.moved import CODING, SCREENING, NotUnderstood, decode, encode
from screening.store.moving import Brought, read_moved, write_moved
from screening.store.themes import Coding, add_theme, code, quotes, read_themes, texts


def library(folder) -> Library:
    folder.mkdir()
    made = Library(folder / "library.db")
    made.prepare()
    Accounts(made.path).add_first("Sami", "sami", "un long mot")
    return made


@pytest.fixture
def laptop(tmp_path, guide) -> Library:
    """One sealed screening, its texts coded and its words joined."""
    made = library(tmp_path / "laptop")
    [name] = fill(made, 1, 12, guide.questions)
    text = next(q for q in guide.questions if q.id == "t_flou")
    theme(made, text)
    add_merge(made.path, name, "w_guichet", ["file"], "aide")
    return made


@pytest.fixture
def server(tmp_path, laptop) -> Library:
    """The association's server, which took the laptop's screening."""
    made = library(tmp_path / "server")
    bring(laptop, made)
    return made


def bring(source: Library, target: Library) -> Brought:
    moved = read_moved(source, one(source))
    return write_moved(target, decode(encode(moved), moved.digest), Accounts(target.path).all()[0].id)


def one(made: Library) -> str:
    return made.screenings()[0].id


def test_coding_is_the_same_on_the_other_side_field_by_field(laptop, server):
    sent, arrived = read_moved(laptop, one(laptop)), read_moved(server, one(server))
    assert sent.coding.version == 1
    for field in sent.coding.__struct_fields__:
        assert getattr(arrived.coding, field) == getattr(sent.coding, field), field
    assert encode(arrived) == encode(sent)
    assert merges_of(server.path, one(server), "w_guichet") == {"file": "aide"}
    assert sorted(quotes(server.path, one(server), "t_flou")) == sorted(
        quotes(laptop.path, one(laptop), "t_flou")
    )
    assert len(quotes(server.path, one(server), "t_flou")) == 3
    assert bring(laptop, server) == bring(server, laptop) == Brought()


def test_a_later_coding_is_offered_and_replaces_ours_only_when_taken(laptop, server):
    add_merge(laptop.path, one(laptop), "w_guichet", ["droit"], "aide")
    assert bring(laptop, server) == Brought(coding="offered")
    assert merges_of(server.path, one(server), "w_guichet") == {"file": "aide"}
    settle_coding(server.path, one(server), take=False)
    assert offered_coding(server.path, one(server)) is None
    assert merges_of(server.path, one(server), "w_guichet") == {"file": "aide"}
    bring(laptop, server)
    settle_coding(server.path, one(server), take=True)
    assert read_coding(server.path, one(server)) == read_coding(laptop.path, one(laptop))
    assert bring(laptop, server) == Brought()


def test_an_older_coding_is_told_and_stays_away(laptop, server):
    undo_merge(server.path, one(server), 1)
    assert bring(laptop, server) == Brought(coding="older")
    assert offered_coding(server.path, one(server)) is None
    assert merges_of(server.path, one(server), "w_guichet") == {}


def test_saving_the_same_coding_again_is_no_new_version(laptop):
    name = one(laptop)
    wording = next(iter(read_themes_of(laptop)))
    found = texts(laptop.path, name, "t_flou")
    kept = Coding({(t.id, theme) for t in found for theme in t.themes}, {t.id for t in found if t.approved})
    code(laptop.path, {name: "t_flou"}, Coding(), kept)
    assert read_coding(laptop.path, name).version == 1
    add_theme(laptop.path, wording, "Un thème sans texte")
    assert read_coding(laptop.path, name).version == 1
    code(laptop.path, {name: "t_flou"}, kept, Coding(approved=kept.approved))
    assert read_coding(laptop.path, name).version == 2


def read_themes_of(made: Library) -> dict[str, dict[str, str]]:
    found = [digest(sealed.question) for sealed in made.sealed_questions(one(made))]
    return {wording: themes for wording in found if (themes := read_themes(made.path, wording))}


def test_a_theme_that_is_there_by_its_name_is_the_same_theme(laptop, server):
    [(_wording, themes)] = read_themes_of(server).items()
    assert list(themes.values()) == ["La file"]


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["themes"][0]["texts"].append({"pair": "99", "moment": "after"}),
        lambda d: d["themes"][0].update(question="nowhere"),
        lambda d: d["quotes"].append({"question": "w_guichet", "texts": [{"pair": "1", "moment": "after"}]}),
        lambda d: d["merges"][0].update(question="nowhere"),
        lambda d: d["merges"][0].update(target="ai\u202ede"),
        lambda d: d["merges"][0].update(source="ai\u0000de"),
        lambda d: d["merges"][0].update(target=" "),
        lambda d: d["themes"].append({"question": "nowhere", "name": "La file", "texts": []}),
        lambda d: d["quotes"].append({"question": "nowhere", "texts": []}),
        lambda d: d["themes"][0].update(name=" \u202e"),
        lambda d: d.update(version=-1),
        lambda d: d.update(more=1),
    ],
)
def test_a_coding_of_other_answers_or_of_quotes_nobody_allowed_is_refused(laptop, change):
    moved = read_moved(laptop, one(laptop))
    files = encode(moved)
    coding = msgspec.json.decode(files[CODING])
    change(coding)
    with pytest.raises(NotUnderstood):
        decode({**files, CODING: msgspec.json.encode(coding)}, moved.digest)
    assert SCREENING in files


def test_coding_texts_of_several_screenings_in_one_list_is_a_new_version_of_each(tmp_path, guide):
    made = library(tmp_path / "season")
    first, second = fill(made, 2, 8, guide.questions)
    text = next(q for q in guide.questions if q.id == "t_flou")
    name = add_theme(made.path, digest(text), "La file")
    listed, _left = gathered(made.path, {first: "t_flou", second: "t_flou"})
    code(made.path, {first: "t_flou", second: "t_flou"}, Coding(), Coding({(t.id, name) for t in listed}))
    assert read_coding(made.path, first).version == read_coding(made.path, second).version == 1
