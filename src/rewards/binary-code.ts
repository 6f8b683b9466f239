import { comparators, hasPassed, passesTests, type TestResult, withoutCode } from "../code/index.js";
import type { RolloutReward } from "../core/index.js";
import {
  CODE_COLUMNS,
  CODE_OPTIONS,
  CODE_PRESETS,
  type CodeColumns,
  type CodeOptions,
  fixedJudging,
  isTimeLost,
} from "./code-options.js";
import { codeTests } from "./code-tests.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link binaryCode}. */
export interface BinaryCodeOptions extends CodeOptions {
  /** The choices of another system. */
  readonly preset?: keyof typeof CODE_PRESETS;
  /** The share of tests of which more than this must pass. @default 0.99 */
  readonly threshold?: number;
}

/**
 * 1 if the completion's code passes more than a share of the task's tests, else 0. Runs and judges as {@link code}, but
 * stops once too many tests have failed.
 *
 * The `binary_code` reward of open-r1.
 */
export const binaryCode: RewardFactory<RolloutReward<CodeColumns>, BinaryCodeOptions> = defineReward<
  CodeColumns,
  BinaryCodeOptions
>({
  name: "binary_code",
  summary: "1 if the completion's code passes more than 99 % of the task's tests, else 0.",
  family: "code",
  source: "open-r1 (binary_code); DeepCoder.",
  range: [0, 1],
  boundsItself: true,
  optionalColumns: CODE_COLUMNS,
  presets: CODE_PRESETS,
  options: {
    ...CODE_OPTIONS,
    threshold: {
      type: "number",
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.99,
      description: "The share of tests of which more than this must pass.",
    },
  },
  rollout: (options) => {
    const { threshold = 0.99 } = options;
    const isSettled = (results: readonly TestResult[], total: number): boolean => {
      const failed = results.filter((result) => !hasPassed(result)).length;
      return isTimeLost(results, options) || (total - failed) / total <= threshold;
    };
    const judge = codeTests<CodeColumns>({
      reward: "binary_code",
      options,
      language: "python",
      comparator: comparators.lines,
      judging: fixedJudging(options),
      isSettled,
    });
    return async ({ task, completion }) => {
      const judged = await judge(task, completion.text);
      if ("score" in judged) return judged;
      return judged.code === null ? withoutCode(0) : passesTests(judged.results, options);
    };
  },
});
