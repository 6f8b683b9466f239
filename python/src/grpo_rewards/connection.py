"""Requests and answers over one channel: any number of threads ask, and answers are told apart by id."""

from __future__ import annotations

import contextlib
import math
import threading
import time
from typing import TYPE_CHECKING, Any

from grpo_rewards.answers import Answer, OnNotice, Readers
from grpo_rewards.channel import SendStalled
from grpo_rewards.codec import decode_line, encode_line
from grpo_rewards.errors import RequestCancelled
from grpo_rewards.line_splitter import LineSplitter
from grpo_rewards.protocol import error_from_wire

if TYPE_CHECKING:
    from grpo_rewards.channel import Channel
    from grpo_rewards.frames import Outgoing

CANCEL_GRACE_SECONDS = 2.0
"""How long the server may take to confirm a cancellation before it counts as hung."""

STREAM_CLOSED = "it closed the stream"


class ConnectionLost(Exception):
    """The stream to the server ended. Every request that was under way may be sent again to another server."""


class NoAnswer(Exception):
    """The deadline passed. `hung` tells whether the server did not react to the cancellation either."""

    def __init__(self, *, hung: bool) -> None:
        super().__init__("hung" if hung else "cancelled")
        self.hung = hung


class MalformedMessage(ValueError):
    """The other end does not speak JSON-RPC."""


