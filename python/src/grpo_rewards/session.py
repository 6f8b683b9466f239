"""What a client needs of the servers behind it, wherever they run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from grpo_rewards.protocol import OnScores, Welcome


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """Which servers there are, and how long to bear with them; see `RewardClient`."""

    command: str | Sequence[str] | None
    reward_modules: tuple[str, ...]
    timeout: float
    retries: int
    shared: bool = False
    isolation: str = "thread"
    urls: tuple[str, ...] = ()
    token: str | None = field(default=None, repr=False)


class Session(Protocol):
    """A client's servers. Usable from any thread; a forked child reaches them by connections of its own."""

    @property
    def server_pid(self) -> int | None:
        """The process id of the server on this host; None if there is none, or it is not known."""

    @property
    def description(self) -> str:
        """The servers, for a representation."""

    def welcome(self) -> Welcome:
        """What a server said about itself; asked for once. Raises RewardError."""

    def call(self, method: str, params: dict[str, Any], on_scores: OnScores | None = None) -> Any:
        """The result of `method`, sent again where a server is lost. Raises RewardError.

        `on_scores` hears of what is scored before the result, by any thread, as far as the servers tell.
        """

    def close(self) -> None:
        """Calls under way and later ones raise ClientClosed."""
