import { asciiDigits, codePointLength, pythonStrip } from "../text/index.js";
import { isHedged } from "./hedge.js";
import { equalQuotients, parseDecimal, type Quotient } from "./quotient.js";

/** What an answer that holds the reference earns: nothing, or its share if it holds it as whole words without hedging, or at all. */
export type Containment = "nowhere" | "words" | "anywhere";

/** How answers are compared to a reference. */
export interface PartialCreditRules {
  /** Whether two decimal numerals of the same value are the same. */
  readonly decimals: boolean;
  readonly contained: Containment;
}

/** A character that makes the numeral or the word beside it another one. */
const GLUE_BEFORE = /[\p{L}\p{N}_.,+\-−/*^]$/u;
const GLUE_BEHIND = /^(?:[\p{L}\p{N}_+\-−/*^]|[.,][\p{L}\p{N}_.,+\-−/*^])/u;

/** The value of a numeral as Python's `Decimal` reads it; commas between thousands do not count. */
function decimalValue(text: string): Quotient | null {
  return parseDecimal(asciiDigits(pythonStrip(text)).replaceAll(/[,_]/g, ""));
}

function equalDecimals(answer: string, reference: string): boolean {
  const expected = decimalValue(reference);
  const stated = expected && decimalValue(answer);
  return stated !== null && expected !== null && equalQuotients(stated, expected);
}

/** Whether no letter, digit, sign or decimal point touches the stretch of this length at `index`. */
function standsAlone(text: string, index: number, length: number): boolean {
  const end = index + length;
  return (
    !GLUE_BEFORE.test(text.slice(Math.max(0, index - 2), index)) &&
    !GLUE_BEHIND.test(text.slice(end, end + 3))
  );
}

function holds(answer: string, reference: string, how: Containment): boolean {
  if (how === "nowhere") return false;
  if (how === "anywhere") return answer.includes(reference);
  if (isHedged(answer, reference)) return false;
  for (let i = answer.indexOf(reference); i >= 0; i = answer.indexOf(reference, i + reference.length)) {
    if (standsAlone(answer, i, reference.length)) return true;
  }
  return false;
}

/**
 * 1 for the reference; for an answer that holds it, the share of it that the reference is, in code points; else 0. The
 * default `score_answer` of reasoning-gym, and with `decimals` its `compute_decimal_reward`.
 */
export function partialCredit(answer: string, reference: string, rules: PartialCreditRules): number {
  if (answer === "" || reference === "") return 0;
  if (answer === reference || (rules.decimals && equalDecimals(answer, reference))) return 1;
  return holds(answer, reference, rules.contained) ? codePointLength(reference) / codePointLength(answer) : 0;
}
