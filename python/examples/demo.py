"""Scores three groups of sampled completions on a real reward server and prints what a GRPO trainer would get.

Needs a built server (`npm ci && npm run build`) and nothing but Python's standard library: `python3 demo.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

try:
    from grpo_rewards import RewardClient, RewardError, ScoreResult
except ModuleNotFoundError:
    # Not installed: the package of this checkout.
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
    from grpo_rewards import RewardClient, RewardError, ScoreResult

MAX_TOKENS = 400

REWARDS = [
    ("accuracy", {}, 1.0),
    ("think_format", {}, 0.2),
    ("soft_overlong_punishment", {"max_length": MAX_TOKENS, "cache": 100}, 0.5),
]

HEADINGS = ["accuracy", "format", "overlong", "reward", "advantage"]
TEXT_WIDTH = 42
NUMBER_WIDTH = 11


@dataclass(frozen=True)
class Sample:
    """A completion, and how many tokens it took."""

    text: str
    tokens: int


@dataclass(frozen=True)
class Group:
    """A prompt, its reference answer, and what the policy sampled for it."""

    prompt: str
    solution: str | None
    samples: list[Sample]


GROUPS = [
    Group(
        prompt="A baker has 160 rolls. He sells 3/4 of them by noon and 20 more later. What part of all is left?",
        solution=r"\frac{1}{8}",
        samples=[
            Sample(
                "<think>\nBy noon he sells 120, then 20 more: 140. So 20 of 160 are left.\n</think>\n"
                "The part that is left is $\\boxed{\\frac{1}{8}}$.",
                58,
            ),
            Sample("3/4 of 160 is 120, and 20 more makes 140, so 20/160 = \\boxed{0.125} is left.", 44),
            Sample("<think>\n160 - 20 = 140, a quarter of that is 35.\n</think>\n\\boxed{\\frac{7}{32}} is left.", 46),
            Sample("<think>\nLet me count every roll. " + "Wait, let me count again. " * 45, 371),
        ],
    ),
    Group(
        prompt="A train covers 210 km in 2.5 hours. What is its average speed in km/h?",
        solution="84",
        samples=[
            Sample("<think>\n210 / 2.5 = 84\n</think>\nThe speed is \\boxed{84}.", 29),
            Sample("<think>\n2.5 h are 5/2 h, and 210 * 2/5 = 84.\n</think>\nIt is \\boxed{84.0}.", 38),
            Sample("<think>\nTwice 210 is 420, a fifth of it is 84.\n</think>\n\\boxed{84}", 33),
            Sample("<think>\n42 km in half an hour.\n</think>\nHence \\boxed{84} km/h on average.", 31),
        ],
    ),
    Group(
        prompt="Find the smallest prime that divides 1001.",
        solution=None,
        samples=[
            Sample("<think>\n1001 = 7 * 11 * 13\n</think>\n\\boxed{7}", 27),
            Sample("1001 = 7 * 143, so \\boxed{7}.", 18),
            Sample("<think>\nIt is odd, so try 3: the digits add up to 2.\n</think>\n\\boxed{11}", 34),
            Sample("", 0),
        ],
    ),
]


def score(client: RewardClient) -> ScoreResult:
    """One request for all groups: the scores, the weighted sums, and TRL's advantages."""
    rows = [(group, number, sample) for number, group in enumerate(GROUPS) for sample in group.samples]
    return client.score(
        REWARDS,
        [sample.text for _, _, sample in rows],
        columns={
            "solution": [group.solution for group, _, _ in rows],
            "n_tokens": [sample.tokens for _, _, sample in rows],
        },
        groups=[number for _, number, _ in rows],
        advantages={"preset": "trl"},
    )


def print_groups(result: ScoreResult) -> None:
    """One table per group; a score that is None is a dash, and the reason follows."""
    first = 0
    for number, group in enumerate(GROUPS, start=1):
        rows = range(first, first + len(group.samples))
        first = rows.stop
        print(f"Group {number}: {group.prompt}\nReference: {group.solution}\n")
        print_row("completion", HEADINGS)
        for row, sample in zip(rows, group.samples, strict=True):
            print_row(excerpt(sample.text), map(number_text, values_of(result, row)))
        for reason in sorted(reasons(result, rows)):
            print(f"  (-) {reason}")
        print()


def print_row(text: str, cells: Iterable[str]) -> None:
    """A line of a table."""
    print("  " + text.ljust(TEXT_WIDTH) + "".join(cell.rjust(NUMBER_WIDTH) for cell in cells))


def values_of(result: ScoreResult, row: int) -> list[float | None]:
    """The numbers of a completion, in the order of `HEADINGS`."""
    rewards, advantages = result.rewards or [], result.advantages or []
    return [*(result.scores[name][row] for name, _, _ in REWARDS), rewards[row], advantages[row]]


def reasons(result: ScoreResult, rows: Iterable[int]) -> set[str]:
    """Why some of these completions have no score."""
    return {
        f"no {key} score, {result.status[key][row]}"
        for row in rows
        for key, scores in result.scores.items()
        if scores[row] is None
    }


def excerpt(text: str) -> str:
    """The completion on one line; of a long one the beginning and the end."""
    line = " ".join(text.split()) or "(empty)"
    if len(line) <= TEXT_WIDTH:
        return line
    half = (TEXT_WIDTH - 3) // 2
    return f"{line[:half]}...{line[-half:]}"


def number_text(value: float | None) -> str:
    """A number with two decimals; a dash for None."""
    return "-" if value is None else f"{value:.2f}"


def main() -> int:
    """Runs the demonstration; returns the exit code."""
    try:
        with RewardClient() as client:
            offered = ", ".join(info.name for info in client.list())
            print(f"Started the reward server, process {client.server_pid}. It offers:\n  {offered}\n")
            result = score(client)
            print("reward    = " + " + ".join(f"{weight} {name}" for name, _, weight in REWARDS))
            print("advantage = (reward - mean of its group) / standard deviation of its group, as TRL has it\n")
            print_groups(result)
            print(f"Scored {len(result.scores['accuracy'])} completions in {result.timing['workMs']:.1f} ms.")
    except RewardError as error:
        print(f"The demo cannot run: {error}", file=sys.stderr)
        return 1
    print("Stopped the reward server.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
