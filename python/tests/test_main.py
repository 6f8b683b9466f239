"""`python -m grpo_rewards`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SOURCES = str(Path(__file__).parents[1] / "src")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the module with these arguments."""
    return subprocess.run(
        [sys.executable, "-m", "grpo_rewards", *arguments],
        env={**os.environ, "PYTHONPATH": SOURCES, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_runs_the_doctor_of_the_server_and_exits_as_it_does() -> None:
    well = run("doctor", "--json")
    assert well.returncode == 0, well.stderr
    report = json.loads(well.stdout)
    assert report["ok"]
    assert "scores of a server" in {finding["name"] for finding in report["findings"]}
    usage = run("doctor", "--nonsense")
    assert usage.returncode == 2
    assert "unknown option" in usage.stderr


def test_says_so_when_there_is_no_server_to_run(tmp_path: Path) -> None:
    refused = run("doctor", GRPO_REWARDS_COMMAND=str(tmp_path / "grpo-rewards"))
    assert refused.returncode == 1
    assert "cannot run the reward server" in refused.stderr
    assert "Traceback" not in refused.stderr
