import type { Json } from "../text/index.js";
import type { RunInput } from "./runner.js";

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

/** The tests of a task. */
export interface TestSuite {
  readonly tests: readonly TestCase[];
  /** The language that the row names, if it does. */
  readonly language?: string;
  /** Code that stands before every program and every expected expression. */
  readonly setup?: string;
}
