"""A server that is there when it is needed: started on the first call, and again after a loss or a fork."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, TypeAlias, TypeVar

from grpo_rewards import forks
from grpo_rewards.codec import encode_line
from grpo_rewards.connection import ConnectionLost, NoAnswer
from grpo_rewards.errors import ClientClosed, RewardTimeout, ServerLost, ServerStartError
from grpo_rewards.frames import encode_request
from grpo_rewards.protocol import OnScores, PartialScores, Welcome, check_size, initialize_params, request_message
from grpo_rewards.quarantine import can_be_split, score_apart
from grpo_rewards.server import Server, ServerGone, describe_stderr
from grpo_rewards.server_command import serve_command
from grpo_rewards.server_process import ServerProcess
from grpo_rewards.session import SessionSettings
from grpo_rewards.shared_server import join_shared_server
from grpo_rewards.turns import Turns

T = TypeVar("T")

Turn: TypeAlias = Callable[[float], AbstractContextManager[None]]
"""Makes a turn to ask the server, which begins before a deadline."""

START_TIMEOUT_SECONDS = 60.0
FIRST_RETRY_DELAY_SECONDS = 0.05

LOSSES_ALONE = 2
"""How often the server is lost with a request that nothing else is asked beside, before that is at fault."""

LOSSES_SHARED = 4
"""The same of a server that others use, whose requests may have ended it."""


class ProcessSession:
    """At most one server, started on this host: this process's own, or one for all processes of this user.

    See `Session`.
    """

    def __init__(self, settings: SessionSettings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._turns = Turns()
        self._request_ids = itertools.count(1)
        self._server: Server | None = None
        self._starting: Server | None = None
        self._welcome: Welcome | None = None
        self._closed = False
        forks.register(self)

    @property
    def server_pid(self) -> int | None:
        """The process id of the running server."""
        server = self._server
        return server.pid if server is not None and server.alive else None

    @property
    def description(self) -> str:
        """See `Session`."""
        pid = self.server_pid
        if pid is not None:
            return f"server process {pid}"
        server = self._server
        return "no server running" if server is None or not server.alive else "a shared server"

    def welcome(self) -> Welcome:
        """What the server said about itself; starts it if it never ran.

        Raises:
            ServerStartError: it cannot be started.
            ClientClosed: after `close`.
        """
        self._check_open()
        if self._welcome is not None:
            return self._welcome
        deadline = time.monotonic() + self._settings.timeout
        return self._attempt("initialize", lambda _, welcome: welcome, deadline, self._turns.together)

    def call(self, method: str, params: dict[str, Any], on_scores: OnScores | None = None) -> Any:
        """The result of `method`. A lost server is replaced and asked again, up to `retries` times.

        A `score` that goes on losing it is then asked in parts, to leave out those completions that end it. Without
        retries it is not.

        Raises:
            InvalidRequest: the message is larger than the server allows.
            RewardTimeout: no answer in time. The server has been told, or killed if it did not react.
            ServerLost: it went away too often.
            ClientClosed: after `close`.
            RewardError: what the server answered.
        """
        self.welcome()
        deadline = time.monotonic() + self._settings.timeout
        try:
            return self._ask(method, params, deadline, self._turns.together, on_scores=on_scores)
        except ServerStartError:
            raise
        except ServerLost:
            if self._settings.retries == 0 or not can_be_split(method, params):
                raise
        losses = LOSSES_SHARED if self._settings.shared else LOSSES_ALONE
        return score_apart(params, lambda part: self._ask(method, part, deadline, self._turns.alone, losses - 1))

    def _ask(
        self,
        method: str,
        params: Mapping[str, Any],
        deadline: float,
        turn: Turn,
        retries: int | None = None,
        *,
        on_scores: OnScores | None = None,
    ) -> Any:
        welcome = self.welcome()
        request_id = next(self._request_ids)
        message = encode_request(request_id, method, dict(params), frames=welcome.frames)
        check_size(message, welcome.max_frame_bytes)

        def tell(params: dict[str, Any]) -> None:
            if on_scores is not None:
                on_scores(PartialScores.from_wire(params))

        def ask(server: Server, _: Welcome) -> Any:
            try:
                return server.request(request_id, message, deadline, tell)
            except NoAnswer as silence:
                raise self._timed_out(server, method, silence) from None

        return self._attempt(method, ask, deadline, turn, retries)

    def close(self) -> None:
        """Ends the server, or leaves a shared one. Calls under way and later ones raise ClientClosed."""
        self._closed = True
        starting = self._starting
        if starting is not None:
            # Its start holds the lock.
            starting.discard()
        with self._lock:
            server, self._server = self._server, None
        if server is not None:
            server.stop()

    def after_fork_in_child(self) -> None:
        """The child starts or joins a server by itself; the parent's connection stays untouched."""
        self._lock = threading.Lock()
        self._turns = Turns()
        for server in (self._server, self._starting):
            if server is not None:
                server.abandon()
        self._server = self._starting = None

    def _check_open(self) -> None:
        if self._closed:
            raise ClientClosed("this RewardClient is closed; make a new one")

    def _attempt(
        self,
        method: str,
        work: Callable[[Server, Welcome], T],
        deadline: float,
        turn: Turn,
        retries: int | None = None,
    ) -> T:
        for attempt in itertools.count():
            try:
                with turn(deadline):
                    server, welcome = self._running_server()
                    try:
                        return work(server, welcome)
                    except ConnectionLost as error:
                        raise self._buried(server, error) from None
            except ServerGone as gone:
                if attempt == (self._settings.retries if retries is None else retries):
                    raise gone.give_up(method, attempt + 1) from None
            except TimeoutError:
                raise RewardTimeout(f"{method!r} did not get its turn within {self._settings.timeout} s") from None
            time.sleep(FIRST_RETRY_DELAY_SECONDS * 2**attempt)
        raise AssertionError("unreachable: itertools.count does not end")

    def _running_server(self) -> tuple[Server, Welcome]:
        with self._lock:
            self._check_open()
            if self._server is not None and not self._server.alive:
                self._server.discard()
                self._server = None
            if self._server is None or self._welcome is None:
                self._server, self._welcome = self._start()
            return self._server, self._welcome

    def _start(self) -> tuple[Server, Welcome]:
        self._starting = server = self._open()
        try:
            return server, _greet(server)
        except ConnectionLost as error:
            gone = ServerGone(error, *server.post_mortem())
            if gone.may_be_chance:
                raise gone from None
            raise ServerStartError(
                f"the reward server did not start: {gone}", exit_code=gone.exit_code, stderr_tail=gone.stderr_tail
            ) from None
        except NoAnswer:
            server.kill()
            _, tail = server.post_mortem()
            raise ServerStartError(
                f"the reward server was not ready after {START_TIMEOUT_SECONDS} s. {describe_stderr(tail)}",
                stderr_tail=tail,
            ) from None
        except BaseException:
            server.discard()
            raise
        finally:
            self._starting = None

    def _open(self) -> Server:
        command = serve_command(self._settings.command, self._settings.reward_modules, self._settings.isolation)
        if not self._settings.shared:
            return ServerProcess(command)
        return join_shared_server(command, time.monotonic() + START_TIMEOUT_SECONDS, self._check_open)

    def _buried(self, server: Server, error: ConnectionLost) -> Exception:
        if self._closed:
            return ClientClosed("this RewardClient was closed during the call")
        return ServerGone(error, *server.post_mortem())

    def _timed_out(self, server: Server, method: str, silence: NoAnswer) -> RewardTimeout:
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


def _greet(server: Server) -> Welcome:
    line = encode_line(request_message(0, "initialize", initialize_params()))
    return Welcome.from_wire(server.request(0, line, time.monotonic() + START_TIMEOUT_SECONDS))
