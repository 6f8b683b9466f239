"""Frames: requests whose texts stand behind a header of JSON as they are, neither escaped nor parsed.

A frame is the mark, the sizes of header and texts (32 bits each, little-endian), the header, and the texts one after
another. In the header, which is the request otherwise, a text's place is taken by its number; the member `texts` says
how each is encoded and how many bytes it has.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any, TypeAlias

from grpo_rewards.codec import dump_line, encode_line
from grpo_rewards.protocol import request_message

MARK = b"\xfeGR1"

GROUP_BYTES = 1 << 18
GROUP_BUFFERS = 256
"""How much is sent at once. Less than systems allow, and little enough for memory that is warm.

What is encoded as it is sent takes one such part of memory again and again, and the server receives one part while the
next one is encoded.
"""


class Frame:
    """One request. Texts in ASCII are encoded as they are sent: a batch is not there twice."""

    def __init__(self, header: bytes, texts: list[str | bytes]) -> None:
        self._header = header
        self._texts = texts
        self._text_bytes = sum(map(len, texts))

    def __len__(self) -> int:
        return len(self._header) + self._text_bytes

    def groups(self) -> Iterator[list[bytes]]:
        """The bytes, in parts that are to be sent together. May be called again, to send it again."""
        group = [MARK + struct.pack("<II", len(self._header), self._text_bytes), self._header]
        size = 0
        for text in self._texts:
            group.append(text.encode("ascii") if isinstance(text, str) else text)
            size += len(text)
            if size >= GROUP_BYTES or len(group) >= GROUP_BUFFERS:
                yield group
                group, size = [], 0
        if group:
            yield group


Outgoing: TypeAlias = "bytes | str | Frame"
"""A request as it is sent: a line, which may be in ASCII still to be encoded, or a frame."""


def encode_request(request_id: int, method: str, params: dict[str, Any], *, frames: bool) -> Outgoing:
    """The request as a line, or as a frame if it has completions and the server takes `frames`."""
    if not frames or "completions" not in params:
        return dump_line(request_message(request_id, method, params))
    texts: list[str] = []
    completions = [_without_texts(completion, texts) for completion in params["completions"]]
    encoded = [_encode(text) for text in texts]
    header = request_message(request_id, method, {**params, "completions": completions})
    header["texts"] = {
        "encodings": [encoding for encoding, _ in encoded],
        "bytes": [len(text) for _, text in encoded],
    }
    return Frame(encode_line(header), [text for _, text in encoded])


def groups_of(message: Outgoing) -> Iterator[list[bytes]]:
    """The bytes of a request, in parts that are to be sent together."""
    if isinstance(message, bytes):
        yield [message]
    elif isinstance(message, str):
        for start in range(0, len(message), GROUP_BYTES):
            yield [message[start : start + GROUP_BYTES].encode("ascii")]
    else:
        yield from message.groups()


def _without_texts(completion: Any, texts: list[str]) -> Any:
    """The completion with numbers in place of its texts, which join `texts`."""
    if isinstance(completion, str):
        texts.append(completion)
        return len(texts) - 1
    return [
        {**message, "content": _without_texts(message["content"], texts)}
        if isinstance(message["content"], str)
        else message
        for message in completion
    ]


def _encode(text: str) -> tuple[str, str | bytes]:
    """The encoding, and the encoded text; one in ASCII, which is as long as its encoding, is left as it is.

    A byte a character where that is enough, else UTF-16, which holds lone surrogates, too.
    """
    if text.isascii():
        return "latin1", text
    try:
        return "latin1", text.encode("latin-1")
    except UnicodeEncodeError:
        return "utf16le", text.encode("utf-16-le", "surrogatepass")
