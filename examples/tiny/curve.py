"""Draws what a run has learned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")
import matplotlib.pyplot as plt


def draw(entries: list[dict[str, Any]], path: Path) -> None:
    """Curves of the held-out accuracy and of the length of the completions over the steps."""
    # The same run makes the same file.
    plt.rcParams["svg.hashsalt"] = "grpo-rewards"
    figure, axes = plt.subplots(figsize=(6, 3), layout="constrained")
    steps = [entry["step"] for entry in entries]
    axes.plot(steps, [100 * entry["held_out_accuracy"] for entry in entries], marker="o")
    axes.set(xlabel="steps of GRPO", ylabel="held-out accuracy, %", ylim=(0, 100))
    axes.grid(alpha=0.3)
    lengths = [(entry["step"], entry["completion_tokens"]) for entry in entries if "completion_tokens" in entry]
    if lengths:
        right = axes.twinx()
        right.plot(*zip(*lengths, strict=True), color="gray", linestyle="--")
        right.set(ylabel="tokens of a completion (dashed)", ylim=(0, None))
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
