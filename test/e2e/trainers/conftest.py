"""Fixtures: servers over HTTP; and one plain closing line."""

import os

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

from collections.abc import Callable, Iterator

import pytest

from closing_line import pytest_unconfigure
from http_server import HttpServer

__all__ = ["pytest_unconfigure"]


@pytest.fixture(scope="module")
def serve() -> Iterator[Callable[..., HttpServer]]:
    """Starts `grpo-rewards serve --http`; the servers end with the tests of the module."""
    servers = []

    def start(*arguments: str, port: int = 0) -> HttpServer:
        servers.append(HttpServer(*arguments, port=port))
        return servers[-1]

    yield start
    for server in servers:
        server.kill()
