"""Conversations reduced to roles, text and calls of tools."""

from __future__ import annotations

from typing import Any, cast

import pytest

from grpo_rewards import InvalidRequest
from grpo_rewards.messages import MAX_ARGUMENT_DEPTH, slim_completion, slim_conversation


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", "text"),
        ([], []),
        ([{"role": "assistant", "content": "4"}], [{"role": "assistant", "content": "4"}]),
        ([{"role": "assistant", "content": None}], [{"role": "assistant", "content": None}]),
        ([{"role": "assistant"}], [{"role": "assistant", "content": None}]),
        (
            [{"role": "assistant", "content": "4", "tool_calls": [object()], "reasoning_content": "hm"}],
            [{"role": "assistant", "content": "4"}],
        ),
        (
            [
                {
                    "role": "user",
                    "content": [{"type": "image", "image": object()}, {"type": "text", "text": "What "}, "is?"],
                }
            ],
            [{"role": "user", "content": "What is?"}],
        ),
    ],
)
def test_becomes(value: Any, expected: Any) -> None:
    assert slim_conversation(value, "here") == expected


def called(calls: Any, role: str = "assistant") -> Any:
    """What crosses of the tool calls of a message in a completion."""
    [message] = cast("list[Any]", slim_completion([{"role": role, "content": None, "tool_calls": calls}], "here"))
    return message.get("tool_calls")


def test_the_tool_calls_of_a_completion_cross_with_name_and_arguments_only() -> None:
    parsed = {"type": "function", "function": {"name": "search", "arguments": {"q": "4"}, "parsed": object()}}
    text = {"id": "call_1", "function": {"name": "search", "arguments": '{"q": "4"}'}, "image": object()}
    assert called([parsed, text]) == [
        {"function": {"name": "search", "arguments": {"q": "4"}}},
        {"function": {"name": "search", "arguments": '{"q": "4"}'}},
    ]


def test_a_completion_without_tool_calls_is_as_any_conversation() -> None:
    assert slim_completion("text", "here") == "text"
    none: list[Any] = [None, [], "search", {"function": {"name": "search"}}]
    assert [called(calls) for calls in none] == [None] * 4
    assert called([{"function": {"name": "search"}}], role="tool") is None


@pytest.mark.parametrize(
    "call", [7, None, object(), {}, {"function": "f"}, {"function": {}}, {"function": {"name": 5}}]
)
def test_what_is_no_tool_call_is_left_out(call: Any) -> None:
    assert called([call, {"function": {"name": "f"}}]) == [{"function": {"name": "f"}}]


def test_arguments_that_are_too_deep_for_an_encoder_are_left_out() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert called([{"function": {"name": "f", "arguments": deep}}]) == [{"function": {"name": "f"}}]
    fair: Any = "x"
    for _ in range(MAX_ARGUMENT_DEPTH - 1):
        fair = {"a": fair}
    assert called([{"function": {"name": "f", "arguments": fair}}])[0]["function"]["arguments"] == fair


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (7, "is a int; expected a str or a list of messages"),
        ({"role": "assistant", "content": "4"}, "is a dict; expected a str or a list of messages"),
        (["text"], "a message that is no mapping"),
        ([{"content": "4"}], "a message that is no mapping with 'role'"),
        ([{"role": "assistant", "content": 4}], "whose content is a int"),
    ],
)
def test_what_is_no_conversation_is_refused_by_its_place(value: Any, problem: str) -> None:
    with pytest.raises(InvalidRequest, match=f"completions, row 3 .*{problem}"):
        slim_conversation(value, "completions, row 3")
