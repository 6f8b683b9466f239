"""Clients and reward functions in other processes, and servers whose process is gone."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from forked import in_forked_child
from grpo_rewards import RewardClient, RewardTimeout
from processes import PATIENCE_SECONDS, is_alive, until, wait_until_gone
from stub import Stub

PACKAGE = Path(__file__).resolve().parents[1] / "src"
BATCH: dict[str, Any] = {"completions": ["a", "bb"], "solution": ["a", "a"]}


def start_script(stub: Stub, body: str) -> subprocess.Popen[str]:
    """Runs `body` in a new interpreter, where `client` is a client of the stub server."""
    prologue = f"""
import os, signal, time
from grpo_rewards import RewardClient
client = RewardClient(command={stub.command!r})
"""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", prologue + body],
        env=os.environ | {"PYTHONPATH": str(PACKAGE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for_server(stub: Stub) -> int:
    """The process id of the first server, once it has started."""
    until(stub.server_pids, "a server starts")
    return stub.server_pids()[0]


def test_a_forked_child_has_a_server_of_its_own(stub: Stub) -> None:
    client = stub.client()
    functions = client.rewards("length", "match")
    expected = [function(**BATCH) for function in functions]

    def in_child() -> Any:
        return [function(**BATCH) for function in functions], client.server_pid

    scores, child_server = in_forked_child(in_child)
    assert scores == expected
    parent_server, started_by_child = stub.server_pids()
    assert (client.server_pid, child_server) == (parent_server, started_by_child)
    wait_until_gone(child_server)
    assert is_alive(parent_server)
    assert [function(**BATCH) for function in functions] == expected


def test_a_fork_in_the_middle_of_a_call_leaves_a_child_that_works(stub: Stub) -> None:
    client = stub.client()
    gate = stub.folder / "gate"
    slow, length = client.reward("hang", {"gate": str(gate)}), client.reward("length")
    client.list()
    results: list[Any] = []
    busy = threading.Thread(target=lambda: results.append(slow(completions=["abc"])))
    busy.start()
    until(lambda: stub.requests("score"), "the server works")
    assert in_forked_child(lambda: length(completions=["abcd"])) == [4.0]
    gate.touch()
    busy.join()
    assert results == [[3.0]]


def test_a_fork_while_the_server_starts_leaves_a_child_that_works(stub: Stub) -> None:
    client = stub.client()
    starting = threading.Thread(target=client.list)
    starting.start()
    wait_for_server(stub)
    child = in_forked_child(lambda: client.score(["length"], ["abc"]).scores)
    starting.join()
    assert child == {"length": [3.0]}
    assert client.server_pid == stub.server_pids()[0]


def test_closing_in_a_forked_child_leaves_the_parents_server_alone(stub: Stub) -> None:
    client = stub.client()
    client.list()
    assert in_forked_child(client.close) is None
    assert client.score(["length"], ["abc"]).scores == {"length": [3.0]}
    assert len(stub.server_pids()) == 1


def test_a_forked_child_holds_no_file_descriptor_of_the_server(stub: Stub) -> None:
    def streams() -> set[tuple[int, int]]:
        found = set()
        for descriptor in range(3, 256):
            with contextlib.suppress(OSError):
                status = os.fstat(descriptor)
                if stat.S_ISSOCK(status.st_mode) or stat.S_ISFIFO(status.st_mode):
                    found.add((status.st_dev, status.st_ino))
        return found

    before = streams()
    stub.client().list()
    of_the_server = streams() - before
    assert len(of_the_server) == 2
    assert in_forked_child(streams) & of_the_server == set()


def score_both(pickles: list[bytes]) -> Any:
    """Loads reward functions one by one and scores a batch with them."""
    functions = [pickle.loads(data) for data in pickles]
    return [function(**BATCH) for function in functions], [function.__name__ for function in functions]


def test_pickled_functions_work_in_a_spawned_process_and_share_one_server_there(stub: Stub) -> None:
    functions = stub.client(timeout=17.0).rewards("length", "match", columns={"solution": "solution"})
    one_by_one = [pickle.dumps(function) for function in functions]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as processes:
        scores, names = processes.submit(score_both, one_by_one).result()
    assert scores == [[1.0, 2.0], [1.0, 0.0]]
    assert names == ["length", "match"]
    assert len(stub.server_pids()) == 1
    assert len(stub.requests("score")) == 1


def server_of(function: Any) -> int:
    """The process id of the server behind a reward function, after a call."""
    function(completions=["abc"])
    return int(repr(function).rpartition("server process ")[2].rstrip(">"))


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_a_function_that_is_pickled_for_every_call_keeps_its_server(stub: Stub, method: str) -> None:
    client = stub.client()
    function = client.reward("length")
    client.list()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(method)) as processes:
        servers = {processes.submit(server_of, function).result() for _ in range(3)}
    assert len(servers) == 1
    assert client.server_pid not in servers
    assert len(stub.server_pids()) == 2


def test_the_pickle_of_a_closed_client_gives_an_open_one(stub: Stub) -> None:
    client = stub.client()
    function = client.reward("length")
    data = pickle.dumps(function)
    client.close()
    restored = pickle.loads(data)
    assert restored(completions=["abc"]) == [3.0]
    assert server_of(restored) == server_of(pickle.loads(data)) == stub.server_pids()[0]
    pickle.loads(pickle.dumps(client)).close()


def test_an_asynchronous_function_stays_one_when_pickled(stub: Stub) -> None:
    function = stub.client().reward("length", asynchronous=True)
    assert type(pickle.loads(pickle.dumps(function))).__mro__[1].__name__ == "AsyncRewardFunction"


def test_a_pickled_client_keeps_its_settings(stub: Stub, tmp_path: Path) -> None:
    module = tmp_path / "own.ts"
    module.touch()
    client = RewardClient(
        rewards=[module], command=stub.command, timeout=4.0, item_timeout=2.0, retries=1, on_error="none"
    )
    data = pickle.dumps(client)
    assert pickle.loads(data) is client
    del client
    with pickle.loads(data) as restored:
        with pytest.warns(RuntimeWarning, match=r"2 time\(s\) in a row"):
            assert restored.reward("leave", {"code": 3})(completions=["a"]) == [None]
        assert stub.requests("start")[0]["argv"][:3] == ["serve", "--rewards", str(module)]
        assert stub.requests("score")[0]["itemTimeoutMs"] == 2000
        with pytest.raises(RewardTimeout, match=r"longer than 4\.0 s"):
            restored.score(["slow"], ["a"])


def test_the_exit_of_the_interpreter_ends_the_server_without_a_sound(stub: Stub) -> None:
    script = start_script(stub, "print(client.score(['length'], ['abc']).scores)")
    output, errors = script.communicate(timeout=PATIENCE_SECONDS)
    assert (script.returncode, output, errors) == (0, "{'length': [3.0]}\n", "")
    assert not is_alive(wait_for_server(stub))


def test_an_interrupt_ends_the_call_and_the_server(stub: Stub) -> None:
    # A background job starts with interrupts ignored.
    listen = "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    script = start_script(stub, listen + "client.score(['slow'], ['abc'])")
    server = wait_for_server(stub)
    until(lambda: stub.requests("score"), "the request has come")
    # The client may not have left the call that sent it: an interrupt there hangs up and cancels nothing.
    time.sleep(0.5)
    script.send_signal(signal.SIGINT)
    _, errors = script.communicate(timeout=PATIENCE_SECONDS)
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert not is_alive(server)
    assert len(stub.requests("$/cancelRequest")) == 1


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_process_leaves_no_server_behind(stub: Stub, way: signal.Signals) -> None:
    script = start_script(stub, "client.list(); print('ready', flush=True); time.sleep(1000)")
    with script:
        assert script.stdout is not None
        assert script.stdout.readline() == "ready\n"
        server = wait_for_server(stub)
        assert is_alive(server)
        script.send_signal(way)
        wait_until_gone(server)


def test_a_killed_process_leaves_no_server_behind_although_its_forked_child_lives(stub: Stub) -> None:
    body = "client.list(); child = os.fork()\nif child: print(child, flush=True)\ntime.sleep(1000)"
    script = start_script(stub, body)
    with script:
        assert script.stdout is not None
        child = int(script.stdout.readline())
        server = wait_for_server(stub)
        assert is_alive(server)
        script.kill()
        try:
            wait_until_gone(server)
            assert is_alive(child)
        finally:
            os.kill(child, signal.SIGKILL)
