import json

from screening.network import Address, Reach, rank

HALL = Address("192.168.1.20", "wlan0")
CABLE = Address("10.0.0.5", "eth0")


class Machine:
    """A machine whose addresses change, and a clock that is moved by hand."""

    def __init__(self, folder, *found: Address, **options) -> None:
        self.found, self.now, self.asked = list(found), 0.0, 0
        self.file = folder / "network.json"
        self.options = options

    def find(self) -> list[Address]:
        self.asked += 1
        return self.found

    def reach(self) -> Reach:
        return Reach(8080, self.file, find=self.find, clock=lambda: self.now, **self.options)


def test_physical_cards_come_first_and_loopback_never():
    found = [
        Address("172.17.0.1", "docker0"),
        Address("10.8.0.2", "tun0"),
        Address("127.0.0.1", "lo"),
        Address("169.254.3.4", "eth1"),
        Address("192.168.1.20", "wlan0"),
    ]
    assert [a.ip for a in rank(found)] == ["192.168.1.20", "172.17.0.1", "10.8.0.2"]


def test_the_address_phones_use_is_the_configured_one_or_none_on_loopback(tmp_path):
    def address(url: str, host: str) -> str:
        return Machine(tmp_path, url=url, host=host).reach().address()

    assert address("https://exemple.be/", "0.0.0.0") == "https://exemple.be"
    assert address("", "127.0.0.1") == ""
    assert address("", "localhost") == ""
    assert address("", "192.168.1.20") == "http://192.168.1.20:8080"
    assert address("", "0.0.0.0") == ""


def test_a_choice_is_remembered_and_follows_its_card_to_another_hall(tmp_path):
    machine = Machine(tmp_path, HALL, CABLE)
    reach = machine.reach()
    assert reach.address() == "http://192.168.1.20:8080"
    assert reach.choose(CABLE.ip)
    assert not reach.choose("10.9.9.9")
    assert machine.reach().address() == "http://10.0.0.5:8080"
    machine.found = [HALL, Address("10.7.7.7", "eth0")]
    assert machine.reach().address() == "http://10.7.7.7:8080"
    machine.found = [HALL]
    assert machine.reach().address() == "http://192.168.1.20:8080"


def test_a_choice_that_can_not_be_read_is_as_none(tmp_path):
    machine = Machine(tmp_path, HALL)
    for text in ("", "[]", "null", json.dumps({"ip": "1.2.3.4"})):
        machine.file.write_text(text, "utf-8")
        assert machine.reach().address() == "http://192.168.1.20:8080"


def test_a_change_is_noticed_within_two_seconds_and_the_system_is_not_asked_each_time(tmp_path):
    machine = Machine(tmp_path, HALL)
    reach = machine.reach()
    for _ in range(100):
        reach.address()
    assert machine.asked == 1
    assert not reach.moved
    machine.found, machine.now = [], 10.0
    assert reach.address() == ""
    assert not reach.moved
    machine.found, machine.now = [CABLE], 12.0
    assert reach.address() == "http://10.0.0.5:8080"
    assert reach.moved
    machine.now += 4000
    assert not reach.moved
