"""Trainers that keep what they computed, so that a test can compute it again elsewhere and compare.

TRL scores one generation batch, turns the scores into advantages, and only then shuffles the batch and splits it into
training steps. What is recorded here is taken before the shuffle, where row i of everything belongs to completion i.
"""

from dataclasses import dataclass
from typing import Any

from trl import GRPOTrainer, RLOOTrainer

PASSED_APART = {"prompt", "completion", "completion_ids"}


@dataclass
class GenerationBatch:
    """One scored batch; every list has one entry per completion."""

    prompts: list[Any]
    completions: list[Any]
    token_counts: list[int]
    columns: dict[str, list[Any]]
    scores: dict[str, list[float]]
    """Scores by reward name, NaN where the reward function returned None."""
    advantages: list[float]


class _Recording:
    """Mixin for TRL's trainers: fills `batches` with one `GenerationBatch` per generation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.batches: list[GenerationBatch] = []
        self._scored: dict[str, Any] = {}
        super().__init__(*args, **kwargs)

    def _calculate_rewards(self, inputs, prompts, completions, completion_ids_list):
        rewards_per_func = super()._calculate_rewards(inputs, prompts, completions, completion_ids_list)
        self._scored = {
            "prompts": prompts,
            "completions": completions,
            "token_counts": [len(ids) for ids in completion_ids_list],
            "columns": {name: [row[name] for row in inputs] for name in inputs[0].keys() - PASSED_APART},
            "scores": dict(zip(self.reward_func_names, rewards_per_func.T.tolist(), strict=True)),
        }
        return rewards_per_func

    def _generate_and_score_completions(self, inputs):
        output = super()._generate_and_score_completions(inputs)
        self.batches.append(GenerationBatch(**self._scored, advantages=output["advantages"].tolist()))
        return output


class RecordingGRPOTrainer(_Recording, GRPOTrainer):
    """`GRPOTrainer` with `batches`."""


class RecordingRLOOTrainer(_Recording, RLOOTrainer):
    """`RLOOTrainer` with `batches`."""
