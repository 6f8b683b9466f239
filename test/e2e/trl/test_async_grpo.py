"""The rollout worker of TRL's AsyncGRPOTrainer: its own code, in its own spawned process, with a stand-in for vLLM."""

import math
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import pytest
from accelerate import PartialState
from grpo_rewards import RewardClient
from transformers import PreTrainedTokenizerFast
from trl.chat_template_utils import qwen3_chat_template
from trl.experimental.async_grpo import async_rollout_worker
from trl.experimental.async_grpo.async_rollout_worker import AsyncRolloutWorker, RolloutSample

from completions_server import completions_server
from problems import PROBLEMS, completion_variants, conversational_dataset
from tiny_model import build_tokenizer
from user_rewards import USER_REWARDS

GROUP_SIZE = 4
GROUPS = 2 * len(PROBLEMS)
NAMES = ["accuracy", "think_format", "nearness"]


@pytest.fixture(scope="module")
def qwen_tokenizer() -> PreTrainedTokenizerFast:
    """The worker parses responses by templates that it knows."""
    tokenizer = build_tokenizer()
    tokenizer.chat_template = qwen3_chat_template
    return tokenizer


@contextmanager
def started_worker(functions: list[Any], tokenizer: PreTrainedTokenizerFast) -> Iterator[AsyncRolloutWorker]:
    rng = random.Random(3)
    texts = [text for problem in PROBLEMS for text in completion_variants(problem, rng)]
    with (
        completions_server([tokenizer(text)["input_ids"] for text in texts]) as url,
        # It asks vLLM over HTTP alone.
        mock.patch.object(async_rollout_worker, "is_vllm_available", return_value=True),
    ):
        PartialState()  # as a trainer does; the worker's log needs it
        worker = AsyncRolloutWorker(
            model_name="tiny",
            dataset=conversational_dataset(),
            reward_funcs=functions,
            processing_class=tokenizer,
            eos_token_ids=[tokenizer.eos_token_id],
            num_generations=GROUP_SIZE,
            max_inflight_tasks=16,
            vllm_server_url=url,
            max_tokens=64,
        )
        worker.start()
        try:
            yield worker
        finally:
            stop(worker)


def stop(worker: AsyncRolloutWorker) -> None:
    """Ends the worker.

    Setting an event waits until all that wait for it have woken: for ever, where one of them was in a process that has
    ended, as the one of a failed worker does.
    """
    if worker._failed_event.is_set():
        worker._process.kill()
        worker._process.join()
    else:
        worker.stop()


def collect(worker: AsyncRolloutWorker, count: int) -> list[RolloutSample]:
    """The next samples; raises what ended the worker."""
    samples: list[RolloutSample] = []
    deadline = time.monotonic() + 120
    while len(samples) < count:
        worker.check_health(stale_after_s=120)
        assert time.monotonic() < deadline, f"{len(samples)} of {count} samples"
        while not worker.rollout_buffer.empty():
            samples.append(worker.rollout_buffer.get())
        time.sleep(0.05)
    return samples[:count]


def test_the_worker_scores_as_the_client_does(qwen_tokenizer: PreTrainedTokenizerFast) -> None:
    solutions = {row["prompt"][0]["content"]: row["solution"] for row in conversational_dataset()}
    with RewardClient(rewards=USER_REWARDS) as client:
        # It calls the former in threads and awaits the latter, all at once.
        functions = [*client.rewards(*NAMES[:2]), *client.rewards(*NAMES[2:], asynchronous=True)]
        with started_worker(functions, qwen_tokenizer) as worker:
            samples = collect(worker, GROUP_SIZE * GROUPS)
        result = client.score(
            NAMES,
            [sample.completion for sample in samples],
            columns={"solution": [solutions[sample.prompt[0]["content"]] for sample in samples]},
        )
    for name in NAMES:
        given = [sample.metrics[f"rewards/{name}"] for sample in samples]
        assert [None if math.isnan(score) else pytest.approx(score) for score in given] == result.scores[name]
    assert {0.0, 1.0, None} <= set(result.scores["accuracy"])


def test_a_reward_that_cannot_score_ends_the_worker_with_its_reason(qwen_tokenizer: PreTrainedTokenizerFast) -> None:
    with RewardClient() as client:
        function = client.reward("accuracy", columns={"solution": "gold"})
        with started_worker([function], qwen_tokenizer) as worker, pytest.raises(RuntimeError) as raised:
            collect(worker, 1)
        # The worker may be told to have failed before the reason has come through its queue.
        cause = raised.value.__cause__ or worker._exception_info_queue.get(timeout=10)
    assert "names a column that the batch does not have" in str(cause)
