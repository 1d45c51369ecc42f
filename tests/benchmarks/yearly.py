"""How long a year's report takes over 500 screenings of 40 people with 15 questions, and an import of one.

Run: python tests/benchmarks/yearly.py [SCREENINGS]. Seconds of the clock, and in brackets of the processor:
on a busy machine the clock tells little.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from many import fifteen, fill, theme

from screening.i18n import translator
from screening.output.bundle import pack, unpack
from screening.output.spreadsheets import as_ods
from screening.output.year_pdf import make_year_pdf
from screening.output.yearly import sheets
from screening.room.questions import digest
from screening.store import yearly
from screening.store.accounts import Accounts
from screening.store.library import Library
from screening.store.moved import decode, encode, versions
from screening.store.moving import read_moved, write_moved
from screening.web.years import Period, year_report

PEOPLE = 40
WHOLE = Period("2026-01-01", "2026-12-31")
T = TypeVar("T")


def timed(what: str, target: float, work: Callable[[], T]) -> T:
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    took, used = time.perf_counter() - clock, time.process_time() - processor
    print(f"{what}: {took:6.2f} s ({used:.2f} s), target {target:g} s", flush=True)
    return result


def opened(folder: Path) -> Library:
    folder.mkdir()
    library = Library(folder / "library.db")
    library.prepare()
    Accounts(library.path).add_first("Nour", "nour", "un long mot")
    return library


def everything(library: Library) -> list[bytes]:
    say = translator("fr")
    report = year_report(library, {}, WHOLE)
    assert len(report.findings) == len(fifteen())
    return [make_year_pdf(report, say), as_ods(sheets(report, say))]


def bring(library: Library, file: bytes) -> None:
    assert write_moved(library, decode(*unpack(file)), Accounts(library.path).all()[0].id).new


def main() -> None:
    screenings = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    asked = fifteen()
    with tempfile.TemporaryDirectory() as folder:
        library, other = opened(Path(folder) / "season"), opened(Path(folder) / "other")
        ids = fill(library, screenings, PEOPLE, asked)
        theme(library, asked[-1])
        chosen = tuple(digest(question) for question in asked)
        yearly.save_choices(library.path, yearly.Choices(findings=chosen))
        yearly.save_picks(library.path, ids, yearly.quotes_in(library.path, set(ids))[:50], [])
        print(f"{screenings} screenings of {PEOPLE}, {len(asked)} questions")
        timed("year's report, PDF and ODS", 10, lambda: everything(library))
        moved = read_moved(library, ids[0])
        file = pack(encode(moved), moved.digest, "0", versions(moved))
        timed("import of one screening   ", 1, lambda: bring(other, file))


if __name__ == "__main__":
    main()
