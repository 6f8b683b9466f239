"""Times other systems' reward functions for `rewards.mjs`, which starts it with the file of the completions.

The first line of output says what can be timed and what is not installed. Then each line of input names a function, and
the line of output has the milliseconds of CPU time of one run over all completions, and the scores.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import open_r1_text

os.environ["HF_HUB_OFFLINE"] = "1"
logging.disable(logging.CRITICAL)

Peer = Callable[[], list[float | None]]

batch = json.loads(Path(sys.argv[1]).read_text())
completions = [[{"role": "assistant", "content": text}] for text in batch["texts"]]
token_ids: list[list[int]] = batch["tokenIds"]
solutions: list[str] = batch["solutions"]


def open_r1_peers() -> dict[str, Peer]:
    return {
        "open_r1.format": lambda: open_r1_text.answer_format(completions),
        "open_r1.tag_count": lambda: open_r1_text.tag_count(completions),
        "open_r1.reasoning_steps": lambda: open_r1_text.reasoning_steps(completions),
        "open_r1.repetition_penalty": lambda: open_r1_text.repetition_penalty(completions),
        "open_r1.code_format": lambda: open_r1_text.code_format(completions),
    }


def trl_peers() -> dict[str, Peer]:
    from trl import rewards

    repetition = rewards.get_repetition_penalty_reward(3)
    overlong = rewards.get_soft_overlong_punishment(16384, 4096)
    return {
        "trl.think_format": lambda: rewards.think_format_reward(completions),
        "trl.repetition_penalty": lambda: repetition(token_ids),
        "trl.soft_overlong_punishment": lambda: overlong(token_ids),
    }


def verifier_peers() -> dict[str, Peer]:
    import math_verify  # noqa: F401  (TRL looks for it when it is called)
    from trl import rewards

    cosine = rewards.get_cosine_scaled_reward(max_len=16384)
    return {
        "trl.accuracy": lambda: rewards.accuracy_reward(completions, solutions),
        "trl.reasoning_accuracy": lambda: rewards.reasoning_accuracy_reward(completions, solutions),
        "trl.cosine_scaled": lambda: cosine(completions, solutions, completion_ids=token_ids),
    }


def available() -> tuple[dict[str, Peer], list[str]]:
    """The functions that can be timed, and the modules that others need."""
    peers: dict[str, Peer] = {}
    missing: list[str] = []
    for load in (open_r1_peers, trl_peers, verifier_peers):
        try:
            peers |= load()
        except ModuleNotFoundError as error:
            missing.append(str(error.name))
    return peers, sorted(set(missing))


def reply(message: object) -> None:
    print(json.dumps(message), flush=True)


def main() -> None:
    peers, missing = available()
    reply({"names": list(peers), "missing": missing})
    for line in sys.stdin:
        start = time.process_time()
        scores = peers[line.strip()]()
        reply({"ms": (time.process_time() - start) * 1000, "scores": scores})


if __name__ == "__main__":
    main()
