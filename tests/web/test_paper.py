"""Paper for one screening: tickets, questionnaires, and typing them in by whoever has the link."""

import re

import pytest
from pages import csrf


def made(evening, pile: str, number: int = 3, lang: str = "fr") -> list[str]:
    """Make tickets for print; return the page's codes, once each."""
    page = evening.press("paper/make", pile=pile, **{f"number-{lang}": number}).text
    return list(dict.fromkeys(re.findall(r"\b[2-9A-Y]{3}-[2-9A-Y]{3}\b", page)))


def tokens(evening) -> list[str]:
    from screening.store.printed import read_printed

    rooms = evening.app.extensions["screening"].rooms
    room = rooms.get(evening.url.strip("/").split("/")[-1])
    return [ticket.token for ticket in read_printed(rooms, room, "tickets", 0, 99)]


@pytest.fixture
def desk(evening) -> str:
    """The address of the typing page, as a second person gets it."""
    evening.go("preparing", "before", "film", "after")
    return evening.client.get(evening.url + "paper/typing").location


def typed(client, desk: str, code: str = "", **values: str):
    page = client.get(f"{desk}sheet?ticket_code={code}")
    assert page.status_code == 200, page.text
    hidden = dict(re.findall(r'type="hidden" name="(nonce-\w+|ticket_code)" value="([^"]*)"', page.text))
    fields = {name.replace("__", "-"): value for name, value in values.items()}
    data = {**hidden, **fields, "csrf_token": csrf(page.text)}
    return client.post(f"{desk}sheet", data=data)


def test_printed_tickets_count_as_nobody_until_they_answer(evening):
    assert len(made(evening, "tickets", 9)) == 9
    assert len(made(evening, "sheets", 4)) == 4
    live = evening.live()
    assert (live["before"], live["after"], live["both"]) == (0, 0, 0)
    assert "9 déjà préparés" in evening.client.get(evening.url + "paper/").text
    # The plan is still open: nobody has answered.
    assert len(set(made(evening, "tickets", 5)) & set(made(evening, "tickets", 5))) == 0


def test_looking_at_sheets_makes_no_ticket(evening):
    assert evening.client.get(evening.url + "paper/tickets?first=0&fr=5").status_code == 404
    assert "déjà préparé" not in evening.client.get(evening.url + "paper/").text


def test_scanning_a_ticket_twice_on_different_phones_pairs_without_any_cookie(evening):
    made(evening, "tickets", 2)
    token = tokens(evening)[0]
    for moment in ("before", "after"):
        evening.go(*(["preparing"] if moment == "before" else ["before", "film"]))
        phone = evening.phone(cookies=False)
        welcome = phone.get(f"{evening.room}?t={token}").text
        assert "Votre ticket" in welcome
        form = evening.form(phone, moment, f"?t={token}")
        assert phone.post(f"{evening.room}{moment}?t={token}", data={**form, "q_s_guichet": "4"})
    live = evening.live()
    assert (live["before"], live["after"], live["both"]) == (1, 1, 1)


def test_the_code_of_a_printed_ticket_is_typed_before_and_after(evening):
    code = made(evening, "tickets", 1)[0]
    for moment in ("before", "after"):
        evening.go(*(["preparing"] if moment == "before" else ["before", "film"]))
        phone = evening.phone(cookies=False)
        assert "Tapez le code de votre ticket" in phone.get(evening.room).text
        form = evening.form(phone, moment, f"?ticket_code={code.lower()}")
        assert phone.post(f"{evening.room}{moment}", data={**form, "q_s_guichet": "4"})
    assert evening.live()["both"] == 1


def test_one_wrong_character_says_to_look_again_and_joins_nobody(evening):
    codes = made(evening, "tickets", 40)
    evening.go("preparing")
    phone = evening.phone()
    for place, wrong in ((0, "2"), (2, "7"), (6, "K")):
        for code in codes:
            changed = code[:place] + wrong + code[place + 1 :]
            if changed == code:
                continue
            page = phone.get(f"{evening.room}before?ticket_code={changed}").text
            assert "Ce code ne va pas" in page
            assert 'name="nonce"' not in page


def test_a_lent_phone_keeps_its_own_ticket(evening):
    made(evening, "tickets", 1)
    token = tokens(evening)[0]
    evening.go("preparing")
    phone = evening.phone()
    own = evening.answer(phone, "before", q_s_guichet="1")
    form = evening.form(phone, "before", f"?t={token}")
    thanks = phone.post(f"{evening.room}before?t={token}", data={**form, "q_s_guichet": "5"})
    assert f"t={token}" in thanks.location
    evening.go("before", "film")
    evening.answer(phone, "after", q_s_guichet="1")
    assert own
    live = evening.live()
    assert (live["before"], live["after"], live["both"]) == (2, 1, 1)


