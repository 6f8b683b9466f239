"""Score labelled model completions with the accuracy reward, through the Python client, and report the agreement.

The completions are third-party data and no part of this repository. They are read from FOLDER, by default
`shared/corpus/completions` beside the checkout: files of JSON lines with `gold`, `completion` and `label`. Where the
folder is absent there is nothing to do. Needs `npm run build` before it, and no Python package.

A file passes if every completion has a score or a status that says why not, and hardly any wrong one scores as right.
That alone could be had by scoring everything 0, so the corpus as a whole must pass as well: most of the completions
labelled right must score as right.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[3]
DEFAULT_FOLDER = REPOSITORY.parent / "shared" / "corpus" / "completions"
MAX_FALSE_POSITIVE_SHARE = 0.005
"""Largest share of a file's completions that may be right to us and wrong by label; a few labels per thousand err."""
MIN_RIGHT_FOUND_SHARE = 0.75
"""Smallest share of the completions labelled right, over all files, that must score as right."""


@dataclass(frozen=True)
class Report:
    """How the scores of one file compare with its labels; counts of completions."""

    name: str
    size: int
    right: int
    """Labelled right."""
    right_found: int
    """Labelled right and scored 1."""
    false_positives: int
    false_negatives: int
    nulls: int
    unexplained: int
    """Nulls without a status."""
    without_answer: int
    """Completions in which no final answer was found."""
    seconds: float

    @property
    def passed(self) -> bool:
        return self.unexplained == 0 and self.false_positives <= MAX_FALSE_POSITIVE_SHARE * self.size

    def __str__(self) -> str:
        disagreements = self.false_positives + self.false_negatives + self.nulls
        return (
            f"{self.name}: {self.size} completions in {self.seconds:.2f} s, "
            f"agreement {100 * (1 - disagreements / self.size):.2f} %, "
            f"{self.false_positives} false positives, {self.false_negatives} false negatives, {self.nulls} nulls, "
            f"{self.without_answer} without an answer: {'passed' if self.passed else 'FAILED'}"
        )


def open_client() -> Any:
    """A `RewardClient` of this checkout, whether or not the package is installed."""
    sys.path.insert(0, str(REPOSITORY / "python" / "src"))
    from grpo_rewards import RewardClient

    return RewardClient(command=["node", str(REPOSITORY / "dist" / "cli" / "main.js")])


def score_file(client: Any, path: Path) -> Report:
    """Score every completion of `path` in one request."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    started = time.perf_counter()
    result = client.score(
        ["accuracy"],
        [row["completion"] for row in rows],
        columns={"solution": [row["gold"] for row in rows]},
    )
    seconds = time.perf_counter() - started
    scores = result.scores["accuracy"]
    status = result.status.get("accuracy", {})
    labels = [row["label"] for row in rows]
    pairs = list(zip(scores, labels, strict=True))
    return Report(
        name=path.stem,
        size=len(rows),
        right=sum(labels),
        right_found=sum(score == 1 and label for score, label in pairs),
        false_positives=sum(score == 1 and not label for score, label in pairs),
        false_negatives=sum(score == 0 and label for score, label in pairs),
        nulls=scores.count(None),
        unexplained=sum(score is None and row not in status for row, score in enumerate(scores)),
        without_answer=sum(reason == "candidate:no_answer" for reason in status.values()),
        seconds=seconds,
    )


def finds_right_answers(reports: Sequence[Report]) -> bool:
    """Print, and say whether it is enough, how many of all the right completions score as right."""
    right = sum(report.right for report in reports)
    found = sum(report.right_found for report in reports)
    passed = found >= MIN_RIGHT_FOUND_SHARE * right
    print(f"all files: {found} of {right} right completions score as right: {'passed' if passed else 'FAILED'}")
    return passed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    folder = parser.parse_args().folder
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        print(f"No completions in {folder}: nothing to score\n0 passed, 0 failed")
        return 0
    reports: list[Report] = []
    with open_client() as client:
        for path in files:
            reports.append(score_file(client, path))
            print(reports[-1], flush=True)
    checks = [report.passed for report in reports] + [finds_right_answers(reports)]
    print(f"{sum(checks)} passed, {checks.count(False)} failed")
    return 0 if all(checks) else 1


if __name__ == "__main__":
    sys.exit(main())
