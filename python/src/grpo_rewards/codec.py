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
    """`message` as one line of UTF-8; see `dump_line`."""
    line = dump_line(message)
    return line.encode("ascii") if isinstance(line, str) else line


def dump_line(message: dict[str, Any]) -> bytes | str:
    r"""`message` as one line, the newline included: encoded in UTF-8, or left in ASCII by who cannot encode at once.

    Takes JSON values only, without NaN and infinities (see `grpo_rewards.json_values`). Lone surrogates, which UTF-8
    cannot hold, travel as `\u` escapes.
    """
    if orjson is not None:
        try:
            line: bytes = orjson.dumps(message, option=orjson.OPT_APPEND_NEWLINE)
        except orjson.JSONEncodeError:
            return _dump_escaped(message)
        return line
    return _dump_escaped(message)


def decode_line(line: bytes) -> Any:
    """The JSON value in `line`. Raises ValueError if it holds none."""
    if orjson is not None:
        try:
            return orjson.loads(line)
        except orjson.JSONDecodeError:
            # A lone surrogate in an escape is JSON to everyone else: the standard library has the last word.
            return _decode_escaped(line)
    return _decode_escaped(line)


def _decode_escaped(line: bytes) -> Any:
    # As `json.loads` decodes it, which first tries which encoding it is.
    return json.loads(line.decode("utf-8", "surrogatepass"))


def _dump_escaped(message: dict[str, Any]) -> str:
    line = _ENCODER.encode(message)
    # In place, since nobody else has it: a line may be as long as a batch.
    line += "\n"
    return line
