"""Reward functions that share the round trip of a batch, and its failure."""

from __future__ import annotations

import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from grpo_rewards import InvalidRequest, RewardTimeout, ServerError, ServerLost, ServerStartError, connection
from stub import TRL_BATCH, Stub


def test_several_rewards_share_one_round_trip(stub: Stub) -> None:
    functions = stub.client().rewards("length", "match", ("length", {"max_length": 4}))
    for _ in range(2):
        batch = {"completions": ["a", "bb"], "solution": ["a", "a"]}
        assert [function(**batch) for function in functions] == [[1.0, 2.0], [1.0, 0.0], [1.0, 2.0]]
    assert [[reward["key"] for reward in request["rewards"]] for request in stub.requests("score")] == [
        ["length", "match", "length_2"],
        ["length", "match", "length_2"],
    ]


def test_a_round_trip_is_shared_although_the_trainer_copies_its_lists(stub: Stub) -> None:
    functions = stub.client().rewards("length", "match")
    completions, solution = ["first text", "second text"], ["a", "b"]
    for function in functions:
        function(completions=list(completions), solution=tuple(solution))
    assert len(stub.requests("score")) == 1


def test_rewards_called_from_several_threads_share_one_round_trip(stub: Stub) -> None:
    functions = stub.client().rewards("length", "match", "tokens")
    with ThreadPoolExecutor(3) as threads:
        scores = [threads.submit(function, **TRL_BATCH) for function in functions]
    assert [future.result()[0] for future in scores] == [1.0, 1.0, 1.0]
    assert len(stub.requests("score")) == 1


def test_interleaved_batches_are_told_apart(stub: Stub) -> None:
    first, second = stub.client().rewards("length", "match")
    one: dict[str, Any] = {"completions": ["a"], "solution": ["a"]}
    two: dict[str, Any] = {"completions": ["bb"], "solution": ["a"]}
    assert (first(**one), first(**two), second(**one), second(**two)) == ([1.0], [2.0], [1.0], [0.0])
    assert len(stub.requests("score")) == 2


def test_other_columns_with_the_same_completions_are_another_batch(stub: Stub) -> None:
    first, second = stub.client().rewards("length", "match")
    completions = ["text a", "text b"]
    first(completions=completions, solution=["text a", "text a"])
    assert second(completions=completions, solution=["text b", "text b"]) == [0.0, 1.0]


def test_a_list_that_was_changed_is_another_batch(stub: Stub) -> None:
    first, second = stub.client().rewards("length", "match")
    completions, solution = ["text a"], ["text a"]
    first(completions=completions, solution=solution)
    completions[0] = "text b"
    assert second(completions=completions, solution=solution) == [0.0]


def test_the_same_reward_asked_again_asks_the_server_again(stub: Stub) -> None:
    length, _ = stub.client().rewards("length", "match")
    for _ in range(3):
        length(**TRL_BATCH)
    assert len(stub.requests("score")) == 3


def test_a_batch_is_let_go_when_every_reward_has_its_scores(stub: Stub) -> None:
    class Text(str):
        """A text that tells when it is gone."""

        __slots__ = ()
        gone = threading.Event()

        def __del__(self) -> None:
            self.gone.set()

    functions = stub.client().rewards("length", "match")
    batch: dict[str, Any] = {"completions": [Text("abc")], "solution": ["abc"]}
    for function in functions:
        function(**batch)
    batch.clear()
    assert Text.gone.wait(100)


def test_only_what_the_rewards_read_crosses_and_once(stub: Stub) -> None:
    solution = "a solution that is long enough to be worth an index"
    match, tokens = stub.client().rewards("match", "tokens")
    batch = {
        "prompts": ["p"] * 4,
        "completions": list("abcd"),
        "completion_ids": [[1]] * 4,
        "solution": [solution] * 4,
        "images": [object()] * 4,
        "trainer_state": object(),
    }
    match(**batch)
    tokens(**batch)
    assert stub.requests("score") == [
        {
            "rewards": [{"name": "match", "key": "match"}, {"name": "tokens", "key": "tokens"}],
            "completions": list("abcd"),
            "columns": {"solution": {"values": [solution], "index": [0, 0, 0, 0]}, "n_tokens": [1, 1, 1, 1]},
            "detail": "scores",
        }
    ]


FAILURE = {"error": {"code": -32603, "message": "internal trouble"}}


def test_a_failure_reaches_every_reward_of_the_batch(stub: Stub) -> None:
    for function in stub.client().rewards("length", ("fail", FAILURE)):
        with pytest.raises(ServerError, match="internal trouble"):
            function(**TRL_BATCH)
    assert len(stub.requests("score")) == 1


def test_without_raising_a_failed_batch_gives_none_and_one_warning(stub: Stub) -> None:
    functions = stub.client(on_error="none").rewards("length", ("fail", FAILURE))
    for number in (1, 2):
        batch = TRL_BATCH | {"completions": [f"batch {number}"] * 4}
        with pytest.warns(RuntimeWarning) as caught:
            assert [function(**batch) for function in functions] == [[None] * 4] * 2
        assert [str(warning.message) for warning in caught] == [
            f"no scores for 4 completions, each gets None (failed batch {number} of this client): internal trouble"
        ]
        assert caught[0].filename == __file__


