import { defineReward } from "grpo-rewards";

export const brevity = defineReward({
  name: "brevity",
  summary: "1 for at most 36 characters, else 0.",
  range: [0, 1],
  rollout:
    () =>
    ({ completion }) =>
      completion.text.length <= 36 ? 1 : 0,
});
