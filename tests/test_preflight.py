import datetime
import os
import shutil
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from screening.app import create_app
from screening.cli import main
from screening.config import Settings
from screening.folders import mounted_over_network, synchronised
from screening.preflight import Check, look

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/nour/usb ext4 rw 0 0
//nas/x /mnt/mon\\040nas cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/home/nour/OneDrive - Commune/kit", "OneDrive"),
        ("/home/nour/Dropbox/kit", "Dropbox"),
        ("/Users/nour/Library/Mobile Documents/com~apple~CloudDocs/kit", "iCloud"),
        ("/Users/nour/Library/CloudStorage/Box-Box/kit", "cloud"),
        ("/home/nour/Google Drive/kit", "Google Drive"),
        ("/home/nour/Nextcloud/kit", "Nextcloud"),
        ("/home/nour/dropboxes/kit", ""),
        ("/home/nour/megaphone/kit", ""),
        ("/home/nour/kit", ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known(folder, name):
    assert synchronised(Path(folder), {}) == name


def test_a_folder_is_known_by_its_service_too(tmp_path):
    (tmp_path / "Fichiers" / "kit").mkdir(parents=True)
    assert synchronised(tmp_path / "Fichiers" / "kit", {"OneDrive": str(tmp_path)}) == "OneDrive"
    (tmp_path / ".stfolder").mkdir()
    assert synchronised(tmp_path / "Fichiers" / "kit", {}) == "Syncthing"


def test_a_folder_on_another_machine_is_known_by_the_nearest_mount():
    def remote(folder: str) -> bool:
        return mounted_over_network(PurePosixPath(folder), MOUNTS)

    assert remote("/home/nour/kit")
    assert remote("/mnt/mon nas/kit")
    assert not remote("/home/nour/usb/kit")
    assert not remote("/srv/kit")


@pytest.fixture
def quiet(tmp_path) -> Settings:
    """Settings of a machine on which nothing listens."""
    return Settings(data=tmp_path / "data", port=9, host="127.0.0.1")


def found(settings: Settings, address: str = "http://192.168.1.20:9") -> dict[str, Check]:
    return {check.name: check for check in look(settings, address)}


def test_a_sound_machine_has_a_tick_at_each_line(quiet):
    quiet.data.mkdir()
    create_app(quiet)
    checks = found(quiet)
    assert set(checks) == {"address", "port", "disk", "folder", "clock", "sqlite"}
    assert all(check.good for check in checks.values()), checks


def test_each_thing_that_is_wrong_says_what_to_do(quiet, monkeypatch):
    quiet.data.mkdir()
    create_app(quiet)
    (quiet.data / "rooms" / "ab.db").write_bytes(b"not a database" * 100)
    later = datetime.datetime.now() + datetime.timedelta(days=400)
    os.utime(quiet.data / "library.db", (later.timestamp(), later.timestamp()))
    usage = shutil.disk_usage(quiet.data)._replace(free=1024**2)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage)
    checks = found(quiet, "")
    assert not any(checks[name].good for name in ("address", "disk", "clock", "room"))
    assert "Wi-Fi" in str(checks["address"])
    assert "500 Mo" in str(checks["disk"])
    assert "ab.db" in str(checks["room"])


def test_doctor_reads_only_and_tells_by_its_code_whether_all_is_well(tmp_path):
    def doctor(data: Path):
        here = ["--port", "9", "--host", "127.0.0.1", "--public-url", "https://kit.example"]
        return CliRunner().invoke(main, ["doctor", "--data", str(data), *here])

    told = doctor(tmp_path / "Dropbox" / "data")
    assert told.exit_code == 1
    assert "Dropbox" in told.output
    assert "sous-titres" in told.output
    well = doctor(tmp_path)
    assert well.exit_code == 0, well.output
    assert list(tmp_path.iterdir()) == []


def test_a_public_address_with_something_after_the_host_is_refused(tmp_path):
    for wrong in ("exemple.be", "https://exemple.be/kit", "ftp://exemple.be"):
        refused = CliRunner().invoke(main, ["serve", "--data", str(tmp_path), "--public-url", wrong])
        assert refused.exit_code == 2
        assert "https://exemple.be" in refused.output
