"""Conversations reduced to what rewards read: roles and text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grpo_rewards.errors import InvalidRequest
from grpo_rewards.json_values import JsonValue


def slim_conversation(value: Any, where: str) -> JsonValue:
    """A completion or prompt without images, tool calls and the like; `where` names its place in error messages.

    Text stays as it is. Of each message in a list, the role and the text of the content remain; the text parts of a
    multi-part content are joined.

    Raises:
        InvalidRequest: `value` is neither text nor a list of messages.
    """
    if isinstance(value, str):
        return value if type(value) is str else str.__str__(value)
    if isinstance(value, (list, tuple)):
        return [_slim_message(message, where) for message in value]
    raise InvalidRequest(
        f"{where} is a {type(value).__name__}; expected a str or a list of messages", code="bad_conversation"
    )


def _slim_message(message: Any, where: str) -> JsonValue:
    if not isinstance(message, Mapping) or not isinstance(message.get("role"), str):
        raise InvalidRequest(
            f"{where} has a message that is no mapping with 'role' and 'content': {message!r:.200}",
            code="bad_conversation",
        )
    return {"role": message["role"], "content": _content_text(message.get("content"), where)}


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
