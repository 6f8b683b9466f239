import type { RunTask } from "../protocol.js";

/** What ends a program from outside: a limit, or its own exit code. */
export type End = "deadline" | "output" | number;

/** What a run shares with the functions that its program calls. */
export interface Run {
  readonly task: RunTask;
  readonly deadline: number;
  /** Ends the program at the engine's next look at the clock; the first reason counts. */
  readonly end: (end: End) => void;
  readonly ended: () => End | null;
  readonly write: (descriptor: number, text: string) => void;
}
