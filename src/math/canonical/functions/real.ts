import type { Rational } from "../../rational.js";
import { complexConjugate, isRealPolynomial } from "../conjugation.js";
import { Unsupported, type Context, type Polynomial, type Quotient } from "../form.js";
import { opaqueGenerator, quotientKey } from "../generators.js";
import { enclose, signOf } from "../magnitude.js";
import { absoluteValue, complexParts, type ComplexParts } from "../modulus.js";
import { constantValue } from "../polynomial.js";
import {
  ZERO_QUOTIENT,
  add,
  fromGenerator,
  fromInteger,
  fromPolynomial,
  negateQuotient,
  rationalOf,
  subtract,
} from "../quotient.js";
import { argument } from "../trigonometry.js";
import { argumentAt, unary, type CanonicalFunction } from "./function.js";

function floorOf({ num, den }: Rational): bigint {
  const quotient = num / den;
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
}

/** The floor of an irrational constant that is provably away from the integers. */
function floorOfConstant(context: Context, polynomial: Polynomial): bigint | null {
  if (signOf(context, polynomial) === null) return null;
  const value = enclose(polynomial);
  if (value === null) return null;
  const [low, high] = [Math.floor(value.re - value.error), Math.floor(value.re + value.error)];
  return low === high && Number.isSafeInteger(low) ? BigInt(low) : null;
}

function floor(context: Context, value: Quotient): Quotient {
  const number = rationalOf(value);
  if (number !== null) return fromInteger(floorOf(number));
  if (value.den !== null) return fromGenerator(opaqueGenerator(context, "floor", [value]));
  const whole = floorOfConstant(context, value.num);
  if (whole !== null) return fromInteger(whole);
  const shift = value.num.get("")?.coefficient;
  const shifted = fromInteger(shift === undefined ? 0n : floorOf(shift));
  const rest = subtract(context, value, shifted);
  return add(context, shifted, fromGenerator(opaqueGenerator(context, "floor", [rest])));
}

/** The ceiling is the negated floor of the negative. */
function ceiling(context: Context, value: Quotient): Quotient {
  return negateQuotient(floor(context, negateQuotient(value)));
}

/** The sign of a real constant, or `null`. */
function constantSign(context: Context, { num, den }: Quotient): 0 | 1 | -1 | null {
  if (num.size === 0) return 0;
  const value = constantValue(num);
  const sign = value === null ? signOf(context, num) : value.num < 0n ? -1 : 1;
  const under = den === null ? 1 : signOf(context, den);
  return sign === null || under === null ? null : sign === under ? 1 : -1;
}

function signum(context: Context, value: Quotient): Quotient {
  const sign = constantSign(context, value);
  if (sign !== null) return fromInteger(sign);
  return fromGenerator(opaqueGenerator(context, "sign", [value]));
}

/** Halves are rounded away from zero. */
function round(context: Context, value: Quotient): Quotient {
  const number = rationalOf(value);
  if (number === null) return fromGenerator(opaqueGenerator(context, "round", [value]));
  const { num, den } = number;
  const size = ((num < 0n ? -num : num) * 2n + den) / (2n * den);
  return fromInteger(num < 0n ? -size : size);
}

/** The greatest of the arguments, or the least if `sign` is -1; of unordered arguments, the function of their set. */
function extreme(name: string, sign: 1 | -1): CanonicalFunction {
  return (context, ...args) => {
    let best = argumentAt(args, 0);
    for (const candidate of args.slice(1)) {
      const order = constantSign(context, subtract(context, candidate, best));
      if (order === null) return unordered(context, name, args);
      if (order === sign) best = candidate;
    }
    return best;
  };
}

function unordered(context: Context, name: string, args: readonly Quotient[]): Quotient {
  const distinct = new Map(args.map((value) => [quotientKey(value), value]));
  const sorted = [...distinct.keys()].sort().map((key) => distinct.get(key) ?? ZERO_QUOTIENT);
  return fromGenerator(opaqueGenerator(context, name, sorted));
}

function partsOf(context: Context, { num, den }: Quotient): ComplexParts {
  const parts = den === null ? complexParts(context, num) : null;
  if (parts === null) throw new Unsupported("the parts of a complex number");
  return parts;
}

function angle(context: Context, value: Quotient): Quotient {
  const { re, im } = partsOf(context, value);
  const known = argument(context, re, im);
  return known ?? fromGenerator(opaqueGenerator(context, "arg", [value]));
}

function conjugate(context: Context, { num, den }: Quotient): Quotient {
  const mirrored = complexConjugate(context, num);
  if (mirrored === null || (den !== null && !isRealPolynomial(context, den)))
    throw new Unsupported("the conjugate of an unknown number");
  return { num: mirrored, den };
}

export const REAL_FUNCTIONS: Readonly<Record<string, CanonicalFunction>> = {
  abs: unary(absoluteValue),
  floor: unary(floor),
  ceil: unary(ceiling),
  round: unary(round),
  sign: unary(signum),
  max: extreme("max", 1),
  min: extreme("min", -1),
  re: unary((context, value) => fromPolynomial(partsOf(context, value).re)),
  im: unary((context, value) => fromPolynomial(partsOf(context, value).im)),
  conjugate: unary(conjugate),
  arg: unary(angle),
};
