import type { RunInput, RunLimits, RunOutcome } from "../code/index.js";

/** One run of a program in a worker; without an input, the program is only compiled. */
export interface RunTask {
  readonly source: string;
  readonly input: RunInput | null;
  readonly limits: RunLimits;
}

/** What a worker makes of a task. */
export interface RunReport {
  readonly outcome: RunOutcome;
  readonly stdout: string;
  readonly message: string;
  readonly wallMs: number;
  /** Whether the worker is to be replaced, since this run has left more behind than can be put back. */
  readonly isSpent: boolean;
}

/** Where programs of a language run. */
export type EngineName = "python" | "javascript" | "typescript";

/** What the host asks the sandbox process for. */
export interface SandboxRequest {
  readonly id: number;
  readonly engine: EngineName;
  readonly task: RunTask;
}

export interface SandboxReply {
  readonly id: number;
  readonly report: RunReport;
}

/** What the sandbox process is started with. */
export interface SandboxSettings {
  /** How many programs run at once, per language. */
  readonly workers: number;
  /** Where the snapshot of the Python interpreter is kept; `null` keeps it in memory only. */
  readonly cacheFolder: string | null;
}

/** The report of a run that the program had no part in. */
export function infraReport(message: string): RunReport {
  return { outcome: "infra_error", stdout: "", message, wallMs: 0, isSpent: false };
}
