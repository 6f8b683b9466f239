"""Threads that wait for answers which come over one stream: one of them at a time reads it, for all.

A caller that is alone reads its answer itself, which saves two changes of threads: most of a short call.
"""

from __future__ import annotations

import queue
import threading
import time
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

OnNotice: TypeAlias = "Callable[[Any], None] | None"
"""Hears of notifications about a request."""


class Answer:
    """What one caller waits for, and who hears of it before."""

    __slots__ = ("_error", "_news", "_result", "on_notice", "settled")

    def __init__(self, on_notice: OnNotice = None) -> None:
        self.on_notice = on_notice
        self.settled = False
        self._result: Any = None
        self._error: Exception | None = None
        self._news: queue.SimpleQueue[None] = queue.SimpleQueue()

    def settle(self, result: Any = None, error: Exception | None = None) -> None:
        """Lets the caller go on. Called once, by any thread."""
        self._result, self._error = result, error
        self.settled = True
        self.wake()

    def result(self) -> Any:
        """The result, or the error as an exception. The answer is settled."""
        if self._error is not None:
            raise self._error
        return self._result

    def wake(self) -> None:
        """Ends a `sleep` of the caller, or the next one."""
        self._news.put(None)

    def sleep(self, deadline: float) -> None:
        """Waits to be woken. Raises TimeoutError at the deadline, on the monotonic clock."""
        try:
            self._news.get(timeout=min(max(0.0, deadline - time.monotonic()), threading.TIMEOUT_MAX))
        except queue.Empty:
            raise TimeoutError from None


class Readers:
    """Callers that wait for answers of one stream.

    Args:
        read: waits for something to come and settles what it answers. Raises TimeoutError at the deadline. Only one
            caller at a time is in it.
    """

    def __init__(self, read: Callable[[float], None]) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._reader: Answer | None = None
        self._sleepers: dict[Answer, None] = {}

    @property
    def absent(self) -> bool:
        """Whether nobody reads."""
        return self._reader is None

    def wait(self, answer: Answer, deadline: float) -> None:
        """Returns when `answer` is settled; reads until then, if no other caller does. Raises TimeoutError."""
        with self._lock:
            if self._reader is None:
                self._reader = answer
            else:
                self._sleepers[answer] = None
        try:
            while not answer.settled:
                if self._reader is answer:
                    self._read(deadline)
                else:
                    answer.sleep(deadline)
        finally:
            self._leave(answer)

    def _leave(self, answer: Answer) -> None:
        """Hands the reading on, if it was this caller's."""
        with self._lock:
            self._sleepers.pop(answer, None)
            if self._reader is answer:
                self._reader = next((each for each in self._sleepers if not each.settled), None)
                if self._reader is not None:
                    del self._sleepers[self._reader]
                    self._reader.wake()
