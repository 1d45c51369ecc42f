"""The commands about what is kept, tried as a person would on a data folder with a sealed screening."""

import os
import re
import sqlite3
from datetime import date

import pytest
from click.testing import CliRunner
from filelock import FileLock
from pages import PLAN, press

from screening.cli import main
from screening.store.accounts import Accounts
from screening.store.debriefs import current, read_debriefs, save_debrief
from screening.store.library import Library


def run(*arguments: object, **options: object):
    return CliRunner().invoke(main, [str(a) for a in arguments], **options)


@pytest.fixture
def data(app, facilitator, settings):
    page = press(facilitator, "/screenings/new", PLAN)
    url = page.request.path
    code = re.search(r"/projector/(\w+)/", page.text)[1]
    press(facilitator, url, {"from": "preparing"}, url + "phase")
    for n in range(6):
        phone = app.test_client()
        form = phone.get(f"/r/{code}/before").text
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
        phone.post(f"/r/{code}/before", data={**hidden, "q_w_guichet_1": f"marqueur {n}"})
    return settings.data


def screening_id(data) -> str:
    return next((data / "rooms").glob("*.db")).stem


def seal(data) -> str:
    from screening.store.rooms import Rooms
    from screening.store.sealing import seal as seal_room

    room = screening_id(data)
    seal_room(Library(data / "library.db"), Rooms(data / "rooms"), room)
    return room


def test_a_backup_says_what_not_to_copy_and_a_copy_elsewhere_has_no_room(data, tmp_path):
    made = run("backup", "--data", data, "--to", tmp_path / "usb")
    assert made.exit_code == 0
    assert "«\u00a0rooms\u00a0»" in made.output
    assert [path.name for path in (tmp_path / "usb").rglob("*")] == ["library.db"]
    listed = run("restore", "--data", data).output
    assert screening_id(data) in listed
    assert "library" in listed


def test_a_damaged_room_is_restored_by_command(data):
    run("backup", "--data", data)
    room = data / "rooms" / f"{screening_id(data)}.db"
    room.write_bytes(os.urandom(5000))
    restored = run("restore", room.stem, "--data", data)
    assert restored.exit_code == 0, restored.output
    assert sqlite3.connect(room).execute("SELECT COUNT(DISTINCT ticket) FROM answers").fetchone() == (6,)


def test_a_sealed_room_is_not_restored(data):
    run("backup", "--data", data)
    room = seal(data)
    refused = run("restore", room, "--data", data)
    assert refused.exit_code == 2
    assert "scellée" in refused.output


def test_restoring_and_importing_want_the_server_stopped(data, tmp_path):
    (tmp_path / "a.zip").write_bytes(b"")
    with FileLock(data / "server.lock"):
        for command in (["restore", "library"], ["import", tmp_path / "a.zip"], ["erase", "--yes"]):
            refused = run(*command, "--data", data)
            assert refused.exit_code == 3, command
            assert "arrêtez-le" in refused.output
        assert run("backup", "--data", data).exit_code == 0


def test_a_screening_goes_from_one_laptop_to_another(data, tmp_path):
    room = seal(data)
    assert room in run("export", "--data", data).output
    assert run("export", room, "--data", data, "--into", tmp_path).exit_code == 0
    [file] = tmp_path.glob("seance-*.zip")
    assert run("export", room, "--data", data, "--into", tmp_path).exit_code == 2
    again = run("import", file, "--data", data)
    assert "déjà ici" in again.output
    file.write_bytes(file.read_bytes()[:-40])
    broken = run("import", file, "--data", data)
    assert broken.exit_code == 2
    assert "abîmé" in broken.output or "exportée" in broken.output


def test_a_later_debrief_of_a_file_is_taken_by_command_or_left_to_the_page(data, tmp_path):
    room = seal(data)
    files = []
    for version, day in ((1, 26), (2, 27)):
        save_debrief(data / "library.db", room, {"worked": f"version {version}"}, date(2026, 11, day))
        assert run("export", room, "--data", data, "--into", tmp_path / str(version)).exit_code == 0
        files += (tmp_path / str(version)).glob("*.zip")
    other = tmp_path / "other"
    other.mkdir()
    library = Library(other / "library.db")
    library.prepare()
    Accounts(library.path).add_first("Sami", "sami", "un long mot")
    assert "est importée" in run("import", files[0], "--data", other).output
    assert "attend votre choix" in run("import", files[1], "--data", other).output
    assert current(read_debriefs(library.path, room)).texts["worked"] == "version 1"
    assert "le nôtre reste" in run("import", files[1], "--data", other, "--keep").output
    assert "celui du fichier" in run("import", files[1], "--data", other, "--take").output
    assert current(read_debriefs(library.path, room)).texts["worked"] == "version 2"
    assert "plus ancien" in run("import", files[0], "--data", other).output


def test_all_screenings_go_to_another_folder_and_a_broken_file_stops_none_of_the_others(data, tmp_path):
    seal(data)
    assert run("export", "--all", "--data", data, "--into", tmp_path / "usb").exit_code == 0
    [file] = (tmp_path / "usb").glob("*.zip")
    assert run("export", "--all", "--data", data, "--into", tmp_path / "usb").exit_code == 2
    broken = tmp_path / "a.zip"
    broken.write_bytes(file.read_bytes()[:-60])
    done = run("import", broken, file, "--data", data)
    assert done.exit_code == 2
    assert "a.zip" in done.output
    assert "déjà ici" in done.output


def test_the_report_of_a_year_is_written_with_its_tables(data, tmp_path):
    seal(data)
    made = run("year", "2026-01-01", "2026-12-31", "--data", data, "--into", tmp_path / "r", "--lang", "nl")
    assert made.exit_code == 0, made.output
    assert sorted(path.suffix for path in (tmp_path / "r").iterdir()) == [".csv", ".ods", ".pdf"]
    assert "Soirée au quartier" in next((tmp_path / "r").glob("*.csv")).read_text("utf-8-sig")


def test_a_password_is_set_beside_a_running_server(data, app):
    with FileLock(data / "server.lock"):
        done = run("password", "nour", "--data", data, input="un tout autre\nun tout autre\n")
    assert done.exit_code == 0, done.output
    client = app.test_client()
    assert press(client, "/sign-in", {"sign_in": "nour", "password": "un long mot"}).status_code == 400
    assert press(client, "/sign-in", {"sign_in": "nour", "password": "un tout autre"}).status_code == 200
    unknown = run("password", "personne", "--data", data, input="un tout autre\nun tout autre\n")
    assert unknown.exit_code == 2
    assert "nour" in unknown.output


def test_erasing_asks_says_what_stays_and_leaves_nothing(data):
    kept = run("erase", "--data", data, input="n\n")
    assert "Soirée au quartier" in kept.output
    assert "Restent" in kept.output
    assert (data / "library.db").exists()
    assert run("erase", "--data", data, "--yes").exit_code == 0
    assert not list(data.iterdir())


def test_a_folder_without_data_is_told(tmp_path):
    reports = (["report"], ["report", "abc"], ["year", "2026-01-01", "2026-12-31"])
    for command in (["backup"], ["export"], ["password", "nour"], *reports):
        told = run(*command, "--data", tmp_path, input="12345678\n12345678\n")
        assert told.exit_code == 2
        assert "pas de données" in told.output
        assert not list(tmp_path.iterdir())
