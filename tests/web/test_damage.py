"""Files damaged while people answer: no false thanks, and whoever leads is told what brings them back."""

import os
import random
import re
import shlex
import shutil

import pytest
from click.testing import CliRunner
from evenings import known, room_id
from pages import PLAN, press
from store.test_damage import spoil

from screening.app import create_app
from screening.cli import main
from screening.store import database
from screening.store.database import Damaged
from screening.store.repair import advice


def room_file(evening):
    return known(evening).rooms.path(room_id(evening))


def answers(evening) -> set[tuple[str, str]]:
    with known(evening).rooms.read(room_id(evening)) as db:
        return set(db.execute("SELECT question, value FROM answers").fetchall())


@pytest.fixture
def going(evening):
    """An evening that six answered before the film, which is on; each step made a backup."""
    evening.go("preparing")
    for n in range(6):
        evening.answer(evening.phone(), "before", q_w_guichet_1=f"mot{n}", q_s_guichet="2")
    evening.go("before", "film")
    return evening


@pytest.mark.parametrize("damage", ["noise", "empty", "half", "gone"])
def test_a_room_damaged_during_an_evening_thanks_nobody_and_comes_back_by_one_button(going, damage):
    phone = going.phone()
    form = going.form(phone, "after")
    path = room_file(going)
    good = path.read_bytes()
    spoilt = {"noise": os.urandom(9000), "empty": b"", "half": good[: len(good) // 2], "gone": None}[damage]
    if spoilt is None:
        path.unlink()
    else:
        path.write_bytes(spoilt)
    sent = phone.post(f"{going.room}after", data={**form, "q_t_flou": "Qui décide ?"})
    assert sent.status_code == 503
    assert "Qui décide ?" in sent.text
    for page in (sent, phone.get(f"{going.room}after"), phone.get(going.room)):
        assert str(path.parent) not in page.text
        assert "scellée" not in page.text
    assert going.live() == {"version": -1}, "the console looks again"
    console = going.client.get(going.url)
    assert console.status_code == 503
    assert "n’a été touché" in console.text
    assert f'href="{going.url}repair/"' in console.text
    repair = going.client.get(f"{going.url}repair/").text
    assert "Remettre cette sauvegarde" in repair
    assert f"screening restore {room_id(going)}" in repair
    back = press(going.client, f"{going.url}repair/", {})
    assert "s’ouvre de nouveau" in back.text
    assert ("w_guichet", "mot3") in answers(going)
    assert phone.post(f"{going.room}after", data={**form, "q_t_flou": "Qui décide ?"}).status_code == 303
    aside = list(known(going).rooms.backups_of(room_id(going)).glob("aside-20??-??-??-1.db"))
    assert [file.read_bytes() for file in aside] == ([] if spoilt is None else [spoilt])


def test_a_key_that_is_missing_comes_back_and_no_answer_is_lost(going):
    ticket = going.phone()
    going.answer(ticket, "after", q_t_flou="depuis la sauvegarde")
    known(going).rooms.key_path(room_id(going)).unlink()
    known(going).rooms.forget(room_id(going))
    assert going.client.get(going.url).status_code == 503
    press(going.client, f"{going.url}repair/", {})
    assert ("t_flou", "depuis la sauvegarde") in answers(going)


def test_a_room_without_a_good_backup_says_what_is_left_to_do(evening):
    evening.go("preparing")
    for copy in known(evening).rooms.backups_of(room_id(evening)).glob("*.db"):
        copy.write_bytes(b"no database")
    room_file(evening).write_bytes(b"no database")
    page = evening.client.get(f"{evening.url}repair/").text
    assert "pas de bonne sauvegarde" in page
    assert "Remettre cette sauvegarde" not in page
    assert room_file(evening).read_bytes() == b"no database"


def test_a_room_that_opens_is_not_put_back(going):
    going.answer(going.phone(), "after", q_t_flou="depuis la sauvegarde")
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', going.client.get(going.url).text)[1]
    assert going.client.get(f"{going.url}repair/").location == going.url
    going.client.post(f"{going.url}repair/", data={"csrf_token": token})
    assert ("t_flou", "depuis la sauvegarde") in answers(going)


def test_the_list_of_screenings_leads_to_what_can_be_done(going):
    known(going).rooms.forget(room_id(going))
    room_file(going).write_bytes(b"no database")
    listed = going.client.get("/screenings/").text
    assert f'href="{going.url}repair/"' in listed
    assert "Illisible" in listed


def test_a_damaged_library_tells_the_line_that_brings_it_back(going, settings):
    library = known(going).library.path
    library.write_bytes(os.urandom(9000))
    database.close_connections()
    page = going.client.get("/screenings/")
    assert page.status_code == 503
    line = re.search(r">(screening restore library --data [^<]+)<", page.text)[1]
    sent = going.phone().post(f"{going.room}after", data={"nonce": "x", "q_t_flou": "Qui décide ?"})
    assert sent.status_code == 503
    assert "Qui décide ?" in sent.text
    assert str(settings.data) not in going.phone().get(going.room).text
    with pytest.raises(Damaged):
        create_app(settings)
    assert any(said.strip() == line for said in advice(settings.data)), "the start says the same"
    done = CliRunner().invoke(main, shlex.split(line)[1:])
    assert done.exit_code == 0, done.output
    assert "aside-20" in done.output
    again = create_app(settings)
    assert again.test_client().get(going.room).status_code in {200, 302}


@pytest.mark.parametrize("damage", ["empty", "gone"])
def test_a_library_that_went_away_is_not_begun_anew_over_what_remains(going, settings, damage):
    library = known(going).library.path
    database.close_connections()
    library.unlink()
    if damage == "empty":
        library.touch()
    with pytest.raises(Damaged, match="n’a pas été touché"):
        create_app(settings)
    assert "screening restore library" in advice(settings.data)[1]


def test_a_server_tells_strangers_nothing_of_where_its_data_lie(going, settings):
    from dataclasses import replace

    app = create_app(replace(settings, public_url="https://soirees.example.org"))
    known(going).library.path.write_bytes(b"no database")
    for path in ("/sign-in", "/screenings/", "/", "/trust/"):
        page = app.test_client().get(path, base_url="https://soirees.example.org")
        assert str(settings.data) not in page.text, path
        assert page.status_code in {200, 302, 503}


def test_a_copy_of_a_damaged_file_pushes_no_good_backup_out(going):
    backups, path = known(going).backups, known(going).library.path
    kept = [b.path.name for b in backups.kept()]
    content = bytearray(path.read_bytes())
    place = content.index(b"Rue du Progr") // 4096 * 4096
    content[place : place + 200] = os.urandom(200)
    path.write_bytes(content)
    database.close_connections()
    with pytest.raises(Damaged):
        backups.save_library()
    assert [b.path.name for b in backups.kept()] == kept


def test_bits_that_flip_under_a_running_server_make_no_false_thanks(going, tmp_path, full, figures):
    good, path, dice = room_file(going).read_bytes(), room_file(going), random.Random(11)
    saved = tmp_path / "saved"
    shutil.copytree(path.parent, saved)
    thanked = refused = 0
    for n in range(300 if full else 30):
        phone = going.phone()
        form = going.form(phone, "after")
        path.write_bytes(spoil(good, dice))
        if n % 2:
            # What SQLite remembers of the sound file is gone too, as after a quiet while.
            database.close_connections(path)
        text = f"texte{n}"
        sent = phone.post(f"{going.room}after", data={**form, "q_t_flou": text})
        if sent.status_code == 303:
            thanked += 1
            assert text.encode() in path.read_bytes(), "thanked, and not on the disk"
        else:
            refused += 1
            assert sent.status_code == 503
            assert text in sent.text
        known(going).rooms.forget(room_id(going))
        path.write_bytes(good)
    assert refused
    figures.append(f"bits flipped under a running server {thanked + refused} times: {refused} told, "
                   f"{thanked} answers taken and on the disk, no false thank-you")  # fmt: skip


def test_a_stranger_and_another_facilitator_repair_nothing(going):
    assert going.phone().get(f"{going.url}repair/").location == "/sign-in"
    other = press(going.client, "/screenings/new", {**PLAN, "title": "Une autre"}).request.path
    assert going.client.get(f"{other}repair/").location == other


def test_the_button_puts_the_latest_good_copy_back_where_a_later_one_is_spoilt(going):
    backups, room = known(going).backups, room_id(going)
    backups.save_room(room).path.write_bytes(b"no database")
    room_file(going).write_bytes(b"no database")
    known(going).rooms.forget(room)
    back = press(going.client, f"{going.url}repair/", {})
    assert "s’ouvre de nouveau" in back.text
    assert ("w_guichet", "mot3") in answers(going)


def test_a_room_in_use_by_another_program_is_not_replaced_by_an_older_copy(going, in_use):
    going.answer(going.phone(), "after", q_t_flou="depuis la sauvegarde")
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', going.client.get(going.url).text)[1]
    known(going).rooms.forget(room_id(going))
    with in_use(room_file(going)):
        page = going.client.get(f"{going.url}repair/")
        assert page.status_code == 503
        assert "Remettre cette sauvegarde" not in page.text
        assert "un autre programme" in page.text
        sent = going.client.post(f"{going.url}repair/", data={"csrf_token": token})
        assert sent.status_code == 503
    assert going.client.get(f"{going.url}repair/").location == going.url
    assert ("t_flou", "depuis la sauvegarde") in answers(going)


def test_a_library_in_use_sends_nobody_to_a_backup_and_tells_strangers_no_path(going, settings, in_use):
    with in_use(known(going).library.path):
        for client in (going.client, going.app.test_client()):
            page = client.get("/sign-in")
            assert page.status_code == 503
            assert "screening restore" not in page.text
            assert str(settings.data) not in page.text
            assert "locked" not in page.text
            assert "occupé pour le moment" in page.text
    assert going.client.get("/screenings/").status_code == 200


@pytest.mark.parametrize("key", ["there", "gone"])
def test_a_backup_without_its_key_brings_the_room_back_or_says_why_not(going, key):
    rooms, room = known(going).rooms, room_id(going)
    (rooms.backups_of(room) / "key").unlink()
    if key == "gone":
        rooms.key_path(room).unlink()
    room_file(going).write_bytes(b"no database")
    rooms.forget(room)
    back = press(going.client, f"{going.url}repair/", {})
    assert back.status_code == 200
    if key == "there":
        assert "s’ouvre de nouveau" in back.text
        assert ("w_guichet", "mot3") in answers(going)
    else:
        assert "La clé de cette salle manque" in back.text
        assert room_file(going).read_bytes() == b"no database"


def test_a_disk_that_takes_no_backup_back_is_told(going, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    room_file(going).write_bytes(b"no database")
    known(going).rooms.forget(room_id(going))
    monkeypatch.setattr("screening.store.backups._put_back", full)
    assert "n’est pas remise" in press(going.client, f"{going.url}repair/", {}).text
