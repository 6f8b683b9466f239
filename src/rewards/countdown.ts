import {
  answerReader,
  type ExtractionOptions,
  extractionSchema,
  parseDecimal,
  unusableReference,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { type CountdownRules, type Notation, readCountdown, solvesCountdown } from "../puzzles/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { rangeOver } from "./score-range.js";

/** Columns of {@link countdown}. */
export interface CountdownColumns {
  readonly target: number | string | null;
  /** The numbers that may be used, once for each time that they are given. */
  readonly numbers: readonly (number | string)[] | null;
}

/** Options of {@link countdown}. */
export interface CountdownOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "tinyzero" | "mini-r1" | "reasoning-gym";
  /** Whether every number has to be used, or some may be left. @default "all" */
  readonly use?: "all" | "some";
  /** `ascii`: `+ - * /` on one line. `any`: also `× · ÷ −`, and line breaks. @default "any" */
  readonly notation?: Notation;
  /** Whether `= 24` may follow the expression, where it says the target. @default false */
  readonly allowResult?: boolean;
  /** The result must be nearer to the target than this; 0 asks for the target itself. @default 0 */
  readonly tolerance?: number;
  /** Score of an answer that is no solution. @default 0 */
  readonly formatScore?: number;
}

/**
 * 1 if the answer is an expression of the column `numbers` that is worth the column `target`, else `formatScore`; 0
 * without an answer. `null` if the columns are no puzzle.
 *
 * The expression is evaluated exactly, by an evaluator of its own: integers, `+ - * /` and parentheses. TinyZero's
 * `countdown` (preset `tinyzero`), Mini-R1's `equation` (`mini-r1`) and reasoning-gym's (`reasoning-gym`), without what
 * Python's `eval` lets in: `**`, `//`, decimals made of two numbers, and signs behind operators.
 */
export const countdown: RewardFactory<RolloutReward<CountdownColumns>, CountdownOptions> = defineReward({
  name: "countdown",
  summary: "1 if the answer makes the target from the numbers, each used once, with + - * / and parentheses.",
  family: "puzzles",
  source: "TinyZero (countdown); Mini-R1 (equation_reward_func); reasoning-gym (countdown).",
  range: ({ formatScore = 0 }: CountdownOptions) => rangeOver(0, 1, formatScore),
  columns: ["target", "numbers"],
  options: {
    ...extractionSchema("auto"),
    use: {
      enum: ["all", "some"],
      default: "all",
      description: "Whether every number has to be used, or some may be left.",
    },
    notation: {
      enum: ["any", "ascii"],
      default: "any",
      description: "Whether other signs of multiplication, division and subtraction, and line breaks, count.",
    },
    allowResult: {
      type: "boolean",
      default: false,
      description: "Whether an equals sign and the target may follow the expression.",
    },
    tolerance: {
      type: "number",
      minimum: 0,
      maximum: 1,
      default: 0,
      description: "The result must be nearer to the target than this; 0 asks for the target itself.",
    },
    formatScore: { type: "number", default: 0, description: "Score of an answer that is no solution." },
  },
  presets: {
    tinyzero: { extract: "last_line", notation: "ascii", tolerance: 1e-5, formatScore: 0.1 },
    "mini-r1": { extract: "first_line", notation: "ascii", tolerance: 1e-5 },
    "reasoning-gym": { extract: "tagged", use: "some", formatScore: 0.05 },
  },
  rollout: (options: CountdownOptions) => {
    const { use = "all", notation = "any", allowResult = false, tolerance = 0, formatScore = 0 } = options;
    const bound = parseDecimal(String(tolerance)) ?? { num: 0n, den: 1n };
    const rules: CountdownRules = { use, notation, allowResult, tolerance: bound };
    const read = answerReader(options, "auto");
    return ({ task: { columns }, completion }) => {
      const puzzle = readCountdown(columns.target, columns.numbers);
      if (puzzle === null) return unusableReference("not_a_puzzle");
      const answer = read(completion.text);
      if (answer === null) return 0;
      return solvesCountdown(answer, puzzle, rules) ? 1 : formatScore;
    };
  },
});
