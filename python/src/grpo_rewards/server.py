"""A running server at the other end of a stream: what is common to one's own and to a shared one."""

from __future__ import annotations

import signal
from typing import Any, Protocol

from grpo_rewards.answers import OnNotice
from grpo_rewards.errors import ServerLost
from grpo_rewards.frames import Outgoing


class Server(Protocol):
    """A server that answers requests until its stream ends."""

    @property
    def pid(self) -> int | None:
        """The process id, where it is known."""

    @property
    def alive(self) -> bool:
        """Whether requests can be sent."""

    def request(self, request_id: int, message: Outgoing, deadline: float, on_notice: OnNotice = None) -> Any:
        """See `Connection.request`."""

    def stop(self) -> None:
        """Leaves the server in good order."""

    def discard(self) -> None:
        """Leaves it at once. It ends, unless other processes use it."""

    def kill(self) -> None:
        """Ends it at once, whoever uses it: it hangs."""

    def post_mortem(self) -> tuple[int | None, str]:
        """The exit code, if it is known, and the last lines on stderr, of a server whose connection is lost."""

    def abandon(self) -> None:
        """For a forked child: gives back the file descriptors, and leaves the server to the parent."""


class ServerGone(Exception):
    """One loss of a server, with what is known about it."""

    def __init__(self, reason: object, exit_code: int | None, stderr_tail: str) -> None:
        super().__init__(f"{reason}, {_describe_exit(exit_code)}. {describe_stderr(stderr_tail)}")
        self.exit_code = exit_code
        self.stderr_tail = stderr_tail

    @property
    def may_be_chance(self) -> bool:
        """Whether it was ended from outside, which a new one may escape, and not of its own accord."""
        return self.exit_code is None or self.exit_code < 0

    def give_up(self, method: str, attempts: int) -> ServerLost:
        """The error for the caller, after so many losses in a row."""
        return ServerLost(
            f"the reward server was lost during {method!r}, {attempts} time(s) in a row. The last time: {self}",
            exit_code=self.exit_code,
            stderr_tail=self.stderr_tail,
        )


def describe_stderr(tail: str) -> str:
    """The last lines of a server, as part of an error message."""
    return f"The last lines that it wrote:\n{tail}" if tail else "It wrote nothing to stderr."


def _describe_exit(exit_code: int | None) -> str:
    if exit_code is None:
        return "with an exit code that only the process that started it could know"
    if exit_code >= 0:
        return f"exit code {exit_code}"
    try:
        name = signal.Signals(-exit_code).name
    except ValueError:
        name = f"signal {-exit_code}"
    hint = " (by hand, or by the kernel when memory ran out)" if name == "SIGKILL" else ""
    return f"killed by {name}{hint}"
