"""Servers that the client reaches by their URLs: which of them gets a call, and what follows from its answer."""

from __future__ import annotations

import functools
import gc
import http.client
import json
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from types import SimpleNamespace
from typing import Any, TypeAlias

import pytest

from forked import in_forked_child
from grpo_rewards import (
    ClientClosed,
    InvalidRequest,
    RewardClient,
    RewardError,
    RewardTimeout,
    ServerError,
    ServerLost,
    http_session,
)
from http_servers import Reply, ScriptedServer, score_lengths, scores_of
from processes import PATIENCE_SECONDS, until

REFUSED = "http://127.0.0.1:1"

Script: TypeAlias = Callable[[dict[str, Any]], Any]


def reply(status: int, body: str = "", headers: dict[str, str] | None = None, *, lingers: bool = False) -> Script:
    """A script that answers every `score` like this."""

    def on_score(_: dict[str, Any]) -> Any:
        raise Reply(status, body, headers, lingers=lingers)

    return on_score


def abort(_: dict[str, Any]) -> Any:
    """A script that closes the connection instead of an answer."""
    raise ConnectionAbortedError


def closing(params: dict[str, Any]) -> Any:
    """A script whose answers are the last ones of their connections."""
    raise Reply(200, json.dumps({"id": 0, "result": scores_of(params)}), {"Connection": "close"})


