"""The code in the README, and in the pages of the repository's documentation."""

from __future__ import annotations

import contextlib
import io
import itertools
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from grpo_rewards import RewardClient, default_client

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = [REPOSITORY / "python" / "README.md", REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]


class Block(NamedTuple):
    """A fenced block of a page; `file` is the name that a page gives it."""

    page: Path
    language: str
    file: str
    code: str


def blocks_of(page: Path) -> list[Block]:
    """All blocks of a page. A file of the README is named by its first line."""
    found = re.findall(
        r"^```(\w+)([^\n]*)\n(.*?)^```$", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    blocks = []
    for language, info, code in found:
        named = re.search(r"file=(\S+)", info) or re.match(r"# (\S+\.yaml)\n", code)
        blocks.append(Block(page, language, named[1] if named else "", code))
    return blocks


BLOCKS = [block for page in PAGES for block in blocks_of(page)]
PYTHON = [block for block in BLOCKS if block.language == "python"]
EXAMPLES = [
    (block, output.code)
    for block, output in itertools.pairwise(BLOCKS)
    if (block.page, block.language, output.language) == (output.page, "python", "text")
]


def title(value: object) -> str:
    """The page and the first line of a block's output, as the name of its test."""
    return f"{value.page.stem}: {value.code.splitlines()[0]}" if isinstance(value, Block) else ""


@pytest.mark.parametrize("block", PYTHON, ids=title)
def test_python_blocks_are_python(block: Block) -> None:
    compile(block.code, str(block.page), "exec")


def test_there_are_examples_with_outputs() -> None:
    assert len([block for block, _ in EXAMPLES if block.page.parent.name == "python"]) == 4
    assert len({block.page for block, _ in EXAMPLES}) >= 7


@pytest.mark.usefixtures("server_main")
@pytest.mark.parametrize(("block", "output"), EXAMPLES, ids=title)
def test_a_block_with_an_output_prints_it(
    block: Block, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in BLOCKS:
        if other.page == block.page and other.file:
            (tmp_path / other.file).write_text(other.code)
    monkeypatch.chdir(tmp_path)
    clients: dict[tuple[Any, ...], RewardClient] = {}
    monkeypatch.setattr(default_client, "_clients", clients)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block.code, str(block.page), "exec"), {})
    for client in clients.values():
        client.close()
    assert printed.getvalue() == output
