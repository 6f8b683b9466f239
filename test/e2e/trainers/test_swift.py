"""ms-swift's own scoring of samples, with rewards that a plugin has entered into its table `orms`."""

import math
from pathlib import Path
from typing import Any

import pytest
import torch
from swift.rewards import ORM, AsyncORM, orms
from swift.rl_core.data import GRPOSample
from swift.rl_core.grpo_algorithm import score_completions
from swift.utils.utils import import_external_file

from batch import COMPLETIONS, REFERENCES, SCORES
from counting import counted_requests

PLUGIN = """
from grpo_rewards.swift import register

register("accuracy", "length", {"name": "soft_overlong_punishment", "options": {"max_length": 20, "cache": 10}},
         asynchronous=%s)
"""


def samples() -> list[GRPOSample]:
    """What a rollout leaves: the conversation with the completion, its tokens, and the data set's columns."""
    return [
        GRPOSample(
            messages=[{"role": "user", "content": "?"}, {"role": "assistant", "content": completion}],
            extra={} if reference is None else {"solution": reference},
            request_id=str(row),
            response_token_ids=[[1] * 8, [2] * (row * 2)],
            finish_reason="stop",
        )
        for row, (completion, reference) in enumerate(zip(COMPLETIONS, REFERENCES, strict=True))
    ]


@pytest.mark.parametrize("asynchronous", [False, True], ids=["ORM", "AsyncORM"])
def test_registered_rewards_score_in_one_round_trip(tmp_path: Path, asynchronous: bool) -> None:
    plugin = tmp_path / "plugin.py"
    plugin.write_text(PLUGIN % asynchronous)
    import_external_file(str(plugin))
    names = ["grpo_rewards.accuracy", "grpo_rewards.length", "grpo_rewards.soft_overlong_punishment"]
    # As GRPOTrainer makes them, and names them in its log.
    functions: list[Any] = [orms[name](args=None) for name in names]
    assert [type(function).__name__ for function in functions] == [name.partition(".")[2] for name in names]
    assert all(isinstance(function, AsyncORM if asynchronous else ORM) for function in functions)

    with counted_requests() as requests:
        rewards = score_completions(
            samples(), functions, [None] * 3, use_gym_env=False, device=torch.device("cpu"), trainer_state=object()
        )
    assert requests["score"] == 1
    columns = rewards.T.tolist()
    assert [None if math.isnan(score) else score for score in columns[0]] == SCORES
    # 8, 10, 12, 14, 16 tokens, of which those beyond 10 cost a tenth each.
    assert columns[2] == pytest.approx([0.0, 0.0, -0.2, -0.4, -0.6])
