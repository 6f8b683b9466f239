"""The client of adapters whose trainer calls a bare function, and passes the settings with every call."""

from __future__ import annotations

from typing import Any

from grpo_rewards.client import RewardClient

_clients: dict[tuple[Any, ...], RewardClient] = {}


def default_client(**settings: Any) -> RewardClient:
    """The client of this process with these settings of `RewardClient`, made when it is asked for first."""
    key = tuple(sorted((name, _hashable(value)) for name, value in settings.items()))
    client = _clients.get(key)
    if client is None:
        # Threads may ask at once. One client is kept; the others have started nothing.
        client = _clients.setdefault(key, RewardClient(**settings))
    return client


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
