"""Counts the requests that a client sends to its server."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from grpo_rewards.session import Session


@contextmanager
def counted_requests() -> Iterator[Counter[str]]:
    """Within the block, requests by method, of all clients of this process."""
    requests: Counter[str] = Counter()
    call = Session.call

    def counting_call(session: Session, method: str, params: dict[str, Any]) -> Any:
        requests[method] += 1
        return call(session, method, params)

    with mock.patch.object(Session, "call", counting_call):
        yield requests
