"""One server by its URL: a request over a connection that is kept alive, and what its HTTP status means."""

from __future__ import annotations

import contextlib
import errno
import functools
import http.client
import os
import re
import selectors
import socket
import ssl
import time
from collections import deque
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from grpo_rewards.codec import decode_line
from grpo_rewards.errors import InvalidRequest, RewardError, ServerError

CONNECT_TIMEOUT_SECONDS = 5.0
"""A host that drops packets is given up after this time; those that are there answer sooner."""

READ_BYTES = 1 << 18
SMALL_BODY_BYTES = 1 << 16
UNAVAILABLE = frozenset({502, 503, 504})

_PRINTABLE = re.compile(r"[\x21-\x7e]+")
"""What URLs and headers are made of."""

_KEEPALIVE = {"TCP_KEEPIDLE": 10, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 3}
"""So that a host that vanishes during a request is found out in half a minute."""


class EndpointDown(Exception):
    """The server did not answer, and another one may be asked. `lost` tells whether it may have got the request."""

    def __init__(self, reason: str, *, lost: bool) -> None:
        super().__init__(reason)
        self.lost = lost


class _OneSend:
    """Sends the head of a request together with a small body: a server that gets them apart wakes up twice."""

    sock: socket.socket
    _head: bytes | None = None

    def send(self, data: Any) -> None:
        """Keeps a head until its body, which no request here lacks."""
        if self._head is None:
            self._head = data
            return
        head, self._head = self._head, None
        if len(data) <= SMALL_BODY_BYTES:
            self.sock.sendall(head + data)
        else:
            self.sock.sendall(head)
            self.sock.sendall(data)


class _Connection(_OneSend, http.client.HTTPConnection):
    pass


class _SecureConnection(_OneSend, http.client.HTTPSConnection):
    pass


class HttpEndpoint:
    """A server at `url`. Any number of threads may post; each has a connection of its own for the time.

    Raises:
        InvalidRequest: `url` or `token` cannot be used.
    """

    def __init__(self, url: str, token: str | None) -> None:
        self.url = url
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise _bad_url(url, str(error)) from None
        if parts.scheme not in {"http", "https"} or not host or not _PRINTABLE.fullmatch(url):
            raise _bad_url(url, "expected one such as http://host:8000")
        if parts.username is not None or parts.query or parts.fragment:
            raise _bad_url(url, "it is a host, a port and perhaps a path; a token goes to token=")
        self._secure = parts.scheme == "https"
        self._host, self._port = host, port
        self._path = parts.path.rstrip("/").removesuffix("/rpc") + "/rpc"
        self._headers = {"Content-Type": "application/json", **_authorization(token)}
        self._idle: deque[http.client.HTTPConnection] = deque()
        self._busy: set[socket.socket] = set()
        self._ended = False

    def post(self, body: bytes, deadline: float) -> bytes:
        """The body of the answer to `body`, with the status 200.

        Raises:
            EndpointDown: the server cannot be reached, was lost, or says that it is unavailable.
            TimeoutError: the deadline, on the monotonic clock, passed. The server cancels what it was asked.
            RewardError: it refused, with any other status.
        """
        return self._exchange(self._take_idle() or self._connect(deadline), body, deadline)

    def hang_up(self) -> None:
        """Closes all connections for good; requests under way and later ones fail with EndpointDown."""
        self._ended = True
        for endpoint in list(self._busy):
            _shut_down(endpoint)
        self._close_idle()

    def after_fork_in_child(self) -> None:
        """Connections are the parent's: the child gives back its copies, and opens its own."""
        self._close_idle()
        for endpoint in self._busy:
            with contextlib.suppress(OSError):
                os.close(endpoint.detach())
        self._busy = set()

    def _take_idle(self) -> http.client.HTTPConnection | None:
        with contextlib.suppress(IndexError):
            while True:
                connection = self._idle.pop()
                if not _is_stale(connection):
                    return connection
                connection.close()
        return None

    def _close_idle(self) -> None:
        with contextlib.suppress(IndexError):
            while True:
                self._idle.pop().close()

    def _connect(self, deadline: float) -> http.client.HTTPConnection:
        if self._ended:
            raise EndpointDown("the client is closed", lost=False)
        timeout = min(_remaining(deadline), CONNECT_TIMEOUT_SECONDS)
        connection = (
            _SecureConnection(self._host, self._port, timeout=timeout, context=_tls_context())
            if self._secure
            else _Connection(self._host, self._port, timeout=timeout)
        )
        try:
            connection.connect()
        except (OSError, ValueError) as error:
            # ValueError: a host name that cannot be encoded.
            connection.close()
            _remaining(deadline)
            raise EndpointDown(_reason(error), lost=False) from error
        # What `hang_up` has ended stays ended.
        connection.auto_open = 0
        _notice_vanished_hosts(connection.sock)
        return connection

    def _exchange(self, connection: http.client.HTTPConnection, body: bytes, deadline: float) -> bytes:
        # The connection forgets its socket as soon as an answer says that it is the last.
        endpoint: socket.socket = connection.sock
        self._busy.add(endpoint)
        reusable = False
        try:
            if self._ended:
                raise EndpointDown("the client is closed", lost=False)
            answer = self._ask(connection, endpoint, body, deadline)
            reusable = answer.reusable
        except (OSError, http.client.HTTPException) as error:
            if isinstance(error, TimeoutError) and error.errno != errno.ETIMEDOUT:
                raise
            raise EndpointDown(_reason(error), lost=True) from error
        finally:
            self._busy.discard(endpoint)
            if reusable:
                self._idle.append(connection)
            else:
                _shut_down(endpoint)
                connection.close()
            if self._ended:
                self._close_idle()
        if answer.status in UNAVAILABLE:
            raise EndpointDown(f"status {answer.status}: {answer.explanation()}", lost=False)
        if answer.status != http.client.OK:
            raise _refusal(self.url, answer)
        return answer.body

    def _ask(
        self, connection: http.client.HTTPConnection, endpoint: socket.socket, body: bytes, deadline: float
    ) -> _Answer:
        endpoint.settimeout(_remaining(deadline))
        is_cut = False
        try:
            connection.request("POST", self._path, body, self._headers)
        except (BrokenPipeError, ConnectionResetError):
            # A server that refuses a request may say so and close before it has read all of it.
            is_cut = True
        chunks = []
        with connection.getresponse() as response:
            while not response.isclosed():
                endpoint.settimeout(_remaining(deadline))
                chunks.append(response.read(READ_BYTES))
            if response.length:
                raise http.client.IncompleteRead(b"", response.length)
        reusable = not is_cut and not response.will_close
        return _Answer(response.status, b"".join(chunks), response.getheader("Location"), reusable)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes
    location: str | None
    reusable: bool

    def explanation(self) -> str:
        """What the server says about its status."""
        with contextlib.suppress(ValueError):
            message = decode_line(self.body)
            if isinstance(message, dict) and isinstance(message.get("error"), str):
                return str(message["error"])
        return self.body[:200].decode("utf-8", errors="replace").strip() or "no explanation"


