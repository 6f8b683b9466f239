"""The tests' handle on stub servers: makes clients of them and reads their log."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from grpo_rewards import RewardClient

TRL_BATCH: dict[str, Any] = {
    "prompts": ["p", "p", "q", "q"],
    "completions": ["a", "bb", "ccc", "bb"],
    "completion_ids": [[1], [1, 2], [1, 2, 3], [1, 2]],
    "solution": ["a", "a", "ccc", None],
    "trainer_state": object(),
}

SCRIPT = Path(__file__).with_name("stub_server.py")


class Stub:
    """Stub servers that share one log."""

    command = (sys.executable, "-S", "-E", str(SCRIPT))

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._log = folder / "stub.log"
        self._environment = monkeypatch
        self._clients: list[RewardClient] = []
        self.set("STUB_LOG", str(self._log))

    def set(self, variable: str, value: str) -> None:
        """Sets an environment variable for the servers that start from now on."""
        self._environment.setenv(variable, value)

    def client(self, **settings: Any) -> RewardClient:
        """A client whose servers are stubs."""
        client = RewardClient(command=self.command, **settings)
        self._clients.append(client)
        return client

    def close(self) -> None:
        """Closes all clients."""
        for client in self._clients:
            client.close()

    def counter(self) -> str:
        """A new empty file for the reward `crash` to count in."""
        path = self.folder / "deaths"
        path.touch()
        return str(path)

    def requests(self, method: str) -> list[dict[str, Any]]:
        """The params of every such request so far, over all servers."""
        return [entry["params"] for entry in self._entries() if entry["method"] == method]

    def server_pids(self) -> list[int]:
        """The process ids of all servers that ever started, in order."""
        return [entry["pid"] for entry in self._entries() if entry["method"] == "start"]

    def _entries(self) -> list[dict[str, Any]]:
        if not self._log.exists():
            return []
        return [json.loads(line) for line in self._log.read_text().splitlines()]
