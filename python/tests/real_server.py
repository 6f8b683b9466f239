"""What the tests of the real server share: a batch, its scores, and rewards of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from grpo_rewards import RewardClient

BATCH: dict[str, Any] = {
    "prompts": ["2+2?", "2+2?", "3+3?", "3+3?"],
    "completions": ["<think>\nadd\n</think>\n\\boxed{4}", "\\boxed{5}", "It is \\boxed{6}.", ""],
    "completion_ids": [[1] * 20, [1] * 5, [1] * 8, []],
    "solution": ["4", "4", "6", "6"],
}

ACCURACY = [1.0, 0.0, 1.0, 0.0]

THINK_FORMAT = [1.0, 0.0, 0.0, 0.0]

_OWN_REWARDS = """
const declared = { summary: "For tests.", range: [0, 1000] };
const { existsSync, writeFileSync } = process.getBuiltinModule("node:fs");
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
export const held = defineReward({
  ...declared, name: "held", rollout: () => async () => {
    writeFileSync(`${process.env.GATE}.reached`, "");
    while (!existsSync(process.env.GATE)) await sleep(10);
    return 1;
  },
});
export const endless = defineReward({ ...declared, name: "endless", rollout: () => () => sleep(1e9) });
export const spinning = defineReward({ ...declared, name: "spinning", rollout: () => () => { for (;;); } });
export const loud = defineReward({
  ...declared, name: "loud", rollout: () => () => { process.stderr.write("x".repeat(1 << 18)); return 1; },
});
"""


def write_own_rewards(module: Path, server_main: Path) -> None:
    """Writes a module of rewards that Node.js loads as it is: translating TypeScript takes each process a second."""
    package = server_main.parents[1] / "index.js"
    module.write_text(f"import {{ defineReward }} from {json.dumps(package.as_uri())};\n{_OWN_REWARDS}")


MakeClient: TypeAlias = Callable[..., RewardClient]
