"""How long the pages of a season take: 125, 250 and 500 sealed screenings of 40 people with 15 questions.

Run: python tests/benchmarks/season.py
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient
from many import fifteen, fill

from screening.app import create_app
from screening.config import Settings

PEOPLE = 40
SCREENINGS = 500
LIST, GUIDE = 0.150, 0.500


def seconds(work: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """Return the median time of some work by the clock, and of this process alone."""
    taken = []
    for _ in range(times):
        start = time.perf_counter(), time.process_time()
        work()
        taken.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    clock, own = (sorted(each)[times // 2] for each in zip(*taken, strict=True))
    return clock, own


def page(client: FlaskClient, path: str) -> Callable[[], None]:
    """Return what opens a page."""

    def opened() -> None:
        answer = client.get(path)
        assert answer.status_code == 200, answer.status
        assert answer.data

    return opened


def main() -> None:
    """Measure the pages at three sizes."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(data=Path(folder)))
        app.testing = True
        known = app.extensions["screening"]
        owner = known.accounts.add_first("Nour", "nour", "un long mot")
        client, size = app.test_client(), 0
        with client.session_transaction() as session:
            session["account"] = owner.id
        pages = {
            "list": ("/summaries/", LIST),
            "guide": ("/summaries/together/?guide=le-guichet", GUIDE),
        }
        for size_now in (SCREENINGS // 4, SCREENINGS // 2, SCREENINGS):
            fill(known.library, size_now - size, PEOPLE, fifteen(), after=size)
            size = size_now
            for name, (path, target) in pages.items():
                (first, first_own), (warm, own) = seconds(opened := page(client, path), 1), seconds(opened)
                told = f"{1000 * warm:5.0f} ms warm ({1000 * own:.0f} of its own; target {1000 * target:.0f})"
                print(f"{size:>4} screenings, {name:<6} {told}, "
                      f"first time {1000 * first:6.0f} ms ({1000 * first_own:.0f})")  # fmt: skip


if __name__ == "__main__":
    main()
