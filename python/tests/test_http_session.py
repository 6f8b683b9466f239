"""Servers that the client reaches by their URLs."""

from __future__ import annotations

import json
import pickle
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from forked import in_forked_child
from grpo_rewards import (
    ClientClosed,
    InvalidRequest,
    RewardClient,
    RewardError,
    RewardLike,
    RewardTimeout,
    ServerError,
    ServerLost,
    http_endpoint,
    http_session,
)
from http_servers import RealServer, Reply, ScriptedServer, score_lengths, scores_of

TOKEN = "open-sesame"  # noqa: S105
REFUSED = "http://127.0.0.1:1"

Script: TypeAlias = Callable[[dict[str, Any]], Any]


@pytest.fixture
def scripted() -> Iterator[Callable[..., ScriptedServer]]:
    """Makes scripted servers."""
    servers: list[ScriptedServer] = []

    def make(*script: Script) -> ScriptedServer:
        servers.append(ScriptedServer(*script))
        return servers[-1]

    yield make
    for server in servers:
        server.close()


@pytest.fixture
def real(server_main: Path) -> Iterator[Callable[..., RealServer]]:
    """Starts real servers."""
    servers: list[RealServer] = []

    def start(*arguments: str, **settings: Any) -> RealServer:
        servers.append(RealServer(server_main, arguments, **settings))
        return servers[-1]

    yield start
    for server in servers:
        server.kill()


def reply(status: int, body: str = "", headers: dict[str, str] | None = None) -> Script:
    """A script that answers every `score` like this."""

    def on_score(_: dict[str, Any]) -> Any:
        raise Reply(status, body, headers)

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


@pytest.mark.parametrize(("silently", "connections"), [(False, 3), (True, 4)])
def test_a_connection_that_the_server_closed_in_the_meantime_is_opened_again(
    scripted: Callable[..., ScriptedServer], *, silently: bool, connections: int
) -> None:
    server = scripted(scores_of if silently else closing)
    server.hangs_up = silently
    with RewardClient(urls=server.url, retries=0) as client:
        client.list()
        for size in range(3):
            time.sleep(0.1)
            assert score_lengths(client, ["x" * size]) == [size]
    assert (server.requests, server.connections) == (3, connections)


def test_calls_go_to_the_server_with_the_least_to_do(scripted: Callable[..., ScriptedServer]) -> None:
    hold, held = threading.Event(), threading.Event()

    def slow(params: dict[str, Any]) -> Any:
        held.set()
        hold.wait(20)
        return scores_of(params)

    busy, idle = scripted(slow), scripted()
    with RewardClient(urls=[busy.url, idle.url]) as client, ThreadPoolExecutor() as threads:
        calls = []
        while not held.is_set():
            calls.append(threads.submit(score_lengths, client, ["abc"]))
            time.sleep(0.05)
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
    monkeypatch.setattr(http_session, "FIRST_COOL_DOWN_SECONDS", 0.4)
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
        time.sleep(0.5)
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
        hold.wait(20)
        return scores_of(params)

    server = scripted(slow)
    with RewardClient(urls=server.url, timeout=0.3) as client:
        client.list()
        with pytest.raises(RewardTimeout, match=r"'score' took longer than 0\.3 s, at last at http://"):
            score_lengths(client, ["abc"])
        hold.set()
        assert score_lengths(client, ["abc"]) == [3.0]


def test_an_answer_that_is_cut_short_is_no_answer(scripted: Callable[..., ScriptedServer]) -> None:
    with (
        RewardClient(
            urls=scripted(reply(200, '{"id": 1,', {"Content-Length": "99", "Connection": "close"})).url
        ) as client,
        pytest.raises(ServerLost, match="IncompleteRead"),
    ):
        score_lengths(client, ["abc"])


