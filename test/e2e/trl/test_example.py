"""The example that learns to add, for a few steps."""

import json
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "learn-arithmetic"


def test_it_learns_and_draws_what_it_has_learned(tmp_path: Path) -> None:
    options = ["--steps", "2", "--warm-steps", "5", "--batch", "16", "--out", str(tmp_path)]
    told = subprocess.run(
        [sys.executable, str(EXAMPLE / "learn.py"), *options], check=True, capture_output=True, text=True
    ).stdout
    entries = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [entry["step"] for entry in entries] == [0, 1, 2]
    assert all(0 <= entry["held_out_accuracy"] <= 1 for entry in entries)
    assert 0 < entries[-1]["reward_share"] < 1
    assert "held-out accuracy" in told
    assert (tmp_path / "curve.svg").read_text().lstrip().startswith("<?xml")


def test_its_readme_has_the_figures_of_its_log() -> None:
    entries = [json.loads(line) for line in (EXAMPLE / "log.jsonl").read_text().splitlines()]
    readme = (EXAMPLE / "README.md").read_text()
    for entry in (entries[0], entries[-1]):
        assert f"{entry['held_out_accuracy']:.1%}".replace("%", " %") in readme
    assert f"{entries[-1]['reward_share']:.1%}".replace("%", " %") in readme