def test_a_failed_batch_still_logs_the_same_metrics(stub: Stub) -> None:
    logged: dict[str, float] = {}
    function = stub.client(on_error="none").reward("fail", FAILURE)
    with pytest.warns(RuntimeWarning, match="internal trouble"):
        function(**TRL_BATCH, log_metric=logged.__setitem__)
    assert logged == {"grpo_rewards/fail/null_share": 1.0, "grpo_rewards/fail/timeout_share": 0.0}


def test_what_a_reward_reports_is_logged_under_the_same_names_for_every_batch(stub: Stub) -> None:
    logged: dict[str, list[Any]] = {}
    client = stub.client(on_error="none")
    functions = client.rewards(
        "length",
        ("explained", {"x": 1}),
        {"weighted_sum": ["length", {"name": "explained", "key": "part"}], "key": "total"},
    )
    for function in functions:
        function(completions=["a", "bb"], log_extra=logged.__setitem__)
    assert logged == {
        "explained.why": ["explained is 1", "explained is 2"],
        "explained.how": [None, None],
        "total.part.why": [None, None],
        "total.part.how": [None, None],
    }
    assert [request["detail"] for request in stub.requests("score")] == ["summary"]
    failing = client.rewards("explained", ("fail", FAILURE))
    logged.clear()
    with pytest.warns(RuntimeWarning, match="internal trouble"):
        failing[0](completions=["a", "bb"], log_extra=logged.__setitem__)
    assert logged == {"explained.why": [None, None], "explained.how": [None, None]}


def test_what_nobody_logs_does_not_cross(stub: Stub) -> None:
    assert stub.client().reward("explained")(completions=["a"], log_extra=None) == [1.0]
    assert [request["detail"] for request in stub.requests("score")] == ["scores"]


STAND_INS: list[tuple[dict[str, Any], Any, Any]] = [
    ({"on_error": "none"}, None, None),
    ({"on_error": -1}, -1.0, None),
    ({"on_error": -1, "none_value": 0.5}, -1.0, 0.5),
    ({"on_error": "none", "none_value": 0}, 0.0, 0.0),
]


@pytest.mark.parametrize(("settings", "failed", "missing"), STAND_INS)
def test_numbers_in_place_of_scores_that_are_not_there(
    stub: Stub, settings: dict[str, Any], failed: float | None, missing: float | None
) -> None:
    logged: dict[str, float] = {}
    client = stub.client(**settings)
    with pytest.warns(RuntimeWarning, match=f"no scores for 2 completions, each gets {failed} "):
        scores = client.reward("fail", FAILURE)(completions=["a", "b"], log_metric=logged.__setitem__)
    assert scores == [failed, failed]
    assert client.reward("match")(completions=["a", "b"], solution=["a", None], log_metric=logged.__setitem__) == [
        1.0,
        missing,
    ]
    assert logged["grpo_rewards/fail/null_share"] == 1.0
    assert logged["grpo_rewards/match/null_share"] == 0.5
    assert client.score(["match"], ["a"], columns={"solution": [None]}).scores == {"match": [None]}


def test_without_raising_a_lost_or_hanging_server_gives_none(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", 0.1)
    client = stub.client(on_error="none", retries=0, timeout=4.0)
    for function, problem in (
        (client.reward("leave", {"code": 3}), "exit code 3"),
        (client.reward("hang"), "took longer than"),
    ):
        with pytest.warns(RuntimeWarning, match=problem):
            assert function(completions=["a", "b"]) == [None, None]
    assert client.reward("length")(completions=["abc"]) == [3.0]


def test_by_default_a_lost_or_hanging_server_raises(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", 0.1)
    client = stub.client(retries=0, timeout=1.0)
    with pytest.raises(ServerLost):
        client.reward("leave", {"code": 3})(completions=["a", "b"])
    with pytest.raises(RewardTimeout):
        client.reward("hang")(completions=["a", "b"])


def test_mistakes_that_every_batch_repeats_are_raised_all_the_same(stub: Stub) -> None:
    client = stub.client(on_error="none")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for function, problem in (
            (client.reward("nonsense"), "no reward 'nonsense'"),
            (client.reward("match"), "reads the column 'solution'"),
            (client.reward("group"), "group_size="),
        ):
            with pytest.raises(InvalidRequest, match=problem):
                function(completions=["a"])


def test_a_server_that_cannot_start_is_raised_all_the_same(stub: Stub) -> None:
    stub.set("STUB_START", "exit")
    with pytest.raises(ServerStartError):
        stub.client(on_error="none").reward("length")(completions=["a"])


def test_an_interrupted_batch_is_asked_for_again(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    client = stub.client()
    functions = client.rewards("length", "match")

    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(client, "score_batch", interrupt)
        with pytest.raises(KeyboardInterrupt):
            functions[0](**TRL_BATCH)
    assert functions[1](**TRL_BATCH) == [1.0, 0.0, 1.0, None]
