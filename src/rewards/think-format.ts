import type { RolloutReward } from "../core/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link thinkFormat}. */
export interface ThinkFormatOptions {
  /**
   * Whether the prompt template already opened `<think>`, so that the completion starts inside the thinking.
   * @default false
   */
  readonly prefilled?: boolean;
}

const OPEN = "<think>";

function hasThinkFormat(text: string, prefilled: boolean): boolean {
  const start = prefilled ? 0 : OPEN.length;
  if (!prefilled && !text.startsWith(OPEN)) return false;
  return text.includes("</think>", start) && !text.includes(OPEN, start);
}

/**
 * 1 if the completion begins with `<think>`, closes it, and opens no second one; else 0.
 *
 * The `think_format_reward` of TRL.
 */
export const thinkFormat: RewardFactory<RolloutReward, ThinkFormatOptions> = defineReward({
  name: "think_format",
  summary: "1 if the completion begins with one closed <think> block, else 0.",
  source: "TRL (think_format_reward).",
  range: [0, 1],
  options: {
    prefilled: {
      type: "boolean",
      default: false,
      description: "Whether the prompt template has opened <think> already.",
    },
  },
  rollout: ({ prefilled = false }: ThinkFormatOptions) => {
    return ({ completion }) => Number(hasThinkFormat(completion.text, prefilled));
  },
});
