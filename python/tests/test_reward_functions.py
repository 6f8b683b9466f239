"""Reward functions as trainers call them, one after another."""

from __future__ import annotations

import asyncio
import inspect
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from grpo_rewards import InvalidRequest, RewardTimeout, ServerError, ServerLost, ServerStartError, connection
from stub import Stub

TRL_BATCH: dict[str, Any] = {
    "prompts": ["p", "p", "q", "q"],
    "completions": ["a", "bb", "ccc", "bb"],
    "completion_ids": [[1], [1, 2], [1, 2, 3], [1, 2]],
    "solution": ["a", "a", "ccc", None],
    "trainer_state": object(),
}


def test_the_call_of_trl(stub: Stub) -> None:
    functions = stub.client().rewards("length", "match", "tokens", "group")
    assert [function(**TRL_BATCH) for function in functions] == [
        [1.0, 2.0, 3.0, 2.0],
        [1.0, 0.0, 1.0, None],
        [1.0, 2.0, 3.0, 2.0],
        [0.0, 0.0, 1.0, 1.0],
    ]


def test_the_call_of_ms_swift(stub: Stub) -> None:
    match = stub.client().reward("match")
    assert match(["a", "b"], solution=["a", "a"], messages=[[], []], request_id=["1", "2"]) == [1.0, 0.0]


def test_conversational_completions(stub: Stub) -> None:
    length = stub.client().reward("length")
    assert length(completions=[[{"role": "assistant", "content": "four"}]]) == [4.0]


def test_the_names_that_trainers_log(stub: Stub) -> None:
    functions = stub.client().rewards("length", ("length", {"x": 1}), "match")
    assert [function.__name__ for function in functions] == ["length", "length_2", "match"]
    assert [type(function).__name__ for function in functions] == ["length", "length_2", "match"]
    assert not any(inspect.iscoroutinefunction(function) for function in functions)


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
    assert Text.gone.wait(5)


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


def test_a_column_may_come_from_another_one(stub: Stub) -> None:
    match = stub.client().reward("match", columns={"solution": "answer"})
    assert match(completions=["a", "b"], answer=["a", "a"], solution=["x", "b"]) == [1.0, 0.0]


def test_a_missing_column_is_an_error_before_anything_is_sent(stub: Stub) -> None:
    match = stub.client().reward("match")
    with pytest.raises(InvalidRequest, match=r"'match' reads the column 'solution'.*columns=\{'solution': 'answer'\}"):
        match(completions=["a"], answer=["a"])
    assert stub.requests("score") == []


def test_an_empty_batch_needs_no_server(stub: Stub) -> None:
    assert stub.client().reward("match")(completions=[], prompts=[], solution=[]) == []
    assert stub.server_pids() == []


def test_completions_that_are_no_list_are_refused(stub: Stub) -> None:
    client = stub.client()
    with pytest.raises(InvalidRequest, match="completions is a generator; pass a list"):
        client.reward("length")(completions=(text for text in "ab"))
    with pytest.raises(InvalidRequest, match="completions is a generator; pass a list"):
        asyncio.run(client.reward("length", asynchronous=True)(completions=(text for text in "ab")))
    assert stub.server_pids() == []


def test_a_composition_gives_its_total_under_its_key(stub: Stub) -> None:
    client = stub.client()
    composed = {"weighted_sum": ["match", {"name": "length", "options": {"max_length": 4}, "weight": 0.5}]}
    functions = client.rewards("match", composed, {**composed, "key": "total"})
    assert [function.__name__ for function in functions] == ["match", "weighted_sum", "total"]
    assert [function(completions=["a", "bb"], solution=["a", None]) for function in functions] == [
        [1.0, None],
        [2.0, 2.0],
        [2.0, 2.0],
    ]
    [request] = stub.requests("score")
    assert request["columns"] == {"solution": ["a", None]}
    parts = [{"name": "match"}, {"name": "length", "options": {"maxLength": 4}, "weight": 0.5}]
    assert request["rewards"][1:] == [
        {"weighted_sum": parts, "key": "weighted_sum"},
        {"weighted_sum": parts, "key": "total"},
    ]


def test_one_composition(stub: Stub) -> None:
    gate = stub.client().reward({"gate": ["group", "length"]}, group_size=1)
    assert gate.__name__ == "gate"
    assert gate(completions=["a", "bb"]) == [1.0, 3.0]


def test_options_beside_a_composition_are_refused(stub: Stub) -> None:
    with pytest.raises(InvalidRequest, match="options go with the name of a reward"):
        stub.client().reward({"gate": ["match", "length"]}, {"threshold": 0.5})


def test_token_ids_cross_only_for_the_option_that_needs_them(stub: Stub) -> None:
    words, tokens = stub.client().reward("ids"), stub.client().reward("ids", {"unit": "tokens"})
    assert words(**TRL_BATCH) == [None] * 4
    assert tokens(**TRL_BATCH) == [1.0] * 4
    assert "columns" not in stub.requests("score")[0]


def test_groups_come_from_neighbouring_prompts_or_from_the_group_size(stub: Stub) -> None:
    client = stub.client()
    assert client.reward("group")(completions=list("abcd"), prompts=["p", "p", "p", "q"]) == [0.0, 0.0, 0.0, 1.0]
    assert client.reward("group", group_size=2)(completions=list("abcd")) == [0.0, 0.0, 1.0, 1.0]
    with pytest.raises(InvalidRequest, match="group_size="):
        client.reward("group")(completions=list("abcd"))


@pytest.mark.parametrize("size", [0, -4, "2", 2.0])
def test_a_group_size_that_is_none_is_refused(stub: Stub, size: Any) -> None:
    with pytest.raises(InvalidRequest, match="group_size is an integer of at least 1, not"):
        stub.client().rewards("group", group_size=size)


def test_a_weight_is_refused_and_sent_to_where_it_belongs(stub: Stub) -> None:
    with pytest.raises(InvalidRequest, match="reward_weights"):
        stub.client().rewards("length", ("match", {}, 0.2))
    with pytest.raises(InvalidRequest, match="reward_weights"):
        stub.client().rewards({"gate": ["length", "match"], "weight": 0.2})


def test_shares_of_nulls_and_timeouts_are_logged_for_every_batch(stub: Stub) -> None:
    logged: list[tuple[str, float]] = []

    def log_metric(name: str, value: float) -> None:
        logged.append((name, value))

    for function in stub.client().rewards("length", "match"):
        function(**TRL_BATCH, log_metric=log_metric)
    assert logged == [
        ("grpo_rewards/length/null_share", 0.0),
        ("grpo_rewards/length/timeout_share", 0.0),
        ("grpo_rewards/match/null_share", 0.25),
        ("grpo_rewards/match/timeout_share", 0.0),
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


def test_without_raising_a_lost_or_hanging_server_gives_none(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", 0.1)
    client = stub.client(on_error="none", retries=0, timeout=1.0)
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
