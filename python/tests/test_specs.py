"""How rewards are named."""

from __future__ import annotations

import math
from typing import Any

import pytest

from grpo_rewards import InvalidRequest
from grpo_rewards.specs import Leaf, RewardLike, camel_case_options, parse_specs


def wires(*rewards: RewardLike) -> list[Any]:
    """What goes on the wire for `rewards`."""
    return [spec.wire for spec in parse_specs(rewards)]


def test_the_three_forms_of_a_reward_by_name() -> None:
    wire = wires("accuracy", ("length", {"max_length": 5}), ("tags", {}, 2))
    assert wire == [
        {"name": "accuracy", "key": "accuracy"},
        {"name": "length", "key": "length", "options": {"maxLength": 5}},
        {"name": "tags", "key": "tags", "weight": 2.0},
    ]


def test_a_reward_as_a_mapping() -> None:
    [wire] = wires({"name": "length", "options": {"max_length": 5}, "key": "short", "weight": 2})
    assert wire == {"name": "length", "options": {"maxLength": 5}, "key": "short", "weight": 2.0}


def test_a_composition_of_every_form() -> None:
    [wire] = wires(
        {
            "weighted_sum": [
                "accuracy",
                ("length", {"max_length": 5}, 0.5),
                {"name": "tags", "key": "t"},
                {"gate": ["format", {"clamp": ("cosine", {"max_length": 9}), "max": 1}], "threshold": 0.5, "weight": 3},
            ],
            "key": "total",
            "weight": 2,
        }
    )
    assert wire == {
        "weighted_sum": [
            {"name": "accuracy"},
            {"name": "length", "options": {"maxLength": 5}, "weight": 0.5},
            {"name": "tags", "key": "t"},
            {
                "gate": [{"name": "format"}, {"clamp": {"name": "cosine", "options": {"maxLength": 9}}, "max": 1}],
                "threshold": 0.5,
                "weight": 3.0,
            },
        ],
        "key": "total",
        "weight": 2.0,
    }


def test_the_leaves_of_a_composition() -> None:
    [spec] = parse_specs([{"gate": ["format", {"clamp": ("cosine", {"max_length": 9}), "max": 1}]}])
    assert list(spec.leaves()) == [Leaf("format", {}), Leaf("cosine", {"maxLength": 9})]


def test_a_result_has_the_scores_of_parts_under_the_key_of_the_whole() -> None:
    parts = {"weighted_sum": ["format", {"clamp": {"name": "cosine", "key": "c"}}]}
    plain, whole, named = parse_specs([("format", {}), parts, {**parts, "key": "total"}])
    assert [key for key, _ in plain.keyed_leaves()] == ["format"]
    assert [key for key, _ in whole.keyed_leaves()] == ["weighted_sum.format", "weighted_sum.c"]
    assert list(named.keyed_leaves()) == [("total.format", Leaf("format", {})), ("total.c", Leaf("cosine", {}))]


def test_a_composition_is_called_by_its_combinator_unless_it_has_a_key() -> None:
    gate = {"gate": ["a", "b"]}
    assert [spec.key for spec in parse_specs([gate, gate, {**gate, "key": "gate_2"}, "a"])] == [
        "gate",
        "gate_3",
        "gate_2",
        "a",
    ]


def test_a_key_that_is_asked_for_goes_before_a_name() -> None:
    assert [spec.key for spec in parse_specs(["a", {"name": "b", "key": "a"}])] == ["a_2", "a"]


def test_a_reward_that_is_asked_for_twice_gets_a_key_of_its_own() -> None:
    specs = parse_specs(["a", ("a", {"x": 1}), "a_2", ("a", {"x": 2})])
    assert [spec.key for spec in specs] == ["a", "a_3", "a_2", "a_4"]
    assert [leaf.name for spec in specs for leaf in spec.leaves()] == ["a", "a", "a_2", "a"]


@pytest.mark.parametrize(
    "rewards",
    [
        [],
        "accuracy",
        [7],
        [("a",)],
        [("a", 1)],
        [("a", {}, "1")],
        [("a", {}, math.nan)],
        [("a", {}, 1, 2)],
        {"gate": ["a", "b"]},
    ],
)
def test_what_is_no_reward_is_refused(rewards: Any) -> None:
    with pytest.raises(InvalidRequest) as caught:
        parse_specs(rewards)
    assert caught.value.code == "bad_reward"


MISTAKES: list[tuple[Any, str]] = [
    (["a", 7], r"rewards\[1\] is 7, which is no reward"),
    ([{}], r"rewards\[0\] has none of clamp, fallback, gate, .*this is \{\}"),
    ([{"gaet": ["a", "b"]}], "has none of .*gate.*this is {'gaet'"),
    ([{"gate": ["a", "b"], "clamp": "a"}], "has gate and clamp of"),
    ([{"gate": ["a", {"clamp": 5, "max": 1}]}], r"rewards\[0\]\.gate\[1\]\.clamp is 5, which is no reward"),
    ([{"gate": ("a", "b")}], r"rewards\[0\]\.gate is \('a', 'b'\), which is no reward"),
    ([{"gate": ["a", {"name": 5}]}], r"rewards\[0\]\.gate\[1\] has the name 5"),
    ([{"name": "a", "max_length": 5}], "has 'max_length' beside its name; .* under 'options'"),
    ([{"name": "a", "options": [5]}], r"has the options \[5\]; expected a mapping"),
    ([{"name": "a", "key": ""}], "has the key ''; expected a text"),
    ([{"gate": ["a", "b"], "key": 5}], r"rewards\[0\]\.gate has the key 5"),
    ([{"name": "a", "weight": "1"}], "has the weight '1'; expected a finite number"),
    ([{"name": "a", "key": "x"}, {"name": "b", "key": "x"}], "two rewards ask for the same key.*: x, x"),
]


@pytest.mark.parametrize(("rewards", "problem"), MISTAKES)
def test_a_malformed_reward_is_refused_with_its_place(rewards: Any, problem: str) -> None:
    with pytest.raises(InvalidRequest, match=problem) as caught:
        parse_specs(rewards)
    assert caught.value.code == "bad_reward"


def test_an_option_inside_a_composition_that_is_no_json_is_refused_with_its_place() -> None:
    with pytest.raises(InvalidRequest, match=r"rewards\[0\]\.gate\[1\]: the options of 'b': 'x' holds a object"):
        parse_specs([{"gate": ["a", ("b", {"x": object()})]}])


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


def test_an_option_whose_name_is_no_text_is_refused() -> None:
    given: dict[Any, Any] = {5: 1}
    with pytest.raises(InvalidRequest, match="hold 5, which is no name"):
        camel_case_options(given, "the options of 'length'")
