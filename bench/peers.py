"""TRL's own reward functions beside this library's, on the same completions, in one run.

Needs the environment that `npm run test:trl` makes; with `math-verify[antlr4_13_2]` installed into it, accuracy is
compared too:

    .venv-trl/bin/python bench/peers.py
"""

from __future__ import annotations

import importlib.util
import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

from trl.rewards import (  # noqa: E402  (the hub is switched off before TRL looks)
    accuracy_reward,
    get_cosine_scaled_reward,
    get_soft_overlong_punishment,
    think_format_reward,
)

BENCH = Path(__file__).parent
RUNS = 5


def own_figures() -> dict[str, float]:
    """Median microseconds per completion of each reward of this library."""
    command = ["node", str(BENCH / "rewards.mjs"), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def completions() -> list[str]:
    script = f"import {{ completions }} from '{(BENCH / 'completions.mjs').as_uri()}'; console.log(JSON.stringify(completions))"
    command = ["node", "--input-type=module", "--eval", script]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def microseconds_each(call: Callable[[], list[float | None]], count: int) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        assert len(call()) == count
        times.append((time.perf_counter() - start) / count * 1e6)
    return statistics.median(times)


def main() -> None:
    texts = completions()
    messages = [[{"role": "assistant", "content": text}] for text in texts]
    solutions = [f"$\\boxed{{{i}}}$" for i in range(len(texts))]
    token_ids = [[0] * 6000] * len(texts)
    peers: dict[str, Callable[[], list[float | None]]] = {
        "think_format": lambda: think_format_reward(messages),
        "soft_overlong_punishment": lambda: get_soft_overlong_punishment(16384, 4096)(token_ids),
    }
    if importlib.util.find_spec("math_verify"):
        cosine = get_cosine_scaled_reward(max_len=1000)
        peers["accuracy"] = lambda: accuracy_reward(messages, solutions)
        peers["cosine_scaled"] = lambda: cosine(messages, solutions, completion_ids=token_ids)

    before = own_figures()
    theirs = {name: microseconds_each(call, len(texts)) for name, call in peers.items()}
    after = own_figures()
    print(f"{'reward':<26}{'here µs':>10}{'TRL µs':>12}{'ratio':>9}")
    for name, figure in theirs.items():
        own = statistics.mean([before[name], after[name]])
        print(f"{name:<26}{own:>10.2f}{figure:>12.2f}{figure / own:>8.1f}x")


if __name__ == "__main__":
    main()
