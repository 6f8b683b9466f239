"""Whether other processes live, and how tests wait."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE_SECONDS = 100.0
"""No test waits longer for what has to happen, nor less on a slow machine."""


def until(is_so: Callable[[], object], what: str) -> None:
    """Waits for a condition; fails the test when it does not come."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, f"not within {PATIENCE_SECONDS} s: {what}"
        time.sleep(0.01)


def is_alive(pid: int) -> bool:
    """Whether a process runs. One that has ended, but whose parent has not noticed, does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    if not Path("/proc/self/stat").exists():
        # Zombies count as alive there.
        return True
    try:
        # The state follows the name, which stands in parentheses.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until_gone(pid: int) -> None:
    """Returns when the process has ended."""
    until(lambda: not is_alive(pid), f"process {pid} ends")
