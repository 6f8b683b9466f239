"""Work in a forked child."""

from __future__ import annotations

import os
import pickle
from typing import Any


def in_forked_child(action: Any) -> Any:
    """What `action()` returns in a forked child, which ends as abruptly as those of multiprocessing."""
    receive, send = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.write(send, pickle.dumps(action()))
        finally:
            os._exit(0)
    os.close(send)
    with os.fdopen(receive, "rb") as stream:
        result = pickle.load(stream)
    os.waitpid(pid, 0)
    return result
