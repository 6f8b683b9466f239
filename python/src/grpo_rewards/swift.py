"""Rewards for ms-swift: classes in its table `orms`, from a plugin of yours.

```python
# plugin.py: swift rlhf --rlhf_type grpo --external_plugins plugin.py --reward_funcs grpo_rewards.accuracy ...
from grpo_rewards.swift import register

register("accuracy", ("cosine_scaled", {"max_length": 4000}))
```
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import Any

from grpo_rewards.client import TrainerFunction
from grpo_rewards.default_client import default_client
from grpo_rewards.specs import RewardLike

PREFIX = "grpo_rewards."
"""Of the names in `--reward_funcs`, where ms-swift has rewards of its own that are called `accuracy` and the like."""


def register(
    *rewards: RewardLike,
    columns: Mapping[str, str] | None = None,
    group_size: int | None = None,
    asynchronous: bool = False,
    **settings: Any,
) -> list[str]:
    """Enters rewards into `swift.rewards.orms`; all of one call share one round trip per batch.

    Args:
        rewards: see `RewardClient.rewards`; the rewards that `--reward_funcs` goes on to name.
        columns: see `RewardClient.rewards`.
        group_size: see `RewardClient.rewards`.
        asynchronous: whether to derive from `AsyncORM`.
        settings: of the `RewardClient`.

    Returns:
        Their names for `--reward_funcs`: `grpo_rewards.` and the reward's name or `key`. ms-swift's log has them
        without the prefix.
    """
    swift: Any = importlib.import_module("swift.rewards")
    base = swift.AsyncORM if asynchronous else swift.ORM
    client = default_client(**settings)
    functions = client.rewards(*rewards, columns=columns, group_size=group_size, asynchronous=asynchronous)
    batches = _Batches()
    make = _async_orm if asynchronous else _orm
    classes = {f"{PREFIX}{function.__name__}": make(base, function, batches) for function in functions}
    swift.orms.update(classes)
    return list(classes)


class _Batches:
    """Adds to what ms-swift passes the columns that it calls otherwise: the same objects for every reward of a batch.

    Rewards that get the same objects share a round trip.
    """

    def __init__(self) -> None:
        self._last: tuple[Any, dict[str, Any]] = (None, {})

    def columns(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        """`batch` with the prompts, the completions' tokens, and which of them were cut."""
        messages, derived = self._last
        if messages is None or messages is not batch.get("messages"):
            derived = _derived(batch)
            self._last = (batch.get("messages"), derived)
        return {**derived, **batch}


def _derived(batch: Mapping[str, Any]) -> dict[str, Any]:
    derived = {}
    if "messages" in batch:
        derived["prompts"] = [messages[:-1] for messages in batch["messages"]]
    if "is_truncated" in batch:
        derived["truncated"] = batch["is_truncated"]
    ids = batch.get("response_token_ids")
    if ids is not None and all(ids):
        derived["completion_ids"] = [[token for turn in turns for token in turn] for turns in ids]
    return derived


def _orm(base: Any, function: TrainerFunction, batches: _Batches) -> Any:
    """A subclass of ms-swift's, named as the reward, since its log takes the name from the type."""

    def score(_: Any, completions: Sequence[Any], **batch: Any) -> Any:
        return function(completions, **batches.columns(batch))

    return _named(base, function, score)


def _async_orm(base: Any, function: TrainerFunction, batches: _Batches) -> Any:
    async def score(_: Any, completions: Sequence[Any], **batch: Any) -> Any:
        return await function(completions, **batches.columns(batch))

    return _named(base, function, score)


def _named(base: Any, function: TrainerFunction, call: Any) -> Any:
    return type(function.__name__, (base,), {"__call__": call, "__module__": __name__})
