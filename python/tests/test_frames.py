"""Requests as frames: what is in them, and that the server reads them as it reads lines."""

from __future__ import annotations

import dataclasses
import json
import socket
import struct
import threading
import time
from typing import Any

import pytest

from grpo_rewards import InvalidRequest, RewardClient, process_session
from grpo_rewards.channel import SocketChannel
from grpo_rewards.codec import encode_line
from grpo_rewards.frames import GROUP_BYTES, Frame, Outgoing, encode_request, groups_of
from grpo_rewards.protocol import Welcome, check_size
from real_server import MakeClient
from stub import Stub

TEXTS = ["", "plain", "naïve", "日本語 😀", "\ud800 alone", "a\0b\n", "x" * 3_000_000]
CONVERSATION = [{"role": "user", "content": "¿?"}, {"role": "assistant", "content": None}]


def encode(completions: list[Any]) -> Outgoing:
    return encode_request(7, "score", {"rewards": ["r"], "completions": completions}, frames=True)


def decode(data: bytes) -> tuple[dict[str, Any], list[str]]:
    """The header of a frame and its texts."""
    assert data[:4] == b"\xfeGR1"
    header_bytes, text_bytes = struct.unpack("<II", data[4:12])
    header = json.loads(data[12 : 12 + header_bytes])
    rest = data[12 + header_bytes :]
    assert len(rest) == text_bytes == sum(header["texts"]["bytes"])
    texts = []
    for encoding, size in zip(header["texts"]["encodings"], header["texts"]["bytes"], strict=True):
        texts.append(rest[:size].decode(encoding.replace("utf16le", "utf-16-le"), "surrogatepass"))
        rest = rest[size:]
    return header, texts


def test_texts_stand_behind_the_header_and_their_numbers_within(encoder: str) -> None:
    assert encoder
    message = encode([*TEXTS, CONVERSATION])
    header, texts = decode(b"".join(part for group in groups_of(message) for part in group))
    assert texts == [*TEXTS, "¿?"]
    assert header["id"] == 7
    conversation = [{"role": "user", "content": len(TEXTS)}, {"role": "assistant", "content": None}]
    assert header["params"] == {"rewards": ["r"], "completions": [*range(len(TEXTS)), conversation]}
    # A byte a character where that is enough.
    assert header["texts"]["encodings"][:4] == ["latin1", "latin1", "latin1", "utf16le"]


def test_a_frame_can_be_sent_again_and_knows_its_size() -> None:
    frame = encode(TEXTS)
    assert isinstance(frame, Frame)
    first, again = ([*groups_of(frame)] for _ in range(2))
    assert first == again
    assert len([*groups_of(encode(TEXTS * 2))]) > 1
    assert sum(len(part) for group in first for part in group) == len(frame) + 12
    with pytest.raises(InvalidRequest, match="fewer completions"):
        check_size(frame, len(frame) - 1)


@pytest.mark.usefixtures("encoder")
def test_a_long_line_is_sent_in_parts() -> None:
    params = {"completions": ["x" * GROUP_BYTES, "naïve", "\n" * GROUP_BYTES]}
    line = encode_request(1, "score", params, frames=False)
    sent = b"".join(part for group in groups_of(line) for part in group)
    assert len(sent) == len(line)
    assert sent == encode_line({"jsonrpc": "2.0", "id": 1, "method": "score", "params": params})


def test_requests_without_completions_and_servers_without_frames_get_lines() -> None:
    assert not isinstance(encode_request(1, "advantages", {"rewards": []}, frames=True), Frame)
    assert not isinstance(encode_request(1, "score", {"completions": ["a"]}, frames=False), Frame)


@pytest.mark.parametrize(
    ("offer", "taken"),
    [
        ({}, False),
        ({"frames": {"encodings": ["utf8"]}}, False),
        ({"frames": {"encodings": ["utf16le", "latin1"]}}, True),
    ],
)
def test_frames_are_sent_where_the_server_reads_their_encodings(offer: dict[str, Any], *, taken: bool) -> None:
    assert Welcome.from_wire({"maxFrameBytes": 1, "rewards": [], **offer}).frames is taken


def test_a_stub_that_offers_no_frames_is_asked_by_lines(stub: Stub) -> None:
    assert stub.client().score(["length"], ["a", "日本"]).scores == {"length": [1.0, 2.0]}


def test_a_frame_crosses_a_narrow_socket_whole() -> None:
    ours, theirs = socket.socketpair()
    with theirs:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        received: list[bytes] = []

        def read() -> None:
            while chunk := theirs.recv(1 << 16):
                received.append(chunk)

        reader = threading.Thread(target=read)
        reader.start()
        channel = SocketChannel(ours)
        channel.send(encode(TEXTS * 3), time.monotonic() + 60)
        channel.hang_up()
        reader.join(60)
        channel.close()
    assert decode(b"".join(received))[1] == TEXTS * 3


def test_the_server_reads_frames_as_it_reads_lines(own: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    completions = [*(text[:100] for text in TEXTS), CONVERSATION, [{"role": "assistant", "content": "said"}]]
    columns = {"value": [*range(len(completions))], "solution": ["1"] * len(completions)}
    results = []
    for as_frames in (True, False):

        def encode_so(
            number: int, method: str, params: dict[str, Any], *, frames: bool, so: bool = as_frames
        ) -> Outgoing:
            assert frames
            return encode_request(number, method, params, frames=so)

        monkeypatch.setattr(process_session, "encode_request", encode_so)
        with own() as client:
            result = client.score(["echo", "accuracy", "tag_count"], completions, columns=columns)
            results.append(dataclasses.replace(result, timing={}))
    assert results[0] == results[1]


def test_large_batches_of_built_in_rewards_are_scored_in_frames(client: RewardClient) -> None:
    completions = [f"{'so it goes ' * 2000} \\boxed{{{row % 7}}}" for row in range(300)]
    result = client.score(["accuracy"], completions, columns={"solution": ["3"] * 300})
    assert result.scores["accuracy"] == [float(row % 7 == 3) for row in range(300)]
