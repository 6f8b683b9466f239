"""None is no opinion: TRL leaves such a row out of its group's baseline and gives it no advantage."""

import math

import pytest
from grpo_rewards import RewardClient

from runs import GROUP_SIZE, RUNS, Outcome

WITH_ACCURACY = [run for run in RUNS if run.rewards[0].name == "accuracy"]
WITH_ONE_ABSTAINING_REWARD = [run for run in RUNS if run.name.endswith("-unscorable")]


def test_a_row_without_a_reference_scores_none(client: RewardClient) -> None:
    [accuracy] = client.rewards("accuracy")
    scores = accuracy(prompts=["1+1=", "1+2="], completions=["\\boxed{2}", "\\boxed{3}"], solution=[None, "\\boxed{3}"])
    assert scores == [None, 1.0]


@pytest.mark.parametrize("outcome", WITH_ACCURACY, ids=str, indirect=True)
def test_the_trainer_sees_nan_exactly_where_the_reference_is_missing(outcome: Outcome) -> None:
    missing_rows = 0
    for batch in outcome.trainer.batches:
        missing = [solution is None for solution in batch.columns["solution"]]
        assert [math.isnan(score) for score in batch.scores["accuracy"]] == missing
        missing_rows += sum(missing)
    assert missing_rows > 0


@pytest.mark.parametrize("outcome", WITH_ONE_ABSTAINING_REWARD, ids=str, indirect=True)
def test_unscorable_rows_get_no_advantage(outcome: Outcome) -> None:
    kinds = set()
    for batch in outcome.trainer.batches:
        for start in range(0, len(batch.advantages), GROUP_SIZE):
            scores = batch.scores["nearness"][start : start + GROUP_SIZE]
            advantages = batch.advantages[start : start + GROUP_SIZE]
            unscorable = [math.isnan(score) for score in scores]
            assert all(a == 0 for a, u in zip(advantages, unscorable, strict=True) if u)
            kinds.add(group_kind(unscorable, advantages))
    assert {"no score at all", "some scores, and they earn advantages"} <= kinds


def group_kind(unscorable: list[bool], advantages: list[float]) -> str:
    if all(unscorable):
        return "no score at all"
    if any(unscorable) and any(advantages):
        return "some scores, and they earn advantages"
    return "other"
