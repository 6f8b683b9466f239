import { Exhausted } from "../budget.js";
import type { Rational } from "../rational.js";

const MAX_NUMERATOR = 1e15;
const MAX_DENOMINATOR = 10_000;

/** A rational exponent in safe integers, reduced, with a positive denominator. */
export interface Exponent {
  readonly num: number;
  readonly den: number;
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** `num / den`, reduced. Throws `Exhausted` beyond the size of exponents. */
export function exponent(num: number, den: number): Exponent {
  // What is beyond the safe integers is rounded, or infinite, which Euclid's algorithm never gets done with.
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den))
    throw new Exhausted("an exponent is too large");
  const divisor = den === 1 || num === 1 ? 1 : gcd(num, den);
  const reduced = { num: num / divisor, den: den / divisor };
  if (Math.abs(reduced.num) > MAX_NUMERATOR || reduced.den > MAX_DENOMINATOR)
    throw new Exhausted("an exponent is too large");
  return reduced;
}

export function addExponents(a: Exponent, b: Exponent): Exponent {
  if (a.den === b.den) return exponent(a.num + b.num, a.den);
  return exponent(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function multiplyExponents(a: Exponent, b: Exponent): Exponent {
  const [left, right] = [exponent(a.num, b.den), exponent(b.num, a.den)];
  return exponent(left.num * right.num, left.den * right.den);
}

/** A rational number as an exponent. Throws `Exhausted` beyond the size of exponents. */
export function toExponent({ num, den }: Rational): Exponent {
  return exponent(Number(num), Number(den));
}
