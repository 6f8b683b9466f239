import { Exhausted } from "../budget.js";
import { ONE, bitLength, negate, type Rational } from "../rational.js";
import { MAX_BITS, checkSize } from "./coefficients.js";
import { multiplyExponents, toExponent } from "./exponents.js";
import { Unsupported, type Context, type Polynomial, type Quotient, type Term } from "./form.js";
import {
  constant,
  multiplyPolynomials,
  onlyTerm,
  polynomialPower,
  scalePolynomial,
  settle,
} from "./polynomial.js";
import { positivePower } from "./prime-powers.js";
import { ONE_QUOTIENT, fromPolynomial, invert, isZero, quotient } from "./quotient.js";
import { root } from "./roots.js";

const MAX_INDEX = 1000;

/** A rational number that is not 0 to a power above 0; one too large to write out stands as powers of primes. */
function coefficientPower(context: Context, value: Rational, power: number): Polynomial {
  const size = value.num < 0n ? negate(value) : value;
  const sign = value.num < 0n && power % 2 === 1 ? -1n : 1n;
  if (size.num === 1n && size.den === 1n) return constant({ num: sign, den: 1n });
  const bits = Math.max(bitLength(size.num), bitLength(size.den));
  if (bits * power > MAX_BITS) {
    const huge = positivePower(context, size, { num: power, den: 1 });
    return scalePolynomial(context, huge, { num: sign, den: 1n });
  }
  const exact = { num: sign * size.num ** BigInt(power), den: size.den ** BigInt(power) };
  checkSize(context, exact);
  return constant(exact);
}

function termPower(context: Context, { coefficient, monomial }: Term, power: number): Polynomial {
  const scale = coefficientPower(context, coefficient, power);
  if (monomial.factors.length === 0) return scale;
  const factors = monomial.factors.map((factor) => ({
    generator: factor.generator,
    ...multiplyExponents(factor, { num: power, den: 1 }),
  }));
  return multiplyPolynomials(context, scale, settle(context, ONE, factors));
}

function positiveWholePower(context: Context, base: Polynomial, power: number): Polynomial {
  const term = onlyTerm(base);
  if (term !== null) return termPower(context, term, power);
  if (!Number.isSafeInteger(power)) throw new Exhausted("a power of a sum is too large");
  return polynomialPower(context, base, power);
}

/** A quotient to a whole power. Throws `Unsupported` for powers of 0 that are not above 0. */
export function wholePower(context: Context, base: Quotient, power: number): Quotient {
  if (isZero(base)) {
    if (power > 0) return base;
    throw new Unsupported("a power of zero");
  }
  if (power === 0) return ONE_QUOTIENT;
  if (power < 0) return wholePower(context, invert(context, base), -power);
  if (power === 1) return base;
  const num = positiveWholePower(context, base.num, power);
  if (base.den === null) return fromPolynomial(num);
  return quotient(context, num, positiveWholePower(context, base.den, power));
}

/** A quotient to a rational power; a root of odd index of a real expression is real. */
export function rationalPower(context: Context, base: Quotient, power: Rational): Quotient {
  const { num, den } = toExponent(power);
  if (den === 1) return wholePower(context, base, num);
  if (den > MAX_INDEX) throw new Exhausted("the index of a root is too large");
  if (isZero(base) && num < 0) throw new Unsupported("a division by zero");
  return wholePower(context, root(context, base, den), num);
}
