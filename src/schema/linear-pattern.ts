import { createRequire } from "node:module";
import type { RE2JS } from "re2js";

/** Matching takes time in proportion to the text's length times this. */
const LARGEST_PROGRAM = 500;

const require = createRequire(import.meta.url);

/** The engine takes 15 ms to load, so it is loaded when the first pattern is compiled. */
const engine = (): typeof RE2JS => (require("re2js") as { RE2JS: typeof RE2JS }).RE2JS;

/** What a pattern's signs mean, by the names of Python's `re`. */
export interface PatternFlags {
  /** Whether the dot matches line breaks. */
  readonly dotAll?: boolean;
  /** Whether `^` and `$` match at every line. */
  readonly multiline?: boolean;
  /** Whether upper and lower case are the same. */
  readonly ignoreCase?: boolean;
}

/** By what a pattern has, how it is written behind an even number of backslashes. */
const NONLINEAR: Readonly<Record<string, RegExp>> = {
  lookahead: /^\(\?[=!]/,
  lookbehind: /^\(\?<[=!]/,
  "a backreference": /^(?:\\[1-9]|\\k<|\(\?P=)/,
};

function nonlinearPart(pattern: string): string | undefined {
  for (let i = 0; i < pattern.length; i += pattern.charAt(i) === "\\" ? 2 : 1) {
    const rest = pattern.slice(i, i + 4);
    const [found] = Object.entries(NONLINEAR).find(([, written]) => written.test(rest)) ?? [];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What RE2 cannot do is told by its name: its own errors speak of syntax. */
function compiledBy(re2: typeof RE2JS, pattern: string, flags: number): RE2JS {
  try {
    return re2.compile(pattern, flags);
  } catch (error) {
    const part = nonlinearPart(pattern);
    if (part === undefined) throw error;
    const problem = `it has ${part}, which cannot be matched in linear time: ${pattern}`;
    throw new Error(problem, { cause: error });
  }
}

/**
 * Compiles a pattern for RE2's algorithm, which does not backtrack: it is searched for in time linear in the text.
 *
 * @throws {Error} if it has lookaround or backreferences, or counted repetitions that are too large
 */
export function compilePattern(
  pattern: string,
  { dotAll = false, multiline = false, ignoreCase = false }: PatternFlags = {},
): RE2JS {
  const { DOTALL, MULTILINE, CASE_INSENSITIVE } = engine();
  const flags = (dotAll ? DOTALL : 0) | (multiline ? MULTILINE : 0) | (ignoreCase ? CASE_INSENSITIVE : 0);
  const compiled = compiledBy(engine(), pattern, flags);
  const size = compiled.programSize();
  if (size > LARGEST_PROGRAM)
    throw new Error(`it compiles to ${size} steps, more than ${LARGEST_PROGRAM}: ${pattern}`);
  return compiled;
}

/** A pattern as ajv wants it, which keeps patterns by their text. */
export interface LinearPattern {
  readonly test: (text: string) => boolean;
  readonly toString: () => string;
}

/**
 * Compiles a pattern of a JSON Schema, as {@link compilePattern} does.
 *
 * @throws {Error} if it cannot be searched for in linear time
 */
export function linearPattern(pattern: string): LinearPattern {
  const compiled = compilePattern(engine().translateRegExp(pattern));
  return { test: (text) => compiled.test(text), toString: () => pattern };
}
