"""Every reward as an attribute, for trainers that take reward functions by their import path.

`trl grpo --reward_funcs grpo_rewards.trl.accuracy grpo_rewards.trl.think_format` needs no code. The functions have
default options and belong to one client per process, which starts its server when the first attribute is looked up, so
that a misspelt name is found before the model is loaded. For options, use `RewardClient.reward`.
"""

from __future__ import annotations

import functools

from grpo_rewards.client import RewardClient, TrainerFunction


def __getattr__(name: str) -> TrainerFunction:
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _default_reward(name)


@functools.cache
def _default_client() -> RewardClient:
    return RewardClient()


@functools.cache
def _default_reward(name: str) -> TrainerFunction:
    offered = [info.name for info in _default_client().list()]
    if name not in offered:
        raise AttributeError(f"the reward server has no reward {name!r}; it has: {', '.join(sorted(offered))}")
    return _default_client().reward(name)
