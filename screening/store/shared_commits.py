"""Many small writes as one: those who come while another writes share the next transaction.

A commit waits for the disk, and a thread that waits for the disk then waits for its turn to run. When a whole
room answers at once, one thread does this for all.
"""

import threading
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

Place = TypeVar("Place")
T = TypeVar("T")


@dataclass
class _Waiting(Generic[Place, T]):
    work: Callable[[Place], T]
    turn: threading.Event = field(default_factory=threading.Event)
    result: T | None = None
    error: BaseException | None = None
    done: bool = False


class Together(Generic[Place]):
    """The queues of those who wait to write, by name; in each queue one writes for all."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._queues: defaultdict[str, deque[_Waiting[Place, Any]]] = defaultdict(deque)
        self._writing: set[str] = set()

    def do(
        self,
        name: str,
        work: Callable[[Place], T],
        lock: threading.Lock,
        transaction: Callable[[], AbstractContextManager[Place]],
    ) -> T:
        """Run `work` in a transaction and return its result once that is on the disk.

        When the transaction fails, it fails for all who shared it, with the same error.
        """
        mine: _Waiting[Place, T] = _Waiting(work)
        with self._guard:
            self._queues[name].append(mine)
            wait = name in self._writing
            self._writing.add(name)
        if wait:
            mine.turn.wait()
        if not mine.done:
            with lock:
                with self._guard:
                    together = list(self._queues[name])
                    self._queues[name].clear()
                _run(together, transaction)
            self._hand_over(name, together)
        if mine.error:
            raise mine.error
        return cast(T, mine.result)

    def _hand_over(self, name: str, done: list[_Waiting[Place, Any]]) -> None:
        """Wake those whose answers are stored, and the first of those who came meanwhile to write next."""
        with self._guard:
            queue = self._queues[name]
            following = list(queue)[:1]
            if not following:
                self._writing.discard(name)
        for one in done + following:
            one.turn.set()


def _run(
    waiting: list[_Waiting[Place, Any]], transaction: Callable[[], AbstractContextManager[Place]]
) -> None:
    try:
        with transaction() as place:
            for one in waiting:
                one.result = one.work(place)
    except BaseException as error:
        for one in waiting:
            one.error = error
    for one in waiting:
        one.done = True
