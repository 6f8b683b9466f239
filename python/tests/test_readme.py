"""The code in the README."""

from __future__ import annotations

import contextlib
import io
import itertools
import re
from pathlib import Path

import pytest

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
PYTHON = [code for language, code in BLOCKS if language == "python"]
EXAMPLES = [
    (code, output)
    for (language, code), (kind, output) in itertools.pairwise(BLOCKS)
    if (language, kind) == ("python", "text")
]
FILES = [code for language, code in BLOCKS if language == "yaml"]


@pytest.mark.parametrize("code", PYTHON)
def test_python_blocks_are_python(code: str) -> None:
    compile(code, str(README), "exec")


def test_there_are_examples_with_outputs() -> None:
    assert len(EXAMPLES) == 4


@pytest.mark.usefixtures("server_main")
@pytest.mark.parametrize(("code", "output"), EXAMPLES)
def test_a_block_with_an_output_prints_it(
    code: str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in FILES:
        (tmp_path / file.partition("\n")[0].removeprefix("# ")).write_text(file)
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, str(README), "exec"), {})
    assert printed.getvalue() == output
