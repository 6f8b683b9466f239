import { rational, type Rational } from "../rational.js";
import { exponential } from "./exponentials.js";
import { exponent, toExponent, type Exponent } from "./exponents.js";
import type { Context, Polynomial, Quotient } from "./form.js";
import { imaginaryGenerator, opaqueGenerator, piGenerator } from "./generators.js";
import { enclose } from "./magnitude.js";
import { leadingTerm, onlyTerm, negatePolynomial } from "./polynomial.js";
import {
  ONE_QUOTIENT,
  ZERO_QUOTIENT,
  add,
  divide,
  fromGenerator,
  fromPolynomial,
  isZero,
  multiply,
  negateQuotient,
  scale,
  subtract,
} from "./quotient.js";
import { cosineOfPi, sineOfPi } from "./unity.js";

const HALF = rational(1n, 2n);

/** The rational multiple of pi that an angle is, or `null`. */
function partOfPi(angle: Quotient): Exponent | null {
  if (angle.den !== null) return null;
  const term = onlyTerm(angle.num);
  const [only] = term?.monomial.factors ?? [];
  if (term?.monomial.factors.length !== 1 || only?.generator.kind !== "pi") return null;
  return only.num === 1 && only.den === 1 ? toExponent(term.coefficient) : null;
}

function imaginary(context: Context): Quotient {
  return fromGenerator(imaginaryGenerator(context));
}

export function sine(context: Context, angle: Quotient): Quotient {
  if (isZero(angle)) return ZERO_QUOTIENT;
  const part = partOfPi(angle);
  const exact = part && sineOfPi(context, part);
  if (exact !== null) return fromPolynomial(exact);
  const turned = multiply(context, imaginary(context), angle);
  const difference = subtract(
    context,
    exponential(context, negateQuotient(turned)),
    exponential(context, turned),
  );
  return scale(context, multiply(context, imaginary(context), difference), HALF);
}

export function cosine(context: Context, angle: Quotient): Quotient {
  if (isZero(angle)) return ONE_QUOTIENT;
  const part = partOfPi(angle);
  const exact = part && cosineOfPi(context, part);
  if (exact !== null) return fromPolynomial(exact);
  const turned = multiply(context, imaginary(context), angle);
  const sum = add(context, exponential(context, turned), exponential(context, negateQuotient(turned)));
  return scale(context, sum, HALF);
}

export function tangent(context: Context, angle: Quotient): Quotient {
  return divide(context, sine(context, angle), cosine(context, angle));
}

export function piTimes(context: Context, factor: Rational): Quotient {
  return scale(context, fromGenerator(piGenerator(context)), factor);
}

/** The denominators of the parts of pi that are tried as the angle of an exact value. */
const DENOMINATORS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 7, 9, 15, 16, 20, 24];

/** The multiple of pi near `turns` at which the function has the value, proven exactly; else `null`. */
function exactAngle(context: Context, turns: number, matches: (angle: Quotient) => boolean): Quotient | null {
  for (const den of DENOMINATORS) {
    const num = Math.round(turns * den);
    if (Math.abs(turns * den - num) > 1e-9) continue;
    const { num: over, den: under } = exponent(num, den);
    const angle = piTimes(context, rational(BigInt(over), BigInt(under)));
    return matches(angle) ? angle : null;
  }
  return null;
}

function constantAngle(
  context: Context,
  value: Quotient,
  inverse: (value: number) => number,
  direct: (context: Context, angle: Quotient) => Quotient,
): Quotient | null {
  const enclosure = value.den === null ? enclose(value.num) : null;
  if (enclosure === null || Math.abs(enclosure.im) > enclosure.error) return null;
  const rounded = Math.abs(Math.abs(enclosure.re) - 1) < 1e-14 ? Math.sign(enclosure.re) : enclosure.re;
  const turns = inverse(rounded) / Math.PI;
  if (Number.isNaN(turns)) return null;
  return exactAngle(context, turns, (angle) => isZero(subtract(context, direct(context, angle), value)));
}

/** An odd function without known values, with the sign of its argument drawn out. */
function oddFunction(context: Context, name: string, { num, den }: Quotient): Quotient {
  const negative = leadingTerm(num).coefficient.num < 0n;
  const argument: Quotient = { num: negative ? negatePolynomial(num) : num, den };
  const value = fromGenerator(opaqueGenerator(context, name, [argument]));
  return negative ? negateQuotient(value) : value;
}

export function arcsine(context: Context, value: Quotient): Quotient {
  if (isZero(value)) return ZERO_QUOTIENT;
  return constantAngle(context, value, Math.asin, sine) ?? oddFunction(context, "asin", value);
}

/** The identity of the arc cosine and the arc sine holds everywhere. */
export function arccosine(context: Context, value: Quotient): Quotient {
  return subtract(context, piTimes(context, HALF), arcsine(context, value));
}

export function arctangent(context: Context, value: Quotient): Quotient {
  if (isZero(value)) return ZERO_QUOTIENT;
  return constantAngle(context, value, Math.atan, tangent) ?? oddFunction(context, "atan", value);
}

/** The angle of `re + im i` in (-pi, pi], or `null` where it is no known multiple of pi. */
export function argument(context: Context, re: Polynomial, im: Polynomial): Quotient | null {
  const [x, y] = [enclose(re), enclose(im)];
  if (x === null || y === null) return null;
  const proven = (value: typeof x): boolean => Math.abs(value.re) > value.error;
  if ((re.size > 0 && !proven(x)) || (im.size > 0 && !proven(y)) || (re.size === 0 && im.size === 0))
    return null;
  const turns = Math.atan2(im.size === 0 ? 0 : y.re, re.size === 0 ? 0 : x.re) / Math.PI;
  return exactAngle(context, turns, (angle) => {
    const left = multiply(context, fromPolynomial(im), cosine(context, angle));
    const right = multiply(context, fromPolynomial(re), sine(context, angle));
    return isZero(subtract(context, left, right));
  });
}
