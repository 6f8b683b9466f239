"""One column of a batch: checked for length, freed of arrays, and packed without its repetitions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias

from grpo_rewards.errors import InvalidRequest
from grpo_rewards.json_values import JsonValue, to_json_value

PackedColumn: TypeAlias = "list[JsonValue] | dict[str, list[JsonValue]]"
Convert: TypeAlias = Callable[[Any, str], JsonValue]

_HASHABLE_SCALARS = frozenset({str, int, float, bool, type(None)})
_INDEX_OVERHEAD = len('{"values":,"index":[]}')


def is_column(values: Any) -> bool:
    """Whether `values` looks like one value per row: a series with a length and an order, and not text."""
    return isinstance(values, (list, tuple)) or (
        hasattr(values, "__len__")
        and hasattr(values, "__iter__")
        and not isinstance(values, (str, bytes, Mapping, AbstractSet))
    )


def column_values(values: Any, name: str, count: int) -> list[Any]:
    """`values` as a list of `count` items, where they are neither copied nor converted.

    Raises:
        InvalidRequest: `values` is no series of that length.
    """
    items = values.tolist() if hasattr(values, "tolist") else values
    if not is_column(items):
        raise InvalidRequest(
            f"{name} has to hold one value per completion ({count}), but is a {type(values).__name__}",
            code="bad_column",
        )
    items = list(items)
    if len(items) != count:
        raise InvalidRequest(
            f"{name} holds {len(items)} values for {count} completions; it needs one value per completion",
            code="bad_column",
        )
    return items


def pack_column(items: list[Any], name: str, convert: Convert = to_json_value) -> PackedColumn:
    """The column in its wire form: `{"values", "index"}` where that is smaller, else one value per completion.

    Trainers repeat each row once per generation, most often as the same object, so only distinct objects are converted.
    """
    firsts, index = _distinct(items)
    values = [
        item if type(item) is str and convert is to_json_value else convert(item, f"{name}, row {row}")
        for row, item in firsts
    ]
    if len(values) == len(items):
        return values
    sizes = [_json_size(value) for value in values]
    plain = sum(sizes[position] for position in index)
    indexed = sum(sizes) + sum(len(str(position)) for position in index) + _INDEX_OVERHEAD
    if plain <= indexed:
        return [values[position] for position in index]
    return {"values": values, "index": list(index)}


def _distinct(items: list[Any]) -> tuple[list[tuple[int, Any]], list[int]]:
    """The first occurrences with their rows, and for each item the position of its first occurrence."""
    by_identity: dict[int, int] = {}
    by_value: dict[tuple[type, Any], int] = {}
    firsts: list[tuple[int, Any]] = []
    index: list[int] = []
    for row, item in enumerate(items):
        position = by_identity.get(id(item))
        if position is None:
            position = len(firsts)
            if type(item) in _HASHABLE_SCALARS:
                # The type belongs to the key: True, 1 and 1.0 are equal, but not the same JSON.
                position = by_value.setdefault((type(item), item), position)
            if position == len(firsts):
                firsts.append((row, item))
            by_identity[id(item)] = position
        index.append(position)
    return firsts, index


def _json_size(value: JsonValue) -> int:
    """About how many bytes `value` takes: close enough to choose between two forms of a column."""
    return len(value) + 2 if isinstance(value, str) else len(str(value))
