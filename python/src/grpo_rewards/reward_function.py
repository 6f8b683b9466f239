"""The callables that trainers take as reward functions."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import inspect
import threading
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from grpo_rewards.batch import Batch, completion_count
from grpo_rewards.errors import RewardError
from grpo_rewards.protocol import ScoreResult
from grpo_rewards.reward_set import RewardSet, RoundTrip

LASTING_PROBLEMS = frozenset(
    {
        "bad_column",
        "bad_options",
        "client_closed",
        "forbidden",
        "missing_column",
        "missing_groups",
        "not_a_server",
        "protocol_version",
        "server_not_found",
        "server_start",
        "unauthorized",
        "unknown_reward",
    }
)
"""Codes of errors that every batch would meet again; `on_error` does not hide them."""


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

    def _scores(self, trip: RoundTrip, *, fetched_here: bool) -> list[float | None]:
        """This reward's part of the settled `trip`."""
        result = self._result_of(trip, warn=fetched_here)
        count = len(trip.batch.completions)
        scores = [None] * count if result is None else result.scores[self._key]
        self._log(trip.batch.columns, scores, result)
        stand_in = self._rewards.client.stand_in(failed=result is None)
        return [stand_in if score is None else score for score in scores]

    def _result_of(self, trip: RoundTrip, *, warn: bool) -> ScoreResult | None:
        """What the server made of the batch; None where that failed and the client bears with it."""
        client = self._rewards.client
        try:
            return trip.scores.result()
        except RewardError as error:
            if client.on_error == "raise" or error.code in LASTING_PROBLEMS:
                raise
            if warn:
                notice = client.failure_notice(error, len(trip.batch.completions))
                warnings.warn(notice, RuntimeWarning, stacklevel=4)
            return None

    def _log(self, columns: Mapping[str, Any], scores: Sequence[float | None], result: ScoreResult | None) -> None:
        """Fills the trainer's log, where it passes the means.

        All names are logged for every batch, whatever became of it: trainers on several ranks wait for each other name
        by name.
        """
        log_metric, log_extra = columns.get("log_metric"), columns.get("log_extra")
        if callable(log_metric):
            timeouts = 0.0 if result is None else result.metrics.get(f"{self._key}.timeouts", 0.0)
            log_metric(f"grpo_rewards/{self._key}/null_share", scores.count(None) / len(scores))
            log_metric(f"grpo_rewards/{self._key}/timeout_share", timeouts / len(scores))
        if callable(log_extra):
            extra = {} if result is None else result.extra
            for name in self._rewards.client.extra_names(self._rewards.specs[self._index]):
                log_extra(name, extra.get(name, [None] * len(scores)))


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
        return self._scores(trip, fetched_here=first)


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
        return self._scores(trip, fetched_here=first)


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
