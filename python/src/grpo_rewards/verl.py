"""Reward functions for verl, by path and name.

`custom_reward_function.path=pkg://grpo_rewards.verl custom_reward_function.name=compute_score` needs no code. What is
scored, and with which client, comes from `custom_reward_function.reward_kwargs`: see `compute_score`.
"""

from __future__ import annotations

import asyncio
import functools
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from grpo_rewards.batch import Batch, Layout
from grpo_rewards.default_client import default_client
from grpo_rewards.errors import RewardError
from grpo_rewards.protocol import ScoreResult
from grpo_rewards.reference_columns import reference_columns
from grpo_rewards.reward_function import LASTING_PROBLEMS
from grpo_rewards.specs import RewardLike, RewardSpec, parse_specs

OF_REWARD_MODELS = frozenset({"reward_router_address", "reward_model_tokenizer"})
"""What verl also passes where it has a reward model, which nothing here asks."""


def compute_score(
    data_source: Any,
    solution_str: str,
    ground_truth: Any,
    extra_info: Mapping[str, Any] | None = None,
    **reward_kwargs: Any,
) -> dict[str, float]:
    """One sample, for verl's managers `naive`, `dapo`, `limited` and `remote`.

    Args:
        data_source: goes to the rewards as the column of that name.
        solution_str: the completion.
        ground_truth: the reference answer: the column `solution`, and where it is a mapping (as verl's countdown data
            has it), each of its entries as a column.
        extra_info: further columns by name.
        reward_kwargs: `reward`: a name, `{name, options}` or a composition (`accuracy`). `columns`: as in
            `RewardClient.reward`. `none_value`: the score where the reward has no opinion (0.0), since verl cannot
            carry None. All others are settings of `RewardClient`.

    Returns:
        `score`; the scores of a composition's parts by their names; and `unscored`, 1.0 where there was no opinion.
        The names are the same for every sample, as verl needs them.

    Raises:
        RewardError: see `grpo_rewards.errors`, unless `on_error` says otherwise.
    """
    return compute_score_batch([data_source], [solution_str], [ground_truth], [extra_info], **reward_kwargs)[0]


async def compute_score_async(
    data_source: Any,
    solution_str: str,
    ground_truth: Any,
    extra_info: Mapping[str, Any] | None = None,
    **reward_kwargs: Any,
) -> dict[str, float]:
    """`compute_score` as a coroutine function."""
    score = functools.partial(compute_score, data_source, solution_str, ground_truth, extra_info, **reward_kwargs)
    return await asyncio.to_thread(score)


def compute_score_batch(
    data_sources: Sequence[Any],
    solution_strs: Sequence[str],
    ground_truths: Sequence[Any],
    extra_infos: Sequence[Mapping[str, Any] | None] | None = None,
    *,
    reward: RewardLike = "accuracy",
    columns: Mapping[str, str] | None = None,
    none_value: float = 0.0,
    **settings: Any,
) -> list[dict[str, float]]:
    """Many samples in one round trip, for verl's manager `batch`; see `compute_score`."""
    plain = {name: _plain(value) for name, value in settings.items() if name not in OF_REWARD_MODELS}
    client = default_client(none_value=float(none_value), **plain)
    fields = [
        {"data_source": source, "ground_truth": reference, **(extra or {})}
        for source, reference, extra in zip(
            data_sources,
            ground_truths,
            extra_infos if extra_infos is not None else [None] * len(solution_strs),
            strict=True,
        )
    ]
    batch = Batch(list(solution_strs), None, None, reference_columns(list(ground_truths), fields))
    specs = parse_specs([_plain(reward)])
    result = None
    try:
        result = client.score_batch(specs, batch, Layout(_plain(columns or {})), detail="scores")
    except RewardError as error:
        if client.on_error == "raise" or error.code in LASTING_PROBLEMS:
            raise
        warnings.warn(client.failure_notice(error, len(solution_strs)), RuntimeWarning, stacklevel=2)
    stand_in = client.stand_in(failed=result is None) or 0.0
    return [_sample(specs[0], result, row, stand_in) for row in range(len(solution_strs))]


def _sample(spec: RewardSpec, result: ScoreResult | None, row: int, stand_in: float) -> dict[str, float]:
    def score_of(key: str) -> float | None:
        return None if result is None or key not in result.scores else result.scores[key][row]

    total = score_of(spec.key)
    parts = {key: score_of(key) for key, _ in spec.keyed_leaves()}
    return {
        **{key: stand_in if part is None else part for key, part in parts.items()},
        "score": stand_in if total is None else total,
        "unscored": float(total is None),
    }


def _plain(value: Any) -> Any:
    """`value` without the containers of verl's configuration, which look like lists and mappings but are none."""
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [_plain(part) for part in value]
    return value
