"""One command, one table: this product beside the bare floor and oTree, measured in the same run.

Run: `python tests/benchmarks` from the checkout, in an environment with the groups `dev` and `bench`.
Returns 1 when a target is missed.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import servers
from load import STEPS, evening, generator
from table import Table

HERE = Path(__file__).parent
Starter = Callable[[], AbstractContextManager[servers.Place]]


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python tests/benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--bench", type=Path, default=servers.ROOT.parent / "shared" / "bench")
    parser.add_argument(
        "--environments", type=Path, default=Path(tempfile.gettempdir()) / "screening-benchmarks"
    )
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--arrive", type=float, default=15, help="seconds over which phones arrive")
    parser.add_argument(
        "--runs", type=int, default=5, help="how often floor and product are measured in turn"
    )
    parser.add_argument("--without-otree", action="store_true", help="oTree takes two minutes")
    parser.add_argument("--only", choices=("load", "arrivals", "weight", "start", "summaries"), nargs="*")
    return parser.parse_args()


def starters(chosen: argparse.Namespace) -> dict[str, Starter]:
    """Return how to start each server that can be had here; the others are said to be left out."""
    ours = servers.environment(chosen.environments / "product", "-e", str(servers.ROOT))
    if ours is None:
        sys.exit("The product itself can't be installed.")
    found: dict[str, Starter] = {"product": partial(servers.product, str(ours))}
    if not (chosen.bench / "load.py").exists():
        print(f"LEFT OUT: phones, floor and oTree: {chosen.bench} is not there, see --bench.")
        return found
    found["floor"] = partial(servers.floor, str(ours), chosen.bench)
    theirs = (
        None if chosen.without_otree else servers.environment(chosen.environments / "otree", servers.OTREE)
    )
    if theirs:
        found["otree"] = partial(servers.otree, theirs, chosen.bench)
    else:
        print("LEFT OUT: oTree.")
    return found


def at_once(table: Table, load: Any, known: dict[str, Starter], chosen: argparse.Namespace) -> None:
    """All phones send each step together: floor and product in turn, oTree once."""
    found: dict[str, list[dict[str, Any]]] = {peer: [] for peer in known}
    for n in range(chosen.runs):
        for peer, server in known.items():
            if peer == "otree" and n:
                continue
            with server() as place:
                found[peer].append(evening(load, peer, place, chosen.phones))
            print(
                json.dumps({"peer": peer, **{s: found[peer][-1]["steps"].get(s) for s in STEPS}}), flush=True
            )
    names = ("open the form before", "durable answers before", "open the form after", "durable answers after")
    for step, name in zip(STEPS, names, strict=True):
        target = (0.6, 8) if step.startswith("submit") else None
        table.rates(f"{name}, a second", {p: _of(runs, step, "per_s") for p, runs in found.items()}, target)
    for step, name in zip(STEPS, names, strict=True):
        late = {p: statistics.median(taken) for p, runs in found.items() if (taken := _of(runs, step, "p95"))}
        table.at_most(f"{name}, p95 ms", late, 1000)
    work = {p: statistics.median(r["server_cpu_ms_per_step"] for r in runs) for p, runs in found.items()}
    table.tell("the server's work a step, ms", work)
    table.at_most(
        "memory at most, MB", {p: max(r["mem_max_mb"] for r in runs) for p, runs in found.items()}, 90
    )
    table.at_most("errors", {p: sum(r["errors"] for r in runs) for p, runs in found.items()}, 0)


def _of(runs: list[dict[str, Any]], step: str, what: str) -> list[float]:
    return [run["steps"][step][what] for run in runs if step in run["steps"]]


def arrivals(table: Table, load: Any, known: dict[str, Starter], chosen: argparse.Namespace) -> None:
    """Phones arrive over a while, think, send, and then poll every ten seconds; console and wall look on."""
    found = {}
    for peer, server in known.items():
        with server() as place:
            found[peer] = evening(load, peer, place, chosen.phones, chosen.arrive)
    for step, name in (("load", "open the form"), ("submit", "send it")):
        late = {p: run["steps"][step]["p95"] for p, run in found.items() if step in run["steps"]}
        table.at_most(f"arriving over {chosen.arrive:.0f} s: {name}, p95 ms", late, 1000)
    for name, page in (("console", "the console"), ("counts", "its counts"), ("projector", "the projector")):
        if late := found["product"][name].get("p95"):
            table.at_most(f"meanwhile: {page}, p95 ms", {"product": late}, 300)
    if late := found["product"]["polls"].get("p95"):
        table.at_most("meanwhile: a waiting phone's poll, p95 ms", {"product": late}, 300)
    table.at_most("arriving: errors", {p: run["errors"] for p, run in found.items()}, 0)


def weight(table: Table, load: Any, known: dict[str, Starter], chosen: argparse.Namespace) -> None:
    """What a phone downloads before it can answer, in a fresh profile."""
    try:
        from weight import downloads
    except ImportError as missing:
        print(f"LEFT OUT: what a phone downloads ({missing}).")
        return
    found: dict[str, dict[str, Any]] = {}
    for peer, server in known.items():
        with server() as place:
            for name, one in downloads(peer, place).items():
                found.setdefault(name, {})[peer] = one
    for name, loads in found.items():
        requests, wire = (
            {p: getattr(one, what) for p, one in loads.items()} for what in ("requests", "wire")
        )
        if name == "form in pictures":
            table.tell(f"{name}: requests", requests)
            table.tell(f"{name}: bytes", wire)
        else:
            table.at_most(f"{name}: requests", requests, 3)
            table.at_most(f"{name}: bytes", wire, 20_000)


def starts(table: Table, load: Any, known: dict[str, Starter], chosen: argparse.Namespace) -> None:
    """From the start of the program to its first page."""
    found = {peer: servers.start(server) for peer, server in known.items()}
    table.at_most("start to first page, best of five, ms", {p: wall for p, (wall, _) in found.items()}, 1500)
    table.tell("the work in it, ms", {p: work for p, (_, work) in found.items()})


def summaries(table: Table, load: Any, known: dict[str, Starter], chosen: argparse.Namespace) -> None:
    """How long findings take, and that they grow about linearly."""
    from findings import TARGETS, room, together

    room(80)
    took = {people: min(room(people) for _ in range(3)) for people in TARGETS}
    for people, seconds in took.items():
        table.at_most(f"summary of {people}, ms", {"product": 1000 * seconds}, 1000 * TARGETS[people])
    table.at_most("time a person, 10 000 against 1 000", {"product": took[10_000] / took[1_000] / 10}, 1.5)
    table.at_most("500 screenings of 40, all questions, s", {"product": together(500, 40)}, 24)
    if (HERE / "season.py").exists():
        subprocess.run([sys.executable, str(HERE / "season.py")], check=False)


def main() -> int:
    """Measure what was asked for, print the table; 1 when a target is missed."""
    chosen = options()
    known = starters(chosen)
    load = generator(chosen.bench) if "floor" in known else None
    parts = {"start": starts, "weight": weight, "summaries": summaries}
    if load:
        parts |= {"arrivals": arrivals, "load": at_once}
    busy = f", {os.getloadavg()[0]:.0f} others at work" if hasattr(os, "getloadavg") else ""
    where = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores{busy}"
    table = Table(f"{where}, {chosen.phones} phones")
    for name, part in parts.items():
        if not chosen.only or name in chosen.only:
            print(f"… {name}", flush=True)
            part(table, load, known, chosen)
    print(table.text())
    return int(table.missed)


if __name__ == "__main__":
    sys.exit(main())
