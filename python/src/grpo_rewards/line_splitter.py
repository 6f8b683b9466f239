"""From a stream of chunks to lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class LineSplitter:
    """Cuts a stream of chunks into lines; each byte is searched once and copied at most twice, however long a line."""

    def __init__(self) -> None:
        self._pending: list[bytes] = []

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The lines that `chunk` completes, without their newlines."""
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            self._pending.append(chunk[start:end])
            line = b"".join(self._pending)
            self._pending.clear()
            start = end + 1
            yield line
        if start < len(chunk):
            self._pending.append(chunk[start:])
