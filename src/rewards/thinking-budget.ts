import { type Completion, RewardError, type RolloutReward } from "../core/index.js";
import { codePointLength, type LengthUnit, thinkingPart } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { lengthOption, shareWithin, unitOption } from "./length-options.js";

/** Options of {@link thinkingBudget}; lengths are in `unit`. */
export interface ThinkingBudgetOptions {
  /** Counts tokens, up to the token that ends the thinking of these models. */
  readonly preset?: "qwen3" | "deepseek-r1" | "deepseek-r1-distill-qwen";
  /** The greatest length of thinking that earns 1. @default 16384 */
  readonly budget?: number;
  /** The least length of thinking that earns anything. @default 1 */
  readonly minLength?: number;
  /** Width of the ramp beyond `budget`, at whose end the score is 0; 0 makes it a step. @default 0 */
  readonly margin?: number;
  /** What lengths count. @default "characters" */
  readonly unit?: LengthUnit;
  /** Id of the token `</think>`, which ends the thinking where tokens are counted. @default 151668 */
  readonly endOfThinking?: number;
}

const CONTENT = /[\p{L}\p{N}]/u;

/** Length of the thinking, or -1 where it is empty, or never ends. */
function thoughtLength({ text, tokenIds }: Completion, unit: LengthUnit, endOfThinking: number): number {
  const thinking = thinkingPart(text);
  const thought = thinking === null ? "" : text.slice(thinking.start, thinking.end).trim();
  if (!CONTENT.test(thought)) return -1;
  if (unit === "characters") return codePointLength(thought);
  if (tokenIds !== undefined) return tokenIds.lastIndexOf(endOfThinking);
  throw new RewardError(
    "missing_column",
    'A thinking budget in tokens needs the completion\'s tokenIds (over the bridge the column "token_ids", from completion_ids in Python).',
  );
}

/**
 * 1 if the thinking, which is all before the last `</think>`, is at least `minLength` and at most `budget` long, then
 * falling in a straight line to 0 at `budget + margin`. Thinking that is empty, never ends or is not marked earns 0.
 * Range 0 to 1.
 *
 * The budget of s1 (arXiv:2501.19393), which forces it while decoding, as a reward.
 *
 * @throws {RewardError} `missing_column` if tokens are counted and the completion's `tokenIds` are unknown
 */
export const thinkingBudget: RewardFactory<RolloutReward, ThinkingBudgetOptions> = defineReward({
  name: "thinking_budget",
  summary: "1 if the completion thinks, and its thinking ends within the budget, else 0.",
  family: "length",
  source: "s1 (arXiv:2501.19393), budget forcing.",
  range: [0, 1],
  optionalColumns: ["token_ids"],
  readsWhen: { token_ids: { option: "unit", values: ["tokens"] } },
  presets: {
    qwen3: { unit: "tokens", endOfThinking: 151_668 },
    "deepseek-r1": { unit: "tokens", endOfThinking: 128_799 },
    "deepseek-r1-distill-qwen": { unit: "tokens", endOfThinking: 151_649 },
  },
  options: {
    budget: lengthOption(16_384, "The greatest length of thinking that earns 1."),
    minLength: lengthOption(1, "The least length of thinking that earns anything.", 1),
    margin: lengthOption(0, "Width of the ramp beyond the budget, at whose end the score is 0."),
    unit: unitOption("characters"),
    endOfThinking: lengthOption(151_668, "Id of the token </think>, for lengths in tokens."),
  },
  rollout: (options: ThinkingBudgetOptions) => {
    const { budget = 16_384, minLength = 1, margin = 0 } = options;
    const { unit = "characters", endOfThinking = 151_668 } = options;
    return ({ completion }) => {
      const length = thoughtLength(completion, unit, endOfThinking);
      return length < minLength ? 0 : shareWithin(length, budget, margin);
    };
  },
});