class Connection:
    """JSON-RPC over `channel`, which is read by those who wait for answers."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._lines = LineSplitter()
        self._readers = Readers(self._receive)
        self._pending: dict[int, Answer] = {}
        self._pending_lock = threading.Lock()
        self._write_lock = threading.Lock()
        self._lost: str | None = None
        self._background: threading.Thread | None = None

    @property
    def alive(self) -> bool:
        """Whether requests can be sent."""
        # Nobody may have read since the stream ended.
        if self._lost is None and self._readers.absent and self._channel.ready():
            self._wait(Answer(), time.monotonic())
        return self._lost is None

    def request(self, request_id: int, message: Outgoing, deadline: float, on_notice: OnNotice = None) -> Any:
        """Sends `message`, the encoded request with this id, and waits for its result until `deadline`.

        `on_notice` is called with the params of each notification about the request that comes before its answer, by
        whichever thread reads.

        Raises:
            RewardError: the server answered with an error.
            ConnectionLost: there is no server any more.
            NoAnswer: the deadline, on the monotonic clock, passed; before it was sent, if that had to wait so long.
        """
        if deadline <= time.monotonic():
            raise NoAnswer(hung=False)
        answer = Answer(on_notice)
        with self._pending_lock:
            if self._lost is not None:
                raise ConnectionLost(self._lost)
            self._pending[request_id] = answer
        try:
            self._send(message, deadline)
            return answer.result() if self._wait(answer, deadline) else self._cancel(request_id, answer)
        except KeyboardInterrupt:
            with contextlib.suppress(ConnectionLost, NoAnswer):
                self._send_cancellation(request_id)
            self._read_on()
            raise
        finally:
            with self._pending_lock:
                self._pending.pop(request_id, None)

    def hang_up(self) -> None:
        """Ends the stream in good order; requests under way fail with ConnectionLost."""
        self._fail("it was closed")
        # A sender that waits for a hung server keeps its turn until the server is killed.
        if self._write_lock.acquire(timeout=1.0):
            try:
                self._channel.hang_up()
            finally:
                self._write_lock.release()
            self._close_if_unread()

    def abandon(self) -> None:
        """For a forked child: gives back its copies of the file descriptors and leaves the parent's stream alone."""
        self._lost = "it belongs to the parent process"
        self._channel.close()

    def _send(self, message: Outgoing, deadline: float) -> None:
        if not self._write_lock.acquire(timeout=max(0.0, deadline - time.monotonic())):
            raise NoAnswer(hung=True)
        try:
            self._channel.send(message, deadline)
        except SendStalled:
            self._fail("it stopped reading")
            raise NoAnswer(hung=True) from None
        except (OSError, ValueError) as error:
            # ValueError: who read found the end of the stream first, and the channel is closed.
            self._fail(_reason(error))
            raise ConnectionLost(self._lost) from error
        except BaseException:
            # The message may be cut in two: whatever followed it would be misread.
            self._fail("sending was interrupted")
            self._channel.hang_up()
            raise
        finally:
            self._write_lock.release()
            if self._lost is not None:
                self._close_if_unread()

    def _cancel(self, request_id: int, answer: Answer) -> Any:
        self._send_cancellation(request_id)
        if not self._wait(answer, time.monotonic() + CANCEL_GRACE_SECONDS):
            raise NoAnswer(hung=True)
        try:
            # An answer that was already on its way is as good as one in time.
            return answer.result()
        except RequestCancelled:
            raise NoAnswer(hung=False) from None

    def _send_cancellation(self, request_id: int) -> None:
        notification = {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": request_id}}
        self._send(encode_line(notification), time.monotonic() + CANCEL_GRACE_SECONDS)

    def _wait(self, answer: Answer, deadline: float) -> bool:
        """Whether `answer` is settled by the deadline. Does what reading there is to do until then."""
        try:
            self._readers.wait(answer, deadline)
        except TimeoutError:
            return False
        finally:
            if self._lost is not None:
                self._close_if_unread()
        return True

    def _read_on(self) -> None:
        """Has a thread read until the stream ends, whoever waits.

        A server that cannot get rid of answers takes no requests: where a caller has left without its answer, the next
        one may have to send while there is nobody to wait.
        """
        if self._background is None:
            forever = [Answer(), math.inf]
            self._background = threading.Thread(
                target=self._wait, args=forever, name="grpo-rewards-reader", daemon=True
            )
            self._background.start()

    def _receive(self, deadline: float) -> None:
        """Reads what has come, once something has."""
        if self._lost is not None:
            raise TimeoutError
        self._channel.wait(deadline)
        try:
            chunk = self._channel.receive()
            for line in self._lines.feed(chunk):
                self._dispatch(line)
            if not chunk:
                self._fail(STREAM_CLOSED)
        except (OSError, ValueError) as error:
            self._fail(_reason(error))
        except BaseException:
            # What was read may be lost: whatever followed it would be misread.
            self._fail("reading was interrupted")
            raise

    def _close_if_unread(self) -> None:
        """After the loss: the last to use the channel gives it back."""
        if self._readers.absent:
            with self._write_lock:
                self._channel.close()

    def _dispatch(self, line: bytes) -> None:
        message = _parse_message(line)
        if "method" in message:
            params = message.get("params")
            asked = self._pending.get(params.get("id", -1)) if isinstance(params, dict) else None
            if asked is not None and asked.on_notice is not None:
                asked.on_notice(params)
            return
        error = message.get("error")
        if error is not None and message.get("id") is None:
            self._fail_all(error_from_wire(error))
            return
        with self._pending_lock:
            answer = self._pending.pop(message.get("id", -1), None)
        if answer is None:
            # Its caller has given up waiting.
            return
        if error is None:
            answer.settle(message.get("result"))
        else:
            answer.settle(error=error_from_wire(error))

    def _fail(self, reason: str) -> None:
        with self._pending_lock:
            if self._lost is None:
                self._lost = reason
        self._fail_all(ConnectionLost(self._lost))

    def _fail_all(self, error: Exception) -> None:
        with self._pending_lock:
            answers = list(self._pending.values())
            self._pending.clear()
        for answer in answers:
            answer.settle(error=error)


def _parse_message(line: bytes) -> dict[str, Any]:
    message = None
    with contextlib.suppress(ValueError):
        message = decode_line(line)
    if not isinstance(message, dict):
        raise MalformedMessage(f"it sent a line that is no JSON-RPC message: {line[:200]!r}")
    return message


def _reason(error: Exception) -> str:
    """How the stream ended. A server that exits resets it or not, by chance: the exit code says more."""
    return STREAM_CLOSED if isinstance(error, (ConnectionResetError, BrokenPipeError)) else str(error)
