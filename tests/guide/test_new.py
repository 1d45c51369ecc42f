"""A small guide to start from."""

import pytest

from screening.guide.faults import GuideError
from screening.guide.load import read
from screening.guide.new import new


def test_a_new_guide_passes_the_check_without_a_warning(tmp_path):
    guide, faults = read(new("mon-film", tmp_path))
    assert not faults
    assert [q.id for q in guide.questions] == ["w_theme", "s_avis"]
    assert [step.kind for step in guide.steps] == ["before", "film", "after", "sequence", "closing"]


def test_it_says_in_french_what_to_change(tmp_path):
    head = (new("mon-film", tmp_path) / "guide.toml").read_text("utf-8")
    assert "screening guide check mon-film" in head
    assert sum(line.startswith("#") for line in head.splitlines()) >= 6


def test_it_is_never_written_over_another(tmp_path):
    new("mon-film", tmp_path)
    with pytest.raises(GuideError, match="déjà là"):
        new("mon-film", tmp_path)


@pytest.mark.parametrize("slug", ["../dehors", "Mon Film", "", "é"])
def test_a_slug_is_plain(tmp_path, slug):
    with pytest.raises(GuideError, match="minuscules"):
        new(slug, tmp_path)
    assert not list(tmp_path.iterdir())
