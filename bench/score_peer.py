"""Scores the rows of a file as a script with `datasets` and Math-Verify does, with two processes.

Started by `score.mjs`, with the file of the rows and that for the scored ones. What is called for each row is what
TRL's accuracy reward calls: parse the reference, parse the completion, compare. Prints the mean and the CPU seconds.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import tempfile
from typing import Any

import datasets
from math_verify import parse, verify

PROCESSES = 2


def judge(row: dict[str, Any]) -> dict[str, float]:
    """The score of a row of GSM8K, whose reference stands behind a mark."""
    logging.disable(logging.CRITICAL)
    gold = row["answer"].rsplit("####", 1)[-1].strip()
    return {"score": float(verify(parse(gold), parse(row["completion"])))}


def main() -> None:
    source, target = sys.argv[1:]
    datasets.disable_progress_bars()
    with tempfile.TemporaryDirectory() as cache:
        rows = datasets.load_dataset("json", data_files=source, split="train", cache_dir=cache)
        scored = rows.map(judge, num_proc=PROCESSES)
        scored.to_json(target)
        mean = sum(scored["score"]) / len(scored)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    json.dump({"mean": mean, "cpu": sum(each.ru_utime for each in used)}, sys.stdout)


if __name__ == "__main__":
    main()
