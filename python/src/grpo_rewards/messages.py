"""Conversations reduced to what rewards read: roles and text, and in completions the calls of tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from grpo_rewards.errors import InvalidRequest
from grpo_rewards.json_values import JsonValue, to_json_value

MAX_ARGUMENT_DEPTH = 64
"""Arguments that are deeper are left out: a model writes them, and JSON encoders give up at some depth."""


def slim_conversation(value: Any, where: str) -> JsonValue:
    """A prompt without images, tool calls and the like; `where` names its place in error messages.

    Text stays as it is. Of each message in a list, the role and the text of the content remain; the text parts of a
    multi-part content are joined.

    Raises:
        InvalidRequest: `value` is neither text nor a list of messages.
    """
    return _slim(value, where, _slim_message)


def slim_completion(value: Any, where: str) -> JsonValue:
    """A completion, as `slim_conversation` leaves it, with the tool calls of assistant messages.

    Of a tool call, the function's name and arguments remain. What is no such call is left out, because a model may
    have written it.

    Raises:
        InvalidRequest: `value` is neither text nor a list of messages.
    """
    return _slim(value, where, _slim_sampled_message)


def _slim(value: Any, where: str, slim_message: Callable[[Any, str], JsonValue]) -> JsonValue:
    if isinstance(value, str):
        return value if type(value) is str else str.__str__(value)
    if isinstance(value, (list, tuple)):
        return [slim_message(message, where) for message in value]
    raise InvalidRequest(
        f"{where} is a {type(value).__name__}; expected a str or a list of messages", code="bad_conversation"
    )


def _slim_message(message: Any, where: str) -> dict[str, JsonValue]:
    if not isinstance(message, Mapping) or not isinstance(message.get("role"), str):
        raise InvalidRequest(
            f"{where} has a message that is no mapping with 'role' and 'content': {message!r:.200}",
            code="bad_conversation",
        )
    return {"role": message["role"], "content": _content_text(message.get("content"), where)}


def _slim_sampled_message(message: Any, where: str) -> JsonValue:
    slim = _slim_message(message, where)
    calls = message.get("tool_calls")
    if slim["role"] == "assistant" and isinstance(calls, (list, tuple)) and calls:
        slim["tool_calls"] = [_slim_call(call["function"], where) for call in calls if _is_call(call)]
    return slim


def _is_call(call: Any) -> bool:
    function = call.get("function") if isinstance(call, Mapping) else None
    return isinstance(function, Mapping) and isinstance(function.get("name"), str)


def _slim_call(function: Mapping[str, Any], where: str) -> JsonValue:
    slim: dict[str, JsonValue] = {"name": function["name"]}
    arguments = function.get("arguments")
    if arguments is not None and not _is_deeper(arguments, MAX_ARGUMENT_DEPTH):
        slim["arguments"] = to_json_value(arguments, f"{where}: the arguments of a tool call")
    return {"function": slim}


def _is_deeper(value: Any, limit: int) -> bool:
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, (list, tuple)) else ()
    return limit == 0 or any(_is_deeper(part, limit - 1) for part in parts)


def _content_text(content: Any, where: str) -> str | None:
    if content is None or isinstance(content, str):
        return content
    if isinstance(content, (list, tuple)):
        return "".join(_part_text(part) for part in content)
    raise InvalidRequest(
        f"{where} has a message whose content is a {type(content).__name__}; expected a str, None or a list of parts",
        code="bad_conversation",
    )


def _part_text(part: Any) -> str:
    text = part.get("text") if isinstance(part, Mapping) else part
    return text if isinstance(text, str) else ""
