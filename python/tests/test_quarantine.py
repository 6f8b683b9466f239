"""Completions that end the server are found and left out; all others have their scores."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from grpo_rewards.errors import ServerLost
from grpo_rewards.quarantine import MAX_QUARANTINED, score_apart
from stub import Stub


def texts(count: int, *poisoned: int) -> list[str]:
    """Texts of different lengths, and those that end the server."""
    return ["poison" if row in poisoned else "x" * row for row in range(count)]


def lengths(count: int, *lost: int) -> list[float | None]:
    """The scores that are due for `texts`."""
    return [None if row in lost else float(row) for row in range(count)]


@pytest.mark.parametrize("poisoned", [(0,), (19,), (7,), (2, 3, 17)])
def test_what_ends_the_server_has_no_score_and_all_else_has_its_own(stub: Stub, poisoned: tuple[int, ...]) -> None:
    with pytest.warns(RuntimeWarning, match=r"ends with the completions \["):
        result = stub.client().score(["deadly", "length"], texts(20, *poisoned))
    assert result.scores["deadly"] == lengths(20, *poisoned)
    assert result.scores["length"] == lengths(20, *poisoned)
    assert result.metrics["deadly.nulls"] == len(poisoned)
    assert result.extra["deadly.why"][poisoned[0]] is None


def test_a_single_completion_is_enough(stub: Stub) -> None:
    with pytest.warns(RuntimeWarning, match=r"completions \[0\]"):
        assert stub.client(retries=1).score(["deadly"], ["poison"]).scores == {"deadly": [None]}


def test_where_groups_are_compared_the_group_is_left_out(stub: Stub) -> None:
    groups = [row % 3 for row in range(12)]
    with pytest.warns(RuntimeWarning):
        scores = stub.client().score(["deadly_group"], texts(12, 4), groups=groups).scores["deadly_group"]
    assert scores == lengths(12, 1, 4, 7, 10)


def test_requests_beside_it_lose_nothing(stub: Stub) -> None:
    client = stub.client(retries=1)

    def call(text: str) -> list[float | None]:
        return client.score(["deadly"], [text]).scores["deadly"]

    with ThreadPoolExecutor(8) as threads, pytest.warns(RuntimeWarning):
        assert [*threads.map(call, texts(24, 5))] == [[score] for score in lengths(24, 5)]


@pytest.mark.parametrize(
    ("settings", "request_settings"),
    [({"retries": 0}, {}), ({}, {"advantages": {}, "groups": [0, 0, 0]})],
)
def test_without_retries_and_with_advantages_the_loss_is_an_error(
    stub: Stub, settings: dict[str, Any], request_settings: dict[str, Any]
) -> None:
    with pytest.raises(ServerLost):
        stub.client(**settings).score(["deadly"], texts(3, 1), **request_settings)


def test_a_server_that_does_not_live_is_an_error(stub: Stub) -> None:
    crash = ("crash", {"counter": stub.counter(), "times": 1000})
    with pytest.raises(ServerLost):
        stub.client().score([crash], texts(64))
    assert len(stub.server_pids()) == 5


def test_too_many_completions_that_end_it_are_an_error() -> None:
    def score(part: Mapping[str, Any]) -> dict[str, Any]:
        if part["completions"]:
            raise ServerLost("lost")
        return {"scores": {}, "metrics": {}, "timing": {}}

    with pytest.raises(ServerLost):
        score_apart({"completions": texts(MAX_QUARANTINED + 1)}, score)


def test_a_result_without_scores_has_the_fields_of_one_with_them() -> None:
    def score(part: Mapping[str, Any]) -> dict[str, Any]:
        if "poison" in part["completions"]:
            raise ServerLost("lost")
        count = len(part["completions"])
        return {
            "scores": {"a": [1.0] * count, "a.part": [0.5] * count},
            "rewards": [2.0] * count,
            "status": {"a.part": {str(row): "candidate:wrong" for row in range(count)}},
            "extra": {"a.part.text": part["columns"]["name"]},
            "metrics": {"a.nulls": 0, "a.timeouts": 0},
            "timing": {"workMs": 1.0},
        }

    with pytest.warns(RuntimeWarning):
        result = score_apart({"completions": texts(3, 1), "columns": {"name": ["x", "y", "z"]}}, score)
    assert result == {
        "scores": {"a": [1.0, None, 1.0], "a.part": [0.5, None, 0.5]},
        "rewards": [2.0, None, 2.0],
        "status": {"a.part": {"0": "candidate:wrong", "1": "system:crashed", "2": "candidate:wrong"}},
        "extra": {"a.part.text": ["x", None, "z"]},
        "metrics": {"a.nulls": 1, "a.timeouts": 0},
        "timing": {"workMs": 1.0},
    }
