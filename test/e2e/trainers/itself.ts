import { defineReward } from "grpo-rewards";

/** The number that the completion is, after a few milliseconds: shows where a reward went. */
export const itself = defineReward({
  name: "itself",
  summary: "For tests.",
  range: [0, 1e9],
  rollout:
    () =>
    async ({ completion }) => {
      await new Promise((resolve) => setTimeout(resolve, 3));
      return Number(completion.text);
    },
});
