import { pythonSplit, pythonStrip } from "../text/index.js";

/** Whether a program wrote what was expected. */
export type OutputComparator = (stdout: string, expected: string) => boolean;

/** The ways to compare that need no settings. */
export type ComparatorName = "exact" | "lines" | "stripped_lines" | "tokens" | "tokens_ignoring_case";

const trimEnd = (line: string): string => line.trimEnd();

/** The lines of a text, each tidied, up to the last that is not empty. */
function linesOf(text: string, tidy: (line: string) => string): string[] {
  const lines = text.split("\n").map(tidy);
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

function areEqual(
  written: readonly string[],
  expected: readonly string[],
  isEqual: OutputComparator = (one, other) => one === other,
): boolean {
  return (
    written.length === expected.length && written.every((each, index) => isEqual(each, expected[index] ?? ""))
  );
}

/**
 * Ways to compare what a program wrote with what was expected; each is linear in the texts' lengths.
 *
 * - `exact`: unit by unit
 * - `lines`: line by line, but for white space at the ends of lines and empty lines at the end
 * - `stripped_lines`: line by line, but for white space around lines and around the whole output, as open-r1 compares; an
 *   output with fewer or more lines than expected, which open-r1 accepts, is wrong
 * - `tokens`: word by word, as most checkers of Codeforces
 * - `tokens_ignoring_case`: the same, for answers such as YES and NO
 */
export const comparators: Readonly<Record<ComparatorName, OutputComparator>> = {
  exact: (stdout, expected) => stdout === expected,
  lines: (stdout, expected) => areEqual(linesOf(stdout, trimEnd), linesOf(expected, trimEnd)),
  stripped_lines: (stdout, expected) =>
    areEqual(linesOf(pythonStrip(stdout), pythonStrip), linesOf(expected, pythonStrip)),
  tokens: (stdout, expected) => areEqual(pythonSplit(stdout), pythonSplit(expected)),
  tokens_ignoring_case: (stdout, expected) =>
    areEqual(pythonSplit(stdout.toLowerCase()), pythonSplit(expected.toLowerCase())),
};

/** How far a number may be from the expected one: the larger of both. */
export interface Tolerance {
  /** @default 0 */
  readonly absolute?: number;
  /** In proportion to the expected number. @default 0 */
  readonly relative?: number;
}

/** Digits are ASCII, or any script's digits would be an answer. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const INTEGER = /^[+-]?\d+$/;

/** An integer in one spelling, however long it is: comparing doubles would lose its digits. */
function integerText(token: string): string {
  const digits = token.replace(/^[+-]?0*/, "");
  return token.startsWith("-") && digits !== "" ? `-${digits}` : digits;
}

/**
 * Compares word by word, decimal numbers within a tolerance. Two integers must be equal, whatever the tolerance; so must
 * words. NaN and infinities are words.
 */
export function numericTokens({ absolute = 0, relative = 0 }: Tolerance): OutputComparator {
  const isClose = (written: string, expected: string): boolean => {
    if (INTEGER.test(written) && INTEGER.test(expected))
      return integerText(written) === integerText(expected);
    const wanted = DECIMAL.test(expected) ? Number(expected) : Number.NaN;
    if (!Number.isFinite(wanted) || !DECIMAL.test(written)) return written === expected;
    return Math.abs(Number(written) - wanted) <= Math.max(absolute, relative * Math.abs(wanted));
  };
  return (stdout, expected) => areEqual(pythonSplit(stdout), pythonSplit(expected), isClose);
}
