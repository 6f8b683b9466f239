import { comparators, ioiSettles, ioiSubtask, withIncludes } from "../code/index.js";
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

/** Options of {@link ioiCode}. */
export interface IoiCodeOptions extends ContestOptions {
  /** The choices of another system. */
  readonly preset?: "open-r1";
  /** Decimals of the score, where the row does not say it. @default 2 */
  readonly precision?: number;
}

/** The columns of a row of the data set open-r1/ioi, with its tests. */
export type IoiCodeColumns = ContestColumns &
  Readonly<Partial<Record<"id" | "test_names" | "score" | "score_precision" | "grader_files", unknown>>>;

/** The points of a row that is no subtask. */
const WHOLE_PROBLEM = 100;

/** The name of a problem is that of its header. */
const NAME = /^\w{1,100}$/;

/**
 * The share of a subtask of the IOI that the completion's code earns, 0 to 1: that of its worst test, rounded at the
 * problem's precision. A checker, the row's or the one among its `grader_files`, may give shares of a test, and comparing
 * gives 0 or 1. Reads the rows of open-r1/ioi, one subtask each, with `test_cases` by the names of `test_names`; the points
 * are logged, with the worst status. `null` without tests, and where the sandbox fails or does not take the row's
 * `grader_files`, which the native one compiles with C++.
 *
 * The `ioi_code` reward of open-r1, but that a failure of the sandbox is no score of 0, and that the tests stand in the row.
 */
export const ioiCode: RewardFactory<RolloutReward<IoiCodeColumns>, IoiCodeOptions> = defineReward<
  IoiCodeColumns,
  IoiCodeOptions
>({
  name: "ioi_code",
  summary: "The share of a subtask of the IOI that the completion's code earns: that of its worst test.",
  family: "code",
  source: "open-r1 (ioi_code); the International Olympiad in Informatics.",
  range: [0, 1],
  boundsItself: true,
  optionalColumns: [...CONTEST_COLUMN_NAMES, "id", "test_names", "score", "score_precision", "grader_files"],
  extra: ["weighted_score", "status"],
  presets: {
    "open-r1": { fences: "exact", thinking: "none", testBatchSize: 1 },
  },
  options: {
    ...contestOptions("cpp", "tokens"),
    precision: {
      type: "integer",
      minimum: 0,
      maximum: 15,
      default: 2,
      description: "Decimals of the score, where the row does not say it.",
    },
  },
  rollout: (options) => {
    const { precision = 2 } = options;
    const judge = codeTests<IoiCodeColumns>({
      reward: "ioi_code",
      options,
      language: "cpp",
      comparator: comparators.tokens,
      judging: contestJudging(options),
      isSettled: ioiSettles,
      prepare: (source, language, { files }, { id }) =>
        language === "cpp" && typeof id === "string" && NAME.test(id)
          ? withIncludes(source, id, files)
          : source,
    });
    return async ({ task, completion }) => {
      const judged = await judge(task, completion.text);
      if ("score" in judged) return judged;
      const subtask = { points: WHOLE_PROBLEM, precision, ...judged.suite.subtask };
      const { score, verdict, weightedScore, status } = ioiSubtask(judged.results, subtask);
      return { score, ...(verdict && { verdict }), extra: { weighted_score: weightedScore, status } };
    };
  },
});
