"""Columns: their length, and their packed form."""

from __future__ import annotations

from typing import Any

import pytest

from grpo_rewards import InvalidRequest
from grpo_rewards.columns import column_values, pack_column


def unpack(packed: Any) -> list[Any]:
    """What the server reads."""
    return [packed["values"][position] for position in packed["index"]] if isinstance(packed, dict) else packed


def test_repeated_long_values_are_sent_once() -> None:
    packed = pack_column(["a long solution"] * 3 + ["another long solution"] * 3, "c")
    assert packed == {"values": ["a long solution", "another long solution"], "index": [0, 0, 0, 1, 1, 1]}


def test_repeated_objects_are_converted_once() -> None:
    converted = []

    def convert(value: Any, _: str) -> Any:
        converted.append(value)
        return value

    row = {"tests": ["assert f(1) == 2"] * 5}
    pack_column([row] * 8, "c", convert)
    assert converted == [row]


@pytest.mark.parametrize("items", [["4", "4", "4", "4"], [1, 1, 1], [None] * 8, ["ab", "cd"], [], ["x" * 99]])
def test_a_column_that_an_index_would_not_shorten_stays_plain(items: list[Any]) -> None:
    assert pack_column(items, "c") == items


@pytest.mark.parametrize(
    "items",
    [
        [True, 1, 1.0, True, 1, 1.0] * 9,
        [0, False, None, 0.0] * 9,
        [["an", "equal", "list"], ["an", "equal", "list"]] * 9,
        [{"a": [1, 2, 3]}] * 5 + [{"a": [1, 2, 4]}] * 5,
        ["x" * 40, "y" * 40] * 8,
    ],
)
def test_unpacking_gives_the_column_back_with_its_types(items: list[Any]) -> None:
    unpacked = unpack(pack_column(items, "c"))
    assert unpacked == items
    assert [type(value) for value in unpacked] == [type(value) for value in items]


def test_a_value_without_json_form_is_reported_with_its_row() -> None:
    with pytest.raises(InvalidRequest, match="the column 'image', row 2 holds a object"):
        pack_column(["a", "a", object()], "the column 'image'")


@pytest.mark.parametrize("values", ["ab", 7, {"a": 1, "b": 2}, {1, 2}, None])
def test_what_is_no_column_is_refused(values: Any) -> None:
    with pytest.raises(InvalidRequest, match="solution has to hold one value per completion"):
        column_values(values, "solution", 2)


def test_a_column_of_another_length_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="solution holds 2 values for 3 completions"):
        column_values(["a", "b"], "solution", 3)


def test_a_series_that_is_no_list_is_taken() -> None:
    assert column_values(range(3), "c", 3) == [0, 1, 2]
