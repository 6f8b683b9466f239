import { type RewardResult, type Task, undetermined } from "../core/index.js";
import {
  type ComparatorName,
  comparators,
  extractCode,
  type ExtractCodeOptions,
  languageName,
  numericTokens,
  type OutputComparator,
  readTestSuite,
  type TestResult,
  type TestSuite,
} from "../code/index.js";
import type { JsonSchema } from "../schema/index.js";

/** Options of rewards that run code. */
export interface CodeOptions extends ExtractCodeOptions {
  /** Language of the code, where the row does not say it. @default "python" */
  readonly language?: string;
  /** How what a program writes is compared: see `comparators` of `grpo-rewards/code`; `"numbers"` within the tolerance. @default "lines" */
  readonly comparator?: ComparatorName | "numbers";
  /** How far a number may be from the expected one, absolutely or in proportion. @default 1e-6 */
  readonly tolerance?: number;
  /** Milliseconds that a test may take. @default 10000 */
  readonly timeoutMs?: number;
  /** Mebibytes that a program may use. @default 256 */
  readonly memoryMb?: number;
  /** How many tests are run at most, the first ones; `null` for all. @default null */
  readonly maxTests?: number | null;
  /** What a timeout costs: the test that ran into it, or all of them. @default "test" */
  readonly timeoutFails?: "test" | "all";
}

/** Columns in which data sets keep tests, in the order in which they are looked for. */
const TEST_COLUMNS = [
  "verification_info",
  "input_output",
  "private_test_cases",
  "public_test_cases",
  "test_cases",
  "test_list",
  "official_tests",
  "ground_truth",
] as const;

/** The columns of rewards that run code: the first that is there holds the tests. */
export type CodeColumns = Readonly<
  Partial<Record<(typeof TEST_COLUMNS)[number] | "language" | "metadata", unknown>>
>;

export const CODE_COLUMNS: readonly (keyof CodeColumns)[] = [...TEST_COLUMNS, "language", "metadata"];

export const CODE_OPTIONS: Readonly<Record<keyof CodeOptions, JsonSchema>> = {
  language: {
    type: "string",
    minLength: 1,
    default: "python",
    description: "Language of the code, where the row does not say it.",
  },
  comparator: {
    enum: ["lines", "exact", "stripped_lines", "tokens", "tokens_ignoring_case", "numbers"],
    default: "lines",
    description: "How what a program writes is compared with what is expected.",
  },
  tolerance: {
    type: "number",
    minimum: 0,
    default: 1e-6,
    description: "How far a number may be from the expected one where numbers are compared.",
  },
  timeoutMs: {
    type: "integer",
    minimum: 1,
    maximum: 600_000,
    default: 10_000,
    description: "Milliseconds that a test may take.",
  },
  memoryMb: {
    type: "integer",
    minimum: 64,
    maximum: 2048,
    default: 256,
    description: "Mebibytes that a program may use.",
  },
  maxTests: {
    type: ["integer", "null"],
    minimum: 1,
    default: null,
    description: "How many tests are run at most, the first ones; null for all.",
  },
  timeoutFails: {
    enum: ["test", "all"],
    default: "test",
    description: "What a timeout costs: the test that ran into it, or all of them.",
  },
  fences: {
    enum: ["markdown", "exact"],
    default: "markdown",
    description: "Whether code blocks are told as Markdown does, or by the exact spelling of the language.",
  },
  thinking: {
    enum: ["auto", "prefilled", "none"],
    default: "auto",
    description: "Where the thinking ends, whose code does not count.",
  },
};

/** The options of other systems' variants. */
export const CODE_PRESETS: Readonly<Record<"open-r1" | "verl", CodeOptions>> = {
  "open-r1": {
    comparator: "stripped_lines",
    timeoutFails: "all",
    fences: "exact",
    thinking: "none",
    timeoutMs: 5000,
  },
  verl: { maxTests: 10, thinking: "none" },
};

/** How many tests run at a time: between batches it is looked whether the score is settled. */
const BATCH = 8;

/** A program that takes so many times the limit of one test has used up the time of all. */
const MAX_TIMEOUTS = 8;

/** Whether the results so far leave nothing open. */
export type IsSettled = (results: readonly TestResult[], total: number) => boolean;

/** The results of a completion's tests; or its score, where none could be run. */
export type RunTests = (
  task: Task<CodeColumns>,
  text: string,
) => Promise<readonly TestResult[] | RewardResult>;

/** Prepares the running of completions' code on the tests of their rows, for a reward of that name. */
export function codeTests(reward: string, options: CodeOptions, isSettled: IsSettled): RunTests {
  const { language = "python", timeoutMs = 10_000, memoryMb = 256, timeoutFails = "test" } = options;
  const limits = { timeMs: timeoutMs, memoryBytes: memoryMb << 20 };
  const comparator = comparatorOf(options);
  const key = JSON.stringify([reward, options]);
  const suites = new WeakMap<object, Promise<TestSuite | null>>();
  const suiteOf = (task: Task<CodeColumns>): Promise<TestSuite | null> => {
    const suite = suites.get(task) ?? readSuite(task.columns, options.maxTests ?? Infinity);
    suites.set(task, suite);
    return suite;
  };
  const isLost = ({ outcome }: TestResult): boolean => outcome === "timeout";
  const isOver = (results: readonly TestResult[], total: number): boolean => {
    const timeouts = results.filter(isLost).length;
    return timeouts >= (timeoutFails === "all" ? 1 : MAX_TIMEOUTS) || isSettled(results, total);
  };
  return async (task, text) => {
    const suite = await suiteOf(task);
    if (suite === null) return { score: null, verdict: undetermined("reference", "no_tests") };
    const named = task.columns.language ?? suite.language ?? language;
    if (typeof named !== "string") return { score: null, verdict: undetermined("reference", "language") };
    const source = extractCode(text, named, options);
    if (source === null) return { score: 0, verdict: undetermined("candidate", "no_code") };
    const { sharedJudge } = await import("../sandbox/index.js");
    const total = suite.tests.length;
    return sharedJudge()({ language: languageName(named), source }, suite, {
      key,
      limits,
      comparator,
      batchSize: BATCH,
      isSettled: (results) => isOver(results, total),
    });
  };
}

function comparatorOf({ comparator = "lines", tolerance = 1e-6 }: CodeOptions): OutputComparator {
  if (comparator !== "numbers") return comparators[comparator];
  return numericTokens({ absolute: tolerance, relative: tolerance });
}

async function readSuite(columns: CodeColumns, maxTests: number): Promise<TestSuite | null> {
  const name = TEST_COLUMNS.find((column) => columns[column] !== undefined && columns[column] !== null);
  if (name === undefined) return null;
  const functionName = functionOf(columns.metadata);
  const suite = await readTestSuite(columns[name], functionName === null ? {} : { functionName });
  return suite && { ...suite, tests: suite.tests.slice(0, maxTests) };
}

/** LiveCodeBench names the function in JSON beside the tests. */
function functionOf(metadata: unknown): string | null {
  const text = typeof metadata === "string" ? metadata : JSON.stringify(metadata ?? null);
  const found = /"func_name"\s*:\s*"([A-Za-z_]\w{0,200})"/.exec(text);
  return found?.[1] ?? null;
}
