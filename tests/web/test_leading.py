import re
import time

import pytest
from evenings import answered, console, wall
from pages import press

from screening.app import create_app


def test_closed_doors_turn_newcomers_away_and_let_tickets_go_on(evening):
    evening.go("preparing")
    here, newcomer = evening.phone(), evening.phone()
    opened = evening.form(newcomer, "before")
    page = here.get(evening.answer(here, "before", q_s_guichet="4").location).text
    code = re.search(r"[2-9A-Y]{3}-[2-9A-Y]{3}", page)[0]
    evening.press("newcomers", doors="closed")
    assert "on ne peut plus entrer" in newcomer.get(evening.room).text
    assert newcomer.get(f"{evening.room}before").location == evening.room
    assert "Merci" in here.get(evening.room, follow_redirects=True).text
    # A form that was open already is taken, as in the minutes of grace.
    assert newcomer.post(f"{evening.room}before", data={**opened, "q_s_guichet": "2"}).status_code == 303
    evening.go("before", "film")
    other = evening.phone()
    assert "Tapez le code de votre ticket" in other.get(evening.room).text
    assert evening.form(other, "after", f"?ticket_code={code}")
    assert evening.form(here, "after")
    evening.press("newcomers", doors="open")
    assert "Commencer" in evening.phone().get(evening.room).text


def test_who_waits_at_the_door_is_told_when_it_opens(evening):
    evening.go("preparing")
    evening.press("newcomers", doors="closed")
    phone = evening.phone()
    shown = re.search(r'data-poll="([^"]+)" data-page="([^"]+)"', phone.get(evening.room).text)
    assert phone.get(shown[1]).get_json()["page"] == shown[2]
    evening.press("newcomers", doors="open")
    assert phone.get(shown[1]).get_json()["page"] != shown[2]


def test_a_countdown_runs_on_console_and_wall_and_survives_a_restart(evening, settings, monkeypatch):
    evening.press("timer", minutes="5", wall="1")
    assert ">5:00<" in wall(evening)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 100)
    assert 195 <= evening.live()["timer"] <= 200
    restarted = create_app(settings).test_client()
    assert re.search(r">3:1\d|>3:20", restarted.get(f"/projector/{evening.code}/screen").text)
    monkeypatch.setattr(time, "time", lambda: now + 1000)
    assert ">0:00<" in wall(evening)
    evening.press("timer", minutes="2")
    assert "countdown" not in wall(evening)
    assert "data-timer" in console(evening)
    evening.press("timer")
    assert "data-timer" not in console(evening)


def test_a_countdown_is_gone_from_the_wall_when_the_evening_ends(evening):
    evening.go("preparing", "before", "film", "after")
    evening.press("timer", minutes="5", wall="1")
    assert "countdown" in wall(evening)
    evening.go("debate")
    assert "countdown" not in wall(evening)
    assert evening.live()["timer"] == 0


def test_somebody_alone_keeps_three_buttons(evening):
    evening.go("preparing")
    evening.press("alone", alone="1")
    page = console(evening)
    assert re.findall(r'class="button (?:big|secondary)"[^>]*>([^<]+)<', page) == [
        "Fermer et lancer le film",
        "Écran noir",
        "Encoder des feuilles",
    ]
    evening.press("alone", alone="0")
    assert "Réponses et feuilles" in console(evening)


def test_the_console_counts_each_channel(evening):
    evening.go("preparing")
    evening.answer(evening.phone(), "before", q_s_guichet="4")
    assert evening.live()["before phone"] == 1
    assert evening.live()["before paper"] == 0


def test_phones_read_at_the_end_what_the_wall_has_shown_and_no_more(evening):
    phones = answered(evening, 12)
    results = f"{evening.room}results"
    evening.press("reveal", question="w_guichet", stage="before", step="attente")
    evening.press("share", shared="1")
    assert phones[0].get(results).status_code == 404  # the evening is not over
    evening.go("debate")
    page = phones[0].get(results).text
    assert "Quels mots vous viennent" in page
    assert "file" in page
    assert "écran" not in page.split("<main")[1].replace("l’écran", "")  # « after » was not shown
    assert "Garder" not in page
    assert "Voir ce que la salle" in phones[0].get(evening.room).text
    assert "sur votre téléphone" in wall(evening)
    assert "Quels mots vous viennent" in evening.client.get(evening.url + "results").text
    evening.press("share", shared="0")
    assert "ne sont pas ouverts" in phones[0].get(results).text
    evening.press("share", shared="1")
    press(evening.client, evening.url + "seal", {"typed": "y", "destroyed": "y"})
    assert phones[0].get(results).status_code == 404


@pytest.mark.parametrize(
    ("code", "told"), [("nl", "voor (12)"), ("ar", "قبل (12)"), ("tr", "önce (12)"), ("ro", "înainte (12)")]
)
def test_what_the_room_answered_is_told_in_the_language_of_the_phone(evening, code, told):
    answered(evening, 12)
    evening.press("reveal", question="w_guichet", stage="before", step="attente")
    evening.go("debate")
    evening.press("share", shared="1")
    page = evening.phone().get(f"{evening.room}results?lang={code}").text
    assert f'lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}"' in page
    assert told in page
    assert "avant (12)" not in page


def test_waiting_phones_are_told_when_results_open(evening):
    answered(evening, 5)
    evening.press("reveal", question="s_guichet", stage="before", step="attente")
    evening.go("debate")
    phone = evening.phone()
    before = phone.get(f"{evening.room}where").get_json()
    evening.press("share", shared="1")
    assert phone.get(f"{evening.room}where").get_json() != before


def test_in_a_reveal_the_console_gives_the_sentence_to_say(evening):
    answered(evening, 12)
    evening.press("reveal", question="s_guichet", stage="before", step="attente")
    page = console(evening)
    assert "avant le film. Réponses" in page
    assert "vers" not in page.split('class="say"')[1].split("</div>")[0]
    evening.press("reveal", question="s_guichet", stage="after", step="attente")
    assert "Mouvement net vers" in console(evening)


def test_a_drawing_of_fewer_people_than_answered_says_so_from_the_first_moment_on(evening):
    phones = [evening.phone() for _ in range(14)]
    evening.go("preparing")
    for phone in phones:
        evening.answer(phone, "before", q_s_guichet="2")
    evening.go("before", "film")
    for n, phone in enumerate(phones[:12]):
        evening.answer(phone, "after", q_s_guichet="4" if n < 8 else "2")
    evening.go("after")
    evening.press("grace")
    evening.press("reveal", question="s_guichet", stage="before", step="attente")
    assert "avant (12)" in wall(evening)
    for page in (wall(evening), console(evening)):
        assert "les personnes qui ont répondu aux deux moments" in page


def test_where_nothing_may_be_drawn_the_wall_says_why_and_who_moved_only_after(evening):
    phones = [evening.phone() for _ in range(12)]
    evening.go("preparing")
    for n, phone in enumerate(phones):
        evening.answer(phone, "before", q_s_guichet=str(1 + n % 5))
    evening.go("before", "film")
    for n, phone in enumerate(phones):
        evening.answer(phone, "after", q_s_guichet=str(1 + (n + 1) % 5))
    evening.go("after")
    evening.press("grace")
    said = {}
    for stage in ("before", "after"):
        evening.press("reveal", question="s_guichet", stage=stage)
        said[stage] = wall(evening)
    for told in said.values():
        assert "Pas de dessin ici" in told
    assert "Vers" not in said["before"].partition("Pas de dessin")[2]
    assert "Vers" in said["after"].partition("Pas de dessin")[2]
