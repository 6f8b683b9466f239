import { comparators, passFraction, withoutCode } from "../code/index.js";
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

/** Options of {@link code}, and of {@link binaryCode}. */
export interface CodeRewardOptions extends CodeOptions {
  /** The choices of another system. */
  readonly preset?: keyof typeof CODE_PRESETS;
}

/**
 * The share of a task's tests that the completion's code passes, 0 to 1. The code runs in a sandbox (see
 * `embeddedRunner` and `nativeRunner` of `grpo-rewards/sandbox`), and what it writes is compared on the host. `null` if the row's tests are
 * missing or unreadable, and where the sandbox fails. Logs nothing.
 *
 * The `code` reward of open-r1, but that an output of fewer lines than expected is wrong, that functions are called, and
 * that a sandbox's failure is no score.
 */
export const code: RewardFactory<RolloutReward<CodeColumns>, CodeRewardOptions> = defineReward<
  CodeColumns,
  CodeRewardOptions
>({
  name: "code",
  summary: "The share of the task's tests that the completion's code passes.",
  family: "code",
  source: "open-r1 (code); verl (sandbox_fusion, prime_code).",
  range: [0, 1],
  boundsItself: true,
  optionalColumns: CODE_COLUMNS,
  presets: CODE_PRESETS,
  options: CODE_OPTIONS,
  rollout: (options) => {
    const judge = codeTests<CodeColumns>({
      reward: "code",
      options,
      language: "python",
      comparator: comparators.lines,
      judging: fixedJudging(options),
      isSettled: (results) => isTimeLost(results, options),
    });
    return async ({ task, completion }) => {
      const judged = await judge(task, completion.text);
      if ("score" in judged) return judged;
      return judged.code === null ? withoutCode(0) : passFraction(judged.results, options);
    };
  },
});
