"""Scores that are there before the rest."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from grpo_rewards import InvalidRequest, PartialScores, RewardClient
from http_servers import RealServer
from processes import until
from real_server import ACCURACY, BATCH, MakeClient
from stub import Stub

COLUMNS = {"solution": BATCH["solution"]}


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the reward `held` waits for."""
    gate = tmp_path / "gate"
    monkeypatch.setenv("GATE", str(gate))
    return gate


def table_of(parts: Iterable[PartialScores]) -> dict[str, dict[int, float | None]]:
    """The scores by reward and row; a score that came twice fails the test."""
    triples = [(part.reward, row, score) for part in parts for row, score in zip(part.rows, part.scores, strict=True)]
    assert max(Counter((reward, row) for reward, row, _ in triples).values(), default=1) == 1
    table: dict[str, dict[int, float | None]] = {}
    for reward, row, score in triples:
        table.setdefault(reward, {})[row] = score
    return table


def test_what_is_scored_comes_while_the_rest_is_not(own: MakeClient, gate: Path) -> None:
    stream = own().stream(["accuracy", "held"], BATCH["completions"], columns=COLUMNS)
    parts = iter(stream)
    first = [next(parts)]
    while sum(len(part.rows) for part in first) < len(ACCURACY):
        first.append(next(parts))
    assert table_of(first) == {"accuracy": dict(enumerate(ACCURACY))}
    gate.touch()
    assert table_of(parts) == {"held": dict.fromkeys(range(4), 1.0)}
    assert stream.result().scores == {"accuracy": ACCURACY, "held": [1.0] * 4}
    assert table_of(stream).keys() == {"accuracy", "held"}


def test_in_an_event_loop_other_tasks_run_meanwhile(own: MakeClient, gate: Path) -> None:
    client = own()

    async def collect() -> list[PartialScores]:
        parts = []
        async for part in client.stream(["accuracy", "held"], BATCH["completions"], columns=COLUMNS):
            parts.append(part)
            if part.reward == "accuracy":
                # Nobody else opens it.
                asyncio.get_running_loop().call_soon(gate.touch)
        return parts

    table = table_of(asyncio.run(collect()))
    assert table == {"accuracy": dict(enumerate(ACCURACY)), "held": dict.fromkeys(range(4), 1.0)}


def test_totals_of_compositions_come_too(client: RewardClient) -> None:
    both = {"gate": ["accuracy", "tag_count"], "key": "both"}
    stream = client.stream([both], BATCH["completions"], columns=COLUMNS)
    table = table_of(stream)
    assert {key: [rows[row] for row in range(4)] for key, rows in table.items()} == stream.result().scores
    assert table.keys() == {"both", "both.accuracy", "both.tag_count"}


def test_a_score_comes_once_though_the_server_is_lost(own: MakeClient, gate: Path) -> None:
    client = own()
    parts = iter(stream := client.stream(["accuracy", "held"], BATCH["completions"], columns=COLUMNS))
    seen = [next(parts)]
    until(gate.with_name("gate.reached").exists, "the reward is at work")
    assert client.server_pid is not None
    os.kill(client.server_pid, signal.SIGKILL)
    gate.touch()
    table = table_of([*seen, *parts])
    assert {key: [rows[row] for row in range(4)] for key, rows in table.items()} == stream.result().scores


def test_several_servers_by_url_tell_their_parts(http_server: Callable[..., RealServer]) -> None:
    texts = [f"\\boxed{{{row % 3}}}" for row in range(300)]
    with RewardClient(urls=[http_server().url, http_server().url]) as client:
        parts = list(client.stream(["accuracy"], texts, columns={"solution": ["1"] * 300}))
    assert len(parts) > 1
    assert table_of(parts) == {"accuracy": {row: float(row % 3 == 1) for row in range(300)}}


def test_a_server_that_tells_nothing_in_advance_tells_all_at_the_end(stub: Stub) -> None:
    assert [*stub.client().stream(["length"], ["a", "bb"])] == [PartialScores("length", (0, 1), (1.0, 2.0))]


def test_an_error_ends_the_iteration(stub: Stub) -> None:
    stream = stub.client().stream(["nonsense"], ["a"])
    with pytest.raises(InvalidRequest, match="nonsense"):
        list(stream)

    async def collect() -> list[PartialScores]:
        return [part async for part in stream]

    with pytest.raises(InvalidRequest, match="nonsense"):
        asyncio.run(collect())
    with pytest.raises(InvalidRequest, match="nonsense"):
        stream.result()
