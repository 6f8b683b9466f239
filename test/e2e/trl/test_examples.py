"""The examples that learn, for a few steps."""

import importlib
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"

SMALL = {
    "learn-arithmetic": ["--warm-steps", "5", "--batch", "16"],
    "countdown": ["--warm-steps", "5", "--warm-batch", "8", "--batch", "16", "--max-tokens", "32", "--width", "64"],
}


@pytest.mark.parametrize("name", SMALL)
def test_it_learns_and_draws_what_it_has_learned(name: str, tmp_path: Path) -> None:
    options = [*SMALL[name], "--steps", "2", "--layers", "2", "--out", str(tmp_path)]
    told = subprocess.run(
        [sys.executable, str(EXAMPLES / name / "learn.py"), *options], check=True, capture_output=True, text=True
    ).stdout
    entries = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [entry["step"] for entry in entries] == [0, 1, 2]
    assert all(0 <= entry["held_out_accuracy"] <= 1 for entry in entries)
    assert 0 < entries[-1]["reward_share"] < 1
    assert entries[-1]["completion_tokens"] > 0
    assert "held-out accuracy" in told
    assert (tmp_path / "curve.svg").read_text().lstrip().startswith("<?xml")


@pytest.mark.parametrize("name", SMALL)
def test_its_readme_has_the_figures_of_its_log(name: str) -> None:
    entries = [json.loads(line) for line in (EXAMPLES / name / "log.jsonl").read_text().splitlines()]
    readme = (EXAMPLES / name / "README.md").read_text()
    for entry in (entries[0], entries[-1]):
        assert f"{entry['held_out_accuracy']:.1%}".replace("%", " %") in readme
    assert f"{entries[-1]['reward_share']:.1%}".replace("%", " %") in readme


def test_the_puzzles_have_solutions_and_the_searches_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(EXAMPLES / "countdown")
    puzzles = importlib.import_module("puzzles")
    _, held_out = puzzles.split_puzzles(500, seed=0)
    rng, found = random.Random(0), 0
    for puzzle in held_out:
        assert any(way.value == puzzle.target for way in puzzles.ways(puzzle.numbers))
        asked, _, shown = puzzles.demonstration(puzzle, rng).partition("<think>")
        assert asked == puzzles.question(puzzle)
        thought, _, answer = shown.removesuffix("</answer>").partition("</think><answer>")
        for statement in thought.replace(";", ",").split(",")[:-1]:
            assert eval(statement.replace("=", "=="))
        found += eval(answer) == puzzle.target
    assert 0.2 < found / len(held_out) < 0.4
