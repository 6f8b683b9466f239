import { createRequire } from "node:module";
import type { RE2JS } from "re2js";

/** Matching takes time in proportion to the text's length times this. */
const LARGEST_PROGRAM = 500;

const require = createRequire(import.meta.url);

/** The engine takes 15 ms to load, so it is loaded when the first pattern is compiled. */
const engine = (): typeof RE2JS => (require("re2js") as { RE2JS: typeof RE2JS }).RE2JS;

/** A pattern that is searched for in time linear in the text. */
export interface LinearPattern {
  readonly test: (text: string) => boolean;
  /** ajv keeps patterns by their text. */
  readonly toString: () => string;
}

/**
 * Compiles a pattern of a JSON Schema for RE2's algorithm, which does not backtrack.
 *
 * @throws {Error} if it has lookaround or backreferences, or counted repetitions that are too large
 */
export function linearPattern(pattern: string): LinearPattern {
  const re2 = engine();
  const compiled = re2.compile(re2.translateRegExp(pattern));
  if (compiled.programSize() > LARGEST_PROGRAM) throw new Error(`the pattern ${pattern} is too large`);
  return { test: (text) => compiled.test(text), toString: () => pattern };
}
