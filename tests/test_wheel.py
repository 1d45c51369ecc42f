"""The wheel, built and tried in an environment of its own, from another folder."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_the_wheel_runs_from_another_folder_with_the_real_guide(tmp_path):
    if not os.environ.get("CI"):
        pytest.skip("the wheel is built and tried in CI (set CI=1 to do it here)")
    wheels = tmp_path / "wheels"
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", wheels, ROOT], check=True)
    (wheel,) = wheels.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", wheel], check=True)
    outline = [tmp_path / "env" / "bin" / "screening", "guide", "outline", "plus-personne"]
    told = subprocess.run(outline, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert "non-recours" in told
    code = (
        "from pathlib import Path; from screening.app import create_app;"
        "from screening.config import Settings;"
        "page = create_app(Settings(data=Path('.'))).test_client().get('/'); print(page.status_code);"
        "from screening.resources import folder; print((folder('static') / 'base.css').is_file())"
    )
    shown = subprocess.run(
        [python, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path
    ).stdout
    assert shown.split() == ["200", "True"]
