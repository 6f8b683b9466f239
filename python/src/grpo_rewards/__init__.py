"""Reward functions for GRPO trainers, served by the npm package `grpo-rewards`.

`RewardClient` is where to begin; `grpo_rewards.trl` has every reward by its import path.
"""

from grpo_rewards._version import __version__
from grpo_rewards.client import RewardClient
from grpo_rewards.errors import (
    ClientClosed,
    InvalidRequest,
    RewardError,
    RewardTimeout,
    ServerError,
    ServerLost,
    ServerNotFound,
    ServerStartError,
)
from grpo_rewards.protocol import PartialScores, RewardInfo, ScoreResult
from grpo_rewards.score_stream import ScoreStream
from grpo_rewards.specs import RewardLike

__all__ = [
    "ClientClosed",
    "InvalidRequest",
    "PartialScores",
    "RewardClient",
    "RewardError",
    "RewardInfo",
    "RewardLike",
    "RewardTimeout",
    "ScoreResult",
    "ScoreStream",
    "ServerError",
    "ServerLost",
    "ServerNotFound",
    "ServerStartError",
    "__version__",
]
