import {
  type AnswerColumns,
  answerReader,
  equalQuantities,
  type ExtractionOptions,
  extractionSchema,
  isUnusable,
  parseDecimal,
  type Quotient,
  readQuantity,
  readReferences,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link numericMatch}. */
export interface NumericMatchOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "eval-protocol" | "reasoning-gym-decimal" | "reasoning-gym-float";
  /** How far the answer may be from the solution. @default 0 */
  readonly absolute?: number;
  /** How far it may be, in proportion to the solution; the larger of the two bounds holds. @default 1e-6 */
  readonly relative?: number;
  /** Whether a solution that is written as an integer has to be met exactly. @default true */
  readonly exactIntegers?: boolean;
}

const tolerance = (value: number): Quotient => parseDecimal(String(value)) ?? { num: 0n, den: 1n };

/**
 * 1 if the answer is one number, and the one in the column `solution` within the tolerance; else 0. All arithmetic is
 * exact. A unit in the solution has to be there; without one, words behind the number are free, but for `%`.
 *
 * Range 0 to 1; `null` if the solution is no number. eval-protocol's `math_reward` (preset `eval-protocol`),
 * reasoning-gym's `compute_decimal_reward` and `float_match` (`reasoning-gym-decimal`, `reasoning-gym-float`) without
 * their holes: an integer is not met by its neighbours within a percent, and a number that merely contains the
 * solution's digits earns nothing.
 */
export const numericMatch: RewardFactory<RolloutReward<AnswerColumns>, NumericMatchOptions> = defineReward({
  name: "numeric_match",
  summary: "1 if the answer is the solution's number within a tolerance, else 0.",
  family: "math",
  source: "eval-protocol (math_reward); reasoning-gym (compute_decimal_reward, float_match).",
  range: [0, 1],
  columns: ["solution"],
  options: {
    ...extractionSchema("auto"),
    absolute: {
      type: "number",
      minimum: 0,
      default: 0,
      description: "How far the answer may be from the solution.",
    },
    relative: {
      type: "number",
      minimum: 0,
      default: 1e-6,
      description: "How far the answer may be from the solution, in proportion to it.",
    },
    exactIntegers: {
      type: "boolean",
      default: true,
      description: "Whether a solution that is written as an integer has to be met exactly.",
    },
  },
  presets: {
    "eval-protocol": { relative: 1e-3 },
    "reasoning-gym-decimal": { extract: "tagged", relative: 0 },
    "reasoning-gym-float": { extract: "tagged", absolute: 0.01, relative: 0.01 },
  },
  rollout: (options: NumericMatchOptions) => {
    const { absolute = 0, relative = 1e-6, exactIntegers = true } = options;
    const bounds = { absolute: tolerance(absolute), relative: tolerance(relative), exactIntegers };
    const read = answerReader(options, "auto");
    return ({ task, completion }) => {
      const references = readReferences(task.columns.solution, readQuantity);
      if (isUnusable(references)) return references;
      const answer = readQuantity(read(completion.text) ?? "");
      return answer !== null && references.some((each) => equalQuantities(answer, each, bounds)) ? 1 : 0;
    };
  },
});
