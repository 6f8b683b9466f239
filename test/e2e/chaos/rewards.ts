import { defineReward } from "grpo-rewards";

/** A number that only this text has, near enough: a score that ends up with another completion is found. */
function sumOf(text: string): number {
  let sum = 7;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 1_000_003;
  return sum;
}

export const summed = defineReward({
  name: "summed",
  summary: "A number made of the text.",
  range: [0, 1_000_003],
  rollout:
    () =>
    ({ completion }) =>
      sumOf(completion.text),
});

export const summedLater = defineReward({
  name: "summed_later",
  summary: "The number, after a while.",
  range: [0, 1_000_003],
  rollout:
    () =>
    async ({ completion }) => {
      await new Promise((resolve) => setTimeout(resolve, 3));
      return sumOf(completion.text);
    },
});
