"""The client with the real server."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from grpo_rewards import (
    InvalidRequest,
    RewardClient,
    RewardTimeout,
    ServerStartError,
    connection,
    server_process,
    session,
)
from grpo_rewards.protocol import PROTOCOL_VERSION
from grpo_rewards.specs import COMBINATORS
from processes import is_alive, wait_until_gone

pytestmark = pytest.mark.integration

PACKAGE = Path(__file__).resolve().parents[1] / "src"

BATCH: dict[str, Any] = {
    "prompts": ["2+2?", "2+2?", "3+3?", "3+3?"],
    "completions": ["<think>\nadd\n</think>\n\\boxed{4}", "\\boxed{5}", "It is \\boxed{6}.", ""],
    "completion_ids": [[1] * 20, [1] * 5, [1] * 8, []],
    "solution": ["4", "4", "6", "6"],
}
ACCURACY = [1.0, 0.0, 1.0, 0.0]
THINK_FORMAT = [1.0, 0.0, 0.0, 0.0]

OWN_REWARDS = """
import { defineReward } from "grpo-rewards";

const declared = { summary: "For tests.", range: [0, 1000] };
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const echo = defineReward({
  ...declared, name: "echo", columns: ["value"], extra: ["text", "value"],
  rollout: () => ({ task, completion }) =>
    ({ score: 1, extra: { text: completion.text, value: JSON.stringify(task.columns.value) } }),
});
export const sampled = defineReward({
  ...declared, name: "sampled", optionalColumns: ["token_ids", "truncated"], extra: ["seen"],
  options: { tokens: { type: "boolean", default: false } },
  readsWhen: { token_ids: { option: "tokens", values: [true] } },
  rollout: () => ({ completion: { tokenIds, truncated, messages } }) => ({
    score: tokenIds?.length ?? 0,
    extra: { seen: JSON.stringify([tokenIds, truncated, messages?.[0].tool_calls]) },
  }),
});
export const noisy = defineReward({
  ...declared, name: "noisy", rollout: () => () => { console.log('{"id":1,"result":{}}'); return 1; },
});
export const nap = defineReward({
  ...declared, name: "nap", rollout: () => async () => { await sleep(300); return 1; },
});
export const endless = defineReward({ ...declared, name: "endless", rollout: () => () => sleep(1e9) });
export const spinning = defineReward({ ...declared, name: "spinning", rollout: () => () => { for (;;); } });
"""

MakeClient: TypeAlias = Callable[..., RewardClient]


@pytest.fixture
def own(server_main: Path, tmp_path: Path) -> Iterator[MakeClient]:
    """Makes clients that also serve the rewards of `OWN_REWARDS`."""
    module = tmp_path / "own.ts"
    module.write_text(OWN_REWARDS)
    clients = []

    def make(**settings: Any) -> RewardClient:
        clients.append(RewardClient(rewards=module, command=["node", str(server_main)], **settings))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


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


def test_the_combinators_are_those_of_the_server(server_main: Path) -> None:
    settings = session.SessionSettings(["node", str(server_main)], (), timeout=60, retries=0)
    greeted = session.Session(settings)
    try:
        offered = greeted.call("initialize", {"protocol": PROTOCOL_VERSION})["combinators"]
    finally:
        greeted.close()
    assert {combinator["name"] for combinator in offered} == COMBINATORS


GATE = {"gate": ["think_format", "accuracy"]}


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
    assert result.rewards is not None
    assert result.rewards[0] - result.scores["tag_count"][0] == 2.0  # type: ignore[operator]
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


def test_what_rewards_read_of_a_completion(own: MakeClient) -> None:
    call = {"id": "call_1", "type": "function", "function": {"name": "search", "arguments": {"q": "4"}}}
    completions = [[{"role": "assistant", "content": None, "tool_calls": [call]}], "text"]
    result = own().score(
        [("sampled", {"tokens": True})],
        completions,
        columns={"token_ids": [[7, 8], []], "truncated": [True, False]},
    )
    function = '{"function":{"name":"search","arguments":{"q":"4"}}}'
    assert result.extra["sampled.seen"] == [f"[[7,8],true,[{function}]]", "[[],false,null]"]
    ids = {"completions": completions, "completion_ids": [[7, 8], []]}
    assert own().reward("sampled")(**ids) == [0.0, 0.0]
    assert own().reward("sampled", {"tokens": True})(**ids) == [2.0, 0.0]


def test_threads(client: RewardClient) -> None:
    def call(number: int) -> Any:
        return client.score(
            ["accuracy"], [f"\\boxed{{{number}}}"] * 2, columns={"solution": [str(number), "-1"]}
        ).scores

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(call, range(64))) == [{"accuracy": [1.0, 0.0]}] * 64


def test_gathered_in_several_event_loops(client: RewardClient) -> None:
    functions = client.rewards("accuracy", "think_format", asynchronous=True)

    async def score() -> Any:
        return await asyncio.gather(*(function(**BATCH) for function in functions))

    for _ in range(3):
        assert asyncio.run(score()) == [ACCURACY, THINK_FORMAT]


def test_a_spawned_process(client: RewardClient) -> None:
    accuracy = client.reward("accuracy")
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as processes:
        assert processes.submit(accuracy, **BATCH).result() == ACCURACY
    assert accuracy(**BATCH) == ACCURACY


def test_a_forked_process(client: RewardClient) -> None:
    accuracy = client.reward("accuracy")
    assert accuracy(**BATCH) == ACCURACY
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as processes:
        assert processes.submit(accuracy, **BATCH).result() == ACCURACY
    assert accuracy(**BATCH) == ACCURACY


def test_an_unknown_reward(client: RewardClient) -> None:
    with pytest.raises(InvalidRequest, match="did you mean 'accuracy'"):
        client.score(["acuracy"], ["4"])


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


def test_what_a_reward_prints_does_no_harm(own: MakeClient, capsys: pytest.CaptureFixture[str]) -> None:
    client = own()
    assert client.score(["noisy"], ["a"]).scores == {"noisy": [1.0]}
    client.close()
    assert '{"id":1,"result":{}}' in capsys.readouterr().err


def test_over_stdin_and_stdout(own: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_process, "CAN_INHERIT_SOCKET", False)
    client = own()
    assert client.score(["noisy"], ["a"]).scores == {"noisy": [1.0]}
    assert client.reward("accuracy")(**BATCH) == ACCURACY
    pid = client.server_pid
    assert pid is not None
    client.close()
    wait_until_gone(pid, seconds=0)


def test_a_server_that_is_killed_during_a_request_is_replaced(own: MakeClient) -> None:
    client = own()
    client.list()
    first = client.server_pid
    assert first is not None
    threading.Timer(0.1, os.kill, [first, signal.SIGKILL]).start()
    assert client.score(["nap"], ["a", "b"]).scores == {"nap": [1.0, 1.0]}
    assert client.server_pid not in {None, first}


def test_a_slow_reward_is_cancelled(own: MakeClient) -> None:
    client = own(timeout=0.5)
    with pytest.raises(RewardTimeout, match="was cancelled"):
        client.score(["endless"], ["a"])
    before = client.server_pid
    assert client.reward("accuracy")(**BATCH) == ACCURACY
    assert client.server_pid == before


def test_a_reward_that_never_returns_is_killed(own: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", 0.2)
    client = own(timeout=5.0)
    client.list()
    before = client.server_pid
    assert before is not None
    with pytest.raises(RewardTimeout, match="it was killed"):
        client.score(["spinning"], ["a"])
    assert not is_alive(before)
    assert client.reward("accuracy")(**BATCH) == ACCURACY


def test_an_item_timeout_costs_only_the_item(own: MakeClient) -> None:
    result = own(item_timeout=0.2).score(["endless", "tag_count"], ["a"])
    assert result.scores["endless"] == [None]
    assert result.scores["tag_count"] != [None]
    assert result.metrics["endless.timeouts"] == 1


def test_a_composition_ran_out_of_time_where_a_part_did(own: MakeClient) -> None:
    fallback = {"fallback": ["endless", "tag_count"], "key": "patient"}
    result = own(item_timeout=0.2).score([fallback], ["a", "b"])
    assert None not in result.scores["patient"]
    assert result.metrics["patient.timeouts"] == result.metrics["patient.endless.timeouts"] == 2
    assert result.metrics["patient.tag_count.timeouts"] == 0


def test_a_reward_module_that_cannot_be_loaded(
    server_main: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "START_TIMEOUT_SECONDS", 10.0)
    module = tmp_path / "broken.ts"
    module.write_text("export const nothing = 1;")
    with (
        RewardClient(rewards=module, command=["node", str(server_main)]) as client,
        pytest.raises(ServerStartError, match=r"did not start: .*exit code \d") as caught,
    ):
        client.list()
    assert "broken.ts" in caught.value.stderr_tail


def test_a_killed_process_leaves_no_server_behind(server_main: Path) -> None:
    script = f"""
import time
from grpo_rewards import RewardClient
client = RewardClient(command=["node", {str(server_main)!r}])
client.list()
print(client.server_pid, flush=True)
time.sleep(60)
"""
    environment = os.environ | {"PYTHONPATH": str(PACKAGE)}
    with subprocess.Popen([sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        server = int(process.stdout.readline())
        assert is_alive(server)
        process.kill()
        wait_until_gone(server)


def test_a_large_batch_in_bounded_time(client: RewardClient) -> None:
    completions = ["x" * 80_000 + "\\boxed{4}"] * 256
    client.list()
    began = time.perf_counter()
    assert client.reward("accuracy")(completions=completions, solution=["4"] * 256) == [1.0] * 256
    assert time.perf_counter() - began < 10
