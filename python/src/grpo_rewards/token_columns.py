"""The columns that rewards read of a completion's tokens."""

from __future__ import annotations

from typing import Any

from grpo_rewards.errors import InvalidRequest
from grpo_rewards.json_values import JsonValue


def token_list(ids: Any, where: str) -> list[JsonValue]:
    """The ids of one completion's tokens, from a list, an array or a tensor; `where` names its place in errors.

    Raises:
        InvalidRequest: that is no series of integers.
    """
    values = ids.tolist() if hasattr(ids, "tolist") else ids
    if isinstance(values, (list, tuple)):
        numbers = [value.item() if hasattr(value, "item") else value for value in values]
        if all(type(number) is int for number in numbers):
            return numbers
    raise InvalidRequest(f"{where} is {ids!r:.200}; expected a list of token ids", code="bad_column")


def token_count(ids: Any, where: str) -> int:
    """How many tokens one completion has, by their ids.

    Raises:
        InvalidRequest: `ids` is no series.
    """
    try:
        return len(ids)
    except TypeError:
        raise InvalidRequest(f"{where} is {ids!r:.200}; expected a list of token ids", code="bad_column") from None
