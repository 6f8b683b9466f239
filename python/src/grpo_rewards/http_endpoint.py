"""One server by its URL: a request over a connection that is kept alive, and what its HTTP status means."""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import re
import selectors
import socket
import ssl
import time
from collections import deque
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import urlsplit

from grpo_rewards.codec import decode_line
from grpo_rewards.errors import InvalidRequest, RewardError, ServerError
from grpo_rewards.http_reply import BadReply, HttpReply, ReplyReader

CONNECT_TIMEOUT_SECONDS = 5.0
"""A host that drops packets is given up after this time; those that are there answer sooner."""

SMALL_BODY_BYTES = 1 << 16

_Selector: type[selectors.BaseSelector] = getattr(selectors, "PollSelector", selectors.SelectSelector)
"""Unlike the default one, it needs no file descriptor of its own."""

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


class _Connection:
    """A connection to the server, on which one request follows another."""

    def __init__(self, endpoint: socket.socket) -> None:
        self.socket = endpoint
        self._selector = _Selector()
        self._selector.register(endpoint, selectors.EVENT_READ)
        self._deadline = 0.0
        self._replies = ReplyReader(self._receive)

    def is_stale(self) -> bool:
        """Whether the server has closed it in the meantime: nothing else is there to be read between two requests."""
        return bool(self._selector.select(0))

    def ask(self, head: bytes, body: bytes, deadline: float) -> HttpReply:
        """Raises BadReply, OSError, and TimeoutError at the deadline."""
        self._deadline = deadline
        self.socket.settimeout(_remaining(deadline))
        try:
            if len(body) <= SMALL_BODY_BYTES:
                # A server that gets them apart wakes up twice.
                self.socket.sendall(head + body)
            else:
                self.socket.sendall(head)
                self.socket.sendall(body)
        except (BrokenPipeError, ConnectionResetError):
            # A server that refuses a request may say so and close before it has read all of it.
            return replace(self._replies.read(), is_last=True)
        return self._replies.read()

    def _receive(self, size: int) -> bytes:
        self.socket.settimeout(_remaining(self._deadline))
        return self.socket.recv(size)


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
        self._address = host, port or (443 if self._secure else 80)
        path = parts.path.rstrip("/").removesuffix("/rpc") + "/rpc"
        self._head = _request_head(path, {"Host": parts.netloc, **_authorization(token)})
        self._idle: deque[_Connection] = deque()
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

    def _take_idle(self) -> _Connection | None:
        with contextlib.suppress(IndexError):
            while True:
                connection = self._idle.pop()
                if not connection.is_stale():
                    return connection
                connection.socket.close()
        return None

    def _close_idle(self) -> None:
        with contextlib.suppress(IndexError):
            while True:
                self._idle.pop().socket.close()

    def _connect(self, deadline: float) -> _Connection:
        if self._ended:
            raise EndpointDown("the client is closed", lost=False)
        timeout = min(_remaining(deadline), CONNECT_TIMEOUT_SECONDS)
        try:
            endpoint = socket.create_connection(self._address, timeout)
        except (OSError, ValueError) as error:
            # ValueError: a host name that cannot be encoded.
            _remaining(deadline)
            raise EndpointDown(_reason(error), lost=False) from error
        try:
            endpoint.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            _notice_vanished_hosts(endpoint)
            if self._secure:
                endpoint = _tls_context().wrap_socket(endpoint, server_hostname=self._address[0])
        except (OSError, ValueError) as error:
            endpoint.close()
            _remaining(deadline)
            raise EndpointDown(_reason(error), lost=False) from error
        return _Connection(endpoint)

    def _exchange(self, connection: _Connection, body: bytes, deadline: float) -> bytes:
        endpoint = connection.socket
        self._busy.add(endpoint)
        reply = None
        try:
            if self._ended:
                raise EndpointDown("the client is closed", lost=False)
            reply = connection.ask(b"%s%d\r\n\r\n" % (self._head, len(body)), body, deadline)
        except (OSError, BadReply) as error:
            if isinstance(error, TimeoutError) and error.errno != errno.ETIMEDOUT:
                raise
            raise EndpointDown(_reason(error), lost=True) from error
        finally:
            self._busy.discard(endpoint)
            if reply is not None and not reply.is_last:
                self._idle.append(connection)
            else:
                _shut_down(endpoint)
                endpoint.close()
            if self._ended:
                self._close_idle()
        if reply.status in UNAVAILABLE:
            raise EndpointDown(f"status {reply.status}: {_explanation(reply)}", lost=False)
        if reply.status != HTTPStatus.OK:
            raise _refusal(self.url, reply)
        return reply.body


def _request_head(path: str, headers: dict[str, str]) -> bytes:
    """The head of each request, up to the length of its body."""
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "Content-Type: application/json", "Content-Length: "]).encode("ascii")


def _explanation(reply: HttpReply) -> str:
    """What the server says about its status."""
    with contextlib.suppress(ValueError):
        message = decode_line(reply.body)
        if isinstance(message, dict) and isinstance(message.get("error"), str):
            return str(message["error"])
    return reply.body[:200].decode("utf-8", errors="replace").strip() or "no explanation"


def _refusal(url: str, reply: HttpReply) -> RewardError:
    said = _explanation(reply)
    match reply.status:
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
            return ServerError(
                f"{url} redirects to {reply.headers.get('location')}: give that URL", code="not_a_server"
            )
    return ServerError(f"{url} answered with status {reply.status}: {said}", code="http_status")


def _remaining(deadline: float) -> float:
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


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
