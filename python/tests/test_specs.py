"""How rewards are named."""

from __future__ import annotations

import math
from typing import Any

import pytest

from grpo_rewards import InvalidRequest
from grpo_rewards.specs import camel_case_options, parse_specs


def test_the_three_forms() -> None:
    wire = [spec.to_wire() for spec in parse_specs(["accuracy", ("length", {"max_length": 5}), ("tags", {}, 2)])]
    assert wire == [
        {"name": "accuracy", "key": "accuracy"},
        {"name": "length", "key": "length", "options": {"maxLength": 5}},
        {"name": "tags", "key": "tags", "weight": 2.0},
    ]


def test_a_reward_that_is_asked_for_twice_gets_a_key_of_its_own() -> None:
    specs = parse_specs(["a", ("a", {"x": 1}), "a_2", ("a", {"x": 2})])
    assert [spec.key for spec in specs] == ["a", "a_3", "a_2", "a_4"]
    assert [spec.name for spec in specs] == ["a", "a", "a_2", "a"]


@pytest.mark.parametrize(
    "rewards", [[], "accuracy", [7], [("a",)], [("a", 1)], [("a", {}, "1")], [("a", {}, math.nan)], [("a", {}, 1, 2)]]
)
def test_what_is_no_reward_is_refused(rewards: Any) -> None:
    with pytest.raises(InvalidRequest) as caught:
        parse_specs(rewards)
    assert caught.value.code == "bad_reward"


@pytest.mark.parametrize(
    ("given", "wire"),
    [
        ({"max_length": 1}, {"maxLength": 1}),
        ({"min_value_if_wrong": 0.1}, {"minValueIfWrong": 0.1}),
        ({"maxLength": 1}, {"maxLength": 1}),
        ({"level_2_only": True}, {"level2Only": True}),
        ({"limits": {"max_length": 1}}, {"limits": {"max_length": 1}}),
        ({"cap": math.inf}, {"cap": None}),
    ],
)
def test_options_are_spelled_in_camel_case_at_the_top_level(given: dict[str, Any], wire: dict[str, Any]) -> None:
    assert camel_case_options(given, "options") == wire


def test_two_spellings_of_one_option_are_refused() -> None:
    with pytest.raises(InvalidRequest, match="'maxLength' twice"):
        camel_case_options({"max_length": 1, "maxLength": 2}, "the options of 'length'")
