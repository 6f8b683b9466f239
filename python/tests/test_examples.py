"""The examples, as a reader runs them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from processes import PATIENCE_SECONDS, is_alive

DEMO = Path(__file__).resolve().parents[1] / "examples" / "demo.py"


def run_demo(**environment: str) -> subprocess.CompletedProcess[str]:
    """The demo in a Python that has nothing installed."""
    command = [sys.executable, "-I", str(DEMO)]
    return subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )


@pytest.mark.usefixtures("server_main")
def test_the_demo_prints_scores_rewards_and_advantages() -> None:
    demo = run_demo()
    assert (demo.returncode, demo.stderr) == (0, "")
    rows = re.findall(r"^  (.+?)((?: +(?:-?\d\.\d\d|-)){5})$", demo.stdout, flags=re.MULTILINE)
    numbers = [values.split() for _, values in rows]
    assert len(numbers) == 12
    assert [row[0] for row in numbers] == ["1.00", "1.00", "0.00", "0.00"] + ["1.00"] * 4 + ["-"] * 4
    assert [row[-1] for row in numbers[4:8]] == ["0.00"] * 4
    assert float(numbers[0][-1]) > float(numbers[1][-1]) > 0 > float(numbers[2][-1]) > float(numbers[3][-1])
    assert "(-) no accuracy score, reference:" in demo.stdout
    assert demo.stdout.endswith("Stopped the reward server.\n")
    started = re.search(r"process (\d+)", demo.stdout)
    assert started is not None
    assert not is_alive(int(started[1]))


def test_the_demo_without_a_server_says_what_is_missing() -> None:
    demo = run_demo(GRPO_REWARDS_COMMAND="/no/such/program")
    assert demo.returncode == 1
    assert demo.stdout == ""
    assert demo.stderr.startswith("The demo cannot run: cannot run the reward server with ['/no/such/program'")
