"""Reward functions for environments of verifiers.

A `Rubric` takes `rollout_reward` and `group_reward`; a `Task` of verifiers v1 takes `task_reward`, and its
configuration the path `grpo_rewards.verifiers:accuracy`, which is `task_reward("accuracy")`.
"""

from __future__ import annotations

import asyncio
import functools
import importlib
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, TypeVar

from grpo_rewards.client import TrainerFunction
from grpo_rewards.default_client import default_client
from grpo_rewards.reference_columns import reference_columns
from grpo_rewards.specs import RewardLike, parse_specs

Score = TypeVar("Score", bound=Callable[..., Any])

REFERENCE_FIELD = "answer"
"""What a data set of verifiers calls the reference answer."""


def rollout_reward(
    reward: RewardLike = "accuracy",
    *,
    columns: Mapping[str, str] | None = None,
    none_value: float = 0.0,
    **settings: Any,
) -> Callable[..., Coroutine[Any, Any, float]]:
    """A function for `Rubric(funcs=[...])` that scores one rollout.

    The rewards read `answer` as `solution`, and besides it the fields of `info` and of the data set's row. An answer
    that is a mapping, or the JSON of an object, also gives its entries as columns.

    Args:
        reward: see `RewardClient.reward`.
        columns: see `RewardClient.rewards`.
        none_value: the score where the reward has no opinion; verifiers cannot carry None.
        settings: of the `RewardClient`.
    """
    function = _function(reward, columns, none_value, settings)

    async def score(completion: Any, answer: Any = None, prompt: Any = None, info: Any = None, **fields: Any) -> float:
        scores = await _score(function, [completion], [prompt], [answer], [{**fields, **_mapping(info)}])
        return scores[0]

    return _named(score, reward)


def group_reward(
    reward: RewardLike = "accuracy",
    *,
    columns: Mapping[str, str] | None = None,
    none_value: float = 0.0,
    **settings: Any,
) -> Callable[..., Coroutine[Any, Any, list[float]]]:
    """A function for `Rubric(funcs=[...])` that scores all rollouts of a group in one round trip.

    What compares the completions of a prompt has to come this way. See `rollout_reward` for the arguments; of the
    columns there are `answers` and `infos`.
    """
    function = _function(reward, columns, none_value, settings)

    async def score(completions: Any, answers: Any, prompts: Any, infos: Any) -> list[float]:
        return await _score(function, completions, prompts, answers, [_mapping(info) for info in infos])

    return _named(score, reward)


def task_reward(
    reward: RewardLike = "accuracy",
    *,
    weight: float = 1.0,
    reference: str = REFERENCE_FIELD,
    columns: Mapping[str, str] | None = None,
    none_value: float = 0.0,
    **settings: Any,
) -> Callable[..., Coroutine[Any, Any, float]]:
    """A method for the body of a `Task` of verifiers v1.

    `accuracy = task_reward("accuracy")` is marked as by `@vf.reward(weight=...)`. It judges the
    last reply of the trace. The rewards read the field `reference` of the task's data as `solution`, and its other
    fields by their names.

    Args:
        reward: see `RewardClient.reward`.
        weight: in the sum of the trace's rewards.
        reference: the field that holds the reference answer.
        columns: see `RewardClient.rewards`.
        none_value: the score where the reward has no opinion.
        settings: of the `RewardClient`.
    """
    function = _function(reward, columns, none_value, settings)

    async def score(task: Any, trace: Any) -> float:
        # As a method the first argument is the task; as a plugged function it is the task's data.
        fields = _mapping(getattr(task, "data", task))
        batch = ([trace.last_reply], [fields.get("prompt")], [fields.get(reference)], [fields])
        return (await _score(function, *batch))[0]

    mark: Callable[..., Callable[..., Coroutine[Any, Any, float]]] = importlib.import_module("verifiers.v1").reward
    return mark(_named(score, reward), weight=weight)


def __getattr__(name: str) -> Callable[..., Coroutine[Any, Any, float]]:
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _default_task_reward(name)


@functools.cache
def _default_task_reward(name: str) -> Callable[..., Coroutine[Any, Any, float]]:
    offered = [info.name for info in default_client(none_value=0.0).list()]
    if name not in offered:
        raise AttributeError(f"the reward server has no reward {name!r}; it has: {', '.join(sorted(offered))}")
    return task_reward(name)


def _function(
    reward: RewardLike, columns: Mapping[str, str] | None, none_value: float, settings: Mapping[str, Any]
) -> TrainerFunction:
    return default_client(none_value=float(none_value), **settings).reward(reward, columns=columns)


async def _score(
    function: TrainerFunction,
    completions: Sequence[Any],
    prompts: Sequence[Any],
    answers: Sequence[Any],
    fields: Sequence[Mapping[str, Any]],
) -> list[float]:
    columns = reference_columns(answers, fields)
    texts = [_conversation(completion) for completion in completions]
    columns["prompts"] = [_conversation("" if prompt is None else prompt) for prompt in prompts]
    # Their own names for the function's arguments; the rest goes by the names of the data set.
    columns.pop("completions", None)
    columns.pop("completion_ids", None)
    scores: list[float] = await asyncio.to_thread(function, texts, **columns)
    return scores


def _named(score: Score, reward: RewardLike) -> Score:
    """The function by the name under which the log has it."""
    [spec] = parse_specs([reward])
    score.__name__ = score.__qualname__ = spec.key
    return score


def _mapping(value: Any) -> Mapping[str, Any]:
    """The fields of a row, of a model of pydantic's, or of nothing."""
    fields = _dumped(value)
    return fields if isinstance(fields, Mapping) else {}


def _conversation(value: Any) -> Any:
    """Text as it is; of messages, those of pydantic's models as mappings."""
    return [_dumped(message) for message in value] if isinstance(value, (list, tuple)) else value


def _dumped(value: Any) -> Any:
    return value.model_dump() if hasattr(value, "model_dump") else value
