import { pythonSplit, pythonStrip } from "../text/index.js";
import { decimalText, isDecimal } from "./decimal.js";

/** Whether a program wrote what was expected. */
export type OutputComparator = (stdout: string, expected: string) => boolean;

/** The ways to compare that need no settings. */
export type ComparatorName =
  | "exact"
  | "trailing_newlines"
  | "lines"
  | "stripped_lines"
  | "tokens"
  | "tokens_ignoring_case"
  | "codeforces"
  | "live_code_bench"
  | "sandbox_fusion";

const trimEnd = (line: string): string => line.trimEnd();

const isSame: OutputComparator = (written, expected) => written === expected;

/** The lines of a text, each tidied, up to the last that is not empty. */
function linesOf(text: string, tidy: (line: string) => string): string[] {
  const lines = text.split("\n").map(tidy);
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

function areEqual(
  written: readonly string[],
  expected: readonly string[],
  isEqual: OutputComparator = isSame,
): boolean {
  return (
    written.length === expected.length && written.every((each, index) => isEqual(each, expected[index] ?? ""))
  );
}

/** The lines of a text without white space around them and around the whole. */
const strippedLines = (text: string): string[] => linesOf(pythonStrip(text), pythonStrip);

/** The text up to the line breaks at its end. */
function withoutBreaks(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === "\n") end--;
  return text.slice(0, end);
}

const YES_OR_NO = /^(?:yes|no)$/i;

const isSameAnswer: OutputComparator = (written, expected) =>
  written === expected || (YES_OR_NO.test(expected) && written.toLowerCase() === expected.toLowerCase());

const isSameDecimal: OutputComparator = (written, expected) => {
  const value = decimalText(expected);
  return value !== null && decimalText(written) === value;
};

const isSameLine: OutputComparator = (written, expected) =>
  written === expected || areEqual(pythonSplit(written), pythonSplit(expected), isSameDecimal);

const SANDBOX_FUSION_TOLERANCE = 1e-5;

/**
 * Ways to compare what a program wrote with what was expected; each is linear in the texts' lengths.
 *
 * - `exact`: unit by unit
 * - `trailing_newlines`: the same, but for line breaks at the end, as verl compares what its sandbox returns
 * - `lines`: line by line, but for white space at the ends of lines and empty lines at the end
 * - `stripped_lines`: line by line, but for white space around lines and around the whole output, as open-r1 compares; an
 *   output with fewer or more lines than expected, which open-r1 accepts, is wrong
 * - `tokens`: word by word, as most checkers of Codeforces
 * - `tokens_ignoring_case`: the same, for answers such as YES and NO
 * - `codeforces`: word by word, and only YES and NO in any case, as open-r1 compares where there is no checker
 * - `live_code_bench`: as `stripped_lines`, and lines of decimal numbers by their exact values; NaN is no number, nor are
 *   digits of other scripts, both of which the original's `Decimal` takes
 * - `sandbox_fusion`: as `stripped_lines` in any case, and lines that are one decimal number within a relative 1e-5; two
 *   integers must be equal, which the original does not ask for
 */
export const comparators: Readonly<Record<ComparatorName, OutputComparator>> = {
  exact: isSame,
  trailing_newlines: (stdout, expected) => withoutBreaks(stdout) === withoutBreaks(expected),
  lines: (stdout, expected) => areEqual(linesOf(stdout, trimEnd), linesOf(expected, trimEnd)),
  stripped_lines: (stdout, expected) =>
    areEqual(linesOf(pythonStrip(stdout), pythonStrip), linesOf(expected, pythonStrip)),
  tokens: (stdout, expected) => areEqual(pythonSplit(stdout), pythonSplit(expected)),
  tokens_ignoring_case: (stdout, expected) =>
    areEqual(pythonSplit(stdout.toLowerCase()), pythonSplit(expected.toLowerCase())),
  codeforces: (stdout, expected) => areEqual(pythonSplit(stdout), pythonSplit(expected), isSameAnswer),
  live_code_bench: (stdout, expected) => areEqual(strippedLines(stdout), strippedLines(expected), isSameLine),
  sandbox_fusion: (stdout, expected) => {
    const isClose = closeTo({ relative: SANDBOX_FUSION_TOLERANCE });
    return areEqual(strippedLines(stdout.toLowerCase()), strippedLines(expected.toLowerCase()), isClose);
  },
};

/** How far a number may be from the expected one: the larger of both. */
export interface Tolerance {
  /** @default 0 */
  readonly absolute?: number;
  /** In proportion to the expected number. @default 0 */
  readonly relative?: number;
}

const INTEGER = /^[+-]?\d+$/;

/** Compares two words: decimal numbers within a tolerance, integers and other words exactly. */
function closeTo({ absolute = 0, relative = 0 }: Tolerance): OutputComparator {
  return (written, expected) => {
    if (INTEGER.test(written) && INTEGER.test(expected)) return isSameDecimal(written, expected);
    const wanted = isDecimal(expected) ? Number(expected) : Number.NaN;
    if (!Number.isFinite(wanted) || !isDecimal(written)) return written === expected;
    return Math.abs(Number(written) - wanted) <= Math.max(absolute, relative * Math.abs(wanted));
  };
}

/**
 * Compares word by word, decimal numbers within a tolerance. Two integers must be equal, whatever the tolerance; so must
 * words. NaN and infinities are words.
 */
export function numericTokens(tolerance: Tolerance): OutputComparator {
  const isClose = closeTo(tolerance);
  return (stdout, expected) => areEqual(pythonSplit(stdout), pythonSplit(expected), isClose);
}
