"""A season of one guide: pooled findings, screenings side by side, two sets, texts coded in one list."""

import re

import pytest
from evenings import colleague
from pages import PLAN, press
from werkzeug.datastructures import MultiDict

from screening.room.questions import digest
from screening.store.database import writing
from screening.store.library import Plan, Screening, SealedAnswer, insert_screening
from screening.store.sealing import store_answers, store_question

DOWN, UP, STAY = ("3", "2"), ("3", "4"), ("3", "3")


class Season:
    """A library to which sealed screenings are added."""

    def __init__(self, app, guide, owner) -> None:
        self.app, self.library = app, app.extensions["screening"].library
        self.questions = {question.id: question for question in guide.questions}
        self.owner = owner

    def add(self, name: str, question: str, people, owner: str = "", **plan: str) -> None:
        """Seal a screening of `people`, their values before and after."""
        known = {**PLAN, "after_at": "film", "questions": (), "sequences": (), "title": name, "place": name}
        known |= {"expected": 20, "minutes": 90, **plan}
        asked = self.questions[question]
        answers = [
            SealedAnswer(str(n), moment, value, "fr", True, "yes" if value.startswith("Relu") else "")
            for n, pair in enumerate(people)
            for moment, value in zip(("before", "after"), pair, strict=True)
            if value
        ]
        with writing(self.library.path) as db:
            insert_screening(db, Screening(name, "", owner or self.owner, Plan(**known), True, None))
            store_question(db, name, 0, asked, False)
            store_answers(db, name, asked, answers)

    def wording(self, question: str) -> str:
        return digest(self.questions[question])


@pytest.fixture
def season(app, guide, facilitator):
    (account,) = app.extensions["screening"].accounts.all()
    return Season(app, guide, account.id)


def plain(page) -> str:
    text = re.sub(r"<[^>]+>", " ", page.text.replace("\u00a0", " ").replace("&#39;", "’"))
    return re.sub(r"\s+", " ", text)


TEXTS = [("", f"Texte {n}") for n in range(4)]


def test_a_guide_adds_up_what_its_screenings_show(season, facilitator):
    season.add("a1", "s_guichet", [UP] * 6 + [STAY] * 9)
    season.add("b2", "s_guichet", [UP] * 5 + [STAY] * 9 + [DOWN] * 2, date="2027-01-01")
    season.add("c3", "s_guichet", [UP] * 3)
    page = plain(facilitator.get("/summaries/together/?guide=le-guichet"))
    assert "Le guichet" in page
    assert "Mouvement net vers « plus d’accord »" in page
    assert (
        "Vers « plus d’accord » : 11 personnes sur 31 (35 %) ; vers « moins d’accord » : 2 personnes au plus"
        in page
    )
    assert (
        "Posée dans 3 séances. Réponses dessinées : 1 séance. Mouvements comptés : 2 séances (31 personnes)."
        in page
    )
    assert "Moins de 5 réponses" in page
    narrowed = plain(facilitator.get("/summaries/together/?guide=le-guichet&since=2026-12-31"))
    assert "Posée dans 1 séance." in narrowed
    assert "Aucune séance scellée ne correspond" in plain(facilitator.get("/summaries/together/?guide=other"))


def test_screenings_stand_by_date_each_as_in_its_own_summary(season, facilitator):
    for month, up in ((3, 9), (1, 2), (2, 5)):
        season.add(f"m{month}", "s_guichet", [UP] * up + [STAY] * 9, date=f"2026-0{month}-05")
    page = facilitator.get(f"/summaries/together/{season.wording('s_guichet')}/")
    assert re.findall(r'href="/summaries/(m\d)/"', page.text) == ["m1", "m2", "m3"]
    assert "≤ 2" in plain(page)
    assert "2 personnes au plus" in plain(page)


