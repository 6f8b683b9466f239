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
  /** The most memory that the run had, with what the interpreter takes; absent where nothing ran. */
  readonly memoryBytes?: number;
  /** Whether the worker is to be replaced, since this run has left more behind than can be put back. */
  readonly isSpent: boolean;
}

/** Where programs of a language run. */
export type EngineName = "python" | "javascript" | "typescript";

/** Runs of one program: sending a message per run would take as long as a short run. */
export interface Portion extends Omit<RunTask, "input"> {
  readonly engine: EngineName;
  readonly inputs: readonly RunTask["input"][];
}

/** What the host asks the sandbox process for: to run a portion, or to begin no more runs of one. */
export type SandboxRequest =
  { readonly id: number; readonly portion: Portion } | { readonly id: number; readonly portion: null };

export interface SandboxReply {
  readonly id: number;
  /** One per input, in order. */
  readonly reports: readonly RunReport[];
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
