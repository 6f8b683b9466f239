import { checkerProgram } from "./checker-programs.js";
import type { CodeRunner, Program, RunLimits } from "./runner.js";
import type { RunResult, TestResult } from "./test-result.js";

/** What a checker looks at. */
export interface CheckedOutput {
  readonly input: string;
  readonly expected: string;
  readonly stdout: string;
}

/** What a checker made of an output, with what it said. */
export interface CheckResult extends TestResult {
  readonly message: string;
}

const LIMITS: RunLimits = { timeMs: 10_000, memoryBytes: 512 << 20, outputBytes: 1 << 16 };

interface Report {
  /** The code that it ended with; `null` if it reached its end. */
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function reportOf({ outcome, stdout }: RunResult): Report | null {
  if (outcome !== "ok") return null;
  const line = stdout.trimEnd().split("\n").at(-1) ?? "";
  try {
    const { exit, stdout: said, stderr } = JSON.parse(line) as Partial<Record<keyof Report, unknown>>;
    const isReport = typeof said === "string" && typeof stderr === "string";
    return isReport ? { exit: typeof exit === "number" ? exit : null, stdout: said, stderr } : null;
  } catch {
    return null;
  }
}

/** A share from 0 to 1, or a percentage. */
const NUMBER = /^\d{1,3}(?:\.\d{1,20})?$/;
/** What ports of testlib print beside the code 0, if anything. */
const ACCEPTS = /^(?:ok\b|$)/;
const POINTS = /\bpoints\s+(\d{1,3}(?:\.\d{1,20})?)(?![\d.])/;

function share(text: string): number | null {
  const number = NUMBER.test(text) ? Number(text) : Infinity;
  if (number <= 1) return number;
  return number <= 100 ? number / 100 : null;
}

/** Exit codes of testlib that reject: wrong answer, presentation error. */
const REJECTS: ReadonlySet<number | null> = new Set([1, 2]);
const EXIT_POINTS = 7;

/** The score that a checker gives; `null` if it keeps to neither protocol. */
function scoreOf({ exit, stdout, stderr }: Report): number | null {
  if (REJECTS.has(exit)) return 0;
  if (exit === EXIT_POINTS) return share(POINTS.exec(`${stdout}\n${stderr}`)?.[1] ?? "");
  if (exit !== null && exit !== 0) return null;
  // Without a number only the code accepts: whatever comes to its end ends well.
  return share(stdout) ?? (exit === 0 && ACCEPTS.test(stdout) ? 1 : null);
}

function resultOf(run: RunResult | undefined): CheckResult {
  const report = run && reportOf(run);
  const score = report && scoreOf(report);
  if (report && typeof score === "number") {
    return { outcome: "ok", score, message: report.stderr === "" ? report.stdout : report.stderr };
  }
  return { outcome: "infra_error", score: 0, message: `The checker failed: ${reasonOf(run, report)}` };
}

function reasonOf(run: RunResult | undefined, report: Report | null | undefined): string {
  if (report) return `exit code ${String(report.exit)}, output ${JSON.stringify(report.stdout)}`;
  return run === undefined ? "it did not run" : `${run.outcome} ${run.message ?? ""}`.trim();
}

/**
 * Asks a checker, a program in Python or C++, what outputs are worth. It runs in a box of its own, once per output, with
 * the names of three files: the input, the expected output and the output. It prints a share of 0 to 1 or a percentage,
 * as those of the data set open-r1/codeforces and of the IOI, or ends with an exit code of testlib: 0 accepts, 1 and 2
 * reject, 7 gives the points that it names. One that raises, hangs or does neither has failed, which is `infra_error`.
 */
export async function checkOutputs(
  runner: CodeRunner,
  checker: Program,
  outputs: readonly CheckedOutput[],
  signal?: AbortSignal,
): Promise<CheckResult[]> {
  if (outputs.length === 0) return [];
  const fail = (message: string): CheckResult[] =>
    outputs.map(() => ({ outcome: "infra_error", score: 0, message }));
  const harness = checkerProgram(checker);
  if (harness === null)
    return fail(`Checkers are programs in Python or C++, and not in ${checker.language}.`);
  const compiled = await runner.compile(harness.program, signal);
  if (compiled.outcome !== "ok") return fail(compiled.message);
  const inputs = outputs.map(({ input, expected, stdout }) => ({
    kind: "stdin" as const,
    text: harness.inputOf({
      "input.txt": input,
      "correct_output.txt": expected,
      "solution_output.txt": stdout,
    }),
  }));
  const runs = await runner.run(compiled.artifact, inputs, LIMITS, signal);
  return outputs.map((_, index) => resultOf(runs[index]));
}
