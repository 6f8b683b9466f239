"""The callables that trainers take as reward functions."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import inspect
import threading
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from grpo_rewards.batch import Batch, completion_count
from grpo_rewards.errors import RewardError
from grpo_rewards.reward_set import RewardSet, RoundTrip

LASTING_PROBLEMS = frozenset(
    {
        "bad_column",
        "bad_options",
        "client_closed",
        "missing_column",
        "missing_groups",
        "protocol_version",
        "server_not_found",
        "server_start",
        "unknown_reward",
    }
)
"""Codes of errors that every batch would meet again; `on_error="none"` does not hide them."""


class _Reward:
    """What the synchronous and the asynchronous reward function share."""

    def __init__(self, rewards: RewardSet, index: int) -> None:
        self._rewards = rewards
        self._index = index
        self._key = rewards.specs[index].key
        # Trainers take the name for their logs from here, or from the type.
        self.__name__ = self.__qualname__ = self._key

    def __repr__(self) -> str:
        return f"<reward function {self._key!r} of {self._rewards.client!r}>"

    def _scores(self, trip: RoundTrip, *, fetched_here: bool, log_metric: Any) -> list[float | None]:
        """This reward's part of the settled `trip`."""
        client = self._rewards.client
        timeouts = 0.0
        try:
            result = trip.scores.result()
            scores = result.scores[self._key]
            timeouts = result.metrics.get(f"{self._key}.timeouts", 0.0)
        except RewardError as error:
            if client.on_error == "raise" or error.code in LASTING_PROBLEMS:
                raise
            scores = [None] * len(trip.batch.completions)
            if fetched_here:
                warnings.warn(client.failure_notice(error, len(scores)), RuntimeWarning, stacklevel=3)
        if callable(log_metric):
            _log_shares(log_metric, self._key, scores, timeouts)
        return scores


class RewardFunction(_Reward):
    """Scores a batch with one reward; made by `RewardClient.rewards`.

    Called as trainers call it: with the completions, by keyword or as the first argument, and by keyword the prompts,
    the completions' token ids and every column of the data set, each with one entry per completion. Returns one score
    per completion, None where the reward has no opinion.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return functools.partial(make_reward_function, asynchronous=False), (self._rewards, self._index)

    def __call__(
        self,
        completions: Sequence[Any],
        *,
        prompts: Sequence[Any] | None = None,
        completion_ids: Sequence[Any] | None = None,
        **columns: Any,
    ) -> list[float | None]:
        """One score per completion, in order."""
        if completion_count(completions) == 0:
            return []
        trip, first = self._rewards.join(self._index, Batch(completions, prompts, completion_ids, columns))
        if first:
            self._rewards.fetch(trip)
        return self._scores(trip, fetched_here=first, log_metric=columns.get("log_metric"))


class AsyncRewardFunction(_Reward):
    """A `RewardFunction` to be awaited. It belongs to no event loop."""

    def __init__(self, rewards: RewardSet, index: int) -> None:
        super().__init__(rewards, index)
        _look_like_coroutine_function(self, type(self).__call__)

    def __reduce__(self) -> tuple[Any, ...]:
        return functools.partial(make_reward_function, asynchronous=True), (self._rewards, self._index)

    async def __call__(
        self,
        completions: Sequence[Any],
        *,
        prompts: Sequence[Any] | None = None,
        completion_ids: Sequence[Any] | None = None,
        **columns: Any,
    ) -> list[float | None]:
        """One score per completion, in order."""
        if completion_count(completions) == 0:
            return []
        trip, first = self._rewards.join(self._index, Batch(completions, prompts, completion_ids, columns))
        if first:
            # Not the loop's executor: a task that is cancelled while it waits for a free worker there would take the
            # scores of the other rewards with it.
            name = f"grpo-rewards-{self._key}"
            threading.Thread(target=self._rewards.fetch, args=[trip], name=name, daemon=True).start()
        with contextlib.suppress(RewardError):
            # What went wrong is looked at below.
            await asyncio.wrap_future(trip.scores)
        return self._scores(trip, fetched_here=first, log_metric=columns.get("log_metric"))


def make_reward_function(rewards: RewardSet, index: int, *, asynchronous: bool) -> RewardFunction | AsyncRewardFunction:
    """The reward at `index`, as an instance of a class of its own: some trainers name a reward by its type."""
    base = AsyncRewardFunction if asynchronous else RewardFunction
    named = type(rewards.specs[index].key, (base,), {"__module__": __name__, "__doc__": base.__doc__})
    function: RewardFunction | AsyncRewardFunction = named(rewards, index)
    return function


def _look_like_coroutine_function(instance: Any, call: Any) -> None:
    """Makes `inspect.iscoroutinefunction(instance)` true, by which trainers tell asynchronous rewards."""
    if hasattr(inspect, "markcoroutinefunction"):
        inspect.markcoroutinefunction(instance)
        return
    # Before Python 3.12 there is no mark; an object with all attributes of a function passes for one.
    for attribute in ("__code__", "__defaults__", "__kwdefaults__", "__annotations__"):
        setattr(instance, attribute, getattr(call, attribute))
    instance.__signature__ = inspect.signature(instance.__call__)


def _log_shares(
    log_metric: Callable[[str, float], object], key: str, scores: Sequence[float | None], timeouts: float
) -> None:
    """Tells the trainer's log what shares of the batch had no score and ran out of time.

    Both names are logged for every batch: trainers on several ranks wait for each other name by name.
    """
    log_metric(f"grpo_rewards/{key}/null_share", scores.count(None) / len(scores))
    log_metric(f"grpo_rewards/{key}/timeout_share", timeouts / len(scores))
