"""Counts the requests that a client sends to its server."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from grpo_rewards.process_session import ProcessSession


@contextmanager
def counted_requests() -> Iterator[Counter[str]]:
    """Within the block, requests by method, of all clients of this process."""
    requests: Counter[str] = Counter()
    call = ProcessSession.call

    def counting_call(session: ProcessSession, method: str, *arguments: Any) -> Any:
        requests[method] += 1
        return call(session, method, *arguments)

    with mock.patch.object(ProcessSession, "call", counting_call):
        yield requests
