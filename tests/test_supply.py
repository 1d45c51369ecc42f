"""What this program is made of: dependencies with reasons and bounds; an audit never clean by chance."""

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
DEPENDENCIES = tomllib.loads(PROJECT)["project"]["dependencies"]
UNPINNED = {"nh3", "msgspec", "ifaddr", "babel", "jinja2", "simplemma", "filelock", "click"}
"""Below 1.0, or held by the library that brings them: a bound of ours would only keep repairs out."""


def named(requirement: str) -> str:
    return re.split(r"[<>=~!\[]", requirement)[0]


def test_each_dependency_has_a_reason_on_its_line():
    block = re.search(r"\ndependencies = \[\n(.*?)\n\]", PROJECT, re.DOTALL)[1]
    lines = block.splitlines()
    assert len(lines) == len(DEPENDENCIES)
    for line in lines:
        assert re.fullmatch(r'\s+"[^"]+",\s+# \S.{15,}', line), line


def test_each_dependency_has_bounds_that_hold_here():
    for requirement in DEPENDENCIES:
        low = re.search(r">=([\d.]+)", requirement)
        assert low, f"{requirement}: from which version?"
        if named(requirement) not in UNPINNED:
            assert re.search(r",<\d", requirement), f"{requirement}: up to which version?"
        found = [int(part) for part in re.findall(r"\d+", version(named(requirement)))]
        assert found >= [int(part) for part in low[1].split(".")], requirement


def audit(tmp_path: Path, told: str, status: int, installs: bool = True) -> subprocess.CompletedProcess[str]:
    """Run .ci/audit with a pip-audit of ours, that tells what it is told to."""
    tool = tmp_path / "python3"
    tool.write_text(
        f"""#!/bin/sh
mkdir -p "$3/bin"
printf '#!/bin/sh\\nexit {0 if installs else 1}\\n' >"$3/bin/python"
printf '#!/bin/sh\\necho "{told}"\\nexit {status}\\n' >"$3/bin/pip-audit"
chmod +x "$3/bin/python" "$3/bin/pip-audit"
""",
        "utf-8",
    )
    tool.chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHON": sys.executable}
    return subprocess.run([ROOT / ".ci" / "audit"], env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("told", "status", "installs", "exits", "says"),
    [
        ("No known vulnerabilities found", 0, True, 0, ""),
        ("Found 1 known vulnerability in 1 package", 1, True, 1, ""),
        ("ConnectionError: pypi.org", 1, True, 3, "AUDIT NOT DONE"),
        ("Skipped: could not be audited", 0, True, 3, "AUDIT NOT DONE"),
        ("", 0, False, 3, "AUDIT NOT DONE"),
    ],
)
def test_an_audit_that_could_not_be_done_never_looks_clean(tmp_path, told, status, installs, exits, says):
    done = audit(tmp_path, told, status, installs)
    assert done.returncode == exits, done.stderr
    assert says in done.stderr


def test_the_hosted_run_tests_and_audits():
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    assert "run: .ci/run" in workflow
    assert "run: .ci/audit" in workflow
    assert "schedule:" in workflow, "a hole may become known while nobody changes anything"
    assert "continue-on-error" not in workflow
