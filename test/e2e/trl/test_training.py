"""What TRL computed from our reward callables is what the TypeScript library computes from the same completions."""

import math
import statistics

import pytest
import torch

from runs import GROUP_SIZE, STEPS, Outcome

FLOAT32_EPSILON = 2**-23
FLOAT32_TOLERANCE = 1e-6
ADVANTAGE_TOLERANCE = 1e-4


def as_nan(score: float | None) -> float:
    return math.nan if score is None else score


def test_trains_to_the_end(outcome: Outcome) -> None:
    losses = [entry["loss"] for entry in outcome.trainer.state.log_history if "loss" in entry]
    assert outcome.trainer.state.global_step == STEPS
    assert len(losses) == STEPS
    assert all(math.isfinite(loss) for loss in losses)


def test_every_reward_varies(outcome: Outcome) -> None:
    """Without this the comparisons below could hold for constants."""
    for name in outcome.reward_names:
        spreads = [scored_spread(batch.scores[name]) for batch in outcome.trainer.batches]
        assert max(spreads) > 0, f"{name} gave one and the same score in every batch"


def scored_spread(scores: list[float]) -> float:
    scored = [score for score in scores if not math.isnan(score)]
    return max(scored) - min(scored) if scored else 0.0


def test_scores_equal_those_computed_in_process(outcome: Outcome) -> None:
    for batch, reference in zip(outcome.trainer.batches, outcome.reference, strict=True):
        assert batch.scores.keys() == reference["scores"].keys()
        for name, scores in batch.scores.items():
            expected = [as_nan(score) for score in reference["scores"][name]]
            assert scores == pytest.approx(expected, abs=FLOAT32_TOLERANCE, rel=0, nan_ok=True)


def test_advantages_equal_those_computed_in_process(outcome: Outcome) -> None:
    for batch, reference in zip(outcome.trainer.batches, outcome.reference, strict=True):
        for start in range(0, len(batch.advantages), GROUP_SIZE):
            group = slice(start, start + GROUP_SIZE)
            assert batch.advantages[group] == pytest.approx(
                reference["advantages"][group], abs=advantage_tolerance(reference["rewards"][group]), rel=0
            )


def test_some_advantages_are_large(outcome: Outcome) -> None:
    assert max(abs(advantage) for batch in outcome.trainer.batches for advantage in batch.advantages) > 0.1


def advantage_tolerance(rewards: list[float | None]) -> float:
    """What TRL may differ by: it computes in float32, and rounds the mean before it divides by the deviation."""
    scored = [reward for reward in rewards if reward is not None]
    if len(scored) < 2:
        return ADVANTAGE_TOLERANCE
    rounding = 2 * FLOAT32_EPSILON * max(map(abs, scored))
    return ADVANTAGE_TOLERANCE + rounding / (statistics.stdev(scored) + 1e-4)


def test_logged_means_are_those_of_the_scores(outcome: Outcome) -> None:
    for name in outcome.reward_names:
        key = f"rewards/{name}/mean"
        logged = [entry[key] for entry in outcome.trainer.state.log_history if key in entry]
        computed = [
            torch.tensor([as_nan(score) for score in reference["scores"][name]], dtype=torch.float32).nanmean().item()
            for reference in outcome.reference
        ]
        assert logged == pytest.approx(computed, abs=FLOAT32_TOLERANCE, rel=0)


def test_the_share_of_nulls_is_logged(outcome: Outcome) -> None:
    for name in outcome.reward_names:
        key = f"grpo_rewards/{name}/null_share"
        logged = [entry[key] for entry in outcome.trainer.state.log_history if key in entry]
        scores = [reference["scores"][name] for reference in outcome.reference]
        assert logged == pytest.approx([row.count(None) / len(row) for row in scores])


def test_all_rewards_share_one_round_trip_per_generation_batch(outcome: Outcome) -> None:
    assert outcome.requests == {"score": len(outcome.trainer.batches)}