def test_one_connection_serves_one_call_after_the_other(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    with RewardClient(urls=server.url) as client:
        for size in range(5):
            assert score_lengths(client, ["x" * size]) == [size]
        assert server.connections == 1
        assert client.server_pid is None
        assert repr(client) == f"<RewardClient, {server.url}>"


def has_closed(server: ScriptedServer, connections: int) -> bool:
    """Whether so many connections have ended on its side."""
    return server.closed == connections


@pytest.mark.parametrize(("silently", "connections"), [(False, 3), (True, 4)])
def test_a_connection_that_the_server_closed_in_the_meantime_is_opened_again(
    scripted: Callable[..., ScriptedServer], *, silently: bool, connections: int
) -> None:
    server = scripted(scores_of if silently else closing)
    server.hangs_up = silently
    with RewardClient(urls=server.url, retries=0) as client:
        client.list()
        for size in range(3):
            # What answers the greeting says nothing of an end.
            until(functools.partial(has_closed, server, size + silently), "the server has closed what it closes")
            assert score_lengths(client, ["x" * size]) == [size]
    assert (server.requests, server.connections) == (3, connections)


def test_calls_go_to_the_server_with_the_least_to_do(scripted: Callable[..., ScriptedServer]) -> None:
    hold, held = threading.Event(), threading.Event()

    def slow(params: dict[str, Any]) -> Any:
        held.set()
        hold.wait(PATIENCE_SECONDS)
        return scores_of(params)

    busy, idle = scripted(slow), scripted()
    with RewardClient(urls=[busy.url, idle.url]) as client, ThreadPoolExecutor() as threads:
        calls = []
        while not held.is_set():
            calls.append(threads.submit(score_lengths, client, ["abc"]))
            wait(calls, 0.05)
        until(lambda: sum(not call.done() for call in calls) == 1, "one server alone has something to do")
        before = idle.requests
        for _ in range(5):
            assert score_lengths(client, ["abc"]) == [3.0]
        assert (busy.requests, idle.requests) == (1, before + 5)
        hold.set()
        assert [call.result() for call in calls] == [[3.0]] * len(calls)


def test_calls_one_after_the_other_take_turns(scripted: Callable[..., ScriptedServer]) -> None:
    servers = [scripted() for _ in range(3)]
    with RewardClient(urls=[server.url for server in servers]) as client:
        for _ in range(9):
            score_lengths(client, ["abc"])
    assert [server.requests for server in servers] == [3, 3, 3]


@pytest.mark.parametrize("script", [abort, reply(502), reply(503, '{"error": "ending"}'), reply(504, "<html>")])
def test_what_one_server_does_not_answer_another_one_does(
    scripted: Callable[..., ScriptedServer], script: Script
) -> None:
    broken, good = scripted(script), scripted()
    with RewardClient(urls=[broken.url, good.url, REFUSED]) as client:
        for size in range(6):
            assert score_lengths(client, ["x" * size]) == [size]
    assert 1 <= broken.requests <= 2
    assert good.requests == 6


def test_a_server_that_failed_is_left_alone_for_a_while_and_then_asked_again(
    scripted: Callable[..., ScriptedServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = 0.0
    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + ahead, sleep=time.sleep)
    monkeypatch.setattr(http_session, "time", clock)
    monkeypatch.setattr(http_session, "FIRST_COOL_DOWN_SECONDS", 3600.0)
    monkeypatch.setattr(http_session, "LONGEST_COOL_DOWN_SECONDS", 3600.0)
    first, second = scripted(abort), scripted()
    with RewardClient(urls=[first.url, second.url]) as client:
        for _ in range(4):
            score_lengths(client, ["abc"])
        failed = first.requests
        assert failed
        first.on_score = scores_of
        for _ in range(4):
            score_lengths(client, ["abc"])
        assert first.requests == failed
        ahead = 3600.0
        for _ in range(4):
            score_lengths(client, ["abc"])
        assert first.requests == failed + 2


def test_without_any_server_the_error_names_each_with_its_last_error(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    with RewardClient(urls=[server.url, REFUSED], retries=1) as client:
        assert score_lengths(client, ["abc"]) == [3.0]
        server.on_score = reply(503, '{"error": "ending"}')
        with pytest.raises(ServerLost) as caught:
            score_lengths(client, ["abc"])
    assert f"{server.url}: status 503: ending" in str(caught.value)
    assert f"{REFUSED}: [Errno 111] Connection refused" in str(caught.value)
    assert server.requests == 3


@pytest.mark.parametrize("warm", [False, True])
def test_a_request_that_takes_servers_down_is_not_sent_to_all_of_them(
    scripted: Callable[..., ScriptedServer], *, warm: bool
) -> None:
    servers = [scripted() for _ in range(5)]
    with RewardClient(urls=[server.url for server in servers], retries=1) as client:
        for _ in range(5 * warm):
            score_lengths(client, ["abc"])
        for server in servers:
            server.on_score = abort
        with pytest.raises(ServerLost, match=r"2 server\(s\) were lost with the request"):
            score_lengths(client, ["abc"])
    assert sum(server.requests for server in servers) == 5 * warm + 2


REFUSALS: list[tuple[Script, type[RewardError], str, str]] = [
    (reply(401, '{"error": "No."}'), InvalidRequest, "unauthorized", "refuses the token: No.*GRPO_REWARDS_TOKEN"),
    (reply(403, '{"error": "No."}'), InvalidRequest, "forbidden", "refuses this client: No"),
    (reply(404, "lost?"), ServerError, "not_a_server", "no reward server.*POST /rpc: lost"),
    (reply(413), InvalidRequest, "too_large", "Score fewer completions.*client_max_body_size"),
    (reply(307, "", {"Location": "http://b"}), ServerError, "not_a_server", "redirects to http://b: give that URL"),
    (reply(500, "oops"), ServerError, "http_status", "status 500: oops"),
    (reply(200, "<html>"), ServerError, "not_a_server", "no reward server: it answered"),
    (reply(204), ServerError, "http_status", "status 204"),
    (reply(200, '{"error": {"code": -32002, "message": "bad!"}}'), InvalidRequest, "bad_options", "bad!"),
]


@pytest.mark.parametrize(("script", "kind", "code", "message"), REFUSALS)
def test_a_refusal_says_what_to_do_and_is_not_sent_again(
    scripted: Callable[..., ScriptedServer], script: Script, kind: type[RewardError], code: str, message: str
) -> None:
    servers = [scripted(script), scripted(script)]
    with RewardClient(urls=[server.url for server in servers]) as client:
        with pytest.raises(kind, match=message) as caught:
            score_lengths(client, ["abc"])
        assert caught.value.code == code
    assert sum(server.requests for server in servers) == 1


def test_a_timeout_ends_the_call(scripted: Callable[..., ScriptedServer]) -> None:
    hold = threading.Event()

    def slow(params: dict[str, Any]) -> Any:
        hold.wait(PATIENCE_SECONDS)
        return scores_of(params)

    server = scripted(slow)
    with RewardClient(urls=server.url, timeout=3.0) as client:
        client.list()
        with pytest.raises(RewardTimeout, match=r"'score' took longer than 3\.0 s, at last at http://"):
            score_lengths(client, ["abc"])
        hold.set()
        assert score_lengths(client, ["abc"]) == [3.0]


def open_sockets() -> set[socket.socket]:
    """Those of this process."""
    return {each for each in gc.get_objects() if isinstance(each, socket.socket) and each.fileno() != -1}


def test_an_answer_that_is_cut_short_is_no_answer(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted(reply(200, '{"id": 1,', {"Content-Length": "99", "Connection": "close"}))
    before = open_sockets()
    with RewardClient(urls=server.url) as client, pytest.raises(ServerLost, match="IncompleteRead") as lost:
        score_lengths(client, ["abc"])
    until(lambda: open_sockets() <= before, "both ends are closed, while the error still holds on to what it saw")
    assert lost.traceback


def test_a_batch_over_the_servers_limit_is_not_sent(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    with RewardClient(urls=server.url) as client, pytest.raises(InvalidRequest, match="the server reads at most"):
        score_lengths(client, ["x" * 10_000_000])
    assert server.requests == 0


def test_closing_ends_calls_under_way(scripted: Callable[..., ScriptedServer]) -> None:
    reached, hold = threading.Event(), threading.Event()

    def slow(params: dict[str, Any]) -> Any:
        reached.set()
        hold.wait(PATIENCE_SECONDS)
        return scores_of(params)

    client = RewardClient(urls=scripted(slow).url)
    with ThreadPoolExecutor() as threads:
        call = threads.submit(score_lengths, client, ["abc"])
        assert reached.wait(PATIENCE_SECONDS)
        client.close()
        assert isinstance(call.exception(), ClientClosed)
        hold.set()
    with pytest.raises(ClientClosed):
        score_lengths(client, ["abc"])


def test_closing_leaves_no_connection_open(
    scripted: Callable[..., ScriptedServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = scripted()
    before = open_sockets()
    client = RewardClient(urls=server.url)
    client.list()
    read = http.client.HTTPResponse.read

    def read_and_close(response: http.client.HTTPResponse, size: int) -> bytes:
        chunk = read(response, size)
        client.close()
        return chunk

    monkeypatch.setattr(http.client.HTTPResponse, "read", read_and_close)
    assert score_lengths(client, ["abc"]) == [3.0]
    until(lambda: open_sockets() <= before, "both ends of the connection are closed")


def test_closing_ends_an_answer_that_is_the_last_of_its_connection(
    scripted: Callable[..., ScriptedServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, read = threading.Event(), http.client.HTTPResponse.read

    def tell_and_read(response: http.client.HTTPResponse, size: int) -> bytes:
        if response.will_close:
            reading.set()
        return read(response, size)

    monkeypatch.setattr(http.client.HTTPResponse, "read", tell_and_read)
    script = reply(200, "{", {"Content-Length": "99", "Connection": "close"}, lingers=True)
    client = RewardClient(urls=scripted(script).url)
    with ThreadPoolExecutor() as threads:
        call = threads.submit(score_lengths, client, ["abc"])
        assert reading.wait(PATIENCE_SECONDS)
        client.close()
        assert isinstance(call.exception(timeout=PATIENCE_SECONDS), ClientClosed)


def test_a_forked_child_has_connections_of_its_own(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    with RewardClient(urls=server.url) as client:
        assert score_lengths(client, ["abc"]) == [3.0]
        assert in_forked_child(lambda: score_lengths(client, ["abcd"])) == [4.0]
        assert score_lengths(client, ["abc"]) == [3.0]
        assert server.connections == 2
