"""A server that cannot start, starts late, or starts with something to say."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grpo_rewards import (
    ClientClosed,
    InvalidRequest,
    RewardClient,
    ServerError,
    ServerLost,
    ServerNotFound,
    ServerStartError,
    connection,
    process_session,
)
from processes import is_alive, until
from stub import Stub


def test_a_server_that_ends_at_its_start_is_an_error_at_once(stub: Stub) -> None:
    stub.set("STUB_START", "exit")
    with pytest.raises(ServerStartError, match=r"did not start: .*exit code 5") as caught:
        stub.client().list()
    assert caught.value.stderr_tail == "stub: cannot start"
    assert len(stub.server_pids()) == 1


def test_a_server_that_is_killed_at_its_start_is_tried_again(stub: Stub) -> None:
    stub.set("STUB_START", "killed")
    with pytest.raises(ServerLost, match="killed by SIGKILL"):
        stub.client(retries=1).list()
    assert len(stub.server_pids()) == 2


def test_a_server_that_hangs_at_its_start_is_an_error(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_session, "START_TIMEOUT_SECONDS", 5.0)
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", 0.2)
    stub.set("STUB_START", "hang")
    with pytest.raises(ServerStartError, match=r"not ready after 5\.0 s") as caught:
        stub.client().list()
    assert caught.value.stderr_tail == "stub: thinking about it"
    assert not is_alive(stub.server_pids()[0])


def test_closing_while_the_server_hangs_at_its_start(stub: Stub) -> None:
    stub.set("STUB_START", "hang")
    client = stub.client()
    with ThreadPoolExecutor() as threads:
        call = threads.submit(client.list)
        until(stub.server_pids, "the server starts")
        client.close()
        assert isinstance(call.exception(), ClientClosed)


def test_a_server_of_another_protocol_is_an_error_and_does_not_stay(stub: Stub) -> None:
    stub.set("STUB_START", "refuse")
    with pytest.raises(ServerError, match="I speak version 2") as caught:
        stub.client(on_error="none").reward("length")(completions=["a"])
    assert caught.value.code == "protocol_version"
    assert not is_alive(stub.server_pids()[0])


def test_a_program_that_does_not_exist_is_an_error() -> None:
    with RewardClient(command="/no/such/program") as client, pytest.raises(ServerNotFound, match="/no/such/program"):
        client.list()


def test_a_program_that_speaks_something_else_is_an_error() -> None:
    command = [sys.executable, "-c", "print('hello'); raise SystemExit(3)"]
    with RewardClient(command=command) as client, pytest.raises(ServerStartError, match="exit code 3") as caught:
        client.list()
    assert caught.value.stderr_tail == "hello"


def test_what_the_server_writes_is_passed_on(stub: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    client = stub.client()
    assert client.score([("speak", {"text": "näive 🎲"})], ["abc"]).scores == {"speak": [3.0]}
    client.close()
    assert capsys.readouterr().err == "näive 🎲\nnäive 🎲\n"


def test_a_broken_stderr_does_not_stop_the_server(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    client = stub.client()
    assert client.score([("speak", {"text": "x" * 300_000})], ["abc"]).scores == {"speak": [3.0]}


def test_reward_modules_are_handed_over_by_absolute_path(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = stub.folder / "one.ts", stub.folder / "two.ts"
    for module in (one, two):
        module.touch()
    monkeypatch.chdir(stub.folder)
    client = stub.client(rewards=["one.ts", Path("two.ts")])
    monkeypatch.chdir("/")
    client.list()
    [start] = stub.requests("start")
    assert start["argv"][:5] == ["serve", "--rewards", str(one), "--rewards", str(two)]


def test_a_reward_module_that_does_not_exist_is_an_error_at_once() -> None:
    with pytest.raises(InvalidRequest, match=r"there is no reward module .*/nowhere\.ts"):
        RewardClient(rewards="nowhere.ts")
