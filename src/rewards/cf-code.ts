import {
  codeforcesScore,
  codeforcesSettles,
  type CodeforcesOptions,
  comparators,
  patchPython,
} from "../code/index.js";
import type { RolloutReward } from "../core/index.js";
import { codeTests } from "./code-tests.js";
import {
  CONTEST_COLUMN_NAMES,
  type ContestColumns,
  contestJudging,
  type ContestOptions,
  contestOptions,
} from "./contest-options.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link cfCode}. */
export interface CfCodeOptions extends ContestOptions, CodeforcesOptions {
  /** The choices of another system. */
  readonly preset?: "open-r1";
  /** Whether programs for older versions of Python run too: see `patchPython` of `grpo-rewards/code`. @default false */
  readonly patchCode?: boolean;
}

/** The columns of a row of the data set open-r1/codeforces. */
export type CfCodeColumns = ContestColumns &
  Readonly<Partial<Record<"input_mode" | "interaction_format", unknown>>>;

const GREATEST = { pass_fail: 1, partial: 1, weighted_sum: 1.1 } as const;

/**
 * What a submission to Codeforces earns: 1 for passing all tests, the share of them, or the first and a tenth of the second
 * (`mode`); `compileError` if it does not compile and `noSubmission` without code. Reads the rows of open-r1/codeforces:
 * `official_tests`, and `generated_tests` where the row was joined with them; `generated_checker`, which judges the outputs in
 * a sandbox of its own; limits. `null` without tests, for problems that interact or use files, and where the sandbox or the
 * checker fails.
 *
 * The `cf_code` reward of open-r1, but that a failure of the sandbox is no failed test, and that a program which has used up
 * the time of 8 tests runs no further ones.
 */
export const cfCode: RewardFactory<RolloutReward<CfCodeColumns>, CfCodeOptions> = defineReward<
  CfCodeColumns,
  CfCodeOptions
>({
  name: "cf_code",
  summary:
    "1 for code that passes all tests of a problem of Codeforces, and a tenth of the share of them; less than 0 without code that compiles.",
  family: "code",
  source: "open-r1 (cf_code).",
  range: ({ mode = "weighted_sum", compileError = -0.1, noSubmission = -1 }) => [
    Math.min(0, compileError, noSubmission),
    Math.max(GREATEST[mode], compileError, noSubmission),
  ],
  boundsItself: true,
  optionalColumns: [...CONTEST_COLUMN_NAMES, "input_mode", "interaction_format"],
  presets: {
    "open-r1": { fences: "exact", thinking: "none", testBatchSize: 1 },
  },
  options: {
    ...contestOptions("python", "codeforces"),
    mode: {
      enum: ["pass_fail", "partial", "weighted_sum"],
      default: "weighted_sum",
      description:
        "1 for all tests (pass_fail), the share of them (partial), or the first and a tenth of the second.",
    },
    compileError: {
      type: "number",
      default: -0.1,
      description: "The score of a program that does not compile.",
    },
    noSubmission: { type: "number", default: -1, description: "The score of a completion without code." },
    patchCode: {
      type: "boolean",
      default: false,
      description:
        "Whether programs for older versions of Python run too, such as those that import gcd from fractions.",
    },
  },
  rollout: (options) => {
    const { mode = "weighted_sum", patchCode = false } = options;
    const judge = codeTests<CfCodeColumns>({
      reward: "cf_code",
      options,
      language: "python",
      comparator: comparators.codeforces,
      judging: contestJudging(options),
      isSettled: (results) => codeforcesSettles(results, mode),
      prepare: (source, language) => (patchCode && language === "python" ? patchPython(source) : source),
    });
    return async ({ task, completion }) => {
      const judged = await judge(task, completion.text);
      if ("score" in judged) return judged;
      return codeforcesScore(judged.code, judged.results, options);
    };
  },
});