def test_a_sheet_with_its_code_is_typed_in_one_go_by_a_second_person(evening):
    code = made(evening, "sheets", 1)[0]
    evening.go("preparing", "before", "film", "after")
    desk = evening.client.get(evening.url + "paper/typing").location
    second = evening.phone()
    done = typed(
        second,
        desk,
        code,
        before__w_guichet="file, dame, attente",
        before__s_guichet="2",
        after__s_guichet="4",
        after__h_humeur="1",
        after__t_flou="Qui décide ?",
    )
    assert done.status_code == 303
    told = second.get(done.location).text
    assert f"Feuille {code} enregistrée" in told
    live = evening.live()
    assert (live["before paper"], live["after paper"], live["both"], live["typed"]) == (1, 1, 1, 1)
    rooms = evening.app.extensions["screening"].rooms
    with rooms.read(evening.url.strip("/").split("/")[-1]) as db:
        kept = {(m, q): v for m, q, v in db.execute("SELECT moment, question, value FROM answers").fetchall()}
    assert kept["before", "w_guichet"] == "file;dame;attente"
    assert kept["before", "e_attente"] == "passe"
    assert kept["after", "t_flou"] == "Qui décide ?"


def test_the_link_opens_nothing_but_the_typing_of_one_open_screening(evening, desk):
    second = evening.phone()
    assert second.get(desk).status_code == 200
    assert "/screenings/" not in second.get(desk).text + second.get(f"{desk}sheet").text
    assert second.get(evening.url).location == "/sign-in"
    assert second.get(desk[:-2] + ("0/" if desk[-2] != "0" else "1/")).status_code == 404
    evening.press("paper/renew")
    assert second.get(desk).status_code == 404
    assert second.get(evening.client.get(evening.url + "paper/typing").location).status_code == 200


def test_the_link_dies_with_sealing(evening, desk):
    evening.go("debate")
    evening.press("seal", typed="y", destroyed="y")
    assert evening.phone().get(desk).status_code == 404


def test_a_wrong_or_foreign_code_is_told_before_anything_is_typed(evening, desk):
    for code in ("222222", "K7M-2QZ", "x"):
        page = evening.phone().get(f"{desk}sheet?ticket_code={code}")
        assert page.status_code == 400
        assert "Relisez la feuille" in page.text
        assert code in page.text


def test_a_sheet_typed_twice_is_recognised_and_never_overwritten_silently(evening, desk):
    code = made(evening, "sheets", 1)[0]
    second = evening.phone()
    first = {"before__s_guichet": "2", "after__s_guichet": "4"}
    assert typed(second, desk, code, **first).status_code == 303
    assert "Déjà là" in second.get(f"{desk}sheet?ticket_code={code}").text
    assert typed(second, desk, code, **first).status_code == 303  # the same again changes nothing
    asked = typed(second, desk, code, before__s_guichet="5", before__w_guichet="file")
    assert asked.status_code == 409
    assert "Garder ce qui est là" in asked.text
    assert "là, 2" in asked.text and "cette feuille, 5" in asked.text
    kept = {"before__s_guichet": "5", "before__choice": "keep"}
    assert typed(second, desk, code, **kept).status_code == 303
    assert value(evening, "before") == "2"
    assert typed(second, desk, code, **{**kept, "before__choice": "sheet"}).status_code == 303
    assert value(evening, "before") == "5"
    live = evening.live()
    assert (live["before"], live["after"], live["both"]) == (1, 1, 1)


def value(evening, moment: str) -> str:
    rooms = evening.app.extensions["screening"].rooms
    with rooms.read(evening.url.strip("/").split("/")[-1]) as db:
        sql = "SELECT value FROM answers WHERE question = 's_guichet' AND moment = ?"
        return db.execute(sql, [moment]).fetchone()[0]


def test_what_a_phone_sent_is_not_shown_to_who_types_its_ticket(evening):
    evening.go("preparing")
    phone = evening.phone()
    page = phone.get(evening.answer(phone, "before", q_s_guichet="4").location).text
    code = re.search(r"[2-9A-Y]{3}-[2-9A-Y]{3}", page)[0]
    evening.go("before", "film")
    desk = evening.client.get(evening.url + "paper/typing").location
    assert typed(evening.phone(), desk, code, after__s_guichet="5").status_code == 303
    assert evening.live()["both"] == 1
    asked = typed(evening.phone(), desk, code, before__s_guichet="1")
    assert asked.status_code == 409
    assert "téléphone" in asked.text
    assert "là, " not in asked.text


def test_a_lost_ticket_becomes_after_only_and_an_empty_sheet_nothing(evening, desk):
    second = evening.phone()
    empty = second.get(typed(second, desk).location).text
    assert "Rien n’a été ajouté" in empty
    done = second.get(typed(second, desk, after__s_guichet="5").location).text
    assert re.search(r"Notez ce code sur la feuille.: [2-9A-Y]{3}-", done)
    live = evening.live()
    assert (live["before"], live["after"], live["both"]) == (0, 1, 0)