def test_one_screening_more_tells_no_word_that_its_summary_hides(season, facilitator):
    """Two seasons that differ in what one screening hides are told in the same words."""
    told = []
    season.add("a1", "w_guichet", [("honte", "honte")] * 4 + [("file", "")] * 3)
    season.add("b2", "w_guichet", [("honte", "")] * 3 + [("file", "écran")] * 4)
    for hidden in ("honte", "autre"):
        season.add(f"c{hidden}", "w_guichet", [("file", "")] * 4 + [(hidden, "")] * 2, place="Là", title="Là")
        told.append(plain(facilitator.get("/summaries/together/")))
        with writing(season.library.path) as db:
            for table in ("sealed_answers", "sealed_questions"):
                db.execute(f"DELETE FROM {table} WHERE screening = ?", [f"c{hidden}"])
            db.execute("DELETE FROM screenings WHERE id = ?", [f"c{hidden}"])
    assert told[0] == told[1]
    assert "honte 2 7 0" in told[0]


def test_two_sets_stand_side_by_side_and_nothing_is_computed_between_them(season, facilitator):
    season.add("a1", "s_guichet", [UP] * 6 + [STAY] * 9, audience="jeunes")
    season.add("b2", "s_guichet", [DOWN] * 7 + [STAY] * 9, audience="aîné·es")
    season.add("c3", "w_guichet", [("file", "file")] * 5, audience="jeunes")
    page = plain(facilitator.get("/summaries/together/compare?a_audience=jeunes&b_audience=aîné·es"))
    assert page.index("net vers « plus d’accord »") < page.index("net vers « moins d’accord »")
    assert "1 dans le groupe A, 0 dans le groupe B" in page
    assert "ne calcule aucune différence" in page
    assert "dans les deux groupes." not in page
    both = plain(facilitator.get("/summaries/together/compare?a_audience=jeunes&b_since=2026-01-01"))
    assert "2 séances sont dans les deux groupes." in both


def test_a_facilitator_sees_only_what_their_own_screenings_add_up_to(season, app, facilitator):
    season.add("a1", "s_guichet", [UP] * 6 + [STAY] * 9)
    season.add("b2", "t_flou", [*TEXTS, ("", "Un secret")])
    lou = colleague(app)
    assert "Il faut d’abord sceller une séance" in plain(lou.get("/summaries/together/"))
    assert "Il faut garder" not in lou.get("/summaries/together/compare?a_guide=le-guichet").text
    for path in (f"{season.wording('s_guichet')}/", f"{season.wording('t_flou')}/coding/"):
        assert lou.get(f"/summaries/together/{path}").status_code == 404
        assert facilitator.get(f"/summaries/together/{path}").status_code == 200


def test_texts_of_several_screenings_are_coded_in_one_list(season, facilitator):
    url = f"/summaries/together/{season.wording('t_flou')}/coding/"
    for name in ("a1", "b2"):
        season.add(name, "t_flou", [*TEXTS, ("", f"Qui décide, à {name} ?")] + [("", "Qui décide ?")] * 2)
    season.add("c3", "t_flou", TEXTS)
    press(facilitator, url, {"theme": "Qui décide"})
    page = facilitator.get(url).text
    texts = re.findall(r'name="text" value="(\w+)">\s*<p><bdi dir="auto">([^<]*)', page)
    assert len(texts) == 14
    (theme,) = set(re.findall(r'type="checkbox" name="\w+" value="(\w{16})"', page))
    chosen = {id_: theme for id_, value in texts if "décide" in value}
    press(facilitator, url, {"text": [id_ for id_, _ in texts], **chosen})
    assert facilitator.get(url).text.count(" checked>") == 6
    told = plain(facilitator.get("/summaries/together/"))
    assert "Points qui reviennent" in told
    assert "Qui décide 2 6" in told
    one = next(iter(chosen))
    press(facilitator, url, {"text": one, "opened": f"{one}:{theme}"})
    assert facilitator.get(url).text.count(" checked>") == 5
    told = plain(facilitator.get("/summaries/together/"))
    assert "Qui décide 1 3" in told, "a theme of two people in a screening is not counted"


