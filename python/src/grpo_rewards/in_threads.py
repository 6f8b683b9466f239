"""Work on several items at once, in threads that hold nothing up when they are not waited for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_threads(work: Callable[[Item], Result], items: Sequence[Item], threads: int) -> list[Result]:
    """The results in order, of at most so many items at once. After the first error no further item is begun."""
    results: list[Future[Result]] = [Future() for _ in items]
    waiting = iter(zip(items, results, strict=True))
    lock = threading.Lock()
    stopped = threading.Event()

    def run() -> None:
        while not stopped.is_set():
            with lock:
                item, result = next(waiting, (None, None))
            if item is None or result is None:
                return
            try:
                result.set_result(work(item))
            except Exception as error:
                stopped.set()
                result.set_exception(error)

    for number in range(min(threads, len(items))):
        threading.Thread(target=run, name=f"grpo-rewards-part-{number}", daemon=True).start()
    try:
        # Items are begun in order: whatever stands before the first error has a result.
        return [result.result() for result in results]
    finally:
        stopped.set()