def test_the_same_sheet_without_code_sent_twice_is_one_sheet(evening, desk):
    second = evening.phone()
    page = second.get(f"{desk}sheet").text
    hidden = dict(re.findall(r'type="hidden" name="(nonce-\w+|ticket_code)" value="([^"]*)"', page))
    sent = {**hidden, "csrf_token": csrf(page), "before-s_guichet": "2", "after-s_guichet": "3"}
    for _ in range(3):
        assert second.post(f"{desk}sheet", data=sent).status_code == 303
    assert evening.live()["both"] == 1


def test_during_the_film_only_the_first_half_is_typed(evening):
    evening.go("preparing", "before")
    desk = evening.client.get(evening.url + "paper/typing").location
    page = evening.phone().get(f"{desk}sheet").text
    assert "before-s_guichet" in page
    assert "after-s_guichet" not in page
    assert typed(evening.phone(), desk, before__s_guichet="2").status_code == 303


def test_a_key_that_the_scale_does_not_have_gives_the_sheet_back(evening, desk):
    refused = typed(evening.phone(), desk, before__s_guichet="7", before__w_guichet="file d’attente")
    assert refused.status_code == 400
    assert "file d’attente" in refused.text
    assert 'aria-invalid="true"' in refused.text
    assert evening.live()["before"] == 0


def test_the_console_tells_how_many_sheets_are_still_to_be_typed(evening, desk):
    typed(evening.phone(), desk, before__s_guichet="2", after__s_guichet="3")
    evening.press("paper/collected", sheets="20")
    page = evening.client.get(evening.url).text
    assert "Feuilles\u00a0: 1 sur 20 saisies" in page
    assert "entre 0 et 500" in evening.press("paper/collected", sheets="-1").text


def test_a_reveal_says_on_the_wall_how_many_sheets_it_leaves_out(evening, desk):
    for _ in range(5):
        typed(evening.phone(), desk, before__s_guichet="2", after__s_guichet="3")
    evening.press("paper/collected", sheets="7")
    evening.press("grace")
    evening.press("reveal", question="s_guichet", stage="before")
    typed(evening.phone(), desk, before__s_guichet="2", after__s_guichet="3")
    wall = evening.client.get(f"/projector/{evening.code}/screen").text
    assert "5 sur 7 saisies" in wall


def test_before_a_reveal_and_after_it_one_reads_that_late_sheets_may_not_count(evening, desk):
    phone, late = evening.phone(), "ne comptera peut-être plus"
    halves = {"before__s_guichet": "2", "after__s_guichet": "3"}
    for _ in range(5):
        typed(phone, desk, **halves)
    typed(phone, desk, before__s_guichet="4")
    evening.go("after")
    evening.press("grace")
    console = evening.client.get(evening.url).text
    warning = console.index("1 moitié «\u00a0après\u00a0» n’est pas encodée")
    assert warning < console.index("peut ne plus compter pour elle") < console.index("Montrer avant")
    assert late not in phone.get(f"{desk}sheet").text
    evening.press("reveal", question="s_guichet", stage="before")
    assert late in phone.get(f"{desk}sheet").text
    evening.go("debate")
    repeats = "1 question a été montrée avant que toutes les feuilles soient encodées"
    assert repeats not in evening.client.get(evening.url + "seal").text
    typed(phone, desk, **halves)
    assert repeats in evening.client.get(evening.url + "seal").text


def test_hands_are_counted_apart_shown_and_kept(evening):
    evening.go("preparing")
    numbers = {"n1": "1", "n2": "2", "n3": "3", "n4": "4", "n5": "15"}
    assert "mains sont notées" in evening.press("hands/before", question="s_guichet", **numbers).text
    assert "cinq nombres" in evening.press("hands/before", question="s_guichet", **{**numbers, "n1": ""}).text
    assert "pas dans le guide" in evening.press("hands/before", question="e_attente", **numbers).text
    evening.go("before", "film", "after")
    evening.press("hands/after", question="s_guichet", **{**numbers, "n5": "19"})
    evening.press("hands/show", question="s_guichet")
    wall = evening.client.get(f"/projector/{evening.code}/screen").text
    assert "À main levée" in wall
    assert "<td>15</td><td>19</td>" in wall
    assert evening.live()["before"] == 0
    evening.go("debate")
    evening.press("seal", typed="y", destroyed="y")
    summary = evening.client.get(evening.url, follow_redirects=True).text
    hands = summary.split("<h2>À main levée")[1].split("</section>")[0]
    assert '<td class="number">19</td>' in hands
    assert "0 avant, 0 après" in summary
