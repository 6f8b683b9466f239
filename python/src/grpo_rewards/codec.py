"""Messages to and from lines of JSON: orjson where it is installed, else the standard library."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType


def _import_orjson() -> ModuleType | None:
    try:
        return importlib.import_module("orjson")
    except ModuleNotFoundError:
        return None


orjson = _import_orjson()

_ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


def encode_line(message: dict[str, Any]) -> bytes:
    r"""`message` as one line of UTF-8, the newline included.

    Takes JSON values only, without NaN and infinities (see `grpo_rewards.json_values`). Lone surrogates, which UTF-8
    cannot hold, travel as `\u` escapes.
    """
    if orjson is not None:
        try:
            line: bytes = orjson.dumps(message, option=orjson.OPT_APPEND_NEWLINE)
        except orjson.JSONEncodeError:
            return _encode_escaped(message)
        return line
    return _encode_escaped(message)


def decode_line(line: bytes) -> Any:
    """The JSON value in `line`. Raises ValueError if it holds none."""
    if orjson is not None:
        try:
            return orjson.loads(line)
        except orjson.JSONDecodeError:
            # A lone surrogate in an escape is JSON to everyone else: the standard library has the last word.
            return json.loads(line)
    return json.loads(line)


def _encode_escaped(message: dict[str, Any]) -> bytes:
    return _ENCODER.encode(message).encode("ascii") + b"\n"
