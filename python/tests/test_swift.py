"""The classes for ms-swift, with stand-ins for its own."""

from __future__ import annotations

import asyncio
import sys
from types import ModuleType
from typing import Any

import pytest

from grpo_rewards.swift import register
from stub import Stub

pytestmark = pytest.mark.usefixtures("closed_clients")


class ORM:
    """As `swift.rewards.ORM`."""

    def __init__(self, args: Any = None) -> None:
        self.args = args


class AsyncORM(ORM):
    """As `swift.rewards.AsyncORM`."""


BATCH: dict[str, Any] = {
    "trainer_state": object(),
    "messages": [[{"role": "user", "content": "p"}, {"role": "assistant", "content": text}] for text in ("a", "b")],
    "solution": ["a", "a"],
    "is_truncated": [False, True],
    "response_token_ids": [[[1, 2]], [[3], [4, 5]]],
}


@pytest.fixture
def orms(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """ms-swift's table."""
    module: Any = ModuleType("swift.rewards")
    module.ORM, module.AsyncORM, module.orms = ORM, AsyncORM, {"match": ORM}
    monkeypatch.setitem(sys.modules, "swift", ModuleType("swift"))
    monkeypatch.setitem(sys.modules, "swift.rewards", module)
    table: dict[str, Any] = module.orms
    return table


def test_registered_classes_score_in_one_round_trip(orms: dict[str, Any], stub: Stub) -> None:
    assert register("match", "tokens", command=stub.command) == ["grpo_rewards.match", "grpo_rewards.tokens"]
    match: Any = orms["grpo_rewards.match"](args=None)
    tokens = orms["grpo_rewards.tokens"]()
    assert [type(match).__name__, type(tokens).__name__] == ["match", "tokens"]
    assert ORM in type(match).__mro__
    assert orms["match"] is ORM
    for _ in range(2):
        assert match(["a", "b"], **BATCH) == [1.0, 0.0]
        assert tokens(["a", "b"], **BATCH) == [2.0, 3.0]
    assert len(stub.requests("score")) == 2


def test_coroutines(orms: dict[str, Any], stub: Stub) -> None:
    register("match", asynchronous=True, command=stub.command)
    match: Any = orms["grpo_rewards.match"]()
    assert AsyncORM in type(match).__mro__
    assert asyncio.iscoroutinefunction(match.__call__)
    assert asyncio.run(match(["a", "b"], **BATCH)) == [1.0, 0.0]


def test_prompts_are_what_stands_before_the_completion(orms: dict[str, Any], stub: Stub) -> None:
    register("prompted", command=stub.command)
    assert orms["grpo_rewards.prompted"]()(["a", "b"], **BATCH) == [1.0, 1.0]
