import { equalQuotients, distance, isLess, parseDecimal, type Quotient } from "../answers/index.js";
import { type Arithmetic, evaluateArithmetic, type Notation } from "./arithmetic.js";

/** A puzzle of the countdown game: reach the target with the numbers. */
export interface CountdownPuzzle {
  readonly target: Quotient;
  readonly numbers: readonly number[];
}

/** What a solution may look like. */
export interface CountdownRules {
  readonly notation: Notation;
  /** Whether every number must be used, or some may be left. */
  readonly use: "all" | "some";
  /** The result must be nearer to the target than this; 0 asks for the target itself. */
  readonly tolerance: Quotient;
  /** Whether `= 24` may follow the expression, where it says the target. */
  readonly allowResult: boolean;
}

/** A number of a puzzle as data sets write it: a number or a numeral. */
function readNumber(value: unknown): number | null {
  if (typeof value !== "number" && (typeof value !== "string" || !/^\d{1,30}$/.test(value))) return null;
  const number = Number(value);
  return Number.isInteger(number) && number >= 0 ? number : null;
}

/** Reads the columns of a puzzle; `null` if they are none. */
export function readCountdown(target: unknown, numbers: unknown): CountdownPuzzle | null {
  const goal = typeof target === "number" || typeof target === "string" ? parseDecimal(String(target)) : null;
  if (goal === null || !Array.isArray(numbers)) return null;
  const given = numbers.map(readNumber);
  return given.includes(null) ? null : { target: goal, numbers: given as number[] };
}

/** Whether each numeral is one of the numbers, none used more often than it is given. */
function usesNumbers(
  { numerals }: Arithmetic,
  numbers: readonly number[],
  use: CountdownRules["use"],
): boolean {
  const left = new Map<number, number>();
  for (const number of numbers) left.set(number, (left.get(number) ?? 0) + 1);
  for (const numeral of numerals) {
    const count = left.get(Number(numeral)) ?? 0;
    if (count === 0) return false;
    left.set(Number(numeral), count - 1);
  }
  return use === "some" || numerals.length === numbers.length;
}

function reaches(value: Quotient, target: Quotient, { tolerance }: CountdownRules): boolean {
  return equalQuotients(value, target) || isLess(distance(value, target), tolerance);
}

/** Whether an answer solves the puzzle. */
export function solvesCountdown(answer: string, puzzle: CountdownPuzzle, rules: CountdownRules): boolean {
  const [expression = "", result, ...more] = rules.allowResult ? answer.split("=", 3) : [answer];
  const claimed = result === undefined ? puzzle.target : evaluateArithmetic(result, rules.notation)?.value;
  if (more.length > 0 || claimed === undefined || !equalQuotients(claimed, puzzle.target)) return false;
  const arithmetic = evaluateArithmetic(expression, rules.notation);
  if (arithmetic === null || !usesNumbers(arithmetic, puzzle.numbers, rules.use)) return false;
  return reaches(arithmetic.value, puzzle.target, rules);
}
