import type { NumberNode } from "../ast.js";
import { rational, type Rational } from "../rational.js";
import { SyntaxFailure } from "./failure.js";
import { MAX_DIGITS, MAX_PERIOD } from "./limits.js";
import { isDigit, POINT } from "./scanner/characters.js";

/** Below this many decimals Euclid's algorithm is the fastest way to reduce. */
const FEW_DECIMALS = 15;

/** Divides by `prime` as often as it goes, at most `limit` times, in a logarithmic number of divisions. */
function divideOut(value: bigint, prime: bigint, limit: number): { rest: bigint; count: number } {
  let rest = value;
  let count = 0;
  for (let step = 2 ** Math.floor(Math.log2(limit)); step >= 1; step /= 2) {
    const power = prime ** BigInt(step);
    while (count + step <= limit && rest % power === 0n) {
      rest /= power;
      count += step;
    }
  }
  return { rest, count };
}

/** `digits / 10^decimals`, reduced. */
function decimalFraction(digits: bigint, decimals: number): Rational {
  if (decimals === 0) return { num: digits, den: 1n };
  if (digits === 0n) return { num: 0n, den: 1n };
  if (decimals <= FEW_DECIMALS) return rational(digits, 10n ** BigInt(decimals));
  const twos = divideOut(digits, 2n, decimals);
  const fives = divideOut(twos.rest, 5n, decimals);
  return { num: fives.rest, den: 2n ** BigInt(decimals - twos.count) * 5n ** BigInt(decimals - fives.count) };
}

function scientific(literal: string, mark: number): NumberNode {
  const mantissa = literal.slice(0, mark);
  const exponent = Number(literal.slice(mark + 1));
  const point = mantissa.indexOf(".");
  const written = point < 0 ? 0 : mantissa.length - point - 1;
  const decimals = written - exponent;
  if (Math.abs(exponent) + mantissa.length > MAX_DIGITS) throw new SyntaxFailure("too_many_digits", 0);
  const digits = BigInt(point < 0 ? mantissa : mantissa.slice(0, point) + mantissa.slice(point + 1));
  const value =
    decimals > 0 ? decimalFraction(digits, decimals) : { num: digits * 10n ** BigInt(-decimals), den: 1n };
  return { kind: "number", value, literal, decimals: decimals > 0 ? decimals : point < 0 ? null : 0 };
}

/** `0.1(6)`: the digits behind the bracket repeat for ever. */
function repeating(literal: string, bracket: number): NumberNode {
  const point = literal.indexOf(".");
  const head = literal.slice(0, point) + literal.slice(point + 1, bracket);
  const period = literal.slice(bracket + 1, -1);
  if (period.length > MAX_PERIOD || bracket > MAX_PERIOD) throw new SyntaxFailure("too_many_digits", 0);
  const before = BigInt(head || "0");
  const num = BigInt(head + period) - before;
  const den = 10n ** BigInt(bracket - point - 1) * (10n ** BigInt(period.length) - 1n);
  return { kind: "number", value: rational(num, den), literal, decimals: null };
}

/**
 * The node of a literal as the scanner normalizes it: `12`, `.5`, `1.6e-19`, `0.1(6)`.
 *
 * @throws SyntaxFailure if it has more digits than the limits allow.
 */
export function numberNode(literal: string): NumberNode {
  if (literal.length > MAX_DIGITS) throw new SyntaxFailure("too_many_digits", 0);
  if (literal.endsWith(")")) return repeating(literal, literal.indexOf("("));
  const mark = literal.indexOf("e");
  if (mark > 0) return scientific(literal, mark);
  const point = literal.indexOf(".");
  if (point < 0) return { kind: "number", value: { num: BigInt(literal), den: 1n }, literal, decimals: null };
  const decimals = literal.length - point - 1;
  const digits = BigInt(literal.slice(0, point) + literal.slice(point + 1));
  return { kind: "number", value: decimalFraction(digits, decimals), literal, decimals };
}

function digitValue(unit: number): number {
  return isDigit(unit) ? unit - 0x30 : (unit | 0x20) - 0x57;
}

/**
 * The number that `digits` denote in a base of 2 to 36, with the literal `1011_2`; `null` if a digit does not exist
 * in that base.
 */
export function numberInBase(digits: string, base: number): NumberNode | null {
  if (base < 2 || base > 36 || digits.length > MAX_DIGITS / 5) return null;
  const radix = BigInt(base);
  let num = 0n;
  let decimals = -1;
  for (let i = 0; i < digits.length; i++) {
    const unit = digits.charCodeAt(i);
    if (unit === POINT && decimals < 0) decimals = 0;
    else {
      const digit = digitValue(unit);
      if (digit < 0 || digit >= base) return null;
      num = num * radix + BigInt(digit);
      if (decimals >= 0) decimals++;
    }
  }
  const den = radix ** BigInt(Math.max(decimals, 0));
  return { kind: "number", value: rational(num, den), literal: `${digits}_${base}`, decimals: null };
}

/** A whole text that is nothing but a plain integer or decimal: most answers are, and need no parser. */
export function plainNumber(source: string): NumberNode | null {
  let points = 0;
  const { length } = source;
  if (length === 0 || length > MAX_DIGITS) return null;
  for (let i = 0; i < length; i++) {
    const unit = source.charCodeAt(i);
    if (isDigit(unit)) continue;
    if (unit !== POINT || i === length - 1 || ++points > 1) return null;
  }
  return numberNode(source);
}
