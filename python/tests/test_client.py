"""The methods of `RewardClient` that are not for trainers."""

from __future__ import annotations

import math
from typing import Any

import pytest

from grpo_rewards import InvalidRequest, RewardClient, RewardInfo
from grpo_rewards.protocol import OptionCondition
from stub import Stub


def test_score_sends_what_is_asked_for(stub: Stub) -> None:
    result = stub.client(item_timeout=1.5).score(
        ["length", ("match", {"max_length": 3}, 0.5)],
        ["a", "b"],
        columns={"solution": ["a", None], "unread": [object(), object()]},
        groups=["x", "y"],
        advantages={"preset": "trl", "max_std": 2},
    )
    assert result.scores == {"length": [1.0, 1.0], "match": [1.0, None]}
    assert stub.requests("score") == [
        {
            "rewards": [
                {"name": "length", "key": "length"},
                {"name": "match", "key": "match", "options": {"maxLength": 3}, "weight": 0.5},
            ],
            "completions": ["a", "b"],
            "columns": {"solution": ["a", None]},
            "groups": ["x", "y"],
            "advantages": {"estimator": "grpo", "preset": "trl", "maxStd": 2},
            "itemTimeoutMs": 1500,
        }
    ]


def test_score_takes_compositions(stub: Stub) -> None:
    gate = {"gate": ["length", "match"], "threshold": 2, "key": "answer", "weight": 0.5}
    result = stub.client().score([gate, "length"], ["a", "bb"], columns={"solution": ["a", "a"]})
    assert result.scores == {"answer": [2.0, 2.0], "length": [1.0, 2.0]}
    assert stub.requests("score")[0]["rewards"][0] == {
        "gate": [{"name": "length"}, {"name": "match"}],
        "threshold": 2,
        "key": "answer",
        "weight": 0.5,
    }


def test_score_tells_groups_by_the_prompt_column(stub: Stub) -> None:
    columns = {"prompt": ["p", "p", "q"]}
    assert stub.client().score(["group"], list("abc"), columns=columns).scores == {"group": [0.0, 0.0, 1.0]}
    assert "columns" not in stub.requests("score")[0]


def test_advantages_without_groups_are_an_error(stub: Stub) -> None:
    with pytest.raises(InvalidRequest, match="groups="):
        stub.client().score(["length"], ["a"], advantages={})


def test_scores_are_floats_although_json_has_none(stub: Stub) -> None:
    [score] = stub.client().score(["length"], ["abc"]).scores["length"]
    assert type(score) is float


def test_advantages_of_given_rewards(stub: Stub) -> None:
    result = stub.client().advantages((1, 0.5, 0), ["a", "a", "b"], preset="trl", max_std=2)
    assert result == [1.0, 0.5, 0.0]
    assert [type(value) for value in result] == [float] * 3
    assert stub.requests("advantages") == [
        {"rewards": [1, 0.5, 0], "groups": ["a", "a", "b"], "estimator": "grpo", "preset": "trl", "maxStd": 2}
    ]


def test_rewards_that_are_no_number_cross_as_null(stub: Stub) -> None:
    with pytest.raises(TypeError):
        stub.client().advantages([math.nan, None], [0, 0], estimator="rloo")
    assert stub.requests("advantages") == [{"rewards": [None, None], "groups": [0, 0], "estimator": "rloo"}]


def test_advantages_need_one_group_per_reward(stub: Stub) -> None:
    with pytest.raises(InvalidRequest, match="groups holds 1 values for 2 completions"):
        stub.client().advantages([1, 2], [0])


def test_list_tells_what_the_server_offers(stub: Stub) -> None:
    infos = {info.name: info for info in stub.client().list()}
    assert infos["match"] == RewardInfo("match", "", "rollout", (0, 1), ("solution",), (), (), {})
    assert infos["tokens"].optional_columns == ("n_tokens",)
    assert infos["ids"].reads_when == {"token_ids": OptionCondition("unit", ("tokens",))}
    assert infos["group"].kind == "group"


@pytest.mark.usefixtures("encoder")
def test_any_text_reaches_the_server(stub: Stub) -> None:
    completions = ["naïve ∑ 漢字 🎲", "lone \ud800 surrogate", "line\nbreak\r\n\u2028"]
    match = stub.client().score(["match"], completions, columns={"solution": completions})
    assert match.scores == {"match": [1.0, 1.0, 1.0]}


def test_the_representation_tells_whether_a_server_runs(stub: Stub) -> None:
    client = stub.client()
    assert repr(client) == "<RewardClient, no server running>"
    client.list()
    assert repr(client) == f"<RewardClient, server process {client.server_pid}>"


NONSENSE: list[dict[str, Any]] = [
    {"on_error": "ignore"},
    {"on_error": math.nan},
    {"on_error": True},
    {"isolation": "fork"},
    {"none_value": math.inf},
    {"none_value": "0"},
    {"timeout": 0},
    {"timeout": math.nan},
    {"timeout": math.inf},
    {"timeout": "5"},
    {"item_timeout": "1"},
    {"retries": 1.5},
    {"retries": "2"},
    {"item_timeout": math.inf},
    {"retries": -1},
]


@pytest.mark.parametrize("setting", NONSENSE)
def test_settings_that_make_no_sense_are_refused(setting: dict[str, Any]) -> None:
    [name] = setting
    with pytest.raises(InvalidRequest, match=f"{name} is .* not "):
        RewardClient(**setting)
