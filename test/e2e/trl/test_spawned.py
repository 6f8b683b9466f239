"""Reward callables cross into a spawned, daemonic process, the way TRL's asynchronous rollout worker receives them."""

import asyncio
import inspect
import multiprocessing
import pickle
from multiprocessing.connection import Connection
from typing import Any

import pytest
from grpo_rewards import RewardClient

from user_rewards import USER_REWARDS

BATCH = {
    "prompts": ["1+1=", "1+1=", "1+1=", "1+1="],
    "completions": ["<think>\na\n</think>\n\\boxed{2}", "\\boxed{2}", "\\boxed{3}", "I do not know. " * 9],
    "completion_ids": [[1] * 30, [1] * 10, [1] * 10, [1] * 72],
    "solution": ["2", "2", "2", None],
}
EXPECTED = {
    "accuracy": [1.0, 1.0, 0.0, None],
    "think_format": [1.0, 0.0, 0.0, 0.0],
    "brevity": [1.0, 1.0, 1.0, 0.0],
}


def score_in_worker(answer: Connection, pickled: bytes) -> None:
    """Call each reward as the worker does: coroutine functions are awaited, the others run in threads."""
    functions = pickle.loads(pickled)

    async def score_all() -> list[Any]:
        return await asyncio.gather(
            *(
                function(**BATCH) if inspect.iscoroutinefunction(function) else asyncio.to_thread(function, **BATCH)
                for function in functions
            )
        )

    answer.send(asyncio.run(score_all()))


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_pickled_rewards_score_in_a_spawned_process(asynchronous: bool) -> None:
    with RewardClient(rewards=USER_REWARDS) as client:
        functions = client.rewards(*EXPECTED, asynchronous=asynchronous)
        assert [function.__name__ for function in functions] == list(EXPECTED)
        assert all(inspect.iscoroutinefunction(f) == asynchronous for f in functions)
        assert scores_from_worker(functions) == list(EXPECTED.values())


def scores_from_worker(functions: list[Any]) -> list[list[float | None]]:
    spawn = multiprocessing.get_context("spawn")
    receiver, sender = spawn.Pipe(duplex=False)
    worker = spawn.Process(target=score_in_worker, args=(sender, pickle.dumps(functions)), daemon=True)
    worker.start()
    # With the parent's copy closed, a worker that dies ends the wait with EOFError.
    sender.close()
    scores = receiver.recv()
    worker.join()
    assert worker.exitcode == 0
    return scores
