"""Reward functions as trainers call them, one after another."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest

from grpo_rewards import InvalidRequest
from stub import TRL_BATCH, Stub


def test_the_call_of_trl(stub: Stub) -> None:
    functions = stub.client().rewards("length", "match", "tokens", "group")
    assert [function(**TRL_BATCH) for function in functions] == [
        [1.0, 2.0, 3.0, 2.0],
        [1.0, 0.0, 1.0, None],
        [1.0, 2.0, 3.0, 2.0],
        [0.0, 0.0, 1.0, 1.0],
    ]


def test_the_call_of_ms_swift(stub: Stub) -> None:
    match = stub.client().reward("match")
    assert match(["a", "b"], solution=["a", "a"], messages=[[], []], request_id=["1", "2"]) == [1.0, 0.0]


def test_conversational_completions(stub: Stub) -> None:
    length = stub.client().reward("length")
    assert length(completions=[[{"role": "assistant", "content": "four"}]]) == [4.0]


def test_the_names_that_trainers_log(stub: Stub) -> None:
    functions = stub.client().rewards("length", ("length", {"x": 1}), "match")
    assert [function.__name__ for function in functions] == ["length", "length_2", "match"]
    assert [type(function).__name__ for function in functions] == ["length", "length_2", "match"]
    assert not any(inspect.iscoroutinefunction(function) for function in functions)


def test_a_column_may_come_from_another_one(stub: Stub) -> None:
    match = stub.client().reward("match", columns={"solution": "answer"})
    assert match(completions=["a", "b"], answer=["a", "a"], solution=["x", "b"]) == [1.0, 0.0]


def test_a_missing_column_is_an_error_before_anything_is_sent(stub: Stub) -> None:
    match = stub.client().reward("match")
    with pytest.raises(InvalidRequest, match=r"'match' reads the column 'solution'.*columns=\{'solution': 'answer'\}"):
        match(completions=["a"], answer=["a"])
    assert stub.requests("score") == []


def test_an_empty_batch_needs_no_server(stub: Stub) -> None:
    assert stub.client().reward("match")(completions=[], prompts=[], solution=[]) == []
    assert stub.server_pids() == []


def test_completions_that_are_no_list_are_refused(stub: Stub) -> None:
    client = stub.client()
    with pytest.raises(InvalidRequest, match="completions is a generator; pass a list"):
        client.reward("length")(completions=(text for text in "ab"))
    with pytest.raises(InvalidRequest, match="completions is a generator; pass a list"):
        asyncio.run(client.reward("length", asynchronous=True)(completions=(text for text in "ab")))
    assert stub.server_pids() == []


def test_a_composition_gives_its_total_under_its_key(stub: Stub) -> None:
    client = stub.client()
    composed = {"weighted_sum": ["match", {"name": "length", "options": {"max_length": 4}, "weight": 0.5}]}
    functions = client.rewards("match", composed, {**composed, "key": "total"})
    assert [function.__name__ for function in functions] == ["match", "weighted_sum", "total"]
    assert [function(completions=["a", "bb"], solution=["a", None]) for function in functions] == [
        [1.0, None],
        [2.0, 2.0],
        [2.0, 2.0],
    ]
    [request] = stub.requests("score")
    assert request["columns"] == {"solution": ["a", None]}
    parts = [{"name": "match"}, {"name": "length", "options": {"maxLength": 4}, "weight": 0.5}]
    assert request["rewards"][1:] == [
        {"weighted_sum": parts, "key": "weighted_sum"},
        {"weighted_sum": parts, "key": "total"},
    ]


def test_one_composition(stub: Stub) -> None:
    gate = stub.client().reward({"gate": ["group", "length"]}, group_size=1)
    assert gate.__name__ == "gate"
    assert gate(completions=["a", "bb"]) == [1.0, 3.0]


def test_options_beside_a_composition_are_refused(stub: Stub) -> None:
    with pytest.raises(InvalidRequest, match="options go with the name of a reward"):
        stub.client().reward({"gate": ["match", "length"]}, {"threshold": 0.5})


def test_token_ids_cross_only_for_the_option_that_needs_them(stub: Stub) -> None:
    words, tokens = stub.client().reward("ids"), stub.client().reward("ids", {"unit": "tokens"})
    assert words(**TRL_BATCH) == [None] * 4
    assert tokens(**TRL_BATCH) == [1.0] * 4
    assert "columns" not in stub.requests("score")[0]


def test_groups_come_from_neighbouring_prompts_or_from_the_group_size(stub: Stub) -> None:
    client = stub.client()
    assert client.reward("group")(completions=list("abcd"), prompts=["p", "p", "p", "q"]) == [0.0, 0.0, 0.0, 1.0]
    assert client.reward("group", group_size=2)(completions=list("abcd")) == [0.0, 0.0, 1.0, 1.0]
    with pytest.raises(InvalidRequest, match="group_size="):
        client.reward("group")(completions=list("abcd"))


@pytest.mark.parametrize("size", [0, -4, "2", 2.0])
def test_a_group_size_that_is_none_is_refused(stub: Stub, size: Any) -> None:
    with pytest.raises(InvalidRequest, match="group_size is an integer of at least 1, not"):
        stub.client().rewards("group", group_size=size)


def test_a_weight_is_refused_and_sent_to_where_it_belongs(stub: Stub) -> None:
    with pytest.raises(InvalidRequest, match="reward_weights"):
        stub.client().rewards("length", ("match", {}, 0.2))
    with pytest.raises(InvalidRequest, match="reward_weights"):
        stub.client().rewards({"gate": ["length", "match"], "weight": 0.2})


def test_shares_of_nulls_and_timeouts_are_logged_for_every_batch(stub: Stub) -> None:
    logged: list[tuple[str, float]] = []

    def log_metric(name: str, value: float) -> None:
        logged.append((name, value))

    for function in stub.client().rewards("length", "match"):
        function(**TRL_BATCH, log_metric=log_metric)
    assert logged == [
        ("grpo_rewards/length/null_share", 0.0),
        ("grpo_rewards/length/timeout_share", 0.0),
        ("grpo_rewards/match/null_share", 0.25),
        ("grpo_rewards/match/timeout_share", 0.0),
    ]
