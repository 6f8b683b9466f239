import type { RunResult } from "./test-result.js";

/** A program as it was submitted. */
export interface Program {
  /** Name of the language, such as `"python"`, as {@link languageName} gives it. */
  readonly language: string;
  readonly source: string;
  /** Files that are compiled together with it and found beside it, by name, such as the graders of the IOI. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * What a program is run on: the text of its standard input; or a call of one of its functions, with a JSON list of
 * arguments; or an expression over its names. Of a call and an expression, the JSON text of the value is what the run
 * writes. A set is `{"set": [...]}`, with its members in order of their JSON texts.
 */
export type RunInput =
  | { readonly kind: "stdin"; readonly text: string }
  | { readonly kind: "call"; readonly name: string; readonly args: string }
  | { readonly kind: "expression"; readonly text: string };

/** What one run may use. */
export interface RunLimits {
  /** Wall-clock time, from the moment at which the program starts. */
  readonly timeMs: number;
  readonly memoryBytes: number;
  /** Of standard output; a program that writes more is ended. */
  readonly outputBytes: number;
}

/** A program that is ready to run; only the runner that made it knows what `handle` is. */
export interface Artifact {
  readonly language: string;
  readonly handle: unknown;
}

/** What came of compiling: an artifact; or why there is none, which only for "infra_error" is the sandbox's fault. */
export type Compilation =
  | { readonly outcome: "ok"; readonly artifact: Artifact }
  | { readonly outcome: "compile_error" | "infra_error"; readonly message: string };

/** A language that a runner runs. */
export interface AvailableLanguage {
  readonly available: true;
  /** How many times longer its programs take than outside of any sandbox. @default 1 */
  readonly slowdown?: number;
}

/** A language that a runner cannot run where it is: why, and what to do about it. */
interface MissingLanguage {
  readonly reason: string;
  readonly advice?: string;
}

/** What a runner can do where it is. */
export interface RunnerCapabilities {
  /** How programs are kept apart from the host, such as `"embedded"`. */
  readonly isolation: string;
  /** Languages that it runs, and those that it cannot run here with the reason. */
  readonly languages: Readonly<Record<string, AvailableLanguage | MissingLanguage>>;
  /** Whether programs may come with files. @default false */
  readonly takesFiles?: boolean;
}

/**
 * A sandbox. It is told what to run and never what should come out: outputs are judged on the host, where no program
 * can reach what was expected. It runs nothing outside of its sandbox, and where it cannot run, that is an
 * `infra_error`. None of its methods rejects because of a program.
 */
export interface CodeRunner {
  readonly capabilities: () => Promise<RunnerCapabilities>;
  /** Checks a program and brings it to the form that runs. */
  readonly compile: (program: Program, signal?: AbortSignal) => Promise<Compilation>;
  /**
   * Runs a program once on each input, each time with nothing left over from another run. What has not begun when the
   * signal is aborted ends as `infra_error`.
   *
   * @returns one result per input, in order
   */
  readonly run: (
    artifact: Artifact,
    inputs: readonly RunInput[],
    limits: RunLimits,
    signal?: AbortSignal,
  ) => Promise<RunResult[]>;
  /** Ends all that is running. The runner can be used again, and then starts anew. */
  readonly close: () => Promise<void>;
}
