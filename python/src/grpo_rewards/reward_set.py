"""Rewards that are scored in one round trip, although the trainer asks for them one after another."""

from __future__ import annotations

import operator
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from grpo_rewards import forks, pickling
from grpo_rewards.batch import Batch, Layout
from grpo_rewards.columns import is_column

if TYPE_CHECKING:
    from grpo_rewards.client import RewardClient
    from grpo_rewards.protocol import Detail, ScoreResult
    from grpo_rewards.specs import RewardSpec

OPEN_ROUND_TRIPS = 4
"""How many batches are kept for rewards that have not asked for their scores yet."""


class RoundTrip:
    """One batch and its scores, which the first reward to ask for them fetches for all."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.scores: Future[ScoreResult] = Future()
        # A running future cannot be cancelled: a task that is cancelled leaves the others their scores.
        self.scores.set_running_or_notify_cancel()
        self.taken: set[int] = set()
        self._series = _series_of(batch)

    def same_batch(self, other: RoundTrip) -> bool:
        """Whether both consist of the very same objects, so that the scores of one are those of the other."""
        return self._series.keys() == other._series.keys() and all(
            len(values) == len(other._series[name]) and all(map(operator.is_, values, other._series[name]))
            for name, values in self._series.items()
        )


class RewardSet:
    """The rewards of one `RewardClient.rewards` call."""

    def __init__(self, client: RewardClient, specs: Sequence[RewardSpec], layout: Layout) -> None:
        self.client = client
        self.specs = tuple(specs)
        self.layout = layout
        self._lock = threading.Lock()
        self._open: list[RoundTrip] = []
        forks.register(self)
        pickling.register(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return pickling.reduce_to_one(self, RewardSet, self.client, self.specs, self.layout)

    @property
    def closed(self) -> bool:
        """Whether the client is closed."""
        return self.client.closed

    def join(self, index: int, batch: Batch) -> tuple[RoundTrip, bool]:
        """The round trip that scores `batch` for the reward at `index`, and whether the caller has to `fetch` it.

        A reward that asks for the same batch again gets a new round trip.
        """
        mine = RoundTrip(batch)
        with self._lock:
            shared = (trip for trip in reversed(self._open) if index not in trip.taken and trip.same_batch(mine))
            trip = next(shared, mine)
            if trip is mine:
                self._open = [*self._open, mine][-OPEN_ROUND_TRIPS:]
            trip.taken.add(index)
            if len(trip.taken) == len(self.specs):
                self._close(trip)
        return trip, trip is mine

    def fetch(self, trip: RoundTrip) -> None:
        """Scores the batch of `trip` and settles its future, in any case."""
        try:
            # What explains the scores is worth its way only where somebody logs it.
            detail: Detail = "summary" if callable(trip.batch.columns.get("log_extra")) else "scores"
            result = self.client.score_batch(self.specs, trip.batch, self.layout, detail=detail)
        except Exception as error:
            trip.scores.set_exception(error)
        except BaseException as error:
            # An interrupt says nothing about the batch: who asks again gets a new round trip.
            with self._lock:
                self._close(trip)
            trip.scores.set_exception(error)
        else:
            trip.scores.set_result(result)

    def after_fork_in_child(self) -> None:
        """Round trips under way belong to threads of the parent."""
        self._lock = threading.Lock()
        self._open = []

    def _close(self, trip: RoundTrip) -> None:
        self._open = [other for other in self._open if other is not trip]


def _series_of(batch: Batch) -> dict[str, tuple[Any, ...]]:
    """The items of each series, to be compared by identity. An array has no items of its own, so it stands for them."""
    named = {
        **batch.columns,
        "completions": batch.completions,
        "prompts": batch.prompts,
        "completion_ids": batch.completion_ids,
    }
    return {
        name: tuple(values) if isinstance(values, (list, tuple)) else (values,)
        for name, values in named.items()
        if is_column(values)
    }
