"""Fixtures: servers over HTTP; and one plain closing line."""

import os

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

from collections.abc import Callable, Iterator

import pytest

from http_server import HttpServer


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


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close with one plain line, after pytest's own summary."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or config.option.collectonly:
        return
    stats = reporter.stats
    failed = len(stats.get("failed", [])) + len(stats.get("error", []))
    print(f"{len(stats.get('passed', []))} passed, {failed} failed")
