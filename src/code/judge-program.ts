import { compareJson, type Json, parseJson } from "../text/index.js";
import type { OutputComparator } from "./comparators.js";
import type { Artifact, CodeRunner, Program, RunInput, RunLimits } from "./runner.js";
import type { Expected, TestCase, TestSuite } from "./test-case.js";
import { judgeOutput, type RunResult, type TestResult } from "./test-result.js";

/** What one run may use, but for its output, which what is expected bounds. */
export type TestLimits = Omit<RunLimits, "outputBytes">;

/** How a program is judged. */
export interface JudgeOptions {
  readonly limits: TestLimits;
  /** How outputs are compared; values are compared as JSON. */
  readonly comparator: OutputComparator;
  /** How many tests run before it is looked whether further ones are needed; by default all. */
  readonly batchSize?: number;
  /** Whether the results so far settle the score; tests behind them are skipped. By default none do. */
  readonly isSettled?: (results: readonly TestResult[]) => boolean;
  readonly signal?: AbortSignal;
}

/** The result of a test with what a person wants to see of it. */
export interface JudgedTest extends TestResult {
  readonly stdout: string;
  readonly message: string;
  readonly wallMs: number;
}

/** The least that any program may write, in bytes. */
const LEAST_OUTPUT = 1 << 16;

/** Bytes that a program may write: those of the longest right output twice, since white space may differ. */
function outputBytes(tests: readonly TestCase[]): number {
  const longest = tests.reduce(
    (most, { expected }) => Math.max(most, expected.kind === "output" ? expected.text.length : LEAST_OUTPUT),
    0,
  );
  // A character has up to 3 bytes per UTF-16 unit.
  return LEAST_OUTPUT + 2 * 3 * longest;
}

/**
 * Compiles a program, runs it on each test and compares what came out, on the host. Never rejects because of the
 * program.
 *
 * @returns one result per test, in order; `infra_error` where the sandbox has failed
 */
export async function judgeProgram(
  runner: CodeRunner,
  { language, source }: Program,
  { tests, setup = "" }: TestSuite,
  options: JudgeOptions,
): Promise<JudgedTest[]> {
  const { signal, batchSize = tests.length, isSettled = () => false } = options;
  const limits = { ...options.limits, outputBytes: outputBytes(tests) };
  const expected = await expectedValues(runner, { language, source: setup }, tests, limits, signal);
  const text = setup === "" ? source : `${setup}\n${source}`;
  const compiled = await runner.compile({ language, source: text }, signal);
  if (compiled.outcome !== "ok") {
    const { outcome, message } = compiled;
    return tests.map(() => ({ outcome, score: 0, stdout: "", message, wallMs: 0 }));
  }
  const results: JudgedTest[] = [];
  while (results.length < tests.length && !isSettled(results)) {
    const from = results.length;
    const inputs = tests.slice(from, from + Math.max(1, batchSize)).map(({ input }) => input);
    const runs = await runner.run(compiled.artifact, inputs, limits, signal);
    results.push(...runs.map((run, i) => judged(run, expected[from + i] ?? null, options.comparator)));
  }
  const skipped: JudgedTest = { outcome: "skipped", score: 0, stdout: "", message: "", wallMs: 0 };
  return tests.map((_, index) => results[index] ?? skipped);
}

/** What is expected, as it can be compared; `null` where it could not be computed. */
type Known = Exclude<Expected, { kind: "expression" }> | null;

/** Computes expected expressions, in runs of the setup alone. */
async function expectedValues(
  runner: CodeRunner,
  setup: Program,
  tests: readonly TestCase[],
  limits: RunLimits,
  signal: AbortSignal | undefined,
): Promise<Known[]> {
  const inputs = tests.flatMap(({ expected }): RunInput[] =>
    expected.kind === "expression" ? [{ kind: "expression", text: expected.text }] : [],
  );
  const runs = inputs.length === 0 ? [] : await runAlone(runner, setup, inputs, limits, signal);
  let next = 0;
  return tests.map(({ expected }) => (expected.kind === "expression" ? valueOf(runs[next++]) : expected));
}

async function runAlone(
  runner: CodeRunner,
  setup: Program,
  inputs: readonly RunInput[],
  limits: RunLimits,
  signal: AbortSignal | undefined,
): Promise<readonly RunResult[]> {
  const compiled = await runner.compile(setup, signal);
  const run = (artifact: Artifact): Promise<RunResult[]> => runner.run(artifact, inputs, limits, signal);
  return compiled.outcome === "ok" ? run(compiled.artifact) : [];
}

function valueOf(run: RunResult | undefined): Known {
  const value = run?.outcome === "ok" ? parseJson(run.stdout) : undefined;
  return value === undefined ? null : { kind: "value", values: [value] };
}

function judged(run: RunResult, expected: Known, comparator: OutputComparator): JudgedTest {
  const { stdout, message = "", wallMs = 0 } = run;
  const shown = { stdout, message, wallMs };
  // A test that nothing is known to pass is the sandbox's or the row's fault, and not the program's.
  if (expected === null) return { ...shown, outcome: "infra_error", score: 0, message: "no expected value" };
  const compare = expected.kind === "output" ? comparator : isOneOf(expected.values);
  return { ...shown, ...judgeOutput(run, expected.kind === "output" ? expected.text : "", compare) };
}

const isOneOf =
  (expected: readonly Json[]) =>
  (stdout: string): boolean => {
    const found = parseJson(stdout);
    return found !== undefined && expected.some((value) => isSame(found, value));
  };

function isSame(found: Json, expected: Json): boolean {
  const counts = compareJson(found, expected, { strings: "exact", lists: "ordered" });
  return counts.matched === counts.candidate && counts.matched === counts.reference;
}
