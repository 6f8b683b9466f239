"""Reward servers in Ray actors: a `RewardClient` whose calls go to a pool of them, on any node of the cluster."""

from __future__ import annotations

import functools
import importlib
import itertools
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grpo_rewards import pickling
from grpo_rewards.batch_parts import BatchPart, merge_results, split_batch, tell_scores
from grpo_rewards.client import RewardClient
from grpo_rewards.errors import ClientClosed, InvalidRequest, RewardTimeout, ServerLost
from grpo_rewards.in_threads import in_threads
from grpo_rewards.open_session import open_session
from grpo_rewards.protocol import OnScores, Welcome
from grpo_rewards.session import SessionSettings

CALLS_AT_ONCE = 2
"""Parts of batches that an actor has at a time: one to work on, and one to be ready when that is done."""

COOL_DOWN_SECONDS = 10.0
"""For so long an actor that Ray could not bring back is only asked where there is no other: it fails fast."""

ACTOR_OPTIONS: Mapping[str, Any] = {"max_restarts": -1, "max_task_retries": 3, "max_concurrency": 8}
"""An actor that is lost is started again by Ray, which sends it once more what it had not answered."""


class RayRewardClient(RewardClient):
    """A `RewardClient` that has its servers in Ray actors.

    A call goes to the actor with the fewest outstanding. Batches of more than 64 completions without advantages are cut
    between groups, spread over the actors, and put together in order. The actors end with `close()` or with the last
    client that knows them; clients that are pickled into tasks and other actors of the cluster use the same ones.

    Attributes:
        actors: Ray's handles of them.

    Args:
        actors: how many, or the `actors` of another client, to which they go on to belong.
        num_cpus: what each takes of its node.
        actor_options: further options of Ray's for them, such as `resources` or `scheduling_strategy`.
        settings: of the `RewardClient` in each actor, and `on_error` and `none_value` of this one.
    """

    def __init__(
        self,
        *,
        actors: int | Sequence[Any] = 2,
        num_cpus: float = 1.0,
        actor_options: Mapping[str, Any] | None = None,
        **settings: Any,
    ) -> None:
        if isinstance(actors, int) and actors < 1:
            raise InvalidRequest(f"actors is at least 1, not {actors!r}", code="bad_argument")
        self._actor_options = {**ACTOR_OPTIONS, "num_cpus": num_cpus, **(actor_options or {})}
        self.actors = actors
        super().__init__(**settings)

    def __enter__(self) -> RayRewardClient:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        make = functools.partial(RayRewardClient, actors=self.actors, **self._keywords())
        return pickling.reduce_to_one(self, make)

    def _open_session(self) -> RaySession:
        if not isinstance(self.actors, int):
            return RaySession(self._settings, self.actors, owned=False)
        make: Any = _ray().remote(RewardActor)
        self.actors = [make.options(**self._actor_options).remote(self._settings) for _ in range(self.actors)]
        return RaySession(self._settings, self.actors, owned=True)


class RewardActor:
    """What runs in an actor: the session of a `RewardClient`."""

    def __init__(self, settings: SessionSettings) -> None:
        self._session = open_session(settings)

    def welcome(self) -> Welcome:
        """See `Session`."""
        return self._session.welcome()

    def call(self, method: str, params: dict[str, Any]) -> Any:
        """See `Session`."""
        return self._session.call(method, params)


@dataclass(slots=True, eq=False)
class _Standing:
    """An actor, and what it has to do."""

    handle: Any
    turn: int
    outstanding: int = 0
    down_until: float = 0.0

    def rank(self) -> tuple[bool, int, int]:
        """The lowest is asked next: those that were lost last, then by what they have to do, then in turn."""
        return self.down_until > time.monotonic(), self.outstanding, self.turn


class RaySession:
    """Actors that hold servers. See `Session`."""

    def __init__(self, settings: SessionSettings, handles: Sequence[Any], *, owned: bool) -> None:
        self._settings = settings
        self._standings = [_Standing(handle, turn) for turn, handle in enumerate(handles)]
        self._turns = itertools.count(len(handles))
        self._lock = threading.Lock()
        self._welcome: Welcome | None = None
        self._owned = owned
        self._closed = False

    @property
    def server_pid(self) -> int | None:
        """See `Session`."""
        return None

    @property
    def description(self) -> str:
        """See `Session`."""
        return f"{len(self._standings)} Ray actors"

    def welcome(self) -> Welcome:
        """See `Session`."""
        if self._welcome is None:
            self._welcome = self._ask("welcome")
        return self._welcome

    def call(self, method: str, params: dict[str, Any], on_scores: OnScores | None = None) -> Any:
        """The result of `method`. A large `score` is spread over the actors, of which each tells its scores at once.

        Raises:
            RewardTimeout: no answer in time, for example because the cluster lacks the CPUs for the actors.
            ServerLost: actors were lost with the request more than `retries` times.
            ClientClosed: after `close`.
            RewardError: what the server answered.
        """
        parts = split_batch(params, len(self._standings)) if method == "score" and len(self._standings) > 1 else []
        if len(parts) <= 1:
            return self._ask("call", method, params)

        def score(part: BatchPart) -> Any:
            return tell_scores(part, self._ask("call", method, part.params), on_scores)

        threads = CALLS_AT_ONCE * len(self._standings)
        try:
            results = in_threads(score, parts, threads)
        except InvalidRequest:
            # The error has to name the row in the batch.
            return self._ask("call", method, params)
        return merge_results(parts, results)

    def close(self) -> None:
        """Ends the actors, unless they are another client's."""
        self._closed = True
        # At the end of the interpreter Ray may be gone already, and its actors with it.
        ray: Any = sys.modules.get("ray")
        if self._owned and ray is not None and ray.is_initialized():
            for standing in self._standings:
                ray.kill(standing.handle)

    def _ask(self, remote_method: str, *arguments: Any) -> Any:
        ray = _ray()
        deadline = time.monotonic() + self._settings.timeout
        problem = ""
        for _ in range(self._settings.retries + 1):
            standing = self._take()
            is_lost = False
            try:
                answer = getattr(standing.handle, remote_method).remote(*arguments)
                return ray.get(answer, timeout=max(0.0, deadline - time.monotonic()))
            except ray.exceptions.RayTaskError as error:
                raise error.cause from None
            except ray.exceptions.GetTimeoutError:
                raise RewardTimeout(
                    f"no answer from a Ray actor within {self._settings.timeout} s; if none of them runs yet, the "
                    "cluster may lack the CPUs for them (actors=, num_cpus=)"
                ) from None
            except ray.exceptions.RayActorError as error:
                is_lost, problem = True, str(error)
            finally:
                self._give_back(standing, is_lost=is_lost)
        raise ServerLost(
            f"Ray actors were lost with the request {self._settings.retries + 1} times, at last: {problem}"
        )

    def _take(self) -> _Standing:
        if self._closed:
            raise ClientClosed("this RewardClient is closed; make a new one")
        with self._lock:
            standing = min(self._standings, key=_Standing.rank)
            standing.outstanding += 1
            standing.turn = next(self._turns)
            return standing

    def _give_back(self, standing: _Standing, *, is_lost: bool) -> None:
        with self._lock:
            standing.outstanding -= 1
            standing.down_until = time.monotonic() + COOL_DOWN_SECONDS if is_lost else 0.0


def _ray() -> Any:
    return importlib.import_module("ray")
