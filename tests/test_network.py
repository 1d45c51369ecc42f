from screening.network import Address, public_address, rank


def test_physical_cards_come_first_and_loopback_never():
    found = [
        Address("172.17.0.1", "docker0"),
        Address("10.8.0.2", "tun0"),
        Address("127.0.0.1", "lo"),
        Address("169.254.3.4", "eth1"),
        Address("192.168.1.20", "wlan0"),
    ]
    assert [a.ip for a in rank(found)] == ["192.168.1.20", "172.17.0.1", "10.8.0.2"]


def test_the_address_phones_use_is_the_configured_one_or_none_on_loopback():
    assert public_address("https://exemple.be/", 8080, "0.0.0.0") == "https://exemple.be"
    assert public_address("", 8080, "127.0.0.1") == ""
    assert public_address("", 8080, "localhost") == ""
    assert public_address("", 8080, "192.168.1.20") == "http://192.168.1.20:8080"