def filled(page: str) -> MultiDict:
    """Return the form of a page of texts as a browser would send it back untouched."""
    inputs = re.findall(r'<input type="(hidden|checkbox)" name="(\w+)" value="([^"]*)"( checked)?>', page)
    return MultiDict((name, value) for kind, name, value, on in inputs if on or kind == "hidden")


def test_two_people_who_sort_at_once_lose_nothing_of_each_other(season, facilitator):
    season.add("a1", "t_flou", [*TEXTS, ("", "Qui décide ?")])
    together = f"/summaries/together/{season.wording('t_flou')}/coding/"
    for url in (together, "/summaries/a1/coding/t_flou/texts"):
        press(facilitator, url, {"theme": f"Par {len(url)}"})
        early, mine = filled(facilitator.get(url).text), filled(facilitator.get(url).text)
        *four, last = mine.getlist("text")
        (theme, *_) = re.findall(r'type="checkbox" name="\w{32}" value="(\w{16})"', facilitator.get(url).text)
        mine.update({**dict.fromkeys(four, theme), "approved": four[0]})
        facilitator.post(url, data=mine)
        early.add(last, theme)
        facilitator.post(url, data=early)
        late = filled(facilitator.get(url).text)
        assert all(late.getlist(text) == [theme] for text in [*four, last])
        assert late.getlist("approved") == [four[0]]
        untouched = [(k, v) for k, v in late.items(multi=True) if k not in {*four, last, "approved"}]
        facilitator.post(url, data=MultiDict(untouched))
        assert " checked>" not in facilitator.get(url).text


def test_what_stays_unclear_is_listed_once_read_by_a_human(season, facilitator):
    season.add("a1", "t_flou", [*TEXTS, ("", "Relu : le non-recours ?")])
    season.add("b2", "t_flou", [("", "Relu : de trop peu de personnes")])
    page = facilitator.get("/summaries/together/").text
    assert "Relu : le non-recours ?" in page
    assert "trop peu de personnes" not in page
    assert "Texte 0" not in page


def test_texts_of_others_are_left_alone_whatever_is_sent(season, app, facilitator):
    (nour,) = app.extensions["screening"].accounts.all()
    season.add("a1", "t_flou", [*TEXTS, ("", "À Nour")])
    lou = colleague(app)
    (other,) = [a for a in app.extensions["screening"].accounts.all() if a.id != nour.id]
    season.add("b2", "t_flou", [*TEXTS, ("", "À Lou")], owner=other.id)
    url = f"/summaries/together/{season.wording('t_flou')}/coding/"
    press(lou, url, {"theme": "Mien"})
    theme = re.search(r'value="(\w{16})"', lou.get(url).text)[1]
    theirs = re.findall(
        r'name="text" value="(\w+)"', facilitator.get("/summaries/a1/coding/t_flou/texts").text
    )
    press(lou, url, {"text": theirs, **dict.fromkeys(theirs, theme), "approved": theirs})
    assert " checked" not in facilitator.get("/summaries/a1/coding/t_flou/texts").text


def test_words_joined_afterwards_and_deleted_screenings_are_seen_at_once(season, facilitator):
    season.add("a1", "w_guichet", [("écran", "")] * 4 + [("smartphone", "")] * 3)
    season.add("b2", "w_guichet", [("écran", "")] * 5)
    assert "écran 2 9 0" in plain(facilitator.get("/summaries/together/"))
    url = "/summaries/a1/coding/w_guichet/words"
    press(facilitator, url, {"word": ["écran", "smartphone"], "under": "écran"})
    assert "écran 2 12 0" in plain(facilitator.get("/summaries/together/"))
    press(facilitator, "/screenings/b2/delete/", {})
    assert "Aucun mot ne revient" in plain(facilitator.get("/summaries/together/"))
