"""Servers by their URLs: each call goes to the one with the least to do, and to another one when that is lost."""

from __future__ import annotations

import itertools
import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grpo_rewards import forks
from grpo_rewards.batch_parts import BatchPart, merge_results, split_batch, tell_scores
from grpo_rewards.codec import decode_line, encode_line
from grpo_rewards.errors import ClientClosed, InvalidRequest, RewardTimeout, ServerError, ServerLost
from grpo_rewards.http_endpoint import EndpointDown, HttpEndpoint
from grpo_rewards.in_threads import in_threads
from grpo_rewards.protocol import OnScores, Welcome, check_size, error_from_wire, initialize_params, request_message
from grpo_rewards.session import SessionSettings

TOKEN_VARIABLE = "GRPO_REWARDS_TOKEN"  # noqa: S105 - a name, and no token

FIRST_RETRY_DELAY_SECONDS = 0.05
FIRST_COOL_DOWN_SECONDS = 0.5
LONGEST_COOL_DOWN_SECONDS = 30.0
PARTS_AT_ONCE = 2
"""Parts of one batch that a server has at a time: one to work on, and one to be ready when that is done."""


@dataclass(slots=True, eq=False)
class _Standing:
    """What is known about one server. It belongs to the lock of the session."""

    endpoint: HttpEndpoint
    turn: int
    outstanding: int = 0
    failures: int = 0
    down_until: float = 0.0
    last_error: str = "not asked"

    def rank(self) -> tuple[bool, int, int]:
        """The lowest is asked next: those that failed last, then by what they have to do, then in turn."""
        return self.down_until > time.monotonic(), self.outstanding, self.turn

    def failed(self, reason: str) -> None:
        """Leaves it alone for a time that doubles; what fails meanwhile belongs to the same failure."""
        self.last_error = reason
        now = time.monotonic()
        if now >= self.down_until:
            self.down_until = now + min(FIRST_COOL_DOWN_SECONDS * 2**self.failures, LONGEST_COOL_DOWN_SECONDS)
            self.failures += 1

    def answered(self) -> None:
        """It is there."""
        self.failures = 0
        self.down_until = 0.0


