import type { Rational } from "../rational.js";
import * as ball from "./big-ball.js";
import type { BigBall } from "./big-ball.js";
import * as functions from "./big-functions.js";
import type { Field } from "./field.js";
import { bitLength, toDouble } from "./fixed-point.js";

/** Integers beyond this are not looked at as integers. */
const MAX_INTEGER_BITS = 150_000;

const ONE = ball.fromInteger(1n);
const I: BigBall = { re: 0n, im: 1n, rad: 0n, exp: 0, real: false };

/** A double as an integer and a power of two, exactly. */
function dissect(value: number): readonly [mantissa: bigint, exponent: number] {
  if (value === 0) return [0n, 0];
  const exponent = Math.max(-1021, Math.floor(Math.log2(Math.abs(value)))) - 53;
  const half = Math.trunc(exponent / 2);
  return [BigInt(Math.round(value * 2 ** -half * 2 ** -(exponent - half))), exponent];
}

function fromNumber(re: number, im = 0): BigBall {
  if (im === 0 && Number.isSafeInteger(re)) return ball.fromInteger(BigInt(re));
  const [x, xExponent] = dissect(re);
  const [y, yExponent] = dissect(im);
  const exp = Math.min(xExponent, yExponent);
  const real = im === 0;
  return {
    re: x << BigInt(xExponent - exp),
    im: y << BigInt(yExponent - exp),
    rad: 0n,
    exp,
    real,
  };
}

function sign(a: BigBall): -1 | 0 | 1 | null {
  if (!a.real || a.rad < 0n) return null;
  if (a.re === 0n && a.rad === 0n) return 0;
  if (a.re > a.rad) return 1;
  return -a.re > a.rad ? -1 : null;
}

function holdsZero(a: BigBall): boolean {
  return a.rad >= 0n && ball.lowerBound(a) <= a.rad;
}

function disjoint(a: BigBall, b: BigBall, bits: number): boolean {
  const [x, y] = ball.aligned(a, b, bits);
  const distance = ball.lowerBound({ ...x, re: x.re - y.re, im: x.im - y.im });
  return distance > x.rad + y.rad;
}

/** Half a double's rounding more than the radius; the midpoint itself is rounded. */
function approximate(a: BigBall): { readonly re: number; readonly im: number; readonly error: number } {
  if (a.rad < 0n) return { re: Number.NaN, im: 0, error: Number.POSITIVE_INFINITY };
  const [re, im] = [toDouble(a.re, a.exp), toDouble(a.im, a.exp)];
  const isExact = a.rad === 0n && bitLength(ball.bound(a)) <= 53;
  const rounding = isExact ? 0 : (Math.abs(re) + Math.abs(im)) * 2 ** -52 + Number.MIN_VALUE;
  return { re, im, error: toDouble(a.rad, a.exp) * (1 + 2 ** -50) + rounding };
}

function logarithm(value: bigint, exponent: number): number {
  return value === 0n ? Number.NEGATIVE_INFINITY : bitLength(value) + exponent;
}

function createRecord(): Pick<Field<BigBall>, "observe" | "unobserved" | "observed" | "reset"> {
  let high = Number.NEGATIVE_INFINITY;
  let low = Number.POSITIVE_INFINITY;
  let cancelled = false;
  let muted = false;
  return {
    observe: (a) => {
      if (muted || a.rad < 0n) return a;
      if (holdsZero(a)) {
        if (a.rad > 0n) cancelled = true;
        return a;
      }
      const size = logarithm(ball.bound(a), a.exp);
      if (size > high) high = size;
      if (size < low) low = size;
      return a;
    },
    unobserved: (compute) => {
      muted = true;
      const result = compute();
      muted = false;
      return result;
    },
    observed: () => (low > high ? { high: 0, low: 0, cancelled } : { high, low, cancelled }),
    reset: () => {
      high = Number.NEGATIVE_INFINITY;
      low = Number.POSITIVE_INFINITY;
      cancelled = muted = false;
    },
  };
}

type Arithmetic = Pick<
  Field<BigBall>,
  "add" | "negate" | "multiply" | "divide" | "abs" | "re" | "im" | "floor" | "hull" | "disjoint"
>;

function createArithmetic(bits: number): Arithmetic {
  return {
    add: (a, b) => ball.add(a, b, bits),
    negate: ball.negate,
    multiply: (a, b) => ball.multiply(a, b, bits),
    divide: (a, b) => ball.divide(a, b, bits),
    abs: (a) => functions.abs(a, bits),
    re: (a) => ({ ...a, im: 0n, real: true }),
    im: (a) => (a.real && a.rad >= 0n ? ball.fromInteger(0n) : { ...a, re: a.im, im: 0n, real: true }),
    floor: (a) => ball.floor(a, MAX_INTEGER_BITS),
    hull: (a, b) => ball.hull(a, b, bits),
    disjoint: (a, b) => disjoint(a, b, bits),
  };
}

type Functions = Pick<Field<BigBall>, "exp" | "ln" | "sin" | "cos" | "atan" | "sqrt">;

function createFunctions(bits: number): Functions {
  const exp = (a: BigBall): BigBall => functions.exp(a, bits);
  /** `e^(iz)` and `e^(-iz)`. */
  const rotations = (a: BigBall): readonly [BigBall, BigBall] => {
    const turned = ball.multiply(a, I, bits);
    return [exp(turned), exp(ball.negate(turned))];
  };
  const halved = (a: BigBall): BigBall => ({ ...a, exp: a.exp - 1 });
  return {
    exp,
    ln: (a) => functions.ln(a, bits),
    sin: (a) => {
      if (a.real) return functions.sinReal(a, bits);
      const [forth, back] = rotations(a);
      return ball.multiply(halved(ball.add(back, ball.negate(forth), bits)), I, bits);
    },
    cos: (a) => {
      if (a.real) return functions.cosReal(a, bits);
      const [forth, back] = rotations(a);
      return halved(ball.add(forth, back, bits));
    },
    atan: (a) => functions.atanReal(a, bits),
    sqrt: (a) => functions.sqrt(a, bits),
  };
}

/** Complex numbers with `bits` of precision and nearly unbounded exponents. */
export function createBigField(bits: number): Field<BigBall> {
  const ofInteger = (value: bigint): BigBall => ball.round(ball.fromInteger(value), bits);
  return {
    arithmeticCost: 1 + (bits / 1_200) ** 1.5,
    functionCost: 20 + (bits / 90) ** 2,
    precision: bits,
    undefined: ball.NOWHERE,
    zero: ball.fromInteger(0n),
    one: ONE,
    i: I,
    pi: () => functions.pi(bits),
    e: () => functions.e(bits),
    fromRational: ({ num, den }: Rational) =>
      den === 1n ? ofInteger(num) : ball.divide(ofInteger(num), ofInteger(den), bits),
    fromNumber,
    fromInteger: ofInteger,
    isDefined: ball.isDefined,
    isReal: (a) => a.real,
    sign,
    holdsZero,
    toInteger: (a) => ball.toInteger(a, MAX_INTEGER_BITS),
    toDouble: approximate,
    magnitude: (a, b) => Math.max(logarithm(ball.bound(a), a.exp), logarithm(ball.bound(b), b.exp)),
    uncertainty: (a, b) => Math.max(logarithm(a.rad, a.exp), logarithm(b.rad, b.exp)),
    ...createArithmetic(bits),
    ...createFunctions(bits),
    ...createRecord(),
  };
}
