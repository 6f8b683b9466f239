"""Replies as servers and proxies may send them, cut anywhere."""

from __future__ import annotations

import pytest

from grpo_rewards.http_reply import MAX_HEAD_BYTES, BadReply, HttpReply, ReplyReader


def reader(stream: bytes, step: int = 1 << 20) -> ReplyReader:
    """Reads a stream of which at most `step` bytes come at once."""
    rest = bytearray(stream)

    def receive(size: int) -> bytes:
        size = min(size, step)
        chunk = bytes(rest[:size])
        del rest[:size]
        return chunk

    return ReplyReader(receive)


def read(stream: bytes, step: int = 1 << 20) -> HttpReply:
    return reader(stream, step).read()


STEPS = pytest.mark.parametrize("step", [1, 2, 7, 1000])


@STEPS
def test_a_body_of_a_known_length(step: int) -> None:
    reply = read(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nx-a:  2 \r\n\r\nhello", step)
    assert reply == HttpReply(200, {"content-length": "5", "x-a": "1, 2"}, b"hello", is_last=False)


@STEPS
def test_a_body_in_chunks(step: int) -> None:
    chunks = b"5;name=value\r\nhello\r\nA\r\n, you all.\r\n0\r\nTrailer: x\r\n\r\n"
    reply = read(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n" + chunks, step)
    assert (reply.body, reply.is_last) == (b"hello, you all.", False)


@STEPS
def test_a_body_that_ends_with_the_stream(step: int) -> None:
    reply = read(b"HTTP/1.1 200 OK\r\n\r\nhello", step)
    assert (reply.body, reply.is_last) == (b"hello", True)


@STEPS
def test_one_reply_after_the_other(step: int) -> None:
    first, second = (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n%d" % number for number in (1, 2))
    replies = reader(first + second, step)
    assert [replies.read().body, replies.read().body] == [b"1", b"2"]


def test_what_comes_unasked_makes_a_connection_useless() -> None:
    assert read(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n12").is_last


def test_interim_replies_are_passed_over() -> None:
    assert read(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n").status == 204


@pytest.mark.parametrize(
    ("version", "connection", "is_last"),
    [
        (b"1.1", b"keep-alive", False),
        (b"1.1", b"X-Other, Close", True),
        (b"1.0", b"Keep-Alive", False),
        (b"1.0", b"", True),
    ],
)
def test_whether_a_connection_is_kept(version: bytes, connection: bytes, *, is_last: bool) -> None:
    head = b"HTTP/%s 200 OK\r\nConnection: %s\r\nContent-Length: 0\r\n\r\n" % (version, connection)
    assert read(head).is_last == is_last


@pytest.mark.parametrize(
    ("stream", "problem"),
    [
        (b"", "closed the connection"),
        (b"HTTP/1.1 200 OK\r\n", "closed the connection"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", "closed the connection"),
        (b"SSH-2.0\r\n\r\n", "begins with"),
        (b"HTTP/1.1 2000 OK\r\n\r\n", "begins with"),
        (b"HTTP/1.1 200 OK\r\nno header\r\n\r\n", "the header"),
        (b"HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n\r\n", "the header"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "length"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n12", "length"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "transfer encoding"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", "chunk of size"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", "does not end"),
        (b"HTTP/1.1 200 OK\r\nA: " + 2 * MAX_HEAD_BYTES * b"a" + b"\r\n\r\n", "too long"),
    ],
)
def test_what_is_no_reply(stream: bytes, problem: str) -> None:
    with pytest.raises(BadReply, match=problem):
        read(stream, 1000)
