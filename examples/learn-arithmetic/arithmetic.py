"""Sums to learn: their questions, and how a solution is written."""

from __future__ import annotations

import random
from typing import TypeAlias

Sum: TypeAlias = tuple[int, int]
"""Two numbers to add."""

LARGEST = 999


def split_sums(held_out: int, seed: int) -> tuple[list[Sum], list[Sum]]:
    """All sums in a random order: those to learn from, and `held_out` others."""
    sums = [(first, second) for first in range(LARGEST + 1) for second in range(LARGEST + 1)]
    random.Random(seed).shuffle(sums)
    return sums[held_out:], sums[:held_out]


def question(numbers: Sum) -> str:
    """The prompt: `"47+385="`."""
    return f"{numbers[0]}+{numbers[1]}="


def answer(numbers: Sum) -> str:
    """The reference of the reward `accuracy`."""
    return str(sum(numbers))


def demonstration(numbers: Sum) -> str:
    r"""A question and its right completion, which adds digit by digit from the last.

    `47+385=<think>0+7+5=12,1+4+8=13,1+0+3=4</think>\boxed{432}`
    """
    width = len(str(max(numbers)))
    first, second = (str(number).zfill(width)[::-1] for number in numbers)
    carry, steps = 0, []
    for one, other in zip(first, second, strict=True):
        total = carry + int(one) + int(other)
        steps.append(f"{carry}+{one}+{other}={total}")
        carry = total // 10
    return f"{question(numbers)}<think>{','.join(steps)}</think>\\boxed{{{answer(numbers)}}}"
