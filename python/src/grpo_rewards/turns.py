"""Who asks a server at the same time: everybody, or one alone when it is to be known whether that ends it."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator


class Turns:
    """Requests that go together, or one by itself: while one waits for that, no further ones begin."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._together = 0
        self._waiting = 0
        self._alone = False

    @contextlib.contextmanager
    def together(self, deadline: float) -> Iterator[None]:
        """A turn with others. Raises TimeoutError at the deadline, on the monotonic clock."""
        with self._lock:
            if self._alone or self._waiting:
                self._wait(lambda: not self._alone and self._waiting == 0, deadline)
            self._together += 1
        try:
            yield
        finally:
            with self._lock:
                self._together -= 1
                if self._waiting:
                    self._changed.notify_all()

    @contextlib.contextmanager
    def alone(self, deadline: float) -> Iterator[None]:
        """A turn without others. Raises TimeoutError at the deadline, on the monotonic clock."""
        with self._changed:
            self._waiting += 1
            try:
                self._wait(lambda: not self._alone and self._together == 0, deadline)
                self._alone = True
            finally:
                self._waiting -= 1
                self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._alone = False
                self._changed.notify_all()

    def _wait(self, is_so: Callable[[], bool], deadline: float) -> None:
        if not self._changed.wait_for(is_so, max(0.0, deadline - time.monotonic())):
            raise TimeoutError
