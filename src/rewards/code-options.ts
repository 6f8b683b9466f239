import {
  type ComparatorName,
  comparators,
  type ExtractCodeOptions,
  type JudgeOptions,
  TEST_PARTS,
  type TestResult,
} from "../code/index.js";
import type { RunnerChoice } from "../sandbox/index.js";
import type { JsonSchema } from "../schema/index.js";

/** A way to compare outputs, by its name; `"numbers"` within the tolerance. */
export type OutputComparison = ComparatorName | "numbers";

/** Options of all rewards that run programs. */
export interface ProgramOptions extends ExtractCodeOptions {
  /** Language of the code, where the row does not say it. @default "python" */
  readonly language?: string;
  /** How what a program writes is compared: see `comparators` of `grpo-rewards/code`; `"numbers"` within the tolerance. @default "lines" */
  readonly comparator?: OutputComparison;
  /** How far a number may be from the expected one, absolutely or in proportion. @default 1e-6 */
  readonly tolerance?: number;
  /** Milliseconds that a test may take. @default 10000 */
  readonly timeoutMs?: number;
  /** Mebibytes that a program may use. @default 256 */
  readonly memoryMb?: number;
  /** How many tests are run at most, the first ones; `null` for all. @default null */
  readonly maxTests?: number | null;
  /**
   * The sandbox: `"embedded"` (WebAssembly, runs Python, JavaScript and TypeScript anywhere), `"native"` (bubblewrap on
   * Linux, runs Python, C++ and JavaScript as they are installed), or of each language the first that runs it; or a
   * service elsewhere, such as `{ engine: "piston", endpoints: ["http://10.0.0.7:2000"] }`. @default "auto"
   */
  readonly runner?: RunnerChoice;
}

/** Options of rewards that run code on the tests of their row. */
export interface CodeOptions extends ProgramOptions {
  /** What a timeout costs: the test that ran into it, or all of them. @default "test" */
  readonly timeoutFails?: "test" | "all";
}

/** The columns of rewards that run code: the first that is there holds the tests. */
export type CodeColumns = Readonly<
  Partial<
    Record<(typeof TEST_PARTS)[number] | "language" | "metadata" | "generated_checker" | "checker", unknown>
  >
>;

export const CODE_COLUMNS: readonly (keyof CodeColumns)[] = [
  ...TEST_PARTS,
  "language",
  "metadata",
  "generated_checker",
  "checker",
];

/** A service that runs programs: see `remoteRunner` of `grpo-rewards/sandbox`. */
const REMOTE_RUNNER: JsonSchema = {
  type: "object",
  properties: {
    engine: { enum: ["piston", "sandbox_fusion", "e2b", "judge0"] },
    endpoints: { type: "array", minItems: 1, items: { type: "string", pattern: "^https?://" } },
    concurrency: { type: "integer", minimum: 1, maximum: 1000 },
    retries: { type: "integer", minimum: 0, maximum: 20 },
    outputBytes: { type: "integer", minimum: 1 },
    headersEnv: { type: "object", additionalProperties: { type: "string", minLength: 1 } },
  },
  required: ["engine", "endpoints"],
  additionalProperties: false,
};

export const PROGRAM_OPTIONS: Readonly<Record<keyof ProgramOptions, JsonSchema>> = {
  language: {
    type: "string",
    minLength: 1,
    default: "python",
    description: "Language of the code, where the row does not say it.",
  },
  comparator: {
    enum: [...Object.keys(comparators), "numbers"],
    default: "lines",
    description: "How what a program writes is compared with what is expected, where the row has no checker.",
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
  runner: {
    anyOf: [{ enum: ["auto", "embedded", "native"] }, REMOTE_RUNNER],
    default: "auto",
    description:
      "The sandbox: WebAssembly, which needs nothing; bubblewrap on Linux; of each language the first that runs it; or a service elsewhere.",
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

export const CODE_OPTIONS: Readonly<Record<keyof CodeOptions, JsonSchema>> = {
  ...PROGRAM_OPTIONS,
  timeoutFails: {
    enum: ["test", "all"],
    default: "test",
    description: "What a timeout costs: the test that ran into it, or all of them.",
  },
};

/** The options of other systems' variants. */
export const CODE_PRESETS: Readonly<
  Record<"open-r1" | "verl" | "live-code-bench" | "sandbox-fusion", CodeOptions>
> = {
  "open-r1": {
    comparator: "stripped_lines",
    timeoutFails: "all",
    fences: "exact",
    thinking: "none",
    timeoutMs: 5000,
  },
  verl: { maxTests: 10, thinking: "none" },
  "live-code-bench": { comparator: "live_code_bench" },
  "sandbox-fusion": { comparator: "sandbox_fusion", thinking: "none" },
};

/** The limits that the options set, whatever the row. */
export function fixedJudging({
  timeoutMs = 10_000,
  memoryMb = 256,
}: CodeOptions): () => Pick<JudgeOptions, "limits"> {
  return () => ({ limits: { timeMs: timeoutMs, memoryBytes: memoryMb << 20 } });
}

/** Whether a timeout has cost all tests. */
export function isTimeLost(results: readonly TestResult[], { timeoutFails = "test" }: CodeOptions): boolean {
  return timeoutFails === "all" && results.some(({ outcome }) => outcome === "timeout");
}
