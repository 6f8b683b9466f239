"""Real servers over HTTP."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from grpo_rewards import (
    InvalidRequest,
    RewardClient,
    RewardLike,
)
from http_servers import RealServer
from processes import until

TOKEN = secrets.token_hex(8)
REFUSED = "http://127.0.0.1:1"
GROUP = 8


def batch_of(seed: int, groups: int) -> dict[str, Any]:
    """Completions with known scores: in every group another number of right answers."""
    texts = [f"\\boxed{{{(seed + row) % 3}}}" for row in range(groups * GROUP)]
    return {"completions": texts, "columns": {"solution": ["1"] * len(texts)}, "groups": [*range(groups)] * GROUP}


def right_scores(seed: int, groups: int) -> list[float]:
    """The scores of `batch_of`."""
    return [float((seed + row) % 3 == 1) for row in range(groups * GROUP)]


def test_a_batch_in_parts_has_the_result_of_the_whole(http_server: Callable[..., RealServer]) -> None:
    first, second = http_server(), http_server()
    batch = batch_of(1, 25)
    batch["columns"]["solution"][::7] = [None] * len(batch["columns"]["solution"][::7])
    rewards: list[RewardLike] = [
        ("accuracy", {}, 1.0),
        ("length", {}, 0.5),
        {"gate": ["boxed_format", "diversity"], "weight": 2.0},
    ]
    with RewardClient(urls=first.url) as one, RewardClient(urls=[first.url, second.url]) as several:
        whole, parts = one.score(rewards, **batch), several.score(rewards, **batch)
        assert (parts.scores, parts.rewards, parts.status) == (whole.scores, whole.rewards, whole.status)
        assert (parts.extra, parts.metrics) == (whole.extra, whole.metrics)
        assert parts.status["accuracy"]
        assert parts.timing.keys() == whole.timing.keys()
        asked = {"estimator": "grpo", "scale": "batch"}
        assert (
            several.score(rewards, **batch, advantages=asked).advantages
            == one.score(rewards, **batch, advantages=asked).advantages
        )


def test_an_error_in_a_part_names_the_row_of_the_batch(http_server: Callable[..., RealServer]) -> None:
    batch = batch_of(0, 25)
    batch["columns"]["truncated"] = [False] * 150 + ["maybe"] + [False] * 49
    with (
        RewardClient(urls=[http_server().url, http_server().url]) as client,
        pytest.raises(InvalidRequest, match="row 150 is"),
    ):
        client.score(["truncation_penalty"], **batch)


def test_no_reward_is_lost_or_misplaced_when_a_server_is_killed_and_comes_back(
    http_server: Callable[..., RealServer],
) -> None:
    doomed, other = http_server(), http_server()
    done = threading.Event()
    scored: list[int] = []

    def load(thread: int) -> None:
        seed = thread
        while not done.is_set():
            result = client.score(["accuracy"], **batch_of(seed, 20))
            assert result.scores["accuracy"] == right_scores(seed, 20)
            seed += 1
            scored.append(seed)

    def go_on() -> None:
        before = len(scored)
        until(lambda: len(scored) >= before + 8 or any(call.done() for call in calls), "more batches are scored")

    with RewardClient(urls=[doomed.url, other.url]) as client, ThreadPoolExecutor(4) as threads:
        client.list()
        calls = [threads.submit(load, thread) for thread in range(4)]
        try:
            go_on()
            doomed.kill()
            go_on()
            http_server(port=doomed.port)
            go_on()
        finally:
            done.set()
        for call in calls:
            call.result()


def test_a_real_server_wants_its_token(http_server: Callable[..., RealServer], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRPO_REWARDS_TOKEN", raising=False)
    server = http_server(token=TOKEN)
    with RewardClient(urls=server.url, token=TOKEN) as client:
        assert client.score(["accuracy"], ["\\boxed{4}"], columns={"solution": ["4"]}).scores == {"accuracy": [1.0]}
    for token in (None, "simsim"):
        with (
            RewardClient(urls=server.url, token=token, on_error="none") as client,
            pytest.raises(InvalidRequest, match="refuses the token"),
        ):
            client.reward("accuracy")(completions=["\\boxed{4}"], solution=["4"])
