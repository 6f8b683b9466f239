"""Compositions of rewards, scored by the real server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grpo_rewards import InvalidRequest, RewardClient, process_session
from grpo_rewards.protocol import PROTOCOL_VERSION
from grpo_rewards.session import SessionSettings
from grpo_rewards.specs import COMBINATORS
from real_server import ACCURACY, BATCH, MakeClient

GATE = {"gate": ["think_format", "accuracy"]}


def test_the_combinators_are_those_of_the_server(server_main: Path) -> None:
    settings = SessionSettings(["node", str(server_main)], (), timeout=60, retries=0)
    greeted = process_session.ProcessSession(settings)
    try:
        offered = greeted.call("initialize", {"protocol": PROTOCOL_VERSION})["combinators"]
    finally:
        greeted.close()
    assert {combinator["name"] for combinator in offered} == COMBINATORS


def test_a_composition_scores_its_total(client: RewardClient) -> None:
    total = {"weighted_sum": ["accuracy", {"name": "think_format", "weight": 0.2}], "key": "total"}
    accuracy, gate, weighted = client.rewards("accuracy", GATE, total)
    assert [function.__name__ for function in (accuracy, gate, weighted)] == ["accuracy", "gate", "total"]
    assert accuracy(**BATCH) == ACCURACY
    assert gate(**BATCH) == [1.0, 0.0, 0.0, 0.0]
    assert weighted(**BATCH) == [1.2, 0.0, 1.0, 0.0]


def test_a_composition_with_everything_in_it(client: RewardClient) -> None:
    deep = {
        "fallback": [
            {"gate": ["think_format", ("cosine_scaled", {"max_length": 1000})], "otherwise": -1},
            {"clamp": {"rescale": "length", "from": [-0.5, 0.5], "to": [0, 10]}, "min": 2},
            {"required": {"metric_only": {"per_turn": "tag_count", "aggregate": "last"}}},
        ]
    }
    scores = client.reward(deep, columns={"solution": "answer"})(
        prompts=BATCH["prompts"],
        completions=BATCH["completions"],
        completion_ids=BATCH["completion_ids"],
        answer=BATCH["solution"],
    )
    assert scores[0] == pytest.approx(1.0, abs=0.01)
    assert scores[1:] == [-1.0] * 3


def test_scores_of_a_composition_and_of_its_parts(client: RewardClient) -> None:
    result = client.score(
        [{**GATE, "key": "answer", "weight": 2}, "tag_count"],
        BATCH["completions"],
        columns={"solution": BATCH["solution"]},
        groups=[0, 0, 1, 1],
        advantages={"preset": "trl"},
    )
    assert result.scores["answer"] == [1.0, 0.0, 0.0, 0.0]
    assert result.scores["answer.accuracy"] == [1.0, None, None, None]
    tags = result.scores["tag_count"][0]
    assert tags is not None
    assert result.rewards is not None
    assert result.rewards[0] == 2.0 + tags
    assert result.extra["answer.accuracy.extracted"] == ["4", None, None, None]


def test_a_composition_compares_the_completions_of_a_group(client: RewardClient) -> None:
    [alone], [within] = (client.rewards(reward) for reward in ("length", {"clamp": "length", "max": 1}))
    assert within(**BATCH) == alone(**BATCH)


@pytest.mark.parametrize(
    ("composition", "problem"),
    [
        ({"gate": "accuracy"}, r"rewards\[0\]\.gate: needs a list of rewards"),
        ({"gate": ["think_format", "accuracy", "length"]}, r"rewards\[0\]\.gate: needs two rewards, not 3"),
        ({**GATE, "treshold": 1}, r'rewards\[0\]\.gate: unknown property "treshold"'),
        ({"rescale": "accuracy"}, r"rewards\[0\]\.rescale: .*from"),
        ({"gate": [("think_format", {}, 0.5), "accuracy"]}, r"rewards\[0\]\.gate\[0\]: weight means something only"),
        ({"gate": ["think_format", ("accuracy", {"strict": True})]}, 'Options of accuracy: unknown property "strict"'),
    ],
)
def test_what_only_the_server_knows_of_a_composition_is_its_error(
    client: RewardClient, composition: dict[str, Any], problem: str
) -> None:
    with pytest.raises(InvalidRequest, match=problem) as caught:
        client.reward(composition)(**BATCH)
    assert caught.value.code == "bad_options"


def test_compositions_of_a_configuration_file(server_main: Path, tmp_path: Path) -> None:
    file = tmp_path / "rewards.yaml"
    file.write_text("""
rewards:
  math_with_format:
    weighted_sum:
      - accuracy
      - { name: think_format, weight: 0.2 }
  bounded:
    clamp: math_with_format
    max: 1
""")
    with RewardClient(rewards=[file], command=["node", str(server_main)]) as client:
        named, bounded, composed = client.rewards("math_with_format", "bounded", {"gate": ["tag_count", "bounded"]})
        assert [function.__name__ for function in (named, bounded, composed)] == ["math_with_format", "bounded", "gate"]
        assert named(**BATCH) == [1.2, 0.0, 1.0, 0.0]
        assert bounded(**BATCH) == [1.0, 0.0, 1.0, 0.0]
        assert composed(**BATCH) == [0.0] * 4
        [info] = [info for info in client.list() if info.name == "math_with_format"]
        assert info.range is None
        assert info.columns == ("solution",)


def test_a_composition_ran_out_of_time_where_a_part_did(own: MakeClient) -> None:
    fallback = {"fallback": ["endless", "tag_count"], "key": "patient"}
    result = own(item_timeout=2.0).score([fallback], ["a", "b"])
    assert None not in result.scores["patient"]
    assert result.metrics["patient.timeouts"] == result.metrics["patient.endless.timeouts"] == 2
    assert result.metrics["patient.tag_count.timeouts"] == 0
