import { add, rational, type Rational } from "../../rational.js";
import type { Context, Quotient } from "../form.js";
import { piGenerator } from "../generators.js";
import { generatorPower } from "../polynomial.js";
import { fromPolynomial, fromRational, scale, subtract } from "../quotient.js";

/** `1 + 1/2^p + 1/3^p + ...` as a multiple of `pi^p`, by the exponent. */
const ZETA: ReadonlyMap<number, bigint> = new Map([
  [2, 6n],
  [4, 90n],
  [6, 945n],
  [8, 9450n],
]);

/** A series that begins later lacks its first terms. */
const MOST_SKIPPED = 20n;

/** The sum of `1/k^p` from `lower` on, for small even `p`, or `null`. */
export function zetaSum(context: Context, exponent: number, lower: bigint): Quotient | null {
  const divisor = ZETA.get(exponent);
  if (divisor === undefined || lower < 1n || lower > MOST_SKIPPED) return null;
  let skipped: Rational = { num: 0n, den: 1n };
  for (let k = 1n; k < lower; k++) skipped = add(skipped, rational(1n, k ** BigInt(exponent)));
  const whole = scale(
    context,
    fromPolynomial(generatorPower(piGenerator(context), exponent)),
    rational(1n, divisor),
  );
  return subtract(context, whole, fromRational(skipped));
}
