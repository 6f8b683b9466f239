"""The real server among threads, event loops and processes, and when it hangs or dies."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from grpo_rewards import RewardClient, RewardTimeout, ServerStartError, connection, server_process
from processes import is_alive, until, wait_until_gone
from real_server import ACCURACY, BATCH, THINK_FORMAT, MakeClient

PACKAGE = Path(__file__).resolve().parents[1] / "src"


def test_threads(client: RewardClient) -> None:
    def call(number: int) -> Any:
        return client.score(
            ["accuracy"], [f"\\boxed{{{number}}}"] * 2, columns={"solution": [str(number), "-1"]}
        ).scores

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(call, range(64))) == [{"accuracy": [1.0, 0.0]}] * 64


def test_gathered_in_several_event_loops(client: RewardClient) -> None:
    functions = client.rewards("accuracy", "think_format", asynchronous=True)

    async def score() -> Any:
        return await asyncio.gather(*(function(**BATCH) for function in functions))

    for _ in range(3):
        assert asyncio.run(score()) == [ACCURACY, THINK_FORMAT]


def test_a_spawned_process(client: RewardClient) -> None:
    accuracy = client.reward("accuracy")
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as processes:
        assert processes.submit(accuracy, **BATCH).result() == ACCURACY
    assert accuracy(**BATCH) == ACCURACY


def test_a_forked_process(client: RewardClient) -> None:
    accuracy = client.reward("accuracy")
    assert accuracy(**BATCH) == ACCURACY
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as processes:
        assert processes.submit(accuracy, **BATCH).result() == ACCURACY
    assert accuracy(**BATCH) == ACCURACY


def test_over_stdin_and_stdout(own: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_process, "CAN_INHERIT_SOCKET", False)
    client = own()
    assert client.score(["noisy"], ["a"]).scores == {"noisy": [1.0]}
    assert client.reward("accuracy")(**BATCH) == ACCURACY
    pid = client.server_pid
    assert pid is not None
    client.close()
    assert not is_alive(pid)


def test_what_a_reward_prints_does_no_harm(own: MakeClient, capsys: pytest.CaptureFixture[str]) -> None:
    client = own()
    assert client.score(["noisy"], ["a"]).scores == {"noisy": [1.0]}
    client.close()
    assert '{"id":1,"result":{}}' in capsys.readouterr().err


def test_a_server_that_is_killed_during_a_request_is_replaced(
    own: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = tmp_path / "gate"
    monkeypatch.setenv("GATE", str(gate))
    client = own()
    client.list()
    first = client.server_pid
    assert first is not None
    with ThreadPoolExecutor() as threads:
        call = threads.submit(client.score, ["held"], ["a", "b"])
        until(tmp_path.joinpath("gate.reached").exists, "the reward is at work")
        os.kill(first, signal.SIGKILL)
        gate.touch()
        assert call.result().scores == {"held": [1.0, 1.0]}
    assert client.server_pid not in {None, first}


def test_a_slow_reward_is_cancelled(own: MakeClient) -> None:
    client = own(timeout=4.0)
    with pytest.raises(RewardTimeout, match="was cancelled"):
        client.score(["endless"], ["a"])
    before = client.server_pid
    assert client.reward("accuracy")(**BATCH) == ACCURACY
    assert client.server_pid == before


def test_a_reward_that_never_returns_costs_its_item(own: MakeClient) -> None:
    client = own(item_timeout=2.0)
    result = client.score(["spinning", "tag_count"], ["a"])
    assert result.scores["spinning"] == [None]
    assert result.scores["tag_count"] != [None]
    assert result.status["spinning"] == {0: "system:timeout"}
    assert client.reward("accuracy")(**BATCH) == ACCURACY


def test_a_server_that_hangs_is_killed(own: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", 0.2)
    client = own(timeout=15.0)
    client.list()
    before = client.server_pid
    assert before is not None
    os.kill(before, signal.SIGSTOP)
    with pytest.raises(RewardTimeout, match="it was killed"):
        client.reward("accuracy")(**BATCH)
    assert not is_alive(before)
    assert client.reward("accuracy")(**BATCH) == ACCURACY


def test_an_item_timeout_costs_only_the_item(own: MakeClient) -> None:
    result = own(item_timeout=2.0).score(["endless", "tag_count"], ["a"])
    assert result.scores["endless"] == [None]
    assert result.scores["tag_count"] != [None]
    assert result.metrics["endless.timeouts"] == 1


def test_a_reward_module_that_cannot_be_loaded(server_main: Path, tmp_path: Path) -> None:
    module = tmp_path / "broken.ts"
    module.write_text("export const nothing = 1;")
    with (
        RewardClient(rewards=module, command=["node", str(server_main)]) as client,
        pytest.raises(ServerStartError, match=r"did not start: .*exit code \d") as caught,
    ):
        client.list()
    assert "broken.ts" in caught.value.stderr_tail


def test_a_killed_process_leaves_no_server_behind(server_main: Path) -> None:
    script = f"""
import time
from grpo_rewards import RewardClient
client = RewardClient(command=["node", {str(server_main)!r}])
client.list()
print(client.server_pid, flush=True)
time.sleep(1000)
"""
    environment = os.environ | {"PYTHONPATH": str(PACKAGE)}
    with subprocess.Popen([sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        server = int(process.stdout.readline())
        assert is_alive(server)
        process.kill()
        wait_until_gone(server)
