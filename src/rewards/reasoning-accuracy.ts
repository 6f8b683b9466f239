import type { RolloutReward, SolutionColumns } from "../core/index.js";
import { createVerifier } from "../math/index.js";
import { judgeAccuracy } from "./accuracy.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link reasoningAccuracy}. */
export interface ReasoningAccuracyOptions {
  /** `trl`: its delimiter, which is the default. */
  readonly preset?: "trl";
  /** What ends the reasoning: the first of these that occurs, at its last occurrence. @default ["</think>"] */
  readonly delimiters?: readonly string[];
}

const DELIMITERS = ["</think>"];

/** What follows the reasoning; `null` if none of the delimiters occurs. */
function afterReasoning(text: string, delimiters: readonly string[]): string | null {
  const delimiter = delimiters.find((each) => text.includes(each));
  return delimiter === undefined ? null : text.slice(text.lastIndexOf(delimiter) + delimiter.length);
}

/**
 * 1 if the final answer behind the reasoning equals the solution, else 0: a completion without an end of its reasoning
 * earns 0, whatever it states.
 *
 * Answers are found and compared as by `accuracy`, with TRL's policy. Range 0 to 1; `null` if the solution is missing,
 * empty or unreadable. Logs the answer that was found as `extracted`. The `reasoning_accuracy_reward` of TRL.
 */
export const reasoningAccuracy: RewardFactory<
  RolloutReward<SolutionColumns>,
  ReasoningAccuracyOptions
> = defineReward({
  name: "reasoning_accuracy",
  summary:
    "1 if the final answer behind the reasoning equals the solution; 0 without an end of the reasoning.",
  family: "math",
  source: "TRL (reasoning_accuracy_reward).",
  range: [0, 1],
  columns: ["solution"],
  extra: ["extracted"],
  presets: { trl: {} },
  options: {
    delimiters: {
      type: "array",
      items: { type: "string", minLength: 1 },
      minItems: 1,
      default: DELIMITERS,
      description: "What ends the reasoning: the first of these that occurs, at its last occurrence.",
    },
  },
  rollout: ({ delimiters = DELIMITERS }: ReasoningAccuracyOptions) => {
    const verifier = createVerifier({ preset: "trl" });
    return ({ task, completion }) => {
      const answer = afterReasoning(completion.text, delimiters);
      if (answer === null) return { score: 0, extra: { extracted: null } };
      return judgeAccuracy(task.columns.solution, answer, verifier);
    };
  },
});
