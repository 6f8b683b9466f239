"""Asynchronous reward functions, as trainers detect and gather them."""

from __future__ import annotations

import asyncio
import functools
import inspect
from typing import Any

import pytest

from grpo_rewards import RewardTimeout, ServerError
from processes import until
from stub import Stub

BATCH: dict[str, Any] = {"completions": ["a", "bb"], "solution": ["a", "a"], "completion_ids": [[1], [1, 2]]}


def test_trainers_recognize_them(stub: Stub) -> None:
    function: Any = stub.client().reward("length", asynchronous=True)
    assert inspect.iscoroutinefunction(function)
    assert inspect.iscoroutinefunction(function.__call__)
    assert inspect.iscoroutinefunction(functools.partial(function))
    assert function.__name__ == type(function).__name__ == "length"


def test_the_signature_is_that_of_the_call(stub: Stub) -> None:
    client = stub.client()
    for asynchronous in (False, True):
        signature = inspect.signature(client.reward("length", asynchronous=asynchronous))
        assert [*signature.parameters] == ["completions", "prompts", "completion_ids", "columns"]


def test_gathered_rewards_share_one_round_trip(stub: Stub) -> None:
    functions = stub.client().rewards("length", "match", "tokens", asynchronous=True)

    async def score() -> Any:
        return await asyncio.gather(*(function(**BATCH) for function in functions))

    assert asyncio.run(score()) == [[1.0, 2.0], [1.0, 0.0], [1.0, 2.0]]
    assert len(stub.requests("score")) == 1


def test_they_work_in_one_event_loop_after_another(stub: Stub) -> None:
    functions = stub.client().rewards("length", "match", asynchronous=True)

    async def score(number: int) -> Any:
        batch: dict[str, Any] = {"completions": ["x" * number], "solution": ["x"]}
        return await asyncio.gather(*(function(**batch) for function in functions))

    assert [asyncio.run(score(number)) for number in (1, 2, 3)] == [
        [[1.0], [1.0]],
        [[2.0], [0.0]],
        [[3.0], [0.0]],
    ]
    assert len(stub.server_pids()) == 1


def test_many_batches_at_once(stub: Stub) -> None:
    function = stub.client().reward("length", asynchronous=True)

    async def score() -> Any:
        return await asyncio.gather(*(function(completions=["x" * number]) for number in range(200)))

    assert asyncio.run(score()) == [[float(number)] for number in range(200)]


def test_the_event_loop_runs_on_while_the_server_works(stub: Stub) -> None:
    gate = stub.folder / "gate"
    function = stub.client().reward("hang", {"gate": str(gate)}, asynchronous=True)

    async def score() -> Any:
        task = asyncio.ensure_future(function(completions=["abc"]))
        await asyncio.to_thread(until, lambda: stub.requests("score"), "the server works")
        # The server works until this task says otherwise, which is while the other one waits.
        gate.touch()
        return await task

    assert asyncio.run(score()) == [3.0]


def test_errors_reach_every_task(stub: Stub) -> None:
    failure = {"error": {"code": -32603, "message": "internal trouble"}}
    functions = stub.client().rewards("length", ("fail", failure), asynchronous=True)

    async def score() -> Any:
        return await asyncio.gather(*(function(**BATCH) for function in functions), return_exceptions=True)

    assert [type(error) for error in asyncio.run(score())] == [ServerError, ServerError]


def test_without_raising_a_failed_batch_gives_none_and_one_warning(stub: Stub) -> None:
    functions = stub.client(on_error="none", timeout=0.5).rewards("length", "slow", asynchronous=True)

    async def score() -> Any:
        return await asyncio.gather(*(function(**BATCH) for function in functions))

    with pytest.warns(RuntimeWarning, match="took longer than") as caught:
        assert asyncio.run(score()) == [[None, None], [None, None]]
    assert len(caught) == 1


def test_a_cancelled_task_leaves_the_others_their_scores(stub: Stub) -> None:
    gate = stub.folder / "gate"
    functions = stub.client().rewards("length", ("hang", {"gate": str(gate)}), asynchronous=True)

    async def score() -> Any:
        first, second = (asyncio.ensure_future(function(**BATCH)) for function in functions)
        await asyncio.to_thread(until, lambda: stub.requests("score"), "the server works")
        first.cancel()
        gate.touch()
        scores = await second
        assert first.cancelled()
        return scores

    assert asyncio.run(score()) == [1.0, 2.0]
    assert len(stub.requests("score")) == 1


def test_a_timeout_raises(stub: Stub) -> None:
    function = stub.client(timeout=0.2).reward("slow", asynchronous=True)

    async def score() -> Any:
        return await function(**BATCH)

    with pytest.raises(RewardTimeout):
        asyncio.run(score())
