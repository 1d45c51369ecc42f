"""An evening of simulated phones on one of the servers, while console and projector look on.

The load generator, the floor and oTree's survey lie in `../shared/bench` beside the checkout, or where
`--bench` says. `python tests/benchmarks` runs it all.
"""

import asyncio
import importlib.util
import os
import statistics
import sys
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import aiohttp

sys.path.insert(0, str(Path(__file__).parent))
from phones import Facilitator, Screening
from servers import Place

DEADLINE = 600
STEPS = ("load", "submit", "load2", "submit2")


def generator(bench: Path) -> Any:
    """Import the load generator from its folder."""
    spec = importlib.util.spec_from_file_location("load_generator", bench / "load.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def watch(facilitator: Facilitator, path: str, every: float, taken: list[float]) -> None:
    """Ask for a page again and again, as the console and the projector do."""
    cookies = facilitator.session.cookie_jar.filter_cookies(facilitator.base)
    async with aiohttp.ClientSession(cookies=cookies) as s:
        while True:
            await asyncio.sleep(every)
            started = time.perf_counter()
            async with s.get(facilitator.base + path) as answer:
                await answer.read()
                assert answer.status == 200, f"{path} answered {answer.status}"
            taken.append(1000 * (time.perf_counter() - started))


async def _evening(load: Any, place: Place, phones: int, spread: float) -> dict[str, Any]:
    async with Facilitator(place.base, place.secret) as facilitator:
        await facilitator.sign_up()
        looks: dict[str, list[float]] = {"console": [], "counts": [], "projector": []}
        watchers: list[asyncio.Task[None]] = []

        class Watched(Screening):
            async def setup(self, base: str, n: int) -> None:
                await super().setup(base, n)
                for name, path, every in (
                    ("console", facilitator.console, 3),
                    ("counts", facilitator.console + "live", 1.5),
                    ("projector", facilitator.wall, 1),
                ):
                    watchers.append(asyncio.create_task(watch(facilitator, path, every, looks[name])))

        adapter = Watched(facilitator)
        found = await _run(load, adapter, place, phones, spread)
        for watcher in watchers:
            assert not watcher.done(), watcher.exception()
            watcher.cancel()
    found["errors"] += len(adapter.failed)
    return {
        **found,
        "polls": summary(adapter.polls),
        **{name: summary(taken) for name, taken in looks.items()},
    }


async def _run(load: Any, adapter: Any, place: Place, phones: int, spread: float) -> dict[str, Any]:
    mode = "arrive" if spread else "burst"
    found: dict[str, Any] = await load.run(
        adapter, place.base, phones, mode, spread, spread, 0.5, [place.pid], DEADLINE, 0
    )
    return found


def evening(load: Any, peer: str, place: Place, phones: int, spread: float = 0) -> dict[str, Any]:
    """Play one evening on a peer ("product", "floor" or "otree"); return rates, latencies, memory, errors.

    All phones do each step at once; with `spread`, they arrive over so many seconds and think up to as long.
    """
    playing: Coroutine[Any, Any, dict[str, Any]]
    if peer == "product":
        playing = _evening(load, place, phones, spread)
    else:
        os.environ["OTREE_DB"] = place.secret
        playing = _run(load, load.ADAPTERS[peer](), place, phones, spread)
    found = asyncio.run(playing)
    forms = phones if peer in {"product", "otree"} else 2 * phones
    if found["verified"] != forms:
        found["errors"] += 1
        print(f"{peer}: {found['verified']} of {forms} answers are there")
    return found


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
