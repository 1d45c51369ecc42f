import re


def page(evening) -> str:
    return evening.client.get(evening.url + "preflight").text


def test_the_page_says_what_the_program_sees_and_keeps_what_was_ticked(evening):
    before = page(evening)
    assert "192.168.1.20" in before
    assert "chiffre du guide reste" in before or "chiffres du guide" in before
    assert " checked" not in before
    evening.press("preflight", film="1", sound="1", unknown="1")
    assert re.findall(r'name="(\w+)" value="1" checked', page(evening)) == ["film", "sound"]
    assert "Tout vérifier" in evening.client.get(evening.url).text


def test_the_machine_can_be_looked_at_before_any_screening(evening):
    assert "/screenings/preflight" in evening.client.get("/screenings/").text
    machine = evening.client.get("/screenings/preflight")
    assert machine.status_code == 200
    assert "SQLite" in machine.text


def test_a_wall_without_its_guide_is_calm_and_an_error_says_nothing_of_the_machine(evening, monkeypatch):
    from screening.store.database import StoreError

    known = evening.app.extensions["screening"]
    guides = dict(known.guides)
    evening.go("preparing", "before")
    known.guides.clear()
    for _phase in ("film", "after", "debate"):
        for path in ("", "screen"):
            wall = evening.phone().get(f"/projector/{evening.code}/{path}")
            assert wall.status_code == 200
            assert "Soirée au quartier" in wall.text or "Mêmes questions" in wall.text
        evening.go(_phase)
    known.guides.update(guides)

    def fail(*_arguments):
        raise StoreError("/a/path/on/the/server")

    monkeypatch.setattr(known.rooms, "get", fail)
    wall = evening.phone().get(f"/projector/{evening.code}/")
    assert wall.status_code == 503
    assert "revient tout seul" in wall.text
    assert "/a/path" not in wall.text


def test_a_server_started_anew_still_knows_how_long_the_film_runs(evening, settings, monkeypatch):
    import time

    from screening.app import create_app

    evening.go("preparing", "before")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 600)
    rooms = create_app(settings).extensions["screening"].rooms
    assert 598 <= rooms.seconds_in_phase(evening.url.strip("/").split("/")[-1]) <= 602


def test_a_damaged_room_is_told_at_the_start(evening, settings):
    from screening.app import create_app
    from screening.commands.serve import _announce

    room = evening.url.strip("/").split("/")[-1]
    evening.app.extensions["screening"].rooms.key_path(room).unlink()
    told = "\n".join(_announce(settings, create_app(settings)))
    assert "Illisible" in told
    assert "Soirée au quartier" in told


def test_a_room_that_another_program_holds_is_not_called_damaged_at_the_start(evening, settings):
    import sqlite3

    from screening.app import create_app
    from screening.commands.serve import _announce
    from screening.store.database import close_connections

    room = evening.url.strip("/").split("/")[-1]
    close_connections()
    other = sqlite3.connect(evening.app.extensions["screening"].rooms.path(room), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    told = "\n".join(_announce(settings, create_app(settings)))
    other.close()
    assert "Illisible" not in told
    assert "autre programme" in told
    assert "Soirée au quartier" in told
