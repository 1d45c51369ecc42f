"""How long a guide of 80 steps takes to load, beside plain Markdown, and a debate page to render.

Run: `python tests/benchmarks/guide.py`. The peer converts the same texts and nothing else.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import markdown

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from pages import PLAN, press

from screening import resources
from screening.app import create_app
from screening.config import Settings
from screening.guide.load import load

REAL = resources.folder("guides") / "plus-personne"
STEPS = 80


def median(work: Callable[[], object], times: int = 9) -> float:
    """Return the median of several runs in milliseconds, the first left out as warm-up."""
    taken = []
    for _ in range(times + 1):
        started = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - started))
    return statistics.median(taken[1:])


def enlarged(folder: Path) -> Path:
    """Copy the real guide and repeat its steps until there are 80."""
    import shutil

    copy = Path(shutil.copytree(REAL, folder / "plus-personne"))
    guide = load(REAL)
    names = []
    for n in range(STEPS - len(guide.steps)):
        step = guide.steps[n % len(guide.steps)]
        names.append(f"more-{n}.md")
        head = f'+++\nid = "more-{n}"\nkind = "sheet"\ntitle.fr = "Étape {n}"\n+++\n'
        (copy / names[-1]).write_text(head + step.body, "utf-8")
    listed = "".join(f'    "{name}",\n' for name in names)
    toml = (copy / "guide.toml").read_text("utf-8")
    (copy / "guide.toml").write_text(
        toml.replace('    "evening/suite.md",\n]', f'    "evening/suite.md",\n{listed}]'), "utf-8"
    )
    return copy


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        large = enlarged(Path(name))
        bodies = [step.body for step in load(large).steps]
        assert len(bodies) == STEPS
        loaded = median(lambda: load(large))
        peer = median(lambda: [markdown.markdown(body) for body in bodies])
        print(f"guide of {STEPS} steps {loaded:8.1f} ms")
        print(f"plain Markdown    {peer:8.1f} ms   ratio {loaded / peer:.2f}")
        settings = Settings(data=Path(name) / "data", public_url="http://192.168.1.20:8080")
        settings.data.mkdir()
        client = create_app(settings).test_client()
        press(
            client,
            f"/setup/{settings.setup_secret}",
            {"name": "N", "sign_in": "n", "password": "un long mot"},
        )
        plan = {**PLAN, "guide": "plus-personne", "questions": ["s_guichet"], "sequences": ["non-recours"]}
        page = press(client, "/screenings/new", plan).request.path
        for phase in ("preparing", "before", "film", "after"):
            press(client, page, {"from": phase}, page + "phase")
        rendered = median(lambda: client.get(page + "?step=non-recours"), 30)
        code = client.get(page).text.split("/projector/")[1][:6]
        wall = median(lambda: client.get(f"/projector/{code}/screen"), 30)
        print(f"console, debate page  {rendered:7.1f} ms   projector {wall:.1f} ms")


if __name__ == "__main__":
    main()
