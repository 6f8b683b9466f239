"""Messages and lines of JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from grpo_rewards.codec import decode_line, encode_line

TEXTS = ["", "plain", 'quo"te', "new\nline", "naïve ∑ 漢字 🎲", "null\0byte", "lone \ud800 surrogate", "\udfff"]


@pytest.mark.usefixtures("encoder")
@pytest.mark.parametrize("text", TEXTS)
def test_text_survives_the_way_there_and_back(text: str) -> None:
    line = encode_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert decode_line(line) == {"text": text}


@pytest.mark.usefixtures("encoder")
@pytest.mark.parametrize("text", TEXTS)
def test_a_message_is_one_line(text: str) -> None:
    line = encode_line({"text": text})
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")


@pytest.mark.usefixtures("encoder")
def test_a_lone_surrogate_travels_as_an_escape() -> None:
    assert encode_line({"text": "a\ud800b"}) == b'{"text":"a\\ud800b"}\n'


@pytest.mark.usefixtures("encoder")
def test_numbers_and_nesting_survive() -> None:
    message: dict[str, Any] = {"values": [None, True, 0, -1, 2**53 - 1, 0.1, 1e300], "nested": [{"a": [[]]}]}
    assert decode_line(encode_line(message)) == message


@pytest.mark.usefixtures("encoder")
def test_a_line_that_is_no_json_is_a_value_error() -> None:
    with pytest.raises(ValueError, match=r"(?i)expect|json"):
        decode_line(b"Listening on port 80")
