"""Requests and answers over one stream, with this test as the server."""

from __future__ import annotations

import json
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from grpo_rewards import ServerError, connection
from grpo_rewards.channel import SocketChannel
from grpo_rewards.connection import Connection, ConnectionLost, NoAnswer
from grpo_rewards.line_splitter import LineSplitter

SOON = 100.0


class Wire:
    """A connection and the server's end of it."""

    def __init__(self) -> None:
        ours, self.far_end = socket.socketpair()
        self.connection = Connection(SocketChannel(ours))
        self._received = self.far_end.makefile("rb")

    def read(self) -> dict[str, Any]:
        """The next message that the connection sent."""
        message: dict[str, Any] = json.loads(self._received.readline())
        return message

    def write(self, data: bytes) -> None:
        """Sends to the connection."""
        self.far_end.sendall(data)

    def ask(self, request_id: int = 1, seconds: float = SOON) -> Any:
        """The result of a request."""
        line = json.dumps({"jsonrpc": "2.0", "id": request_id, "method": "m", "params": {}}).encode() + b"\n"
        return self.connection.request(request_id, line, time.monotonic() + seconds)

    def close(self) -> None:
        """Ends both ends."""
        self._received.close()
        self.far_end.close()
        self.connection.hang_up()


@pytest.fixture
def wire() -> Iterator[Wire]:
    """An open connection."""
    wire = Wire()
    yield wire
    wire.close()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_lines_are_cut_wherever_the_chunks_end(size: int) -> None:
    stream = b"first\n\nthird line\n" + b"x" * 50 + b"\nunfinished"
    splitter = LineSplitter()
    lines = [line for start in range(0, len(stream), size) for line in splitter.feed(stream[start : start + size])]
    assert lines == [b"first", b"", b"third line", b"x" * 50]


def test_a_long_line_in_many_chunks_takes_time_in_proportion_to_its_length() -> None:
    splitter = LineSplitter()
    chunk = b"x" * 1000
    # Searching or copying what came before with every chunk would take minutes.
    for _ in range(100_000):
        assert list(splitter.feed(chunk)) == []
    [line] = splitter.feed(b"\n")
    assert len(line) == 100_000_000


def test_answers_find_their_requests_in_any_order(wire: Wire) -> None:
    with ThreadPoolExecutor() as threads:
        answers = {request_id: threads.submit(wire.ask, request_id) for request_id in (1, 2, 3)}
        for request_id in sorted(wire.read()["id"] for _ in answers)[::-1]:
            wire.write(b'{"jsonrpc":"2.0","id":%d,"result":"answer %d"}\n' % (request_id, request_id))
        assert [answer.result() for answer in answers.values()] == ["answer 1", "answer 2", "answer 3"]


def test_notifications_and_late_answers_are_passed_over(wire: Wire) -> None:
    wire.write(b'{"jsonrpc":"2.0","method":"$/progress","params":{}}\n{"jsonrpc":"2.0","id":77,"result":1}\n')
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(wire.ask)
        wire.read()
        wire.write(b'{"jsonrpc":"2.0","id":1,"result":"the answer"}\n')
        assert answer.result() == "the answer"


def test_a_caller_that_is_alone_needs_no_other_thread(wire: Wire) -> None:
    before = threading.active_count()
    wire.write(b'{"jsonrpc":"2.0","id":1,"result":"the answer"}\n')
    assert wire.ask() == "the answer"
    assert threading.active_count() == before


def test_who_reads_hands_that_on_when_it_leaves(wire: Wire) -> None:
    with ThreadPoolExecutor() as threads:
        reading = threads.submit(wire.ask, 1)
        wire.read()
        waiting = [threads.submit(wire.ask, request_id) for request_id in (2, 3)]
        for _ in waiting:
            wire.read()
        for request_id, answer in enumerate([reading, *waiting], 1):
            wire.write(b'{"jsonrpc":"2.0","id":%d,"result":%d}\n' % (request_id, request_id))
            assert answer.result(SOON) == request_id


