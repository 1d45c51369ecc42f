import re

from evenings import answered, console, known, room_id, wall

from screening.store.moderation import texts


def names(evening) -> list[str]:
    return re.findall(r'id="t-(\w+)"', evening.client.get(evening.url + "texts/").text)


def decide(evening, name: str, about: str = "projection", decision: str = "yes"):
    return evening.press("texts/decide", text=name, about=about, decision=decision)


def test_a_text_reaches_the_wall_after_a_humans_yes_and_goes_in_one_tap(evening):
    answered(evening, 6)
    first, second, *_rest = names(evening)
    evening.press("texts/show", text=first)
    assert "Texte" not in wall(evening)
    decide(evening, first)
    assert console(evening).split('id="points"')[1].count("Texte") == 1
    assert "Texte" not in wall(evening)
    evening.press("texts/show", text=first)
    assert wall(evening).count("Texte") == 1
    decide(evening, first, decision="no")
    assert "Texte" not in wall(evening)
    decide(evening, second, decision="no")
    assert "4 à relire" in console(evening)


def test_a_text_that_was_shown_keeps_its_moment_closed(evening):
    answered(evening, 6)
    name = names(evening)[0]
    decide(evening, name)
    evening.press("texts/show", text=name)
    assert "reste fermé" in evening.press("phase", **{"from": "debate", "back": "1"}).text


def test_no_text_is_read_from_fewer_than_five_or_while_a_moment_is_open(evening):
    answered(evening, 4)
    assert names(evening) == []
    assert "Rien à lire ici" in evening.client.get(evening.url + "texts/").text


def test_texts_come_in_no_order_of_arrival_and_name_no_ticket(evening):
    answered(evening, 12)
    page = evening.client.get(evening.url + "texts/").text
    assert re.findall(r"Texte (\d+)", page) != [str(i) for i in range(12)]
    rooms = known(evening).rooms
    with rooms.read(room_id(evening)) as db:
        tickets = [row[0] for row in db.execute("SELECT id FROM tickets").fetchall()]
    assert not any(ticket in page for ticket in tickets)


def test_quoting_wants_consent_first_and_both_decisions_travel_into_the_sealed_row(evening):
    phones = [evening.phone() for _ in range(6)]
    evening.go("preparing", "before", "film")
    for i, phone in enumerate(phones):
        consent = {"q_t_flou_quote": "1"} if i < 2 else {}
        evening.answer(phone, "after", q_t_flou=f"Texte {i}", **consent)
    evening.go("after")
    evening.press("grace")
    services = known(evening)
    found = texts(services.rooms, services.rooms.get(room_id(evening)))
    willing = next(t for t in found if t.consent)
    other = next(t for t in found if not t.consent)
    decide(evening, willing.id, "quoting")
    decide(evening, willing.id)
    assert "pas encore être montré" in decide(evening, other.id, "quoting").text
    evening.go("debate")
    from pages import press

    press(evening.client, evening.url + "seal", {"typed": "y", "destroyed": "y"})
    asked = services.library.sealed_questions(room_id(evening))
    sealed = {a.value: a for q in asked if q.question.id == "t_flou" for a in q.answers}
    assert (sealed[willing.text].projection, sealed[willing.text].approved) == ("yes", True)
    assert (sealed[other.text].projection, sealed[other.text].approved) == ("", False)


def test_a_stranger_reads_no_text(evening):
    answered(evening, 6)
    assert evening.phone().get(evening.url + "texts/").location == "/sign-in"
