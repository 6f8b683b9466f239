"""Any value that a trainer's column may hold, as the JSON value that crosses the bridge."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, TypeAlias

from grpo_rewards.errors import InvalidRequest

JsonScalar: TypeAlias = "bool | int | float | str | None"
JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"

MAX_SAFE_INTEGER = 2**53 - 1
"""The largest integer that JavaScript's numbers hold exactly."""


def to_json_value(value: Any, where: str) -> JsonValue:
    """`value` in plain JSON types; `where` names its place in error messages.

    NaN and infinities become None. Integers beyond `MAX_SAFE_INTEGER` become decimal strings, because the other side
    would round them. Arrays, tensors and their scalars are converted by their `tolist` or `item`.

    Raises:
        InvalidRequest: the value, or one inside it, has no JSON form.
    """
    if value is None or isinstance(value, (bool, str, int, float)):
        return _plain_scalar(value)
    if isinstance(value, (list, tuple)):
        return [to_json_value(item, where) for item in value]
    if isinstance(value, Mapping):
        return {_key(key, where): to_json_value(item, where) for key, item in value.items()}
    return to_json_value(_unwrap_array(value, where), where)


def _plain_scalar(value: JsonScalar) -> JsonScalar:
    """`value` without its subclass, if it has one (numpy.float64, an enum), and in JavaScript's range."""
    if isinstance(value, str):
        return value if type(value) is str else str.__str__(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if value is None or isinstance(value, bool):
        return value
    number = int(value)
    return number if abs(number) <= MAX_SAFE_INTEGER else str(number)


def _key(key: Any, where: str) -> str:
    if isinstance(key, str):
        return str.__str__(key)
    raise InvalidRequest(
        f"{where} has a mapping with a key of type {type(key).__name__}; JSON allows only str keys", code="not_json"
    )


def _unwrap_array(value: Any, where: str) -> Any:
    for method in ("tolist", "item"):
        convert = getattr(value, method, None)
        if callable(convert):
            converted = convert()
            # numpy.longdouble has no Python counterpart: its tolist returns itself.
            if type(converted) is not type(value):
                return converted
    raise InvalidRequest(
        f"{where} holds a {type(value).__name__}, which has no JSON form. Convert it to a str, a number, a bool, "
        "a list or a dict in the data set, or leave that column out",
        code="not_json",
    )
