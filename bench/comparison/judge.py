"""A grader in Python: reads one pair a line, and writes for each whether it is right, and the microseconds it took.

    python judge.py NAME

Started by `comparison.mjs`. The first line of output names the version. open-r1 is no package on PyPI: its grader is
written anew, with the settings of the original.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from importlib.metadata import version

os.environ["HF_HUB_OFFLINE"] = "1"
logging.disable(logging.CRITICAL)

Pair = dict[str, str]


def math_verify_grader() -> Callable[[Pair], bool]:
    from math_verify import ExprExtractionConfig, LatexExtractionConfig, StringExtractionConfig, parse, verify

    latex, expression = LatexExtractionConfig(), ExprExtractionConfig()
    configurations = {
        "default": [latex, expression],
        "latex": [latex],
        "expr": [expression],
        "string": [StringExtractionConfig()],
    }

    def grade(pair: Pair) -> bool:
        configuration = configurations[pair["extract"]]
        return verify(parse(quoted(pair), configuration), parse(pair["completion"], configuration))

    return grade


def trl_grader() -> Callable[[Pair], bool]:
    from trl.rewards import accuracy_reward

    def grade(pair: Pair) -> bool:
        return accuracy_reward([[{"content": pair["completion"]}]], [quoted(pair)])[0] == 1.0

    return grade


def open_r1_grader() -> Callable[[Pair], bool]:
    from latex2sympy2_extended import NormalizationConfig
    from math_verify import LatexExtractionConfig, parse, verify

    normalization = NormalizationConfig(
        nits=False, malformed_operators=False, basic_latex=True, equations=True, boxed="all", units=True
    )
    configuration = LatexExtractionConfig(
        normalization_config=normalization, boxed_match_priority=0, try_extract_without_anchor=False
    )

    def grade(pair: Pair) -> bool:
        gold = parse(quoted(pair), extraction_mode="first_match")
        answer = parse(pair["completion"], extraction_config=[configuration], extraction_mode="first_match")
        return bool(gold) and verify(gold, answer)

    return grade


def quoted(pair: Pair) -> str:
    """The reference as these graders want it: a formula."""
    return f"${pair['reference']}$"


GRADERS = {
    "Math-Verify": ("math-verify", math_verify_grader),
    "TRL": ("trl", trl_grader),
    "open-r1": ("math-verify", open_r1_grader),
}


def main() -> None:
    package, load = GRADERS[sys.argv[1]]
    grade = load()
    print(json.dumps({"version": version(package)}), flush=True)
    for line in sys.stdin:
        pair = json.loads(line)
        start = time.perf_counter()
        try:
            right = bool(grade(pair))
        except Exception:  # noqa: BLE001 - what a grader fails on is wrong
            right = False
        print(json.dumps({"right": right, "us": (time.perf_counter() - start) * 1e6}), flush=True)


if __name__ == "__main__":
    main()
