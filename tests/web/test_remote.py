import pytest
from evenings import answered, console, known, room_id
from pages import PLAN, csrf, press


def linked(evening):
    """Make a link on the console and open it on a phone."""
    press(evening.client, evening.url, {}, evening.url + "remote/")
    secret = known(evening).phone_links.waiting(room_id(evening))
    phone = evening.phone()
    opened = phone.get(f"/remote/{secret}")
    assert "Relier ce téléphone" in opened.text
    phone.post(f"/remote/{secret}", data={"csrf_token": csrf(opened.text)})
    return phone, secret


def test_a_phone_is_linked_by_one_tap_and_leads_the_evening(evening):
    phone, _secret = linked(evening)
    assert "Ouvrir les questions d’avant" in phone.get(evening.url).text
    press(phone, evening.url, {"from": "preparing"}, evening.url + "phase")
    assert "Fermer et lancer le film" in console(evening)
    assert "téléphone relié" in console(evening)


def test_a_link_works_once_and_opening_it_uses_nothing_up(evening):
    press(evening.client, evening.url, {}, evening.url + "remote/")
    secret = known(evening).phone_links.waiting(room_id(evening))
    for _preview in range(3):
        evening.phone().get(f"/remote/{secret}")
    assert known(evening).phone_links.waiting(room_id(evening)) == secret
    phone = evening.phone()
    token = csrf(phone.get(f"/remote/{secret}").text)
    assert phone.post(f"/remote/{secret}", data={"csrf_token": token}).status_code == 303
    late = evening.phone()
    assert "ne sert plus" in late.get(f"/remote/{secret}").text
    assert phone.post(f"/remote/{secret}", data={"csrf_token": token}).status_code in {400, 410}
    assert late.get(evening.url).location == "/sign-in"


def test_a_link_is_too_old_after_five_minutes_and_a_new_one_ends_the_old():
    from screening.web.phone_links import PhoneLinks

    now = [0.0]
    links = PhoneLinks(lambda: now[0])
    links.make("a")
    first = links.waiting("a")
    links.make("a")
    assert links.names(first) == ""
    assert links.names(links.waiting("a")) == "a"
    second = links.waiting("a")
    now[0] = 301
    assert links.use(second) == ""


@pytest.mark.parametrize(
    "path", ["seal", "plan", "remote/", "/screenings/", "/screenings/new", "/summaries/"]
)
def test_a_linked_phone_opens_nothing_but_its_console(evening, path):
    answered(evening, 5)
    evening.go("debate")
    phone, _secret = linked(evening)
    page = phone.get(path if path.startswith("/") else evening.url + path)
    assert page.status_code == 303
    assert page.location == evening.url


def test_a_linked_phone_does_not_open_another_screening_of_the_same_person(evening):
    other = press(evening.client, "/screenings/new", {**PLAN, "title": "Une autre"}).request.path
    phone, _secret = linked(evening)
    assert phone.get(other).status_code == 404
    assert evening.client.get(other).status_code == 200


def test_unlinking_ends_every_phone_at_once(evening):
    phone, _secret = linked(evening)
    press(evening.client, evening.url, {}, evening.url + "remote/unlink")
    assert phone.get(evening.url).location == "/sign-in"


def test_the_owners_own_phone_stays_signed_in(evening):
    press(evening.client, evening.url, {}, evening.url + "remote/")
    secret = known(evening).phone_links.waiting(room_id(evening))
    token = csrf(evening.client.get(f"/remote/{secret}").text)
    evening.client.post(f"/remote/{secret}", data={"csrf_token": token})
    assert evening.client.get("/screenings/").status_code == 200
