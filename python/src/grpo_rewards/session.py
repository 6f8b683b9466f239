"""A server that is there when it is needed: started on the first call, and again after a loss or a fork."""

from __future__ import annotations

import itertools
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from grpo_rewards import forks
from grpo_rewards._version import __version__
from grpo_rewards.codec import encode_line
from grpo_rewards.connection import ConnectionLost, NoAnswer
from grpo_rewards.errors import ClientClosed, InvalidRequest, RewardTimeout, ServerLost, ServerStartError
from grpo_rewards.protocol import PROTOCOL_VERSION, Welcome
from grpo_rewards.server_command import server_command
from grpo_rewards.server_process import ServerProcess

T = TypeVar("T")

START_TIMEOUT_SECONDS = 60.0
FIRST_RETRY_DELAY_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """How to start the server and how long to bear with it; see `RewardClient`."""

    command: str | Sequence[str] | None
    reward_modules: tuple[str, ...]
    timeout: float
    retries: int


class Session:
    """At most one server of this process, shared by all its threads."""

    def __init__(self, settings: SessionSettings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._request_ids = itertools.count(1)
        self._server: ServerProcess | None = None
        self._starting: ServerProcess | None = None
        self._welcome: Welcome | None = None
        self._closed = False
        forks.register(self)

    @property
    def server_pid(self) -> int | None:
        """The process id of the running server."""
        server = self._server
        return server.pid if server is not None and server.connection.alive else None

    def welcome(self) -> Welcome:
        """What the server said about itself; starts it if it never ran.

        Raises:
            ServerStartError: it cannot be started.
            ClientClosed: after `close`.
        """
        self._check_open()
        return self._welcome or self._attempt("initialize", lambda _, welcome: welcome)

    def call(self, method: str, params: dict[str, Any]) -> Any:
        """The result of `method`. A lost server is replaced and asked again, up to `retries` times.

        Raises:
            InvalidRequest: the message is larger than the server allows.
            RewardTimeout: no answer in time. The server has been told, or killed if it did not react.
            ServerLost: it went away too often.
            ClientClosed: after `close`.
            RewardError: what the server answered.
        """
        limit = self.welcome().max_frame_bytes
        deadline = time.monotonic() + self._settings.timeout
        request_id = next(self._request_ids)
        line = encode_line(_request(request_id, method, params))
        if len(line) > limit:
            raise InvalidRequest(
                f"the request takes {len(line)} bytes and the server reads at most {limit}: "
                "score fewer completions per call",
                code="too_large",
            )

        def ask(server: ServerProcess, _: Welcome) -> Any:
            try:
                return server.connection.request(request_id, line, deadline)
            except NoAnswer as silence:
                raise self._timed_out(server, method, silence) from None

        return self._attempt(method, ask)

    def close(self) -> None:
        """Ends the server. Calls under way and later ones raise ClientClosed."""
        self._closed = True
        starting = self._starting
        if starting is not None:
            # Its start holds the lock.
            starting.kill()
        with self._lock:
            server, self._server = self._server, None
        if server is not None:
            server.stop()

    def after_fork_in_child(self) -> None:
        """The child starts a server of its own; the parent's one stays untouched."""
        self._lock = threading.Lock()
        for server in (self._server, self._starting):
            if server is not None:
                server.abandon()
        self._server = self._starting = None

    def _check_open(self) -> None:
        if self._closed:
            raise ClientClosed("this RewardClient is closed; make a new one")

    def _attempt(self, method: str, work: Callable[[ServerProcess, Welcome], T]) -> T:
        for attempt in itertools.count():
            try:
                server, welcome = self._running_server()
                try:
                    return work(server, welcome)
                except ConnectionLost as error:
                    raise self._buried(server, error) from None
            except _ServerGone as gone:
                if attempt == self._settings.retries:
                    raise gone.give_up(method, attempt + 1) from None
            time.sleep(FIRST_RETRY_DELAY_SECONDS * 2**attempt)
        raise AssertionError("unreachable: itertools.count does not end")

    def _running_server(self) -> tuple[ServerProcess, Welcome]:
        with self._lock:
            self._check_open()
            if self._server is not None and not self._server.connection.alive:
                self._server.kill()
                self._server = None
            if self._server is None or self._welcome is None:
                self._server, self._welcome = self._start()
            return self._server, self._welcome

    def _start(self) -> tuple[ServerProcess, Welcome]:
        modules = [argument for path in self._settings.reward_modules for argument in ("--rewards", path)]
        self._starting = server = ServerProcess([*server_command(self._settings.command), "serve", *modules])
        try:
            return server, _greet(server)
        except ConnectionLost as error:
            gone = _ServerGone(error, *server.post_mortem())
            if gone.exit_code < 0:
                # Killed from outside, which a new one may escape.
                raise gone from None
            raise ServerStartError(
                f"the reward server did not start: {gone}", exit_code=gone.exit_code, stderr_tail=gone.stderr_tail
            ) from None
        except NoAnswer:
            server.kill()
            _, tail = server.post_mortem()
            raise ServerStartError(
                f"the reward server was not ready after {START_TIMEOUT_SECONDS} s. {_describe_stderr(tail)}",
                stderr_tail=tail,
            ) from None
        except BaseException:
            server.kill()
            raise
        finally:
            self._starting = None

    def _buried(self, server: ServerProcess, error: ConnectionLost) -> Exception:
        if self._closed:
            return ClientClosed("this RewardClient was closed during the call")
        return _ServerGone(error, *server.post_mortem())

    def _timed_out(self, server: ServerProcess, method: str, silence: NoAnswer) -> RewardTimeout:
        if not silence.hung:
            return RewardTimeout(f"{method!r} took longer than {self._settings.timeout} s and was cancelled")
        with self._lock:
            if self._server is server:
                self._server = None
        server.kill()
        return RewardTimeout(
            f"{method!r} took longer than {self._settings.timeout} s, and the reward server did not react to the "
            "cancellation: it was killed, and the next call starts a new one"
        )


class _ServerGone(Exception):
    """One loss of a server, with what is known about it."""

    def __init__(self, error: ConnectionLost, exit_code: int, stderr_tail: str) -> None:
        super().__init__(f"{error}, {_describe_exit(exit_code)}. {_describe_stderr(stderr_tail)}")
        self.exit_code = exit_code
        self.stderr_tail = stderr_tail

    def give_up(self, method: str, attempts: int) -> ServerLost:
        """The error for the caller, after so many losses in a row."""
        return ServerLost(
            f"the reward server was lost during {method!r}, {attempts} time(s) in a row. The last time: {self}",
            exit_code=self.exit_code,
            stderr_tail=self.stderr_tail,
        )


def _describe_exit(exit_code: int) -> str:
    if exit_code >= 0:
        return f"exit code {exit_code}"
    try:
        name = signal.Signals(-exit_code).name
    except ValueError:
        name = f"signal {-exit_code}"
    hint = " (by hand, or by the kernel when memory ran out)" if name == "SIGKILL" else ""
    return f"killed by {name}{hint}"


def _describe_stderr(tail: str) -> str:
    return f"The last lines that it wrote:\n{tail}" if tail else "It wrote nothing to stderr."


def _greet(server: ServerProcess) -> Welcome:
    params = {"protocol": PROTOCOL_VERSION, "client": {"name": "grpo-rewards-python", "version": __version__}}
    line = encode_line(_request(0, "initialize", params))
    return Welcome.from_wire(server.connection.request(0, line, time.monotonic() + START_TIMEOUT_SECONDS))


def _request(request_id: int, method: str, params: dict[str, Any]) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": request_id, "method": method, "params": params}
