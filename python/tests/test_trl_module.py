"""Rewards by import path, as `trl grpo --reward_funcs grpo_rewards.trl.length` finds them."""

from __future__ import annotations

import importlib
import pickle
import shlex
from collections.abc import Iterator
from typing import Any

import pytest

import grpo_rewards.trl
from stub import Stub


@pytest.fixture
def module(stub: Stub) -> Iterator[Any]:
    """The module, freshly imported, with stubs for its server."""
    stub.set("GRPO_REWARDS_COMMAND", shlex.join(stub.command))
    module: Any = importlib.reload(grpo_rewards.trl)
    yield module
    importlib.reload(grpo_rewards.trl)


def test_every_reward_is_an_attribute(module: Any) -> None:
    assert module.match(completions=["a", "b"], solution=["a", "a"]) == [1.0, 0.0]
    assert module.length.__name__ == "length"


def test_a_name_gives_one_function_and_all_names_one_server(module: Any, stub: Stub) -> None:
    assert module.length is module.length
    module.length(completions=["a"])
    module.match(completions=["a"], solution=["a"])
    assert len(stub.server_pids()) == 1


def test_a_misspelt_name_is_an_attribute_error_with_what_there_is(module: Any) -> None:
    with pytest.raises(AttributeError, match=r"no reward 'lenght'; it has: crash, .*explained, fail"):
        _ = module.lenght


def test_private_names_start_no_server(module: Any, stub: Stub) -> None:
    assert not hasattr(module, "_secret")
    assert not hasattr(module, "__wrapped__")
    assert stub.server_pids() == []


def test_the_functions_can_be_pickled(module: Any) -> None:
    function = pickle.loads(pickle.dumps(module.length))
    assert function(completions=["abc"]) == [3.0]