def _refusal(url: str, answer: _Answer) -> RewardError:
    said = answer.explanation()
    match answer.status:
        case 401:
            return InvalidRequest(
                f"{url} refuses the token: {said} Give the one that the server was started with, by "
                "RewardClient(token=...) or the environment variable GRPO_REWARDS_TOKEN",
                code="unauthorized",
            )
        case 403:
            return InvalidRequest(f"{url} refuses this client: {said}", code="forbidden")
        case 404 | 405:
            return ServerError(
                f"{url} is no reward server, whose JSON-RPC is served on POST /rpc: {said}", code="not_a_server"
            )
        case 413:
            return InvalidRequest(
                f"{url} refuses so large a request: {said} Score fewer completions per call, or raise the limit of the "
                "server (--max-frame-bytes) or of the proxy before it (nginx: client_max_body_size)",
                code="too_large",
            )
        case 301 | 302 | 303 | 307 | 308:
            return ServerError(f"{url} redirects to {answer.location}: give that URL", code="not_a_server")
    return ServerError(f"{url} answered with status {answer.status}: {said}", code="http_status")


def _remaining(deadline: float) -> float:
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def _is_stale(connection: http.client.HTTPConnection) -> bool:
    """Whether the server has closed it in the meantime: nothing else is there to be read between two requests."""
    with selectors.DefaultSelector() as selector:
        selector.register(connection.sock, selectors.EVENT_READ)
        return bool(selector.select(0))


def _shut_down(endpoint: socket.socket) -> None:
    """Ends the stream, also where another thread reads, or a forked child holds a copy of the socket."""
    with contextlib.suppress(OSError):
        endpoint.shutdown(socket.SHUT_RDWR)


def _notice_vanished_hosts(endpoint: socket.socket) -> None:
    endpoint.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _KEEPALIVE.items():
        if hasattr(socket, name):
            endpoint.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _authorization(token: str | None) -> dict[str, str]:
    if token is None:
        return {}
    if not _PRINTABLE.fullmatch(token):
        raise InvalidRequest(
            "the token holds spaces, line ends or characters beyond ASCII, which no HTTP header can carry",
            code="bad_argument",
        )
    return {"Authorization": f"Bearer {token}"}


@functools.cache
def _tls_context() -> ssl.SSLContext:
    return ssl.create_default_context()


def _bad_url(url: str, problem: str) -> InvalidRequest:
    # Without what stands before an @, which may be a password.
    shown = re.sub(r"//.*@", "//...@", url)
    return InvalidRequest(f"urls holds {shown!r:.200}, which cannot be used: {problem}", code="bad_argument")


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