def test_who_gives_up_while_it_reads_hands_that_on_too(wire: Wire) -> None:
    with ThreadPoolExecutor() as threads:
        impatient = threads.submit(wire.ask, 1, seconds=0.3)
        wire.read()
        waiting = threads.submit(wire.ask, 2)
        wire.read()
        assert wire.read()["method"] == "$/cancelRequest"
        wire.write(b'{"jsonrpc":"2.0","id":1,"error":{"code":-32800,"message":"cancelled"}}\n')
        assert isinstance(impatient.exception(SOON), NoAnswer)
        wire.write(b'{"jsonrpc":"2.0","id":2,"result":"later"}\n')
        assert waiting.result(SOON) == "later"


def test_a_stream_that_ended_while_nobody_waited_is_noticed(wire: Wire) -> None:
    assert wire.connection.alive
    wire.far_end.shutdown(socket.SHUT_RDWR)
    assert not wire.connection.alive


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer that interrupts")
def test_an_answer_to_an_interrupted_call_is_in_nobodys_way(wire: Wire) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with pytest.raises(KeyboardInterrupt):
            wire.ask(1)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert wire.read()["id"] == 1
    assert wire.read() == {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 1}}
    # More than fits between the two: it ends only if somebody reads, though nobody waits for an answer.
    wire.write(b'{"jsonrpc":"2.0","id":1,"result":"%s"}\n' % (b"x" * 20_000_000))
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(wire.ask, 2)
        assert wire.read()["id"] == 2
        wire.write(b'{"jsonrpc":"2.0","id":2,"result":"the next"}\n')
        assert answer.result(SOON) == "the next"


def test_an_error_without_an_id_fails_every_request(wire: Wire) -> None:
    with ThreadPoolExecutor() as threads:
        answers = [threads.submit(wire.ask, request_id) for request_id in (1, 2)]
        for _ in answers:
            wire.read()
        wire.write(b'{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"cannot read that"}}\n')
        for answer in answers:
            with pytest.raises(ServerError, match="cannot read that"):
                answer.result()


@pytest.mark.parametrize("line", [b"Listening on port 80\n", b"[]\n", b"7\n"])
def test_what_is_no_message_ends_the_connection(wire: Wire, line: bytes) -> None:
    wire.write(line)
    with pytest.raises(ConnectionLost, match="no JSON-RPC message"):
        wire.ask()


def test_the_end_of_the_stream_fails_requests_under_way_and_later_ones(wire: Wire) -> None:
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(wire.ask)
        wire.read()
        wire.far_end.shutdown(socket.SHUT_RDWR)
        with pytest.raises(ConnectionLost, match="closed the stream"):
            answer.result()
    with pytest.raises(ConnectionLost, match="closed the stream"):
        wire.ask()
    assert not wire.connection.alive


def test_a_request_that_takes_too_long_is_cancelled(wire: Wire) -> None:
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(wire.ask, seconds=0.05)
        wire.read()
        assert wire.read() == {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 1}}
        wire.write(b'{"jsonrpc":"2.0","id":1,"error":{"code":-32800,"message":"cancelled"}}\n')
        with pytest.raises(NoAnswer) as caught:
            answer.result()
    assert not caught.value.hung
    assert wire.connection.alive


def test_an_answer_that_crosses_the_cancellation_counts(wire: Wire) -> None:
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(wire.ask, seconds=0.05)
        wire.read()
        wire.read()
        wire.write(b'{"jsonrpc":"2.0","id":1,"result":"just in time"}\n')
        assert answer.result() == "just in time"


def test_a_server_that_does_not_react_to_the_cancellation_hangs(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", 0.05)
    with pytest.raises(NoAnswer) as caught:
        wire.ask(seconds=0.01)
    assert caught.value.hung


def test_a_request_whose_time_is_up_is_not_sent(wire: Wire) -> None:
    with pytest.raises(NoAnswer):
        wire.ask(1, seconds=0)
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(wire.ask, 2)
        assert wire.read()["id"] == 2
        wire.write(b'{"jsonrpc":"2.0","id":2,"result":null}\n')
        assert answer.result() is None


def test_a_server_that_stops_reading_cannot_hold_a_sender(wire: Wire) -> None:
    with pytest.raises(NoAnswer) as caught:
        wire.connection.request(1, b"x" * 50_000_000, time.monotonic() + 0.2)
    assert caught.value.hung
    assert not wire.connection.alive
