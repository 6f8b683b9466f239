import type { RolloutReward } from "../core/index.js";
import { countOccurrences } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

const TAG_LINES = ["<think>\n", "\n</think>\n", "\n<answer>\n", "\n</answer>"];

/**
 * A quarter for each of the four tags of the think-and-answer template that stands in the completion exactly
 * once, with its line breaks. Range 0 to 1.
 *
 * The `tag_count` reward of open-r1.
 */
export const tagCount: RewardFactory<RolloutReward> = defineReward({
  name: "tag_count",
  summary: "0.25 for each template tag (with its line breaks) that occurs exactly once.",
  source: "open-r1 (tag_count).",
  range: [0, 1],
  rollout:
    () =>
    ({ completion }) =>
      TAG_LINES.filter((tag) => countOccurrences(completion.text, tag) === 1).length / TAG_LINES.length,
});
