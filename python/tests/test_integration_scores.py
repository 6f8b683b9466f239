"""Scores, and refusals, of the real server."""

from __future__ import annotations

from pathlib import Path

import pytest

from grpo_rewards import InvalidRequest, RewardClient
from real_server import ACCURACY, BATCH, THINK_FORMAT, MakeClient


def test_every_reward_is_described(client: RewardClient) -> None:
    infos = {info.name: info for info in client.list()}
    assert {"accuracy", "think_format", "cosine_scaled", "length"} <= infos.keys()
    assert infos["accuracy"].columns == ("solution",)
    assert infos["length"].kind == "group"
    assert "maxLength" in infos["cosine_scaled"].options["properties"]


def test_reward_functions(client: RewardClient) -> None:
    accuracy, think_format, length, overlong = client.rewards(
        "accuracy", "think_format", "length", ("soft_overlong_punishment", {"max_length": 20, "cache": 10})
    )
    assert accuracy(**BATCH) == ACCURACY
    assert think_format(**BATCH) == THINK_FORMAT
    assert len(length(**BATCH)) == 4
    assert overlong(**BATCH) == [-1.0, 0.0, 0.0, 0.0]


def test_scores_sums_and_advantages(client: RewardClient) -> None:
    result = client.score(
        [("accuracy", {}, 1.0), ("think_format", {}, 0.5)],
        BATCH["completions"],
        columns={"solution": ["4", "4", "6", None]},
        groups=["a", "a", "b", "b"],
        advantages={"preset": "trl"},
    )
    assert result.scores == {"accuracy": [1.0, 0.0, 1.0, None], "think_format": THINK_FORMAT}
    assert result.rewards == [1.5, 0.0, 1.0, 0.0]
    assert result.status["accuracy"][3].startswith("reference:")
    assert result.extra["accuracy.extracted"][0] == "4"
    assert result.metrics["accuracy.nulls"] == 1
    assert result.advantages == client.advantages([1.5, 0.0, 1.0, 0.0], ["a", "a", "b", "b"], preset="trl")
    assert result.advantages == pytest.approx([0.7071, -0.7071, 0.7071, -0.7071], abs=1e-3)


def test_conversations(client: RewardClient) -> None:
    completions = [[{"role": "assistant", "content": text}] for text in BATCH["completions"]]
    assert client.reward("accuracy")(completions=completions, solution=BATCH["solution"]) == ACCURACY


def test_what_rewards_read_of_a_completion(own: MakeClient) -> None:
    call = {"id": "call_1", "type": "function", "function": {"name": "search", "arguments": {"q": "4"}}}
    completions = [[{"role": "assistant", "content": None, "tool_calls": [call]}], "text"]
    client = own()
    result = client.score(
        [("sampled", {"tokens": True})],
        completions,
        columns={"token_ids": [[7, 8], []], "truncated": [True, False]},
    )
    function = '{"function":{"name":"search","arguments":{"q":"4"}}}'
    assert result.extra["sampled.seen"] == [f"[[7,8],true,[{function}]]", "[[],false,null]"]
    ids = {"completions": completions, "completion_ids": [[7, 8], []]}
    assert client.reward("sampled")(**ids) == [0.0, 0.0]
    assert client.reward("sampled", {"tokens": True})(**ids) == [2.0, 0.0]


def test_an_unknown_reward(client: RewardClient) -> None:
    with pytest.raises(InvalidRequest, match='Did you mean "accuracy"'):
        client.score(["acuracy"], ["4"])


def test_a_reward_of_another_system(client: RewardClient) -> None:
    with pytest.raises(InvalidRequest, match="exact_match with the options") as caught:
        client.reward("correctness_reward_func")(**BATCH)
    assert caught.value.code == "unknown_reward"


def test_a_bad_option(client: RewardClient) -> None:
    with pytest.raises(InvalidRequest, match="maxLength") as caught:
        client.reward("cosine_scaled", {"max_length": "long"})(**BATCH)
    assert caught.value.code == "bad_options"
    with pytest.raises(InvalidRequest, match="maxLenght") as caught:
        client.reward("cosine_scaled", {"max_lenght": 10})(**BATCH)
    assert caught.value.code == "bad_options"


def test_a_missing_column(client: RewardClient) -> None:
    with pytest.raises(InvalidRequest, match="reads the column 'solution'"):
        client.reward("accuracy")(completions=["4"], answer=["4"])


def test_a_column_that_only_this_call_needs_is_missed_by_the_server(client: RewardClient) -> None:
    with pytest.raises(InvalidRequest, match="n_tokens") as caught:
        client.reward("soft_overlong_punishment")(completions=["4"])
    assert caught.value.code == "missing_column"


def test_a_batch_over_the_limit(server_main: Path) -> None:
    limited = ["sh", "-c", f'exec node "{server_main}" "$@" --max-frame-bytes 5000', "sh"]
    with RewardClient(command=limited) as client:
        with pytest.raises(InvalidRequest, match="reads at most 5000"):
            client.score(["tag_count"], ["x" * 5000])
        assert len(client.score(["tag_count"], ["x" * 4000]).scores["tag_count"]) == 1


@pytest.mark.usefixtures("encoder")
def test_texts_and_values_arrive_as_they_are(own: MakeClient) -> None:
    texts = ["naïve ∑ 漢字 🎲", "lone \ud800 surrogate", "line\nbreak\u2028", "\0", "x" * 300_000]
    values = [float("nan"), 2**60, {"a": [1.5, float("inf")]}, None, "\udfff"]
    result = own().score(["echo"], texts, columns={"value": values})
    # What a reward logs is cut by the server; what it read is whole.
    assert result.extra["echo.text"] == [text[:10_000] for text in texts]
    assert result.extra["echo.value"] == ["null", '"1152921504606846976"', '{"a":[1.5,null]}', "null", '"\\udfff"']


def test_a_large_batch(client: RewardClient) -> None:
    completions = ["x" * 80_000 + "\\boxed{4}"] * 256
    assert client.reward("accuracy")(completions=completions, solution=["4"] * 256) == [1.0] * 256
