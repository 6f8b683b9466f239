import type { RunInput, RunLimits, RunOutcome } from "../../code/index.js";
import { EXIT_MEMORY } from "../python/prelude.js";
import type { BoxReply, BoxReport, BoxTask } from "./request.js";

/** Why a program is not run, or not on an input. */
export interface NativeFailure {
  readonly outcome: "compile_error" | "infra_error";
  readonly message: string;
}

/** A program that boxes can run: what to tell them for an input; or why it is not run on it. */
export type NativeProgram = (
  input: RunInput,
  limits: RunLimits,
) => BoxTask | NativeFailure | Promise<BoxTask | NativeFailure>;

/** What came of compiling. */
export type NativeCompilation = { readonly outcome: "ok"; readonly program: NativeProgram } | NativeFailure;

/** Runs something in a box of its own; or says why there is no box. */
export type RunInBox = (task: BoxTask) => Promise<BoxReply>;

/** A language of the native sandbox. */
export interface NativeLanguage {
  readonly compile: (
    source: string,
    run: RunInBox,
    files: Readonly<Record<string, string>>,
  ) => Promise<NativeCompilation>;
  /** Whether programs may come with files. @default false */
  readonly takesFiles?: boolean;
  /** What an exit says of a program that has ended by itself and not well. */
  readonly failure: (report: BoxReport) => RunOutcome;
}

/** What a check of a program's text may take. */
export const CHECK_LIMITS: RunLimits = { timeMs: 10_000, memoryBytes: 256 << 20, outputBytes: 4096 };

/** The limits of a run, as a box keeps them. */
export const limitsOf = ({
  timeMs,
  memoryBytes,
  outputBytes,
}: RunLimits): RunLimits & { cpuSeconds: number } => ({
  timeMs,
  // That of one core, and a little for what the clock does not see.
  cpuSeconds: Math.ceil(timeMs / 1000) + 1,
  memoryBytes,
  outputBytes,
});

/** What a check of a program's text has found. */
export function checked(report: BoxReply, program: NativeProgram): NativeCompilation {
  if ("failure" in report) return { outcome: "infra_error", message: report.failure };
  if (report.ended === "itself" && report.exitCode === 0) return { outcome: "ok", program };
  const said = Buffer.concat([report.stderr, report.stdout]).toString();
  return { outcome: "compile_error", message: said || `The compiler has not ended well: ${report.ended}.` };
}

/** Tells a lack of memory by what the program has said last. No more depends on it than the name of the failure. */
export function failureBySaying(pattern: RegExp): (report: BoxReport) => RunOutcome {
  return ({ exitCode, stderr }) =>
    exitCode === EXIT_MEMORY || pattern.test(stderr.toString("latin1")) ? "memory_limit" : "runtime_error";
}
