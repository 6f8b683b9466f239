import type { OutputComparator } from "./comparators.js";

/**
 * How a run of a program ended: by itself and without complaint, or why not. `infra_error` is the sandbox's own failure,
 * for which no program is to blame.
 */
export type RunOutcome =
  "ok" | "runtime_error" | "timeout" | "memory_limit" | "output_limit" | "compile_error" | "infra_error";

/** One run of a program on one input. */
export interface RunResult {
  readonly outcome: RunOutcome;
  /** What the program wrote to its standard output, up to the limit. */
  readonly stdout: string;
  /** What tells a person why it failed, such as the end of standard error. Nothing is judged by it. */
  readonly message?: string;
  /** How long it ran, in milliseconds. */
  readonly wallMs?: number;
  /** The most memory that it had, in bytes, with what its interpreter or its box takes before the program has any. */
  readonly memoryBytes?: number;
}

/** One test of a program. */
export interface TestResult {
  /** How the run ended; `skipped` if there was none, as after an earlier test has failed. */
  readonly outcome: RunOutcome | "skipped";
  /** The share of the test that was earned: 0 to 1, above 0 only for the outcome `ok`. */
  readonly score: number;
}

/** Whether a test was passed in full. */
export function hasPassed({ outcome, score }: TestResult): boolean {
  return outcome === "ok" && score === 1;
}

/** Judges a run by its output: passed if the program ended well and wrote what was expected. */
export function judgeOutput(
  { outcome, stdout }: RunResult,
  expected: string,
  comparator: OutputComparator,
): TestResult {
  return { outcome, score: Number(outcome === "ok" && comparator(stdout, expected)) };
}

/** The results of tests that nothing was run on, since nothing was submitted. */
export function skippedTests(count: number): TestResult[] {
  return Array.from({ length: count }, () => ({ outcome: "skipped", score: 0 }));
}
