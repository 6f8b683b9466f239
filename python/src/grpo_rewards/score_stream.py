"""Scores as they are known, before those that take longer."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future

from grpo_rewards.protocol import OnScores, PartialScores, ScoreResult


class ScoreStream:
    """A batch that is being scored: iterate over it, with `for` or `async for`, for the scores as they come.

    Each score comes once. Those of a composition, and what the server could not tell in advance (servers by URL tell a
    batch, or the part of it that each has), come at the end. An error of the request is raised where the iteration
    would end. Iterating again begins at the first scores.
    """

    def __init__(self, score: Callable[[OnScores], ScoreResult]) -> None:
        self._score = score
        self._lock = threading.Lock()
        self._parts: list[PartialScores] = []
        self._told: set[tuple[str, int]] = set()
        self._news: Future[None] = Future()
        self._outcome: Future[ScoreResult] = Future()
        threading.Thread(target=self._run, name="grpo-rewards-stream", daemon=True).start()

    def result(self) -> ScoreResult:
        """The result of the whole batch, once it is there. Raises RewardError, as `RewardClient.score` does."""
        return self._outcome.result()

    def __iter__(self) -> Iterator[PartialScores]:
        count = 0
        while True:
            parts, news = self._since(count)
            count += len(parts)
            yield from parts
            if news is None:
                return
            if not parts:
                news.result()

    async def __aiter__(self) -> AsyncIterator[PartialScores]:
        count = 0
        while True:
            parts, news = self._since(count)
            count += len(parts)
            for part in parts:
                yield part
            if news is None:
                return
            if not parts:
                # A task that is cancelled leaves the stream to the others.
                await asyncio.shield(asyncio.wrap_future(news))

    def _since(self, count: int) -> tuple[list[PartialScores], Future[None] | None]:
        """What came after the first `count` parts, and what to wait for if that is nothing; None at the end."""
        with self._lock:
            parts = self._parts[count:]
            if parts or not self._outcome.done():
                return parts, self._news
        self._outcome.result()
        return [], None

    def _run(self) -> None:
        try:
            result = self._score(self._add)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is for who iterates
            self._outcome.set_exception(error)
        else:
            for reward, scores in result.scores.items():
                self._add(PartialScores(reward, tuple(range(len(scores))), tuple(scores)))
            self._outcome.set_result(result)
        self._tell()

    def _add(self, part: PartialScores) -> None:
        """Keeps what is new in it: a request that was sent again tells the same scores again."""
        pairs = zip(part.rows, part.scores, strict=True)
        fresh = {row: score for row, score in pairs if (part.reward, row) not in self._told}
        if fresh:
            self._told.update((part.reward, row) for row in fresh)
            with self._lock:
                self._parts.append(PartialScores(part.reward, tuple(fresh), tuple(fresh.values())))
            self._tell()

    def _tell(self) -> None:
        with self._lock:
            news, self._news = self._news, Future()
        news.set_result(None)
