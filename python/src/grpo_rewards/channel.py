"""The two ways to a server: an inherited socket where the platform can hand one down, else its stdin and stdout."""

from __future__ import annotations

import os
import select
import socket
import threading
import time
from typing import IO, TYPE_CHECKING, Protocol

from grpo_rewards.frames import Outgoing, groups_of

if TYPE_CHECKING:
    from collections.abc import Callable

RECEIVE_BYTES = 1 << 18
SOCKET_BUFFER_BYTES = 1 << 20
LONGEST_POLL_MILLISECONDS = 2**31 - 1
SEND_FLAGS = getattr(socket, "MSG_DONTWAIT", 0) | getattr(socket, "MSG_NOSIGNAL", 0)


class SendStalled(Exception):
    """The server did not take the whole message before the deadline, so that the stream is cut within a message."""


class Channel(Protocol):
    """A stream of bytes in both directions. One thread receives; callers take turns to send."""

    def receive(self) -> bytes:
        """Waits for bytes; none at the end of the stream. Raises OSError when the stream breaks."""

    def send(self, message: Outgoing, deadline: float) -> None:
        """Sends all of `message`, by `deadline` on the monotonic clock. Raises OSError or SendStalled."""

    def hang_up(self) -> None:
        """Tells the server that nothing more will come, and ends `receive`."""

    def close(self) -> None:
        """Gives the file descriptors back, without a word to the server."""


class SocketChannel:
    """One end of a socket pair whose other end the server inherits."""

    def __init__(self, endpoint: socket.socket) -> None:
        self._socket = endpoint
        self._writable = select.poll()
        self._writable.register(endpoint, select.POLLOUT)

    def receive(self) -> bytes:
        """See `Channel`."""
        return self._socket.recv(RECEIVE_BYTES)

    def send(self, message: Outgoing, deadline: float) -> None:
        """See `Channel`. Never waits in the kernel, where a server that hangs would hold it beyond the deadline."""
        for group in groups_of(message):
            rest: list[bytes | memoryview] = [*group]
            while rest:
                try:
                    sent = self._socket.sendmsg(rest, [], SEND_FLAGS)
                except BlockingIOError:
                    milliseconds = min((deadline - time.monotonic()) * 1000, LONGEST_POLL_MILLISECONDS)
                    if milliseconds <= 0 or not self._writable.poll(milliseconds):
                        raise SendStalled from None
                else:
                    rest = _unsent(rest, sent)

    def hang_up(self) -> None:
        """See `Channel`."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            # The server was faster: the stream has ended already, which is all that is wanted.
            return

    def close(self) -> None:
        """See `Channel`."""
        self._socket.close()


class PipeChannel:
    """The stdin and stdout of the server, both unbuffered."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], kill: Callable[[], None]) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._kill = kill

    def receive(self) -> bytes:
        """See `Channel`."""
        return os.read(self._stdout.fileno(), RECEIVE_BYTES)

    def send(self, message: Outgoing, deadline: float) -> None:
        """See `Channel`. A write to a pipe has no time limit of its own: at the deadline the server is killed."""
        stalled = threading.Event()
        watchdog = threading.Timer(max(0.0, deadline - time.monotonic()), self._give_up, [stalled])
        watchdog.daemon = True
        watchdog.start()
        try:
            for group in groups_of(message):
                rest = memoryview(b"".join(group))
                while rest:
                    rest = rest[os.write(self._stdin.fileno(), rest) :]
        except OSError:
            if stalled.is_set():
                raise SendStalled from None
            raise
        finally:
            watchdog.cancel()

    def _give_up(self, stalled: threading.Event) -> None:
        stalled.set()
        self._kill()

    def hang_up(self) -> None:
        """See `Channel`."""
        self._stdin.close()

    def close(self) -> None:
        """See `Channel`."""
        self._stdin.close()
        self._stdout.close()


def _unsent(buffers: list[bytes | memoryview], sent: int) -> list[bytes | memoryview]:
    """What is left of the buffers after so many bytes."""
    for number, buffer in enumerate(buffers):
        if sent < len(buffer):
            return [memoryview(buffer)[sent:], *buffers[number + 1 :]]
        sent -= len(buffer)
    return []
