"""Which kind of session the settings of a client ask for."""

from __future__ import annotations

from grpo_rewards.arguments import check
from grpo_rewards.http_session import HttpSession
from grpo_rewards.process_session import ProcessSession
from grpo_rewards.server_process import CAN_INHERIT_SOCKET
from grpo_rewards.session import Session, SessionSettings


def open_session(settings: SessionSettings) -> Session:
    """The servers that the settings ask for; none is started or asked before the first call.

    Raises:
        InvalidRequest: the settings contradict each other.
    """
    if settings.urls:
        check(
            settings.command is None
            and not settings.reward_modules
            and not settings.shared
            and settings.isolation == "thread",
            "urls= names servers that run already: command=, rewards=, shared= and isolation= are for one that this "
            "client starts. "
            "Start theirs with `grpo-rewards serve --http HOST:PORT --rewards FILE`",
        )
        return HttpSession(settings)
    check(settings.token is None, "token= is for the servers that urls= names; there are none")
    check(
        not settings.shared or CAN_INHERIT_SOCKET,
        "shared=True needs unix sockets, which Python does not have on Windows: start `grpo-rewards serve --http 8000` "
        "there, and give RewardClient(urls=['http://127.0.0.1:8000'])",
    )
    return ProcessSession(settings)
