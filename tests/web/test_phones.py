"""Getting phones in: the address, a change of it, a try with one's own phone, the hall's Wi-Fi."""

import re
from dataclasses import replace

import pytest
from pages import press

from screening.app import create_app
from screening.network import Address
from screening.output.qr import wifi_text

HALL, CABLE = Address("192.168.1.20", "wlan0"), Address("10.0.0.5", "eth0")


class Network:
    """The addresses of the machine, as the test sets them."""

    def __init__(self) -> None:
        self.found = [HALL, CABLE]

    def __call__(self) -> list[Address]:
        return self.found


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def settings(settings, network):
    return replace(settings, public_url="", find=network)


def forget(evening) -> None:
    """Let the second and a half pass after which the system is asked again."""
    evening.app.extensions["screening"].reach._found = (float("-inf"), [])


def wall(evening) -> str:
    return evening.phone().get(f"/projector/{evening.code}/screen").text


def console(evening) -> str:
    return evening.client.get(evening.url).text


def try_url(evening) -> str:
    """The address in the code that the console shows: as the page makes it, for this very address."""
    from screening.web.way_in import token

    known = evening.app.extensions["screening"]
    with evening.app.app_context():
        screening = known.library.by_code(evening.code)
        return f"/try/{evening.code}/{token(screening, known.address())}"


def scan(evening, address: Address, url: str = "", sender: str = "192.168.1.77"):
    return evening.phone().get(
        url or try_url(evening), base_url=f"http://{address.ip}:8080", environ_base={"REMOTE_ADDR": sender}
    )


def test_the_facilitator_chooses_among_several_addresses_and_the_choice_stays(evening, settings):
    assert "192.168.1.20:8080" in wall(evening)
    assert "10.0.0.5" in console(evening)
    evening.press("address", ip=CABLE.ip)
    assert "10.0.0.5:8080" in wall(evening)
    again = create_app(settings).test_client()
    assert "10.0.0.5:8080" in again.get(f"/projector/{evening.code}/screen").text
    assert "n’est plus là" in evening.press("address", ip="10.9.9.9").text


def test_the_try_speaks_the_language_of_the_phone(evening):
    turkish = scan(evening, HALL, url=f"{try_url(evening)}?lang=tr").text
    assert '<html lang="tr"' in turkish
    assert "Telefonla deneme" in turkish


def test_without_a_network_the_square_is_hidden_with_the_reason(evening, network):
    network.found = []
    forget(evening)
    assert "<img" not in wall(evening)
    assert "relié à aucun réseau" in wall(evening)
    assert "relié à aucun réseau" in console(evening)
    assert evening.phone().get(f"/projector/{evening.code}/qr.svg").status_code == 404
    assert evening.client.get(evening.url + "try.svg").status_code == 404


def test_a_new_address_is_told_and_shown_and_tickets_still_pair(evening, network):
    evening.go("preparing")
    phone = evening.phone()
    thanks = phone.get(evening.answer(phone, "before", q_s_guichet="2").location).text
    code = re.search(r"[2-9A-Y]{3}-[2-9A-Y]{3}", thanks)[0]
    evening.go("before", "film")
    way = evening.live()["way"]
    assert "L’adresse a changé" not in wall(evening)
    network.found = [CABLE]
    forget(evening)
    assert evening.live()["way"] != way
    assert evening.live()["address"] == "http://10.0.0.5:8080"
    assert "L’adresse a changé" in wall(evening)
    assert "10.0.0.5:8080" in wall(evening)
    assert 'role="status" hidden' not in console(evening)
    # The cookie belongs to the address that is gone: the ticket's code does not.
    new = evening.phone()
    form = new.get(f"{evening.room}after?ticket_code={code}", base_url="http://10.0.0.5:8080").text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    new.post(f"{evening.room}after", data={**hidden, "q_s_guichet": "4"}, base_url="http://10.0.0.5:8080")
    assert evening.live()["both"] == 1


def test_the_console_turns_green_when_a_phone_came_through(evening):
    assert "passe au vert" in console(evening)
    assert evening.client.get(evening.url + "try.svg").mimetype == "image/svg+xml"
    way = evening.live()["way"]
    assert "C’est bon" in scan(evening, HALL).text
    assert evening.live()["way"] != way
    assert "un téléphone est arrivé" in console(evening).lower()


@pytest.mark.parametrize(
    ("address", "sender"), [(HALL, HALL.ip), (Address("127.0.0.1", "lo"), "127.0.0.1"), (CABLE, "10.0.0.9")]
)
def test_this_very_machine_or_another_address_proves_nothing(evening, address, sender):
    assert "Pas tout à fait" in scan(evening, address, sender=sender).text
    assert "un téléphone est arrivé" not in console(evening).lower()


def test_only_the_code_on_the_console_counts_and_only_for_its_address(evening, network):
    assert "Pas tout à fait" in scan(evening, HALL, f"/try/{evening.code}/{'0' * 16}").text
    scan(evening, HALL)
    network.found = [CABLE]
    forget(evening)
    assert "un téléphone est arrivé" not in console(evening).lower()
    assert evening.phone().get("/try/222222/x").status_code == 404


def test_a_stranger_changes_nothing(evening):
    stranger = evening.phone()
    for path in ("try.svg", "preflight"):
        assert stranger.get(evening.url + path).location == "/sign-in"
    for path in ("address", "wifi", "preflight"):
        assert stranger.post(evening.url + path).status_code in {302, 400}
    assert stranger.get("/screenings/preflight").location == "/sign-in"


def test_the_wifi_is_shown_as_a_second_square_and_leads_to_paper_without_internet(evening):
    assert evening.phone().get(f"/projector/{evening.code}/wifi.svg").status_code == 404
    evening.press("wifi", name="Maison; 80", password="a:b,c  d\\e", no_internet="y")
    assert "Maison; 80" in wall(evening)
    assert "wifi.svg" in wall(evening)
    assert evening.phone().get(f"/projector/{evening.code}/wifi.svg").mimetype == "image/svg+xml"
    assert "commencez par les feuilles" in console(evening)
    evening.press("wifi", name="", password="")
    assert "wifi.svg" not in wall(evening)


def test_a_wifi_that_can_not_be_is_given_back_as_typed(evening):
    refused = evening.press("wifi", name="Salle", password="court")
    assert refused.status_code == 400
    assert 'value="court"' in refused.text
    assert "8 et 63" in refused.text
    assert evening.press("wifi", name="", password="assez long").status_code == 400
    assert evening.press("wifi", name="é" * 17, password="").status_code == 400


def test_sealing_leaves_nothing_of_the_wifi(evening, settings):
    evening.press("wifi", name="Reseau-Tres-Reconnaissable", password="motdepasse-tres-long")
    evening.go("preparing", "before", "film", "after", "debate")
    assert press(evening.client, evening.url + "seal", {"typed": "y", "destroyed": "y"}).status_code == 200
    kept = b"".join(p.read_bytes() for p in settings.data.rglob("*") if p.is_file())
    assert b"Reseau-Tres" not in kept
    assert b"motdepasse" not in kept


def test_a_wifi_square_says_what_cameras_read():
    assert wifi_text("Café", "mot de passe") == "WIFI:T:WPA;S:Café;P:mot de passe;;"
    assert wifi_text('a;b,c:d"e\\f', "") == 'WIFI:T:nopass;S:a\\;b\\,c\\:d\\"e\\\\f;;'
