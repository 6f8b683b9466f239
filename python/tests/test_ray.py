"""The pool of Ray actors, with a stand-in for Ray that runs them in threads of this process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from grpo_rewards import ClientClosed, InvalidRequest, RewardTimeout, ServerLost
from grpo_rewards.ray import RayRewardClient
from stub import Stub


class RayTaskError(Exception):
    """Carries what an actor raised."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


class RayActorError(Exception):
    """An actor is gone."""


class GetTimeoutError(Exception):
    """No answer in time."""


class Actor:
    """A handle: its methods run in threads, unless it is `lost` or `hung`."""

    def __init__(self, instance: Any, options: dict[str, Any]) -> None:
        self._instance = instance
        self.options = options
        self.lost = self.hung = False
        self.calls = 0
        self._threads = ThreadPoolExecutor()

    def __getattr__(self, name: str) -> Any:
        return SimpleNamespace(remote=lambda *arguments: self._run(name, arguments))

    def _run(self, name: str, arguments: tuple[Any, ...]) -> Future[Any]:
        self.calls += 1
        if self.hung:
            return Future()
        return self._threads.submit(self._result, name, arguments)

    def _result(self, name: str, arguments: tuple[Any, ...]) -> Any:
        if self.lost:
            raise RayActorError("the actor died")
        try:
            return getattr(self._instance, name)(*arguments)
        except Exception as error:
            raise RayTaskError(error) from error


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch) -> list[Actor]:
    """Puts the stand-in in place of Ray; the actors that were ended."""
    module: Any = ModuleType("ray")
    ended: list[Actor] = []

    def options(cls: Any, **given: Any) -> Any:
        return SimpleNamespace(remote=lambda *arguments: Actor(cls(*arguments), given))

    def get(answer: Future[Any], timeout: float) -> Any:
        if wait([answer], timeout).not_done:
            raise GetTimeoutError
        return answer.result()

    module.remote = lambda cls: SimpleNamespace(options=lambda **given: options(cls, **given))
    module.get, module.kill, module.is_initialized = get, ended.append, lambda: True
    module.exceptions = SimpleNamespace(
        RayTaskError=RayTaskError, RayActorError=RayActorError, GetTimeoutError=GetTimeoutError
    )
    monkeypatch.setitem(sys.modules, "ray", module)
    return ended


def actors_of(pool: RayRewardClient) -> list[Any]:
    """The actors of a client that has made them."""
    assert not isinstance(pool.actors, int)
    return list(pool.actors)


@pytest.fixture
def pool(killed: list[Actor], stub: Stub) -> Iterator[RayRewardClient]:
    """A client with two actors, whose servers are stubs."""
    assert killed == []
    with RayRewardClient(actors=2, num_cpus=0.5, command=stub.command, timeout=100) as pool:
        yield pool
    for actor in actors_of(pool):
        # What the end of its process does to it.
        actor._instance._session.close()  # noqa: SLF001


def test_a_large_batch_is_spread_and_put_together(pool: RayRewardClient, stub: Stub) -> None:
    texts = ["x" * (number % 7) for number in range(300)]
    assert pool.reward("length")(completions=texts) == [float(len(text)) for text in texts]
    assert len(stub.requests("score")) == 5
    assert len(stub.server_pids()) == 2


def test_an_actor_is_restarted_and_sent_its_task_again_by_ray(pool: RayRewardClient) -> None:
    [first, _] = actors_of(pool)
    assert first.options == {"max_restarts": -1, "max_task_retries": 3, "max_concurrency": 8, "num_cpus": 0.5}


def test_an_actor_that_is_lost_for_good_costs_nothing(pool: RayRewardClient) -> None:
    pool.list()
    actors_of(pool)[0].lost = True
    assert pool.reward("length")(completions=["abc"] * 200) == [3.0] * 200
    actors_of(pool)[1].lost = True
    with pytest.raises(ServerLost, match="lost with the request 3 times, at last: the actor died"):
        pool.reward("length")(completions=["abc"])


def test_what_an_actor_raises_is_raised_here(pool: RayRewardClient) -> None:
    with pytest.raises(InvalidRequest, match="no reward 'lenght'"):
        pool.reward("lenght")(completions=["a"])
    error = {"code": -32602, "message": "row 70 is odd", "data": {"code": "bad_input"}}
    with pytest.raises(InvalidRequest, match="row 70 is odd"):
        pool.reward(("fail", {"error": error}))(completions=["a"] * 200)


def test_no_answer_in_time(killed: list[Actor], stub: Stub) -> None:
    assert killed == []
    with RayRewardClient(actors=1, command=stub.command, timeout=0.2) as pool:
        actors_of(pool)[0].hung = True
        with pytest.raises(RewardTimeout, match="may lack the CPUs"):
            pool.list()


def test_closing_ends_the_actors_of_the_client_that_made_them(pool: RayRewardClient, killed: list[Actor]) -> None:
    other = RayRewardClient(actors=pool.actors)
    assert [info.name for info in other.list()] == [info.name for info in pool.list()]
    other.close()
    assert killed == []
    pool.close()
    assert killed == pool.actors
    with pytest.raises(ClientClosed):
        pool.reward("length")(completions=["a"])


def test_a_pool_has_an_actor() -> None:
    with pytest.raises(InvalidRequest, match="actors is at least 1"):
        RayRewardClient(actors=0)
