"""Math-Verify's time for each pair that stands on standard input, in microseconds, as JSON.

Started by `verify.mjs`. Each pair is `{"reference": ..., "completion": ...}`, one JSON array in all. What is timed is
what TRL's accuracy reward does: parse the reference, parse the completion, compare.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from importlib.metadata import version

from math_verify import parse, verify

logging.disable(logging.CRITICAL)
WARM_UP = 20


def judge(pair: dict[str, str]) -> tuple[bool, float]:
    """The verdict, and the microseconds that it took."""
    start = time.perf_counter()
    right = verify(parse(pair["reference"]), parse(pair["completion"]))
    return right, (time.perf_counter() - start) * 1e6


def main() -> None:
    pairs = json.load(sys.stdin)
    for pair in pairs[:WARM_UP]:
        judge(pair)
    judged = [judge(pair) for pair in pairs]
    json.dump({"version": version("math-verify"), "times": [time for _, time in judged]}, sys.stdout)


if __name__ == "__main__":
    main()
