"""The scripts that take pictures of the product still find their way through it (in the full run)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from browser.conftest import CHROMIUM

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def script(full):
    if not full or CHROMIUM is None:
        pytest.skip("pictures are taken in the full run, where a Chromium is found")

    def run(name: str, *arguments: object) -> None:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, ROOT / "tests" / "browser" / name, *arguments]
        subprocess.run(command, check=True, env=env, timeout=600)

    return run


def test_the_help_has_the_pictures_that_the_script_takes(script, tmp_path):
    script("pictures.py", tmp_path)
    taken, kept = (
        {path.relative_to(folder) for path in folder.rglob("*.webp")}
        for folder in (tmp_path, ROOT / "static" / "help")
    )
    assert taken == kept


def test_every_page_can_be_looked_at(script, tmp_path):
    script("walk.py", tmp_path)
    assert len(list(tmp_path.glob("*.png"))) > 200