def test_a_batch_over_the_servers_limit_is_not_sent(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    with RewardClient(urls=server.url) as client, pytest.raises(InvalidRequest, match="the server reads at most"):
        score_lengths(client, ["x" * 10_000_000])
    assert server.requests == 0


def test_closing_ends_calls_under_way(scripted: Callable[..., ScriptedServer]) -> None:
    reached, hold = threading.Event(), threading.Event()

    def slow(params: dict[str, Any]) -> Any:
        reached.set()
        hold.wait(20)
        return scores_of(params)

    client = RewardClient(urls=scripted(slow).url)
    with ThreadPoolExecutor() as threads:
        call = threads.submit(score_lengths, client, ["abc"])
        assert reached.wait(20)
        client.close()
        assert isinstance(call.exception(), ClientClosed)
        hold.set()
    with pytest.raises(ClientClosed):
        score_lengths(client, ["abc"])


def test_a_forked_child_has_connections_of_its_own(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    with RewardClient(urls=server.url) as client:
        assert score_lengths(client, ["abc"]) == [3.0]
        assert in_forked_child(lambda: score_lengths(client, ["abcd"])) == [4.0]
        assert score_lengths(client, ["abc"]) == [3.0]
        assert server.connections == 2


def test_a_pickled_client_keeps_its_urls_and_token(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    client = RewardClient(urls=[server.url], token=TOKEN)
    data = pickle.dumps(client)
    client.close()
    del client
    with pickle.loads(data) as restored:
        assert score_lengths(restored, ["abc"]) == [3.0]
    assert server.headers["Authorization"] == f"Bearer {TOKEN}"


def test_the_token_comes_from_the_environment_and_is_never_shown(
    scripted: Callable[..., ScriptedServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = scripted()
    monkeypatch.setenv("GRPO_REWARDS_TOKEN", "from-outside")
    with RewardClient(urls=server.url) as client:
        client.list()
    assert server.headers["Authorization"] == "Bearer from-outside"
    with RewardClient(urls=server.url, token=TOKEN) as client:
        client.list()
        assert TOKEN not in repr(client) + repr(vars(client)) + repr(vars(client)["_settings"])
    assert server.headers["Authorization"] == f"Bearer {TOKEN}"


def test_the_path_of_a_url_is_kept(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    for url in (f"{server.url}/", f"{server.url}/rpc", f"{server.url}/behind/a/proxy/"):
        with RewardClient(urls=url) as client:
            assert score_lengths(client, ["abc"]) == [3.0]


def certificate(folder: Path) -> ssl.SSLContext:
    """What a server at 127.0.0.1 shows, who has signed it itself."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    key, proof = folder / "key.pem", folder / "certificate.pem"
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    files = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(proof)]
    subprocess.run([*new, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(proof, key)
    return context


def test_https_with_certificates_that_are_checked(
    scripted: Callable[..., ScriptedServer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = scripted()
    server.secure(certificate(tmp_path))
    with RewardClient(urls=server.url, retries=0) as client:
        with pytest.raises(ServerLost, match="certificate verify failed"):
            score_lengths(client, ["abc"])
        trusting = ssl.create_default_context(cafile=tmp_path / "certificate.pem")
        monkeypatch.setattr(http_endpoint, "_tls_context", lambda: trusting)
        for size in range(3):
            assert score_lengths(client, ["x" * size]) == [size]


NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({"urls": []}, "at least one URL"),
    ({"urls": "host:8000"}, "expected one such as http://host:8000"),
    ({"urls": "http://:8000"}, "expected one such as"),
    ({"urls": "http://host/a b"}, "expected one such as"),
    ({"urls": "http://höst"}, "expected one such as"),
    ({"urls": "http://host:port"}, "cannot be used"),
    ({"urls": "http://user:secret@host"}, r"'http://\.\.\.@host'.*a token goes to token="),
    ({"urls": "http://host?token=x"}, "a token goes to token="),
    ({"urls": "http://host", "token": "two\nlines"}, "no HTTP header can carry"),
    ({"urls": "http://host", "command": "grpo-rewards"}, "servers that run already"),
    ({"urls": "http://host", "rewards": [__file__]}, "--rewards FILE"),
    ({"urls": "http://host", "shared": True}, "servers that run already"),
    ({"token": TOKEN}, "there are none"),
]


@pytest.mark.parametrize(("settings", "message"), NONSENSE)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidRequest, match=message):
        RewardClient(**settings)


GROUP = 8


def batch_of(seed: int, groups: int) -> dict[str, Any]:
    """Completions with known scores: in every group another number of right answers."""
    texts = [f"\\boxed{{{(seed + row) % 3}}}" for row in range(groups * GROUP)]
    return {"completions": texts, "columns": {"solution": ["1"] * len(texts)}, "groups": [*range(groups)] * GROUP}


def right_scores(seed: int, groups: int) -> list[float]:
    """The scores of `batch_of`."""
    return [float((seed + row) % 3 == 1) for row in range(groups * GROUP)]


@pytest.mark.integration
def test_a_batch_in_parts_has_the_result_of_the_whole(real: Callable[..., RealServer]) -> None:
    first, second = real(), real()
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


@pytest.mark.integration
def test_an_error_in_a_part_names_the_row_of_the_batch(real: Callable[..., RealServer]) -> None:
    batch = batch_of(0, 25)
    batch["columns"]["truncated"] = [False] * 150 + ["maybe"] + [False] * 49
    with (
        RewardClient(urls=[real().url, real().url]) as client,
        pytest.raises(InvalidRequest, match="row 150 is"),
    ):
        client.score(["truncation_penalty"], **batch)


@pytest.mark.integration
def test_no_reward_is_lost_or_misplaced_when_a_server_is_killed_and_comes_back(
    real: Callable[..., RealServer],
) -> None:
    doomed, other = real(), real()
    done = threading.Event()
    count = 0

    def load(thread: int) -> int:
        seed = thread
        while not done.is_set():
            result = client.score(["accuracy"], **batch_of(seed, 20))
            assert result.scores["accuracy"] == right_scores(seed, 20)
            seed += 1
        return seed - thread

    with RewardClient(urls=[doomed.url, other.url]) as client, ThreadPoolExecutor(4) as threads:
        client.list()
        calls = [threads.submit(load, thread) for thread in range(4)]
        try:
            time.sleep(1.0)
            doomed.kill()
            time.sleep(1.0)
            real(port=doomed.port)
            time.sleep(1.0)
        finally:
            done.set()
        counts = [call.result() for call in calls]
        count = sum(counts)
    assert count > 8


@pytest.mark.integration
def test_a_real_server_wants_its_token(real: Callable[..., RealServer], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRPO_REWARDS_TOKEN", raising=False)
    server = real(token=TOKEN)
    with RewardClient(urls=server.url, token=TOKEN) as client:
        assert client.score(["accuracy"], ["\\boxed{4}"], columns={"solution": ["4"]}).scores == {"accuracy": [1.0]}
    for token in (None, "simsim"):
        with (
            RewardClient(urls=server.url, token=token, on_error="none") as client,
            pytest.raises(InvalidRequest, match="refuses the token"),
        ):
            client.reward("accuracy")(completions=["\\boxed{4}"], solution=["4"])
