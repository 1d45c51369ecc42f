"""No secret lies in the repository, and none is made where others can read it."""

import re
import stat
import subprocess
from pathlib import Path

import pytest

from screening.config import signing_secret

ROOT = Path(__file__).parents[1]
SECRETS = re.compile(
    rb"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[baprs]-\w{10}"
    rb"|(?i:secret_key|password|api_key|token)\s*[:=]\s*[bru]?[\"'][A-Za-z0-9+/_=-]{24,}[\"']"
)


def test_no_secret_is_in_the_repository():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: the files were not looked through")
    names = [name for name in listed.stdout.decode().split("\0") if name]
    assert len(names) > 100
    assert not [name for name in names if name.endswith((".key", ".db", ".pem", ".env"))]
    found = {name for name in names if (ROOT / name).is_file() and SECRETS.search((ROOT / name).read_bytes())}
    assert not found


def test_the_secret_is_made_at_the_first_start_whole_and_for_its_owner_alone(tmp_path):
    secret = signing_secret(tmp_path)
    assert len(secret) == 32
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600
    assert signing_secret(tmp_path) == secret
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_a_secret_that_a_crash_left_empty_signs_nothing(tmp_path):
    (tmp_path / "secret.key").touch(mode=0o600)
    assert len(signing_secret(tmp_path)) == 32
