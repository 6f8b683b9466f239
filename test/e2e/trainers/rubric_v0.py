"""A `Rubric` of verifiers v0 scores rollouts one by one, and as a group; prints what came of it as JSON."""

import asyncio
import json

import verifiers as vf
from grpo_rewards.verifiers import group_reward, rollout_reward

from batch import COMPLETIONS, REFERENCES


def states() -> list[vf.State]:
    """Finished rollouts, with messages as verifiers has them."""
    return [
        vf.State(
            input={"prompt": [], "answer": reference or "", "task": "sums"},
            prompt=[vf.UserMessage(content="?")],
            completion=[vf.AssistantMessage(content=completion)],
            answer=reference or "",
            info={"choices": ["a", "b"]},
            task="sums",
            trajectory=[],
            timing={"scoring_ms": 0.0, "total_ms": 0.0, "generation_ms": 0.0},
        )
        for completion, reference in zip(COMPLETIONS, REFERENCES, strict=True)
    ]


async def main() -> None:
    one_by_one = states()
    rubric = vf.Rubric(funcs=[rollout_reward("accuracy"), rollout_reward("think_format")], weights=[1.0, 0.5])
    for state in one_by_one:
        await rubric.score_rollout(state)
    grouped = states()
    funcs = [group_reward("accuracy", none_value=-1.0), group_reward(("cosine_scaled", {"max_length": 100}))]
    await vf.Rubric(funcs=funcs, weights=[1.0, 0.0]).score_group(grouped)
    print(
        json.dumps(
            {
                "rewards": [state["reward"] for state in one_by_one],
                "metrics": [state["metrics"] for state in one_by_one],
                "group_rewards": [state["reward"] for state in grouped],
                "group_metrics": [state["metrics"] for state in grouped],
            }
        )
    )


asyncio.run(main())
