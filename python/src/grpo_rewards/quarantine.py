"""Completions that end the server, over and over: found by asking for less and less, and left without scores.

What makes a server end is one completion, or few, while the batch has many. Halves of the batch are asked for one after
another, with no other request beside them, until what still ends the server is one completion, or one group where
groups are compared. That one has no scores, and the status `system:crashed`; all others have theirs.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from grpo_rewards.batch_parts import BatchPart, halve_batch, merge_results, part_of
from grpo_rewards.errors import ServerLost, ServerStartError

MAX_QUARANTINED = 8
"""A batch with more of them is not at fault: it is the server that does not live."""

CRASHED = "system:crashed"

Score = Callable[[Mapping[str, Any]], dict[str, Any]]
"""Asks for a part, alone and more than once. Raises ServerLost where the server is lost with it each time."""


def can_be_split(method: str, params: Mapping[str, Any]) -> bool:
    """Whether a lost request is looked at part by part: advantages come of all the batch at once."""
    return method == "score" and "advantages" not in params and len(params["completions"]) > 0


def score_apart(params: Mapping[str, Any], score: Score) -> dict[str, Any]:
    """The result of a `score` request that the server was lost with, whose parts `score` asks for.

    Raises:
        ServerLost: more completions than `MAX_QUARANTINED` end the server, or it ends with none at all.
    """
    # Lost even with nothing to score, it is not the completions that end it.
    shape = score(part_of([], params).params)
    whole = part_of(range(len(params["completions"])), params)
    scored: list[tuple[BatchPart, dict[str, Any] | None]] = []
    lost_rows: list[int] = []
    # All of it is known to be lost, unless there is nothing to halve.
    for part, result in _look_at(halve_batch(whole) or [whole], score):
        scored.append((part, result))
        if result is None:
            lost_rows.extend(part.rows)
        if len(lost_rows) > max(MAX_QUARANTINED, len(part.rows)):
            raise ServerLost(
                f"the reward server ends with the completions {sorted(lost_rows)}, and perhaps with others"
            )
    if lost_rows:
        notice = f"the reward server ends with the completions {sorted(lost_rows)}: they get no scores ({CRASHED})"
        warnings.warn(notice, RuntimeWarning, stacklevel=2)
    results = [_nothing(shape, len(part.rows)) if result is None else result for part, result in scored]
    return merge_results([part for part, _ in scored], results)


def _look_at(parts: Sequence[BatchPart], score: Score) -> Iterator[tuple[BatchPart, dict[str, Any] | None]]:
    """The results of these parts, or of parts of them; None for one that the server is lost with."""
    for part in parts:
        try:
            yield part, score(part.params)
        except ServerStartError:
            raise
        except ServerLost:
            if halves := halve_batch(part):
                yield from _look_at(halves, score)
            else:
                yield part, None


def _nothing(shape: Mapping[str, Any], count: int) -> dict[str, Any]:
    """The result for completions without scores, with the fields and names of another result."""
    nothing: dict[str, Any] = {
        "scores": {key: [None] * count for key in shape["scores"]},
        "metrics": {name: count if name.endswith(".nulls") else 0 for name in shape["metrics"]},
        "timing": dict.fromkeys(shape["timing"], 0),
    }
    if "rewards" in shape:
        nothing["rewards"] = [None] * count
    if "extra" in shape:
        nothing["extra"] = {name: [None] * count for name in shape["extra"]}
    if "status" in shape:
        nothing["status"] = {key: {str(row): CRASHED for row in range(count)} for key in shape["status"]}
    return nothing
