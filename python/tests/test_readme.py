"""The code in the README, and in the pages of the repository's documentation."""

from __future__ import annotations

import contextlib
import inspect
import io
import itertools
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import grpo_rewards
from grpo_rewards import RewardClient, RewardError, default_client

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


def first_cells(page: Path) -> set[str]:
    """The code in the first cells of a page's tables."""
    rows = re.findall(r"^\| ((?:`[^`]*`(?:, )?)+) *\|", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {code for row in rows for code in re.findall(r"`([^`]+)`", row)}


def test_the_readme_has_every_setting_method_and_error() -> None:
    told = first_cells(PAGES[0])
    settings = set(inspect.signature(RewardClient).parameters)
    errors = {name for name in grpo_rewards.__all__ if _is_error(getattr(grpo_rewards, name))}
    assert settings <= told
    assert errors <= told
    for method in ("rewards", "reward", "score", "stream", "advantages", "list", "close"):
        assert any(cell.startswith(f".{method}(") for cell in told), method


def _is_error(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, RewardError)
