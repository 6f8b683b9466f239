"""The code in the README."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
PYTHON = [code for language, code in BLOCKS if language == "python"]
OUTPUTS = [code for language, code in BLOCKS if language == "text"]


@pytest.mark.parametrize("code", PYTHON)
def test_python_blocks_are_python(code: str) -> None:
    compile(code, str(README), "exec")


@pytest.mark.integration
@pytest.mark.usefixtures("server_main")
def test_the_block_with_an_output_prints_it() -> None:
    [expected] = OUTPUTS
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(PYTHON[1], str(README), "exec"), {})
    assert printed.getvalue() == expected
