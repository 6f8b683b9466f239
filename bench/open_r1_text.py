"""The text rewards of open-r1, written anew from what they compute, step for step as the originals compute it.

open-r1 is no package on PyPI, so that the originals cannot be run here. As in the original each function takes the
completions as conversations of one message, and returns one score per completion.
"""

from __future__ import annotations

import re

Conversations = list[list[dict[str, str]]]

TAGS = ("<think>\n", "\n</think>\n", "\n<answer>\n", "\n</answer>")


def texts_of(completions: Conversations) -> list[str]:
    return [completion[0]["content"] for completion in completions]


def answer_format(completions: Conversations) -> list[float]:
    pattern = r"^<think>\n.*?\n</think>\n<answer>\n.*?\n</answer>$"
    matches = [re.match(pattern, text, re.DOTALL | re.MULTILINE) for text in texts_of(completions)]
    return [1.0 if match else 0.0 for match in matches]


def tag_count(completions: Conversations) -> list[float]:
    return [sum(0.25 for tag in TAGS if text.count(tag) == 1) for text in texts_of(completions)]


def reasoning_steps(completions: Conversations) -> list[float]:
    pattern = r"(Step \d+:|^\d+\.|\n-|\n\*|First,|Second,|Next,|Finally,)"
    return [min(1.0, len(re.findall(pattern, text)) / 3) for text in texts_of(completions)]


def repetition_penalty(completions: Conversations, size: int = 3, penalty: float = -1.0) -> list[float]:
    scores = []
    for text in texts_of(completions):
        words = text.lower().split()
        if len(words) < size:
            scores.append(0.0)
            continue
        distinct = set()
        total = 0
        for ngram in zip(*[words[i:] for i in range(size)], strict=False):
            distinct.add(ngram)
            total += 1
        scores.append((1 - len(distinct) / total) * penalty)
    return scores


def code_format(completions: Conversations, language: str = "python") -> list[float]:
    pattern = re.compile(
        rf"^<think>\n.*?\n</think>\n<answer>\n.*?```{language}.*?```.*?\n</answer>$", re.DOTALL | re.MULTILINE
    )
    return [1.0 if pattern.match(text) else 0.0 for text in texts_of(completions)]
