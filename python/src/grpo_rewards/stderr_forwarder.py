"""What the server writes for humans, passed on to `sys.stderr` and remembered for error messages."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from typing import IO

TAIL_LINES = 20
TAIL_LINE_CHARACTERS = 500


class StderrForwarder:
    """A thread that reads `pipe`, which has to be unbuffered, until the last process that holds it ends."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._lines: deque[str] = deque(maxlen=TAIL_LINES)
        self._thread = threading.Thread(target=self._forward, name="grpo-rewards-stderr", daemon=True)
        self._thread.start()

    def tail(self, timeout: float) -> str:
        """The last lines, complete if the pipe ends within `timeout` seconds."""
        self._thread.join(timeout)
        return "\n".join(self._lines)

    def abandon(self) -> None:
        """For a forked child: gives back its copy of the file descriptor."""
        self._pipe.close()

    def _forward(self) -> None:
        unfinished = ""
        with self._pipe:
            while chunk := os.read(self._pipe.fileno(), 1 << 16):
                text = chunk.decode("utf-8", errors="replace")
                _write_to_stderr(text)
                *lines, unfinished = (unfinished + text).split("\n")
                self._lines.extend(line[:TAIL_LINE_CHARACTERS] for line in lines)
                unfinished = unfinished[-TAIL_LINE_CHARACTERS:]
        if unfinished:
            self._lines.append(unfinished)


def _write_to_stderr(text: str) -> None:
    try:
        # Looked up each time: notebooks and test runners replace it.
        sys.stderr.write(text)
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        # None, broken or closed: the pipe has to be drained all the same, or the server would stand still.
        return
