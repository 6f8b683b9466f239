"""A large `score` request in parts for several servers, and the result put together from theirs.

Exact because nothing in a score looks beyond the group of its completion: parts are cut between groups, and everything
else in a result is a list or a table by row, a count, or a duration. Advantages are another matter: an estimator may
normalise over the whole batch, and filters and the `gdpo` estimator look at all of it. A request for advantages is
therefore never split.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grpo_rewards.columns import PackedColumn
from grpo_rewards.protocol import OnScores, PartialScores

PART_COMPLETIONS = 64
"""A batch of so many completions is not split."""


@dataclass(frozen=True, slots=True)
class BatchPart:
    """Some completions of a batch.

    Attributes:
        rows: where they stand in it, ascending.
        params: of the `score` request for them.
    """

    rows: Sequence[int]
    params: dict[str, Any]


def split_batch(params: Mapping[str, Any], servers: int) -> list[BatchPart]:
    """The parts of a `score` request for so many servers; no more than one if it has to stay whole."""
    count = len(params["completions"])
    if count <= PART_COMPLETIONS or "advantages" in params or not _are_group_ids(params.get("groups", [])):
        return []
    size = math.ceil(count / max(servers, math.ceil(count / PART_COMPLETIONS)))
    return [BatchPart(rows, _params_of(rows, params)) for rows in _cut(_rows_by_group(params), size)]


def part_of(rows: Sequence[int], params: Mapping[str, Any]) -> BatchPart:
    """The part of a `score` request that asks for these rows."""
    return BatchPart(rows, _params_of(rows, params))


def halve_batch(part: BatchPart) -> list[BatchPart]:
    """Two halves of a part, cut between groups; none of a single group, or a single completion without groups."""
    groups = _rows_by_group(part.params) if _are_group_ids(part.params.get("groups", [])) else []
    if len(groups) <= 1:
        return []
    middle = len(groups) // 2
    halves = (sorted(row for group in half for row in group) for half in (groups[:middle], groups[middle:]))
    return [BatchPart([part.rows[row] for row in half], _params_of(half, part.params)) for half in halves]


def tell_scores(part: BatchPart, result: dict[str, Any], on_scores: OnScores | None) -> dict[str, Any]:
    """Tells who listens the scores of a part; returns its result."""
    if on_scores is not None:
        for key, scores in result["scores"].items():
            on_scores(PartialScores.from_wire({"reward": key, "rows": part.rows, "scores": scores}))
    return result


def merge_results(parts: Sequence[BatchPart], results: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The result of the whole request."""
    pairs = list(zip(parts, results, strict=True))
    first = results[0]
    merged: dict[str, Any] = {
        "metrics": {name: sum(result["metrics"][name] for result in results) for name in first["metrics"]},
        "timing": {name: max(result["timing"][name] for result in results) for name in first["timing"]},
    }
    if "rewards" in first:
        merged["rewards"] = _by_row((part.rows, result["rewards"]) for part, result in pairs)
    for field in ("scores", "extra"):
        if field in first:
            merged[field] = {
                key: _by_row((part.rows, result[field][key]) for part, result in pairs) for key in first[field]
            }
    if "status" in first:
        merged["status"] = {
            key: {
                str(part.rows[int(row)]): text for part, result in pairs for row, text in result["status"][key].items()
            }
            for key in first["status"]
        }
    return merged


def _are_group_ids(groups: Sequence[Any]) -> bool:
    """Whether equal ids are equal to the server, too; it refuses all others."""
    return all(type(group) in {str, int} for group in groups)


def _rows_by_group(params: Mapping[str, Any]) -> list[list[int]]:
    """The rows of each group, in order of their first ones; without groups, every row is by itself."""
    count = len(params["completions"])
    groups: dict[Any, list[int]] = {}
    for row, group in enumerate(params.get("groups", range(count))):
        groups.setdefault(group, []).append(row)
    return list(groups.values())


def _cut(groups: Sequence[Sequence[int]], size: int) -> list[list[int]]:
    """Neighbouring groups together, at least `size` rows in each but the last."""
    cuts: list[list[int]] = []
    rows: list[int] = []
    for group in groups:
        rows.extend(group)
        if len(rows) >= size:
            cuts.append(sorted(rows))
            rows = []
    return [*cuts, sorted(rows)] if rows else cuts


def _params_of(rows: Sequence[int], params: Mapping[str, Any]) -> dict[str, Any]:
    part = {**params, "completions": [params["completions"][row] for row in rows]}
    if "groups" in params:
        part["groups"] = [params["groups"][row] for row in rows]
    if "columns" in params:
        part["columns"] = {name: _column_of(rows, column) for name, column in params["columns"].items()}
    return part


def _column_of(rows: Sequence[int], column: PackedColumn) -> PackedColumn:
    if isinstance(column, list):
        return [column[row] for row in rows]
    values, index = column["values"], column["index"]
    positions: dict[Any, int] = {}
    part = [positions.setdefault(index[row], len(positions)) for row in rows]
    return {"values": [values[position] for position in positions], "index": [*part]}


def _by_row(columns: Any) -> list[Any]:
    """The values of all parts, each at its row."""
    values = {row: value for rows, column in columns for row, value in zip(rows, column, strict=True)}
    return [values[row] for row in range(len(values))]
