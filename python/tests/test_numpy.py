"""Columns of numpy types. Collected only where numpy is installed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grpo_rewards import InvalidRequest
from grpo_rewards.columns import column_values
from grpo_rewards.json_values import to_json_value
from stub import Stub


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.float64(0.5), 0.5),
        (np.float32("nan"), None),
        (np.float64("inf"), None),
        (np.int64(2**60), str(2**60)),
        (np.array([True])[0], True),
        (np.str_("text"), "text"),
        (np.array([[1.0, np.nan], [2.0, 3.0]]), [[1.0, None], [2.0, 3.0]]),
        (np.array(4), 4),
    ],
)
def test_becomes(value: Any, expected: Any) -> None:
    converted = to_json_value(value, "here")
    assert converted == expected
    assert type(converted) is type(expected)


@pytest.mark.parametrize("value", [np.longdouble(1), np.complex128(1j), np.datetime64("2026-01-01")])
def test_what_has_no_json_form_is_refused(value: Any) -> None:
    with pytest.raises(InvalidRequest, match="has no JSON form"):
        to_json_value(value, "here")


def test_an_array_without_rows_is_no_column() -> None:
    with pytest.raises(InvalidRequest, match="one value per completion"):
        column_values(np.array(1), "solution", 1)


def test_arrays_reach_the_server(stub: Stub) -> None:
    match, tokens, ids = stub.client().rewards("match", "tokens", ("ids", {"unit": "tokens"}))
    batch = {
        "completions": np.array(["a", "b"]),
        "completion_ids": [np.arange(3), np.arange(5)],
        "solution": np.array(["a", "c"]),
    }
    assert match(**batch) == [1.0, 0.0]
    assert tokens(**batch) == [3.0, 5.0]
    assert ids(**batch) == [0.0, 0.0]
    assert stub.requests("score")[0]["columns"]["token_ids"] == [[0, 1, 2], [0, 1, 2, 3, 4]]


def test_token_ids_in_one_array_or_as_scalars_of_it(stub: Stub) -> None:
    ids = stub.client().reward("ids", {"unit": "tokens"})
    for completion_ids in (np.array([[7, 8], [9, 10]]), [list(np.array([7, 8])), list(np.array([9, 10]))]):
        assert ids(completions=["a", "b"], completion_ids=completion_ids) == [7.0, 9.0]


def test_an_array_without_rows_holds_no_completions(stub: Stub) -> None:
    with pytest.raises(InvalidRequest, match="completions is a ndarray; pass a list"):
        stub.client().reward("length")(completions=np.array("a"))


def test_a_group_size_may_be_of_any_integer_type(stub: Stub) -> None:
    group = stub.client().reward("group", group_size=np.int64(2))
    assert group(completions=list("abcd")) == [0.0, 0.0, 1.0, 1.0]
