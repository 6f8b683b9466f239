"""Conversations reduced to roles and text."""

from __future__ import annotations

from typing import Any

import pytest

from grpo_rewards import InvalidRequest
from grpo_rewards.messages import slim_conversation


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
