import type { Json } from "../text/index.js";
import type { IoiSubtask } from "./ioi.js";
import type { Program, RunInput, RunLimits } from "./runner.js";

/**
 * What should come of a run: an output; or one of some values; or the value of an expression, which is computed in the sandbox by a
 * run of its own that no submitted program takes part in.
 */
export type Expected =
  | { readonly kind: "output"; readonly text: string }
  | { readonly kind: "value"; readonly values: readonly Json[] }
  | { readonly kind: "expression"; readonly text: string };

/** One test of a program. The runner gets the input; what is expected stays on the host. */
export interface TestCase {
  readonly input: RunInput;
  readonly expected: Expected;
}

/** What one run may use, but for its output, which what is expected bounds. */
export type TestLimits = Omit<RunLimits, "outputBytes">;

/** The tests of a task. */
export interface TestSuite {
  readonly tests: readonly TestCase[];
  /** The language that the row names, if it does. */
  readonly language?: string;
  /** Code that stands before every program and every expected expression. */
  readonly setup?: string;
  /** A program in Python or C++ that judges outputs in place of a comparison: see {@link checkOutputs}. */
  readonly checker?: Program;
  /** Files that every program comes with, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** The limits that the row names, which are those of programs outside of any sandbox. */
  readonly limits?: Partial<TestLimits>;
  /** The subtask of which these are the tests. */
  readonly subtask?: IoiSubtask;
}
