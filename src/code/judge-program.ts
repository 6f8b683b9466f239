import { type CheckResult, checkOutputs } from "./checker.js";
import type { OutputComparator } from "./comparators.js";
import { expectedValues, type Known, matches } from "./expected-values.js";
import type { CodeRunner, Compilation, Program, RunLimits } from "./runner.js";
import { runTests, type RunTestsOptions } from "./run-tests.js";
import type { TestCase, TestLimits, TestSuite } from "./test-case.js";
import { judgeOutput, type RunResult, skippedTests, type TestResult } from "./test-result.js";

/** How a program is judged. */
export interface JudgeOptions extends RunTestsOptions {
  readonly limits: TestLimits;
  /**
   * By language, how many times the time limit a program has. Given, a language that is not named has its limit as many
   * times as the runner says that it is slowed down; without it, limits are as they are.
   */
  readonly timeFactors?: Readonly<Record<string, number>>;
  /** How outputs are compared where there is no checker; values are compared as JSON. */
  readonly comparator: OutputComparator;
  readonly signal?: AbortSignal;
}

/** The result of a test with what a person wants to see of it. */
export interface JudgedTest extends TestResult {
  readonly stdout: string;
  readonly message: string;
  readonly wallMs: number;
  /** The most memory that it had; absent where the sandbox does not tell. */
  readonly memoryBytes?: number;
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
 * Compiles a program, runs it on each test and compares what came out, on the host; or has the suite's checker judge it,
 * in a run of its own. Never rejects because of the program.
 *
 * @returns one result per test, in order; `infra_error` where the sandbox or the checker has failed
 */
export async function judgeProgram(
  runner: CodeRunner,
  { language, source }: Program,
  suite: TestSuite,
  options: JudgeOptions,
): Promise<JudgedTest[]> {
  const { tests, setup = "", files } = suite;
  const { signal } = options;
  const text = setup === "" ? source : `${setup}\n${source}`;
  const compiled = await compile(runner, { language, source: text, ...(files && { files }) }, signal);
  if (compiled.outcome !== "ok") {
    const { outcome, message } = compiled;
    return tests.map(() => ({ outcome, score: 0, stdout: "", message, wallMs: 0 }));
  }
  const limits = await limitsOf(runner, language, tests, options);
  const expected = await expectedValues(runner, { language, source: setup }, tests, limits, signal);
  const run = async (batch: readonly TestCase[], start: number): Promise<JudgedTest[]> => {
    const inputs = batch.map(({ input }) => input);
    const runs = await runner.run(compiled.artifact, inputs, limits, signal);
    const results = runs.map((each, i) => judged(each, expected[start + i] ?? null, options.comparator));
    return suite.checker === undefined ? results : checked(runner, suite.checker, batch, results, signal);
  };
  const results = await runTests(tests, run, options);
  const skipped = skippedTests(tests.length - results.length);
  return [...results, ...skipped.map((test) => ({ ...test, stdout: "", message: "", wallMs: 0 }))];
}

async function compile(
  runner: CodeRunner,
  program: Program,
  signal: AbortSignal | undefined,
): Promise<Compilation> {
  if (program.files && (await runner.capabilities()).takesFiles !== true) {
    return { outcome: "infra_error", message: "The sandbox does not take programs that come with files." };
  }
  return runner.compile(program, signal);
}

async function limitsOf(
  runner: CodeRunner,
  language: string,
  tests: readonly TestCase[],
  { limits, timeFactors }: JudgeOptions,
): Promise<RunLimits> {
  const bounded = { ...limits, outputBytes: outputBytes(tests) };
  if (timeFactors === undefined) return bounded;
  const state = (await runner.capabilities()).languages[language];
  const slowdown = state && "available" in state ? (state.slowdown ?? 1) : 1;
  return { ...bounded, timeMs: Math.ceil(limits.timeMs * (timeFactors[language] ?? slowdown)) };
}

function judged(run: RunResult, expected: Known, comparator: OutputComparator): JudgedTest {
  const { stdout, message = "", wallMs = 0, memoryBytes } = run;
  const shown = { stdout, message, wallMs, ...(memoryBytes !== undefined && { memoryBytes }) };
  // A test that nothing is known to pass is the sandbox's or the row's fault, and not the program's.
  if (expected === null) return { ...shown, outcome: "infra_error", score: 0, message: "no expected value" };
  const compare = expected.kind === "output" ? comparator : matches(expected.values);
  return { ...shown, ...judgeOutput(run, expected.kind === "output" ? expected.text : "", compare) };
}

/** The results as a checker has them: those of outputs of programs that ended well. */
async function checked(
  runner: CodeRunner,
  checker: Program,
  batch: readonly TestCase[],
  results: readonly JudgedTest[],
  signal: AbortSignal | undefined,
): Promise<JudgedTest[]> {
  const outputs = batch.map(({ input, expected }, index) => {
    const result = results[index];
    const isOutput = input.kind === "stdin" && expected.kind === "output" && result?.outcome === "ok";
    return isOutput ? { input: input.text, expected: expected.text, stdout: result.stdout } : null;
  });
  const checks = await checkOutputs(
    runner,
    checker,
    outputs.filter((output) => output !== null),
    signal,
  );
  const next = checks.values();
  return results.map((result, index) => {
    const check: CheckResult | undefined = outputs[index] ? next.next().value : undefined;
    return check ? { ...result, ...check } : result;
  });
}
