"""A server that crashes, hangs, refuses to start, or is simply there."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from grpo_rewards import (
    ClientClosed,
    InvalidRequest,
    RewardClient,
    RewardTimeout,
    ServerError,
    ServerLost,
    connection,
    server_process,
)
from processes import is_alive, until, wait_until_gone
from stub import Stub


@pytest.fixture(params=["socket", "pipes"])
def transport(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Runs a test over an inherited socket, and once more over stdin and stdout as on Windows."""
    name: str = request.param
    monkeypatch.setattr(server_process, "CAN_INHERIT_SOCKET", name == "socket")
    return name


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that does not react to a cancellation is given up soon."""
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", 0.2)


def test_the_server_starts_with_the_first_call_and_stays(stub: Stub, transport: str) -> None:
    client = stub.client()
    assert client.server_pid is None
    for _ in range(3):
        assert client.score(["length"], ["abc"]).scores == {"length": [3.0]}
    assert [client.server_pid] == stub.server_pids()
    [start] = stub.requests("start")
    assert ("--fd" in start["argv"]) == (transport == "socket")


@pytest.mark.usefixtures("transport")
def test_closing_ends_the_server_by_itself(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[object] = []
    monkeypatch.setattr(server_process, "_kill", killed.append)
    client = stub.client()
    client.list()
    [pid] = stub.server_pids()
    client.close()
    assert killed == []
    assert not is_alive(pid)


def test_closing_again_does_nothing_and_using_a_closed_client_is_an_error(stub: Stub) -> None:
    client = stub.client()
    client.list()
    client.close()
    client.close()
    with pytest.raises(ClientClosed, match="make a new one"):
        client.score(["length"], ["a"])
    with pytest.raises(ClientClosed):
        client.list()
    assert len(stub.server_pids()) == 1


def test_closing_an_unused_client_starts_nothing(stub: Stub) -> None:
    stub.client().close()
    assert stub.server_pids() == []


def test_the_with_block_closes(stub: Stub) -> None:
    with stub.client() as client:
        client.list()
    assert not is_alive(stub.server_pids()[0])


def test_a_forgotten_client_closes_its_server(stub: Stub) -> None:
    client = RewardClient(command=stub.command)
    client.list()
    [pid] = stub.server_pids()
    del client
    wait_until_gone(pid)


def test_closing_while_the_server_hangs_kills_it(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_process, "EXIT_GRACE_SECONDS", 0.1)
    client = stub.client()
    with ThreadPoolExecutor() as threads:
        call = threads.submit(client.score, ["hang"], ["abc"])
        until(lambda: stub.requests("score"), "the server hangs")
        client.close()
        assert isinstance(call.exception(), ClientClosed)
    assert not is_alive(stub.server_pids()[0])


@pytest.mark.usefixtures("transport")
def test_a_server_killed_between_two_calls_is_replaced(stub: Stub) -> None:
    client = stub.client(retries=0)
    client.list()
    os.kill(stub.server_pids()[0], signal.SIGKILL)
    until(lambda: client.server_pid is None, "the client has noticed")
    assert client.score(["length"], ["abc"]).scores == {"length": [3.0]}
    assert len(stub.server_pids()) == 2


@pytest.mark.usefixtures("transport")
def test_a_request_survives_crashes_of_the_server(stub: Stub) -> None:
    crash = ("crash", {"counter": stub.counter(), "times": 2})
    assert stub.client(retries=2).score([crash], ["abc"]).scores == {"crash": [3.0]}
    assert len(stub.server_pids()) == 3
    first, second, third = stub.requests("score")
    assert first == second == third


def test_too_many_crashes_are_an_error_with_what_the_server_said(stub: Stub, capfd: pytest.CaptureFixture[str]) -> None:
    crash = ("crash", {"counter": stub.counter(), "times": 9})
    with pytest.raises(ServerLost, match=r"lost during 'score', 2 time\(s\) in a row") as caught:
        stub.client(retries=1).score([crash], ["abc"], advantages={}, groups=[0])
    assert caught.value.exit_code == -signal.SIGKILL
    assert caught.value.stderr_tail == "stub: the end is near"
    assert "killed by SIGKILL" in str(caught.value)
    assert "stub: the end is near" in str(caught.value)
    assert capfd.readouterr().err.count("stub: the end is near\n") == 2


def test_an_exit_is_an_error_with_the_exit_code(stub: Stub) -> None:
    with pytest.raises(ServerLost, match="exit code 7") as caught:
        stub.client(retries=0).score([("leave", {"code": 7})], ["abc"])
    assert caught.value.exit_code == 7
    assert caught.value.stderr_tail == "stub: leaving"


def test_threads_that_share_a_crashing_server_all_get_their_scores(stub: Stub) -> None:
    client = stub.client(retries=3)
    crash = ("crash", {"counter": stub.counter(), "times": 2})

    def call(size: int) -> list[float | None]:
        return client.score([crash if size % 2 else "length"], ["x" * size]).scores.popitem()[1]

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(call, range(8))) == [[size] for size in range(8)]


def test_many_threads_share_one_server(stub: Stub) -> None:
    client = stub.client()

    def call(size: int) -> list[float | None]:
        return client.score(["length"], ["x" * size]).scores["length"]

    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(call, range(320))) == [[size] for size in range(320)]
    assert len(stub.requests("score")) == 320
    assert len(stub.server_pids()) == 1


@pytest.mark.usefixtures("transport", "_impatient")
def test_a_hanging_server_is_killed_and_the_next_call_works(stub: Stub) -> None:
    client = stub.client(timeout=4.0)
    client.list()
    with pytest.raises(RewardTimeout, match=r"took longer than 4\.0 s.*killed"):
        client.score(["hang"], ["abc"])
    wait_until_gone(stub.server_pids()[0])
    assert client.score(["length"], ["abc"]).scores == {"length": [3.0]}
    assert len(stub.server_pids()) == 2


@pytest.mark.usefixtures("transport", "_impatient")
def test_a_server_that_hangs_while_a_large_batch_is_sent_is_killed_too(stub: Stub) -> None:
    client = stub.client(timeout=4.0)
    client.list()
    with ThreadPoolExecutor() as threads:
        hanging = threads.submit(client.score, ["hang"], ["abc"])
        until(lambda: stub.requests("score"), "the server hangs")
        stuck = threads.submit(client.score, ["length"], ["x" * 20_000_000])
        assert isinstance(hanging.exception(), RewardTimeout)
        # Whichever of the two gives up first; the other may still be served by the next server.
        assert isinstance(stuck.exception(), (RewardTimeout, type(None)))
    assert client.score(["length"], ["abc"]).scores == {"length": [3.0]}


def test_a_slow_request_is_cancelled_and_the_server_lives_on(stub: Stub) -> None:
    client = stub.client(timeout=3.0)
    with pytest.raises(RewardTimeout, match=r"took longer than 3\.0 s and was cancelled"):
        client.score(["slow"], ["abc"])
    assert len(stub.requests("$/cancelRequest")) == 1
    assert client.score(["length"], ["abc"]).scores == {"length": [3.0]}
    assert len(stub.server_pids()) == 1


def test_a_deadline_that_the_server_reports_is_a_timeout(stub: Stub) -> None:
    error = {"code": -32005, "message": "deadline passed"}
    with pytest.raises(RewardTimeout, match="deadline passed"):
        stub.client().score([("fail", {"error": error})], ["abc"])


@pytest.mark.parametrize("code", [-32001, -32002, -32003, -32006, -32602])
def test_an_error_that_is_the_callers_mistake_is_an_invalid_request(stub: Stub, code: int) -> None:
    error = {"code": code, "message": "not like this", "data": {"code": "some_mistake", "path": "/x"}}
    with pytest.raises(InvalidRequest, match="not like this") as caught:
        stub.client().score([("fail", {"error": error})], ["abc"])
    assert caught.value.code == "some_mistake"
    assert caught.value.data == error["data"]
    assert len(stub.requests("score")) == 1


@pytest.mark.parametrize("code", [-32603, -32000, -1])
def test_any_other_error_is_a_server_error_and_is_not_sent_again(stub: Stub, code: int) -> None:
    with pytest.raises(ServerError, match="my fault"):
        stub.client().score([("fail", {"error": {"code": code, "message": "my fault"}})], ["abc"])
    assert len(stub.requests("score")) == 1


def test_a_batch_over_the_servers_limit_is_not_sent(stub: Stub) -> None:
    stub.set("STUB_MAX_FRAME_BYTES", "10000")
    client = stub.client()
    with pytest.raises(InvalidRequest, match=r"the server reads at most 10000: score fewer") as caught:
        client.score(["length"], ["x" * 10_000])
    assert caught.value.code == "too_large"
    assert client.score(["length"], ["x" * 9_000]).scores == {"length": [9000.0]}
    assert len(stub.requests("score")) == 1
