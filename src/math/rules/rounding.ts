import type { Node } from "../ast.js";
import { freeSymbols, rationalValue } from "../canonical/index.js";
import { roundsTo } from "../numeric/index.js";
import { add, compare, negate, type Rational, rational } from "../rational.js";
import type { Context, Outcome } from "../tiers/tier.js";
import { contains } from "../transform.js";

/** Whether a decimal stands in the expression, so that its value may be a rounded one. */
export function isRounded(node: Node): boolean {
  return contains(node, (inner) => inner.kind === "number" && inner.decimals !== null);
}

/** A difference proves nothing where a decimal may be rounded: it is left to the tier that knows the digits. */
export function unlessRounded(equal: Outcome, reference: Node, candidate: Node): Outcome {
  return equal === false && (isRounded(reference) || isRounded(candidate)) ? null : equal;
}

/** A decimal that stands alone: its value and how many digits stand behind the point. */
interface Decimal {
  readonly value: Rational;
  readonly decimals: number;
}

function readDecimal(node: Node): Decimal | null {
  if (node.kind === "negation") {
    const operand = readDecimal(node.operand);
    return operand && { ...operand, value: negate(operand.value) };
  }
  if (node.kind === "number" && node.decimals !== null) return { value: node.value, decimals: node.decimals };
  return null;
}

/** Digits from the first that is not zero to the last that is written. */
function significantDigits({ value, decimals }: Decimal): number {
  const shifted = (value.num < 0n ? -value.num : value.num) * 10n ** BigInt(decimals);
  return shifted === 0n ? 0 : (shifted / value.den).toString().length;
}

/** A decimal with this many significant digits is precise wherever its point stands. */
const ALWAYS_PRECISE = 6;

/** Whether a decimal is precise enough to be taken for a value that it only rounds. */
function isPrecise(decimal: Decimal, digits: number): boolean {
  const significant = significantDigits(decimal);
  if (digits === 0 || significant < digits) return false;
  return decimal.decimals >= digits || significant >= ALWAYS_PRECISE;
}

/** Relative difference up to which two computed decimals are one value with the noise of floating point. */
const NOISE = rational(1n, 10n ** 14n);

function isNoise(a: Rational, b: Rational): boolean {
  const gap = add(a, negate(b));
  const size = { num: a.num < 0n ? -a.num : a.num, den: a.den };
  const limit = { num: size.num * NOISE.num, den: size.den * NOISE.den };
  return compare({ num: gap.num < 0n ? -gap.num : gap.num, den: gap.den }, limit) <= 0;
}

/**
 * Compares an exact value with a decimal that may be it, rounded: true if the decimal has enough digits
 * (`policy.digits`) and is the value rounded to them.
 */
export function compareRounded(reference: Node, candidate: Node, context: Context): Outcome {
  const [expected, actual] = [readDecimal(reference), readDecimal(candidate)];
  const { arithmetic: options, policy } = context;
  if (expected !== null && actual !== null) return compareDecimals(expected, actual, policy.digits);
  const decimal = expected ?? actual;
  const exact = expected === null ? reference : candidate;
  if (decimal === null || freeSymbols(exact).size > 0) return null;
  if (!isPrecise(decimal, policy.digits)) {
    const value = rationalValue(exact, options);
    return value && isNoise(value, decimal.value);
  }
  return roundsTo(exact, decimal.value, decimal.decimals, options);
}

/** One of two decimals may be the other, rounded to fewer digits. */
function compareDecimals(a: Decimal, b: Decimal, digits: number): boolean {
  if (isNoise(a.value, b.value)) return true;
  const [short, long] = a.decimals < b.decimals ? [a, b] : [b, a];
  if (!isPrecise(short, digits)) return false;
  const half = rational(1n, 2n * 10n ** BigInt(short.decimals));
  const gap = add(short.value, negate(long.value));
  return compare({ num: gap.num < 0n ? -gap.num : gap.num, den: gap.den }, half) <= 0;
}
