"""300 simulated phones answering at once and polling, beside the bare floor: rates, latencies, memory.

Run: `python tests/benchmarks/load.py` (wants aiohttp and psutil). The load generator and the floor come from
`../shared/bench` beside the checkout, or from `--bench DIR`; without them there is nothing to measure with.
"""

import argparse
import asyncio
import importlib.util
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp

sys.path.insert(0, str(Path(__file__).parent))
from phones import Facilitator, Screening

ROOT = Path(__file__).parents[2]
FLOOR = """
import sys; sys.path.insert(0, sys.argv[1])
from floor_app import app
from waitress import serve
serve(app, host="127.0.0.1", port=int(sys.argv[2]), threads=8, connection_limit=900, channel_timeout=15,
      cleanup_interval=5, asyncore_use_poll=True, ident=None)
"""


def generator(bench: Path) -> Any:
    """Import the load generator from its folder."""
    if not (bench / "load.py").exists():
        sys.exit(f"{bench} holds no load.py: this benchmark needs the load generator, see --bench.")
    spec = importlib.util.spec_from_file_location("load_generator", bench / "load.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wait(port: int, process: subprocess.Popen[Any]) -> None:
    """Wait until a server answers on its port."""
    for _ in range(400):
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        assert process.poll() is None, "the server died"
        time.sleep(0.05)
    raise AssertionError("no answer")


@contextmanager
def floor(python: str, bench: Path, port: int) -> Iterator[tuple[str, int]]:
    """Run the floor under the same waitress, tuned the same."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [python, "-c", FLOOR, str(bench), str(port)],
            env={**os.environ, "FLOOR_DB": f"{folder}/floor.db"},
        )
        try:
            wait(port, process)
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.kill()
            process.wait()


@contextmanager
def product(python: str, port: int) -> Iterator[tuple[str, int, str]]:
    """Run this product on an empty data folder; yield its address, process and set-up path."""
    with tempfile.TemporaryDirectory() as folder:
        command = [python, "-m", "screening", "serve", "--data", folder, "--port", str(port)]
        process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--public-url", f"http://127.0.0.1:{port}"],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout
            setup = next(found[0] for line in process.stdout if (found := re.search(r"/setup/\S+", line)))
            wait(port, process)
            yield f"http://127.0.0.1:{port}", process.pid, setup
        finally:
            process.kill()
            process.wait()


async def watch(facilitator: Facilitator, path: str, every: float, taken: list[float]) -> None:
    """Ask for a page again and again, as the console and the projector do."""
    async with aiohttp.ClientSession(
        cookies=facilitator.session.cookie_jar.filter_cookies(facilitator.base)
    ) as s:
        while True:
            await asyncio.sleep(every)
            started = time.perf_counter()
            async with s.get(facilitator.base + path) as answer:
                await answer.read()
                assert answer.status == 200, f"{path} answered {answer.status}"
            taken.append(1000 * (time.perf_counter() - started))


async def evening(
    load: Any, place: tuple[str, int, str], options: argparse.Namespace, mode: str
) -> dict[str, Any]:
    """Play one evening of the product, console and projector looking on."""
    base, pid, setup = place
    async with Facilitator(base, setup) as facilitator:
        await facilitator.sign_up()
        adapter = Screening(facilitator)
        looks: dict[str, list[float]] = {"console": [], "console live": [], "projector": []}

        async def setup_then_watch(base: str, n: int) -> None:
            await Screening.setup(adapter, base, n)
            for name, path, every in (
                ("console", facilitator.console, 3),
                ("console live", facilitator.console + "live", 1.5),
                ("projector", facilitator.wall, 1),
            ):
                watchers.append(
                    asyncio.create_task(watch(facilitator, path, every / options.often, looks[name]))
                )

        watchers: list[asyncio.Task[None]] = []
        adapter.setup = setup_then_watch  # type: ignore[method-assign]
        arrive, think = (0, 0) if mode == "burst" else (options.arrive, options.think)
        found = await load.run(
            adapter, base, options.phones, mode, arrive, think, options.pause, [pid], 180, 0
        )
        for watcher in watchers:
            assert not watcher.done(), watcher.exception()
            watcher.cancel()
    found["polls"] = summary(adapter.polls)
    found["errors"] += len(adapter.failed)
    return {**found, **{name: summary(taken) for name, taken in looks.items()}}


def summary(taken: list[float]) -> dict[str, float]:
    """Return how many, and the median and 95th percentile in milliseconds."""
    if len(taken) < 2:
        return {"n": len(taken)}
    return {
        "n": len(taken),
        "p50": round(statistics.median(taken), 1),
        "p95": round(statistics.quantiles(taken, n=20)[18], 1),
        "max": round(max(taken), 1),
    }


def main() -> None:
    """Measure floor and product in turn, and print every run and the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench")
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has the product")
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--port", type=int, default=8150)
    parser.add_argument(
        "--often", type=float, default=1, help="look at console and projector so much more often"
    )
    parser.add_argument("--arrive", type=float, default=30)
    parser.add_argument("--think", type=float, default=30)
    parser.add_argument("--pause", type=float, default=0.5)
    parser.add_argument(
        "--hall", action="store_true", help="also a hall: phones arrive over a while, and think"
    )
    options = parser.parse_args()
    load = generator(options.bench)
    floors, products = [], []
    for _ in range(options.runs):
        with floor(options.python, options.bench, options.port) as (base, pid):
            found = asyncio.run(
                load.run(load.Floor(), base, options.phones, "burst", 0, 0, 0.5, [pid], 180, 0)
            )
            floors.append(found)
            print(json.dumps(found), flush=True)
        with product(options.python, options.port + 1) as place:
            products.append(asyncio.run(evening(load, place, options, "burst")))
            print(json.dumps(products[-1]), flush=True)
    if options.hall:
        with product(options.python, options.port + 1) as place:
            print(json.dumps(asyncio.run(evening(load, place, options, "arrive"))), flush=True)
    for step in ("load", "submit", "load2", "submit2"):
        here, there = (
            statistics.median(run["steps"][step]["per_s"] for run in runs) for runs in (products, floors)
        )
        late = statistics.median(run["steps"][step]["p95"] for run in products)
        print(
            f"{step:8} product {here:6.1f}/s  floor {there:6.1f}/s  ratio {here / there:.2f}"
            f"  p95 {late:.0f} ms"
        )
    print(
        f"memory {max(run['mem_max_mb'] for run in products)} MB, errors {sum(r['errors'] for r in products)}"
    )


if __name__ == "__main__":
    main()
