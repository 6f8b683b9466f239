import type { JudgeOptions, TestSuite } from "../code/index.js";
import type { JsonSchema } from "../schema/index.js";
import {
  CODE_COLUMNS,
  PROGRAM_OPTIONS,
  type CodeColumns,
  type OutputComparison,
  type ProgramOptions,
} from "./code-options.js";
import { BATCH } from "./code-tests.js";

/** Options of rewards for contests, whose rows have limits of their own. */
export interface ContestOptions extends ProgramOptions {
  /**
   * By language, how many times the row's time limit a program has. A language that is not named has it as many times as
   * the sandbox slows it down: 4 in the embedded one for Python, 10 for JavaScript and TypeScript. @default {}
   */
  readonly timeFactors?: Readonly<Record<string, number>>;
  /** How many tests run before it is looked whether further ones are needed; below 1, all of them. @default 8 */
  readonly testBatchSize?: number;
}

/** What rows of contests hold beside tests. */
const CONTEST_COLUMNS = ["time_limit", "memory_limit"] as const;

/** The columns that rewards for contests read. */
export type ContestColumns = CodeColumns &
  Readonly<Partial<Record<(typeof CONTEST_COLUMNS)[number], unknown>>>;

export const CONTEST_COLUMN_NAMES: readonly (keyof ContestColumns)[] = [...CODE_COLUMNS, ...CONTEST_COLUMNS];

/** The options of rewards for contests, with the language and the comparison that they have by default. */
export function contestOptions(
  language: string,
  comparator: OutputComparison,
): Readonly<Record<keyof ContestOptions, JsonSchema>> {
  return {
    ...PROGRAM_OPTIONS,
    language: { ...PROGRAM_OPTIONS.language, default: language },
    comparator: { ...PROGRAM_OPTIONS.comparator, default: comparator },
    timeoutMs: {
      ...PROGRAM_OPTIONS.timeoutMs,
      default: DEFAULT_TIMEOUT_MS,
      description: "Milliseconds that a test may take where the row names no limit.",
    },
    memoryMb: {
      ...PROGRAM_OPTIONS.memoryMb,
      description: "Mebibytes that a program may use where the row names no limit.",
    },
    timeFactors: {
      type: "object",
      additionalProperties: { type: "number", exclusiveMinimum: 0 },
      default: {},
      description:
        "By language, how many times the time limit a program has; others as many times as the sandbox slows them down: 4 in the embedded one for Python, 10 for JavaScript and TypeScript.",
    },
    testBatchSize: {
      type: "integer",
      minimum: -1,
      default: BATCH,
      description:
        "How many tests run before it is looked whether further ones are needed; below 1, all of them.",
    },
  };
}

const DEFAULT_TIMEOUT_MS = 2000;
const LONGEST_MS = 600_000;

/** The limits that a row of a contest sets, where options do not. */
export function contestJudging({
  timeoutMs = DEFAULT_TIMEOUT_MS,
  memoryMb = 256,
  timeFactors = {},
  testBatchSize = BATCH,
}: ContestOptions): (suite: TestSuite) => Pick<JudgeOptions, "limits" | "timeFactors" | "batchSize"> {
  return ({ limits = {} }) => ({
    limits: {
      timeMs: Math.min(limits.timeMs ?? timeoutMs, LONGEST_MS),
      memoryBytes: limits.memoryBytes ?? memoryMb << 20,
    },
    timeFactors,
    batchSize: testBatchSize,
  });
}
