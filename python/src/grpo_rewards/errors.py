"""Everything this package raises."""

from __future__ import annotations

from typing import Any


class RewardError(RuntimeError):
    """Base of all errors of this package.

    Attributes:
        code: a stable snake_case name of what happened, for example `missing_column`.
        data: what the server sent along with its error; empty for errors found on this side.
    """

    code: str = "reward_error"

    def __init__(self, message: str, *, code: str | None = None, data: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code
        self.data: dict[str, Any] = data or {}


class InvalidRequest(RewardError, ValueError):
    """The call cannot be answered as it is: an unknown reward, bad options, a missing column, a refused token."""

    code = "invalid_request"


class ServerError(RewardError):
    """The server answered with an error that is not the caller's mistake."""

    code = "server_error"


class RequestCancelled(ServerError):
    """The server gave a request up because it was told to."""

    code = "cancelled"


class RewardTimeout(RewardError):
    """The answer did not come within the client's `timeout`."""

    code = "timeout"


class ClientClosed(RewardError):
    """The client was used after `close()`, or closed while a call was under way."""

    code = "client_closed"


class ServerLost(RewardError):
    """The server went away during a call, and again at every retry; or none of several servers answers.

    Attributes:
        exit_code: of the last server process; negative for the number of the signal that ended it, None if unknown, as
            it is of servers that other processes started.
        stderr_tail: the last lines that it wrote.
    """

    code = "server_lost"

    def __init__(self, message: str, *, exit_code: int | None = None, stderr_tail: str = "") -> None:
        super().__init__(message)
        self.exit_code = exit_code
        self.stderr_tail = stderr_tail


class ServerStartError(ServerLost):
    """The server could not be started, or ended before it was ready."""

    code = "server_start"


class ServerNotFound(ServerStartError):
    """There is no server program, or no Node.js to run it."""

    code = "server_not_found"
