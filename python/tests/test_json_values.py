"""Values of any type as JSON values."""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import math
from typing import Any

import pytest

from grpo_rewards import InvalidRequest
from grpo_rewards.json_values import to_json_value


class Color(str, enum.Enum):
    """A str with a subclass."""

    RED = "red"


class FakeArray:
    """What numpy arrays and torch tensors have in common here."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def tolist(self) -> Any:
        """The value in Python types."""
        return self._value


class FakeScalar:
    """A scalar that only has `item`."""

    def item(self) -> float:
        """The value in Python types."""
        return 2.5


class Stubborn:
    """Like numpy.longdouble, which converts to itself."""

    def tolist(self) -> Stubborn:
        """Not a Python type."""
        return self


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (7, 7),
        (0.5, 0.5),
        ("text", "text"),
        (math.nan, None),
        (math.inf, None),
        (-math.inf, None),
        (Color.RED, "red"),
        (2**53 - 1, 2**53 - 1),
        (2**53, "9007199254740992"),
        (-(2**64), "-18446744073709551616"),
        ((1, [math.nan]), [1, [None]]),
        ({"a": {"b": (Color.RED,)}}, {"a": {"b": ["red"]}}),
        (FakeArray([1.5, math.nan]), [1.5, None]),
        ([FakeArray(3)], [3]),
        (FakeScalar(), 2.5),
    ],
)
def test_becomes(value: Any, expected: Any) -> None:
    converted = to_json_value(value, "here")
    assert converted == expected
    assert type(converted) is type(expected)


@pytest.mark.parametrize(
    "value",
    [b"bytes", {1, 2}, object(), 1j, decimal.Decimal(1), dt.date(2026, 1, 1), {1: "a"}, [object()], Stubborn()],
)
def test_what_has_no_json_form_is_refused_by_its_place(value: Any) -> None:
    with pytest.raises(InvalidRequest, match="the column 'meta', row 3") as caught:
        to_json_value(value, "the column 'meta', row 3")
    assert caught.value.code == "not_json"