class HttpSession:
    """Servers that run elsewhere, by any number of URLs. See `Session`."""

    def __init__(self, settings: SessionSettings) -> None:
        self._settings = settings
        token = settings.token or os.environ.get(TOKEN_VARIABLE) or None
        # Processes that start together begin with different servers.
        turns = [(number - os.getpid()) % len(settings.urls) for number in range(len(settings.urls))]
        self._standings = [
            _Standing(HttpEndpoint(url, token), turn) for url, turn in zip(settings.urls, turns, strict=True)
        ]
        self._turns = itertools.count(len(turns))
        self._lock = threading.Lock()
        self._request_ids = itertools.count(1)
        self._welcome: Welcome | None = None
        self._closed = False
        forks.register(self)

    @property
    def server_pid(self) -> int | None:
        """See `Session`."""
        return None

    @property
    def description(self) -> str:
        """See `Session`."""
        return ", ".join(self._settings.urls)

    def welcome(self) -> Welcome:
        """See `Session`."""
        if self._welcome is None:
            deadline = time.monotonic() + self._settings.timeout
            self._welcome = Welcome.from_wire(self._ask("initialize", initialize_params(), deadline, limit=None))
        return self._welcome

    def call(self, method: str, params: dict[str, Any], on_scores: OnScores | None = None) -> Any:
        """The result of `method`. A large `score` is spread over the servers, of which each tells its scores at once.

        Raises:
            InvalidRequest: a server refuses the request, or its token, or is not reached with it for its size.
            RewardTimeout: no answer in time. The server has been told by the end of the connection.
            ServerLost: no server answers, or the request was lost with more than `retries` of them.
            ClientClosed: after `close`.
            RewardError: what the server answered.
        """
        limit = self.welcome().max_frame_bytes
        deadline = time.monotonic() + self._settings.timeout
        if method == "score" and len(self._standings) > 1:
            parts = split_batch(params, len(self._standings))
            if len(parts) > 1:
                return self._score_parts(params, parts, deadline, limit, on_scores)
        return self._ask(method, params, deadline, limit)

    def close(self) -> None:
        """See `Session`."""
        self._closed = True
        for standing in self._standings:
            standing.endpoint.hang_up()

    def after_fork_in_child(self) -> None:
        """The child has nothing under way, and connections of its own."""
        self._lock = threading.Lock()
        for standing in self._standings:
            standing.outstanding = 0
            standing.endpoint.after_fork_in_child()

    def _score_parts(
        self,
        params: dict[str, Any],
        parts: Sequence[BatchPart],
        deadline: float,
        limit: int,
        on_scores: OnScores | None,
    ) -> Any:
        def score(part: BatchPart) -> Any:
            return tell_scores(part, self._ask("score", part.params, deadline, limit), on_scores)

        threads = PARTS_AT_ONCE * len(self._standings)
        try:
            results = in_threads(score, parts, threads)
        except InvalidRequest as error:
            return self._score_again(params, error, deadline, limit)
        return merge_results(parts, results)

    def _score_again(self, params: dict[str, Any], error: InvalidRequest, deadline: float, limit: int) -> Any:
        """Asks for all of a batch of which a part is refused, because the error has to name the row in the batch."""
        if error.code == "too_large":
            raise error
        try:
            return self._ask("score", params, deadline, limit)
        except InvalidRequest as of_whole:
            raise (error if of_whole.code == "too_large" else of_whole) from None

    def _ask(self, method: str, params: dict[str, Any], deadline: float, limit: int | None) -> Any:
        body = encode_line(request_message(next(self._request_ids), method, params))
        if limit is not None:
            check_size(body, limit)
        losses = 0
        for attempt in range(self._settings.retries + 1):
            if attempt:
                delay = FIRST_RETRY_DELAY_SECONDS * 2 ** (attempt - 1)
                time.sleep(max(0.0, min(delay, deadline - time.monotonic())))
            tried: list[_Standing] = []
            while (standing := self._take(tried)) is not None:
                try:
                    return _result_of(self._post(standing, method, body, deadline), standing.endpoint.url)
                except EndpointDown as down:
                    losses += down.lost
                if losses > self._settings.retries:
                    raise self._lost(method, f"{losses} server(s) were lost with the request")
                tried.append(standing)
        raise self._lost(method, f"tried {self._settings.retries + 1} time(s)")

    def _post(self, standing: _Standing, method: str, body: bytes, deadline: float) -> bytes:
        """The answer of a server that was taken, which is given back."""
        problem = None
        try:
            return standing.endpoint.post(body, deadline)
        except EndpointDown as down:
            if self._closed:
                raise ClientClosed("this RewardClient was closed during the call") from None
            problem = str(down)
            raise
        except TimeoutError:
            problem = f"no answer within {self._settings.timeout} s"
            raise RewardTimeout(
                f"{method!r} took longer than {self._settings.timeout} s, at last at {standing.endpoint.url}, and was "
                "cancelled"
            ) from None
        finally:
            with self._lock:
                standing.outstanding -= 1
                if problem is None:
                    standing.answered()
                else:
                    standing.failed(problem)

    def _take(self, tried: Sequence[_Standing]) -> _Standing | None:
        """The server to ask next, of those that were not tried."""
        if self._closed:
            raise ClientClosed("this RewardClient is closed; make a new one")
        with self._lock:
            standing = min((each for each in self._standings if each not in tried), key=_Standing.rank, default=None)
            if standing is not None:
                standing.outstanding += 1
                standing.turn = next(self._turns)
            return standing

    def _lost(self, method: str, how: str) -> ServerLost:
        with self._lock:
            servers = "; ".join(f"{each.endpoint.url}: {each.last_error}" for each in self._standings)
        return ServerLost(f"no reward server answered {method!r} ({how}). The last error of each: {servers}")


def _result_of(body: bytes, url: str) -> Any:
    try:
        answer = decode_line(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or not answer.keys() & {"result", "error"}:
        raise ServerError(f"{url} is no reward server: it answered {body[:200]!r}", code="not_a_server")
    if "error" in answer:
        raise error_from_wire(answer["error"])
    return answer["result"]
