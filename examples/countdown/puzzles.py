"""Countdown: make a number of three others, each used once; and how a search for the way is written."""

from __future__ import annotations

import functools
import itertools
import random
from typing import NamedTuple

Numbers = tuple[int, int, int]

LARGEST = 20
"""The largest of the given numbers."""

ROOF = 150
"""Nothing above it is worth a try."""

TARGETS = range(10, 100)

GIVES_UP = 0.2
"""How likely a demonstration ends behind each try that fails."""

LONGEST = 14
"""The most tries of a demonstration."""


class Puzzle(NamedTuple):
    """The numbers, and the target that they make."""

    numbers: Numbers
    target: int


class Way(NamedTuple):
    """A way to join three numbers: `Way("12+7=19,19*3=57", "(12+7)*3", 57)`."""

    steps: str
    expression: str
    value: int


def joined(first: int, second: int) -> list[tuple[str, int]]:
    """The signs that may stand between two numbers, with what they make: positive integers up to `ROOF`."""
    results = [("+", first + second), ("*", first * second)]
    if first > second:
        results.append(("-", first - second))
    if first % second == 0:
        results.append(("/", first // second))
    return [(sign, value) for sign, value in results if value <= ROOF]


@functools.cache
def ways(numbers: Numbers) -> list[Way]:
    """All ways to join three numbers, two of them first."""
    found: dict[str, Way] = {}

    def add(first: str, left: int, sign: str, right: int, value: int, expression: str) -> None:
        found[expression] = Way(f"{first},{left}{sign}{right}={value}", expression, value)

    for one, two, three in itertools.permutations(numbers):
        for inner, part in joined(one, two):
            # Sums and products are written in one order only.
            if inner in "+*" and one < two:
                continue
            first, pair = f"{one}{inner}{two}={part}", f"({one}{inner}{two})"
            for outer, value in joined(part, three):
                add(first, part, outer, three, value, f"{pair}{outer}{three}")
            for outer, value in joined(three, part):
                if outer in "-/":
                    add(first, three, outer, part, value, f"{three}{outer}{pair}")
    return list(found.values())


def split_puzzles(held_out: int, seed: int) -> tuple[list[Puzzle], list[Puzzle]]:
    """All puzzles that have a solution, in a random order: those to learn from, and `held_out` others."""
    rng = random.Random(seed)
    puzzles = []
    for one, two, three in itertools.combinations_with_replacement(range(1, LARGEST + 1), 3):
        reached = {way.value for way in ways((one, two, three))}
        for target in sorted(reached.intersection(TARGETS)):
            first, second, third = rng.sample((one, two, three), 3)
            puzzles.append(Puzzle((first, second, third), target))
    rng.shuffle(puzzles)
    return puzzles[held_out:], puzzles[:held_out]


def question(puzzle: Puzzle) -> str:
    """The prompt: `"12,7,3=57:"`."""
    return f"{','.join(map(str, puzzle.numbers))}={puzzle.target}:"


def demonstration(puzzle: Puzzle, rng: random.Random) -> str:
    """A question, and a completion that tries ways at random until one is right or its patience ends.

    `12,7,3=57:<think>12*7=84,84-3=81>57;12+7=19,19*3=57=57;</think><answer>(12+7)*3</answer>`
    """
    every = ways(puzzle.numbers)
    tried = []
    for way in rng.sample(every, min(LONGEST, len(every))):
        tried.append(way)
        if way.value == puzzle.target or rng.random() < GIVES_UP:
            break
    thought = "".join(f"{way.steps}{compared(way.value, puzzle.target)};" for way in tried)
    return f"{question(puzzle)}<think>{thought}</think><answer>{tried[-1].expression}</answer>"


def compared(value: int, target: int) -> str:
    """What a try finds of its value: `">57"`."""
    sign = "=" if value == target else "<" if value < target else ">"
    return f"{sign}{target}"
