"""The data sets: a handful of sums, once as plain prompts and once as conversations."""

import random

from datasets import Dataset

Problem = tuple[int, int]

PROBLEMS: list[Problem] = [(1, 2), (2, 2), (3, 2), (3, 3), (4, 3), (4, 4), (5, 4), (1, 1)]
"""Pairs of addends; every sum has one digit, so that a wrong guess is often near and sometimes right."""

UNSCORABLE = (1, 1)
"""The problem whose reference answer is missing in the data sets: `solution` is None in its row."""


def question(problem: Problem) -> str:
    """The prompt text of `problem`."""
    return f"{problem[0]}+{problem[1]}="


def plain_dataset() -> Dataset:
    """Rows with `prompt` (text) and `solution` (text or None)."""
    return Dataset.from_list([{"prompt": question(p), "solution": _solution(p)} for p in PROBLEMS])


def conversational_dataset() -> Dataset:
    """Rows with `prompt` (one user message) and `solution` (text or None)."""
    return Dataset.from_list(
        [{"prompt": [{"role": "user", "content": question(p)}], "solution": _solution(p)} for p in PROBLEMS]
    )


def completion_variants(problem: Problem, rng: random.Random) -> list[str]:
    """Completions of `problem` that differ in answer, in format and in length."""
    right = sum(problem)
    wrong = rng.choice([n for n in range(10) if n != right])
    thought = f"{problem[0]} and {problem[1]}"
    return [
        f"<think>\n{thought}\n</think>\n\\boxed{{{right}}}",
        f"<think>\n{thought}\n</think>\n\\boxed{{{wrong}}}",
        f"<think>\n{thought}; {thought}; {thought}\n</think>\n\\boxed{{{right}}}",
        f"<think>\n{thought}; {thought}\n\\boxed{{{wrong}}}",
        f"\\boxed{{{right}}}",
        f"It is {wrong}.",
    ]


def _solution(problem: Problem) -> str | None:
    return None if problem == UNSCORABLE else f"\\boxed{{{sum(problem)}}}"
