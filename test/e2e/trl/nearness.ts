import { defineReward } from "grpo-rewards";

function boxedDigit(text: string | null): number | null {
  const digit = /\\boxed\{(\d)\}/.exec(text ?? "")?.[1];
  return digit === undefined ? null : Number(digit);
}

export const nearness = defineReward<{ solution: string | null }>({
  name: "nearness",
  summary: "1 less a tenth of the distance to the reference digit; no opinion if either digit is missing.",
  range: [0, 1],
  columns: ["solution"],
  rollout:
    () =>
    ({ task, completion }) => {
      const answer = boxedDigit(completion.text);
      const reference = boxedDigit(task.columns.solution);
      return answer === null || reference === null ? null : 1 - Math.abs(answer - reference) / 10;
    },
});
