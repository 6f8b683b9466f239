"""A request in parts, and the result put together."""

from __future__ import annotations

from typing import Any

import pytest

from grpo_rewards.batch_parts import PART_COMPLETIONS, merge_results, split_batch


def request(count: int, **more: Any) -> dict[str, Any]:
    """A `score` request for so many completions."""
    return {"rewards": [{"name": "length"}], "completions": [f"text {row}" for row in range(count)], **more}


def values_of(column: Any) -> list[Any]:
    """A column, whichever form it has."""
    return [column["values"][position] for position in column["index"]] if isinstance(column, dict) else column


def echo(params: dict[str, Any]) -> dict[str, Any]:
    """A result in which every row tells what was asked for it."""
    rows = zip(
        params["completions"], *(values_of(column) for column in params.get("columns", {}).values()), strict=True
    )
    scores = [" ".join(map(str, row)) for row in rows]
    odd = {str(row): score for row, score in enumerate(scores) if int(score.split()[1]) % 2}
    return {
        "scores": {"length": scores, "none": [None] * len(scores)},
        "rewards": scores,
        "status": {"length": odd, "none": {}},
        "extra": {"length.text": params["completions"]},
        "metrics": {"length.nulls": len(odd), "none.nulls": len(scores)},
        "timing": {"queueMs": 1, "workMs": 2},
    }


@pytest.mark.parametrize("count", [65, 128, 129, 1000])
@pytest.mark.parametrize("servers", [2, 5])
@pytest.mark.parametrize("grouping", ["none", "neighbours", "interleaved", "scattered"])
def test_the_parts_have_every_row_once_and_every_group_whole(count: int, servers: int, grouping: str) -> None:
    groups = {
        "none": None,
        "neighbours": [row // 7 for row in range(count)],
        "interleaved": [str(row % 13) for row in range(count)],
        "scattered": [row * row % 23 for row in range(count)],
    }[grouping]
    columns = {
        "plain": [row * 2 for row in range(count)],
        "indexed": {"values": ["unread", "a", "b", "c"], "index": [1 + row % 3 for row in range(count)]},
    }
    whole = request(count, columns=columns, **({} if groups is None else {"groups": groups}))
    parts = split_batch(whole, servers)
    assert len(parts) >= 2
    assert sorted(row for part in parts for row in part.rows) == [*range(count)]
    if groups is not None:
        for part in parts:
            assert part.params["groups"] == [groups[row] for row in part.rows]
        homes = [{groups[row] for row in part.rows} for part in parts]
        assert sum(map(len, homes)) == len(set(groups))
    assert all("unread" not in part.params["columns"]["indexed"]["values"] for part in parts)
    assert merge_results(parts, [echo(part.params) for part in parts]) == echo(whole)


def test_parts_are_of_like_size_and_enough_for_all_servers() -> None:
    sizes = [len(part.rows) for part in split_batch(request(PART_COMPLETIONS + 1), 4)]
    assert sizes == [17, 17, 17, 14]
    assert {len(part.rows) for part in split_batch(request(1024), 2)} == {PART_COMPLETIONS}


WHOLE: list[dict[str, Any]] = [
    request(PART_COMPLETIONS),
    request(1000, groups=[0] * 1000, advantages={"estimator": "grpo"}),
    request(1000, groups=[[0]] * 1000),
    request(1000, groups=[0.0] * 1000),
]


@pytest.mark.parametrize("params", WHOLE, ids=["small", "advantages", "lists as groups", "floats as groups"])
def test_what_cannot_be_split_exactly_stays_whole(params: dict[str, Any]) -> None:
    assert split_batch(params, 4) == []


def test_one_large_group_is_one_part() -> None:
    assert len(split_batch(request(1000, groups=[0] * 1000), 4)) == 1
