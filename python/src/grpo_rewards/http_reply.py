"""Replies of HTTP/1.1, as far as a client needs them that asks for one after another on a connection that is kept.

`http.client` reads headers with the parser of e-mails, which takes longer than a server does over a short call.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

READ_BYTES = 1 << 18
MAX_HEAD_BYTES = 1 << 16

_STATUS_LINE = re.compile(r"HTTP/1\.([01]) ([1-9]\d\d)(?: .*)?")
_DIGITS = re.compile(r"\d+", re.ASCII)
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?")
_FIRST_FINAL_STATUS = 200
_WITHOUT_BODY = frozenset({204, 304})


class BadReply(Exception):
    """What came is no reply of HTTP/1.1, or the stream ended within one."""


@dataclass(frozen=True, slots=True)
class HttpReply:
    """What a server answered.

    Attributes:
        status: from 200 on.
        headers: by name in lower case; where one comes several times, its values with commas between them.
        body: without its transfer encoding.
        is_last: whether the connection is of no use any more.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    is_last: bool


class ReplyReader:
    """Reads replies from a stream.

    Args:
        receive: waits for bytes of the stream, at most so many; none at its end.
    """

    def __init__(self, receive: Callable[[int], bytes]) -> None:
        self._receive = receive
        self._rest = b""

    def read(self) -> HttpReply:
        """The next reply. Raises BadReply, and what `receive` raises."""
        is_kept, status, headers = self._read_head()
        while status < _FIRST_FINAL_STATUS:
            # It says that a reply will follow.
            is_kept, status, headers = self._read_head()
        encoding, length = headers.get("transfer-encoding"), headers.get("content-length")
        if status in _WITHOUT_BODY:
            body = b""
        elif encoding is not None:
            if encoding.lower() != "chunked":
                raise BadReply(f"its transfer encoding is {encoding!r:.200}")
            body = self._take_chunks()
        elif length is not None:
            if not _DIGITS.fullmatch(length):
                raise BadReply(f"its length is {length!r:.200}")
            body = self._take(int(length))
        else:
            is_kept, body = False, self._take_all()
        # What comes beyond the reply answers nothing that was asked.
        return HttpReply(status, headers, body, not is_kept or bool(self._rest))

    def _read_head(self) -> tuple[bool, int, dict[str, str]]:
        """Whether the connection is kept, the status, and the headers."""
        first, *lines = self._take_until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        start = _STATUS_LINE.fullmatch(first)
        if start is None:
            raise BadReply(f"it begins with {first!r:.200}")
        headers: dict[str, str] = {}
        for line in lines:
            name, colon, value = line.partition(":")
            if not colon or name != name.strip():
                raise BadReply(f"it has the header {line!r:.200}")
            name, value = name.lower(), value.strip(" \t")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        tokens = headers.get("connection", "").lower().replace(" ", "").split(",")
        is_kept = "close" not in tokens if start[1] == "1" else "keep-alive" in tokens
        return is_kept, int(start[2]), headers

    def _take_chunks(self) -> bytes:
        parts = []
        while True:
            line = self._take_until(b"\r\n")
            size = _CHUNK_SIZE.fullmatch(line)
            if size is None:
                raise BadReply(f"it has a chunk of size {line[:200]!r}")
            if int(size[1], 16) == 0:
                break
            parts.append(self._take(int(size[1], 16)))
            if self._take(2) != b"\r\n":
                raise BadReply("a chunk does not end where it says")
        while self._take_until(b"\r\n"):
            # Headers that follow the body.
            continue
        return b"".join(parts)

    def _take_until(self, mark: bytes) -> bytes:
        """The bytes before the mark, which are of a head."""
        found = self._rest
        while (end := found.find(mark)) < 0:
            if len(found) > MAX_HEAD_BYTES:
                raise BadReply("its head is too long")
            found += self._more(READ_BYTES)
        self._rest = found[end + len(mark) :]
        return found[:end]

    def _take(self, size: int) -> bytes:
        parts, missing = [self._rest[:size]], size - len(self._rest)
        self._rest = self._rest[size:]
        while missing > 0:
            parts.append(self._more(min(missing, READ_BYTES)))
            missing -= len(parts[-1])
        return b"".join(parts)

    def _take_all(self) -> bytes:
        parts = [self._rest]
        self._rest = b""
        while part := self._receive(READ_BYTES):
            parts.append(part)
        return b"".join(parts)

    def _more(self, size: int) -> bytes:
        chunk = self._receive(size)
        if not chunk:
            raise BadReply("it closed the connection before the end of its reply")
        return chunk
