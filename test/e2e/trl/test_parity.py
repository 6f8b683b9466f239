"""Where TRL has a reward of the same kind, both give the same scores."""

import pytest
from trl.rewards import get_soft_overlong_punishment, think_format_reward

from runs import RUNS, SOFT_OVERLONG, Outcome

CONVERSATIONAL = [run for run in RUNS if run.name == "grpo-conversational-sync"]


@pytest.mark.parametrize("outcome", CONVERSATIONAL, ids=str, indirect=True)
def test_scores_equal_those_of_trls_own_rewards(outcome: Outcome) -> None:
    punish = get_soft_overlong_punishment(
        max_completion_len=SOFT_OVERLONG["max_length"], soft_punish_cache=SOFT_OVERLONG["cache"]
    )
    for batch in outcome.trainer.batches:
        token_ids = [[0] * count for count in batch.token_counts]
        assert batch.scores["think_format"] == think_format_reward(batch.completions)
        assert batch.scores["soft_overlong_punishment"] == pytest.approx(punish(completion_ids=token_ids), abs=1e-6)
