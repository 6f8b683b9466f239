"""The two ways to a server: an inherited socket where the platform can hand one down, else its stdin and stdout."""

from __future__ import annotations

import os
import queue
import select
import socket
import threading
import time
from typing import IO, TYPE_CHECKING, Protocol

from grpo_rewards.frames import Outgoing, groups_of

if TYPE_CHECKING:
    from collections.abc import Callable

RECEIVE_BYTES = 1 << 16
"""What allocators take from memory that they hold already; most answers are shorter."""

SOCKET_BUFFER_BYTES = 1 << 20
LONGEST_POLL_MILLISECONDS = 2**31 - 1
SEND_FLAGS = getattr(socket, "MSG_DONTWAIT", 0) | getattr(socket, "MSG_NOSIGNAL", 0)


class SendStalled(Exception):
    """The server did not take the whole message before the deadline, so that the stream is cut within a message."""


class Channel(Protocol):
    """A stream of bytes in both directions. Callers take turns to receive, and turns to send."""

    def ready(self) -> bool:
        """Whether there is something to receive: bytes, or the end of the stream. Anybody may ask at any time."""

    def wait(self, deadline: float) -> None:
        """Returns when there is something to receive. Raises TimeoutError at `deadline` on the monotonic clock."""

    def receive(self) -> bytes:
        """Bytes that were waited for; none at the end of the stream. Raises OSError when the stream breaks."""

    def send(self, message: Outgoing, deadline: float) -> None:
        """Sends all of `message`, by `deadline` on the monotonic clock. Raises OSError or SendStalled."""

    def hang_up(self) -> None:
        """Tells the server that nothing more will come, and ends `wait`."""

    def close(self) -> None:
        """Gives the file descriptors back, without a word to the server."""


class SocketChannel:
    """One end of a socket pair whose other end the server inherits."""

    def __init__(self, endpoint: socket.socket) -> None:
        self._socket = endpoint
        self._descriptor = endpoint.fileno()
        self._readable = _poller(self._descriptor, select.POLLIN)
        self._writable = _poller(self._descriptor, select.POLLOUT)

    def ready(self) -> bool:
        """See `Channel`."""
        # One of its own: a poll object serves one thread at a time.
        return bool(_poller(self._descriptor, select.POLLIN).poll(0))

    def wait(self, deadline: float) -> None:
        """See `Channel`."""
        if not _poll(self._readable, deadline):
            raise TimeoutError

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
                    if not _poll(self._writable, deadline):
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
    """The stdin and stdout of the server, both unbuffered.

    A thread reads, since one cannot wait for a pipe with a deadline everywhere.
    """

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], kill: Callable[[], None]) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._kill = kill
        self._chunks: queue.SimpleQueue[bytes | OSError] = queue.SimpleQueue()
        self._chunk: bytes | OSError = b""
        self._pump = threading.Thread(target=self._read, name="grpo-rewards-pipe", daemon=True)
        self._pump.start()

    def ready(self) -> bool:
        """See `Channel`."""
        return not self._chunks.empty()

    def wait(self, deadline: float) -> None:
        """See `Channel`."""
        timeout = min(max(0.0, deadline - time.monotonic()), threading.TIMEOUT_MAX)
        try:
            self._chunk = self._chunks.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None

    def receive(self) -> bytes:
        """See `Channel`."""
        if isinstance(self._chunk, OSError):
            raise self._chunk
        return self._chunk

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
        # While the thread reads it is the thread's to close; after a fork there is none.
        if not self._pump.is_alive():
            self._stdout.close()

    def _read(self) -> None:
        chunk: bytes | OSError | None = None
        with self._stdout:
            while chunk != b"" and not isinstance(chunk, OSError):
                try:
                    chunk = os.read(self._stdout.fileno(), RECEIVE_BYTES)
                except OSError as error:
                    chunk = error
                self._chunks.put(chunk)


def _poller(descriptor: int, events: int) -> select.poll:
    poller = select.poll()
    poller.register(descriptor, events)
    return poller


def _poll(poller: select.poll, deadline: float) -> bool:
    """Whether something is so, or has broken, by the deadline; looks once if that has passed."""
    while not poller.poll(min(max(0.0, deadline - time.monotonic()) * 1000, LONGEST_POLL_MILLISECONDS)):
        if deadline <= time.monotonic():
            return False
    return True


def _unsent(buffers: list[bytes | memoryview], sent: int) -> list[bytes | memoryview]:
    """What is left of the buffers after so many bytes."""
    for number, buffer in enumerate(buffers):
        if sent < len(buffer):
            return [memoryview(buffer)[sent:], *buffers[number + 1 :]]
        sent -= len(buffer)
    return []
