"""The scoring code of verifiers, v0 and v1. No process can hold both."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import verifiers.v1 as vf
from grpo_rewards.verifiers import task_reward
from verifiers.v1.configs.agent import AgentConfig
from verifiers.v1.trace import AgentInfo, TraceTask

from batch import COMPLETIONS, REFERENCES, SCORES, ZERO_FOR_NONE

HERE = Path(__file__).parent


def test_a_rubric_of_v0() -> None:
    path = os.pathsep.join([os.environ["VERIFIERS_V0"], str(HERE)])
    script = [sys.executable, "-W", "ignore", str(HERE / "rubric_v0.py")]
    run = subprocess.run(script, env=os.environ | {"PYTHONPATH": path}, stdout=subprocess.PIPE, text=True, check=True)
    scored = json.loads(run.stdout.splitlines()[-1])
    assert scored["rewards"] == ZERO_FOR_NONE
    assert [metrics["accuracy"] for metrics in scored["metrics"]] == ZERO_FOR_NONE
    assert [set(metrics) for metrics in scored["metrics"]] == [{"accuracy", "think_format"}] * len(COMPLETIONS)
    assert scored["group_rewards"] == [-1.0 if score is None else score for score in SCORES]
    assert all("cosine_scaled" in metrics for metrics in scored["group_metrics"])


class SumData(vf.TaskData):
    """A row with a reference answer."""

    answer: str | None = None


class SumTask(vf.Task[SumData]):
    """Scored by two rewards of its own."""

    accuracy = task_reward("accuracy")
    form = task_reward({"name": "think_format", "key": "form"}, weight=0.25)


class PluggedTask(vf.Task[SumData]):
    """Scored by what the configuration names."""


def trace_of(completion: str, data: SumData) -> Any:
    return vf.Trace(
        task=TraceTask(type="SumTask", data=data), agent=AgentInfo(config=AgentConfig()), root_reply=completion
    )


def rewards_of(task: vf.Task[SumData], completion: str) -> dict[str, Any]:
    trace = trace_of(completion, task.data)
    asyncio.run(task.score(trace))
    return {name: (reward.score, reward.weight) for name, reward in trace.rewards.items()}


def test_rewards_of_a_task_of_v1() -> None:
    rows = [SumData(idx=row, prompt="?", answer=reference) for row, reference in enumerate(REFERENCES)]
    scored = [rewards_of(SumTask(data), completion) for data, completion in zip(rows, COMPLETIONS, strict=True)]
    assert scored == [{"accuracy": (score, 1.0), "form": (0.0, 0.25)} for score in ZERO_FOR_NONE]


def test_rewards_that_the_configuration_of_v1_names() -> None:
    config = vf.TaskConfig(rewards={"right": {"fn": "grpo_rewards.verifiers:accuracy", "weight": 2.0}})
    data = SumData(idx=0, prompt="?", answer=REFERENCES[0])
    assert rewards_of(PluggedTask(data, config), COMPLETIONS[0]) == {"right": (1.0, 2.0)}
