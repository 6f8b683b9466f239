"""The functions for verifiers, called as its rubrics call them."""

from __future__ import annotations

import asyncio
import inspect
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import grpo_rewards.verifiers
from grpo_rewards.verifiers import group_reward, rollout_reward, task_reward
from stub import Stub

pytestmark = pytest.mark.usefixtures("closed_clients")


class Message:
    """As verifiers' models of messages."""

    def __init__(self, content: str) -> None:
        self.content = content

    def model_dump(self) -> dict[str, str]:
        """As a mapping."""
        return {"role": "assistant", "content": self.content}


def test_a_rollout_with_the_arguments_of_a_rubric(stub: Stub) -> None:
    score = rollout_reward("match", command=stub.command)
    assert score.__name__ == "match"
    rollout: dict[str, Any] = {"prompt": [Message("p")], "state": {}, "task": "t", "info": {}, "parser": object()}
    rollout |= {"completion": [Message("a")], "answer": "a"}
    assert asyncio.run(score(**rollout)) == 1.0
    assert asyncio.run(score(**rollout | {"completion": "b"})) == 0.0


def test_without_an_answer_there_is_the_number_for_none(stub: Stub) -> None:
    score = rollout_reward("match", none_value=-1.0, command=stub.command)
    assert asyncio.run(score(completion="a", answer="")) == -1.0


def test_a_group_is_told_by_the_names_of_its_arguments(stub: Stub) -> None:
    score: Any = group_reward("match", command=stub.command)
    assert set(inspect.signature(score).parameters) == {"completions", "answers", "prompts", "infos"}
    prompts = [[Message("p")]] * 2
    assert asyncio.run(score(["a", "b"], ["a", "a"], prompts, [{}, {}])) == [1.0, 0.0]
    assert len(stub.requests("score")) == 1


def test_a_task_of_v1(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    module: Any = ModuleType("verifiers.v1")

    def mark(function: Any, weight: float) -> Any:
        function.weight = weight
        return function

    module.reward = mark
    monkeypatch.setitem(sys.modules, "verifiers", ModuleType("verifiers"))
    monkeypatch.setitem(sys.modules, "verifiers.v1", module)
    score: Any = task_reward("match", weight=0.5, reference="gold", command=stub.command)
    assert score.weight == 0.5
    data = SimpleNamespace(model_dump=lambda: {"gold": "a", "prompt": None})
    trace = SimpleNamespace(last_reply="a")
    # As a method, and as a function that the configuration names.
    assert asyncio.run(score(SimpleNamespace(data=data), trace)) == 1.0
    assert asyncio.run(score(task=data, trace=trace)) == 1.0


def test_private_names_start_no_server() -> None:
    assert not hasattr(grpo_rewards.verifiers, "_secret")
