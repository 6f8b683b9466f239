"""The functions for verl, called as its reward managers call them."""

from __future__ import annotations

import asyncio
import inspect
import warnings
from collections import UserDict, UserList
from typing import Any

import pytest

from grpo_rewards import InvalidRequest, ServerLost
from grpo_rewards.verl import compute_score, compute_score_async, compute_score_batch
from stub import Stub

pytestmark = pytest.mark.usefixtures("closed_clients")

SAMPLE: dict[str, Any] = {"data_source": "gsm8k", "solution_str": "a", "ground_truth": "a", "extra_info": {"index": 1}}


def settings(stub: Stub, **more: Any) -> dict[str, Any]:
    """What the configuration passes with every call."""
    return {"reward": "match", "command": [*stub.command], **more}


def test_one_sample(stub: Stub) -> None:
    assert compute_score(**SAMPLE, **settings(stub)) == {"match": 1.0, "score": 1.0, "unscored": 0.0}


def test_a_sample_to_be_awaited(stub: Stub) -> None:
    assert inspect.iscoroutinefunction(compute_score_async)
    assert asyncio.run(compute_score_async(**SAMPLE, **settings(stub)))["score"] == 1.0


def test_all_samples_have_the_same_names_and_no_none(stub: Stub) -> None:
    batch: dict[str, Any] = {
        "data_sources": ["x"] * 3,
        "solution_strs": ["a", "b", "c"],
        "ground_truths": ["a", "a", None],
        "extra_infos": [None, {}, {"index": 3}],
    }
    assert compute_score_batch(**batch, **settings(stub, none_value=-1)) == [
        {"match": 1.0, "score": 1.0, "unscored": 0.0},
        {"match": 0.0, "score": 0.0, "unscored": 0.0},
        {"match": -1.0, "score": -1.0, "unscored": 1.0},
    ]
    assert len(stub.requests("score")) == 1


def test_containers_of_the_configuration_are_plain_on_the_wire(stub: Stub) -> None:
    reward = UserDict({"name": "length", "options": UserDict({"some_list": UserList([1, 2])})})
    assert compute_score(**SAMPLE, **settings(stub, reward=reward))["score"] == 1.0
    assert stub.requests("score")[0]["rewards"][0]["options"] == {"someList": [1, 2]}


def test_columns_come_from_the_reference_and_the_extra_info(stub: Stub) -> None:
    given = settings(stub, columns={"solution": "gold"})
    assert compute_score("x", "a", "b", {"gold": "a"}, **given)["score"] == 1.0
    assert compute_score("x", "a", {"gold": "a"}, {"gold": "b"}, **given)["score"] == 1.0
    assert compute_score("x", "a", '{"gold": "a"}', **given)["score"] == 1.0


def test_all_calls_of_a_process_share_a_server(stub: Stub) -> None:
    for _ in range(3):
        compute_score(**SAMPLE, **settings(stub))
    assert len(stub.server_pids()) == 1


def test_what_verl_passes_for_its_reward_models_is_of_no_concern(stub: Stub) -> None:
    assert compute_score(**SAMPLE, **settings(stub), reward_router_address="a", reward_model_tokenizer=object())


def test_a_lost_server_is_an_error_unless_it_is_to_be_borne(stub: Stub) -> None:
    leave = {"name": "leave", "options": {"code": 3}}
    with pytest.raises(ServerLost):
        compute_score(**SAMPLE, **settings(stub, reward=leave, retries=0))
    given = settings(stub, reward=leave, retries=0, on_error=-2.0)
    with pytest.warns(RuntimeWarning, match="each gets -2.0"):
        assert compute_score(**SAMPLE, **given) == {"leave": -2.0, "score": -2.0, "unscored": 1.0}
    with warnings.catch_warnings(), pytest.raises(InvalidRequest):
        compute_score(**SAMPLE, **(given | {"reward": "no_such_reward"}))
