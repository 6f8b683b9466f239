import { Exhausted } from "../budget.js";
import { add, bitLength, multiply, type Rational } from "../rational.js";
import type { Context } from "./form.js";

/** Integers beyond this many bits are not computed. */
export const MAX_BITS = 20_000;

const LARGE = 1n << 53n;

/** What the arithmetic on numbers of this many bits costs; the greatest common divisor takes quadratic time. */
export function arithmeticCost(bits: number): number {
  return bits / 10 + (bits * bits) / 15_000;
}

function isLarge(value: bigint): boolean {
  return value > LARGE || value < -LARGE;
}

/** Pays for the size of a number and refuses one that is too large. */
export function checkSize(context: Context, { num, den }: Rational): void {
  if (!isLarge(num) && !isLarge(den)) return;
  const bits = Math.max(bitLength(num), bitLength(den));
  if (bits > MAX_BITS) throw new Exhausted("an integer is too large");
  context.spend(arithmeticCost(bits));
}

export function addCoefficients(context: Context, a: Rational, b: Rational): Rational {
  const sum = add(a, b);
  checkSize(context, sum);
  return sum;
}

export function multiplyCoefficients(context: Context, a: Rational, b: Rational): Rational {
  const product = multiply(a, b);
  checkSize(context, product);
  return product;
}
