"""The text rewards of open-r1, written anew from what they compute, with Python's `re` as the originals use it.

open-r1 is no package on PyPI, so that the originals cannot be run here. Each function takes the completions' texts and
returns one score per text.
"""

from __future__ import annotations

import re

TEMPLATE = re.compile(r"^<think>\n.*?\n</think>\n<answer>\n.*?\n</answer>$", re.DOTALL | re.MULTILINE)
STEPS = re.compile(r"(Step \d+:|^\d+\.|\n-|\n\*|First,|Second,|Next,|Finally,)")
TAGS = ("<think>\n", "\n</think>\n", "\n<answer>\n", "\n</answer>")


def answer_format(texts: list[str]) -> list[float]:
    return [1.0 if TEMPLATE.match(text) else 0.0 for text in texts]


def tag_count(texts: list[str]) -> list[float]:
    return [sum(0.25 for tag in TAGS if text.count(tag) == 1) for text in texts]


def reasoning_steps(texts: list[str]) -> list[float]:
    return [min(1.0, len(STEPS.findall(text)) / 3) for text in texts]


def repetition_penalty(texts: list[str], size: int = 3, penalty: float = -1.0) -> list[float]:
    scores = []
    for text in texts:
        words = text.lower().split()
        grams = list(zip(*[words[i:] for i in range(size)], strict=False))
        scores.append((1 - len(set(grams)) / len(grams)) * penalty if grams else 0.0)
    return scores


def code_format(texts: list[str], language: str = "python") -> list[float]:
    pattern = re.compile(
        rf"^<think>\n.*?\n</think>\n<answer>\n.*?```{language}.*?```.*?\n</answer>$", re.DOTALL | re.MULTILINE
    )
    return [1.0 if pattern.match(text) else 0.0 for text in texts]


def soft_overlong_punishment(token_ids: list[list[int]], limit: int = 16384, cache: int = 4096) -> list[float]:
    scores = []
    for ids in token_ids:
        length = len(ids)
        if length <= limit - cache:
            scores.append(0.0)
        elif length <= limit:
            scores.append((limit - cache - length) / cache)
        else:
            scores.append(-1.0)
    return scores
