import { toNumber } from "../rational.js";
import * as ball from "./double-ball.js";
import type { DoubleBall } from "./double-ball.js";
import * as functions from "./double-functions.js";
import type { Field } from "./field.js";

const ZERO = ball.realBall(0, 0);
const ONE = ball.realBall(1, 0);
const I = ball.complexBall(0, 1, 0);
const PI = ball.realBall(Math.PI, 2 ** -52);
const MAX_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

/** Near the ends of the range of the doubles the rounding of a quotient is not bounded. */
const SMALLEST = 1e-200;
const LARGEST = 1e250;

function rounded(value: number): DoubleBall {
  const size = Math.abs(value);
  if (!(size > SMALLEST && size < LARGEST)) return ball.NOWHERE;
  return ball.realBall(value, Math.abs(value) * 2 ** -51 + ball.UNDERFLOW);
}

function fromInteger(value: bigint): DoubleBall {
  const isExact = value <= MAX_EXACT && value >= -MAX_EXACT;
  return isExact ? ball.realBall(Number(value), 0) : rounded(Number(value));
}

function sign(a: DoubleBall): -1 | 0 | 1 | null {
  if (!a.real || !ball.isDefined(a)) return null;
  if (a.re === 0 && a.err === 0) return 0;
  if (Math.abs(a.re) <= a.err) return null;
  return a.re < 0 ? -1 : 1;
}

/** Magnitudes of the values seen. The extremes are kept as they are: logarithms are for who asks. */
function createRecord(): Pick<Field<DoubleBall>, "observe" | "unobserved" | "observed" | "reset"> {
  let high = 0;
  let low = Number.POSITIVE_INFINITY;
  let cancelled = false;
  let muted = false;
  return {
    observe: (a) => {
      if (muted) return a;
      const size = a.im === 0 ? Math.abs(a.re) : Math.max(Math.abs(a.re), Math.abs(a.im));
      if (size > a.err) {
        if (size > high) high = size;
        if (size < low) low = size;
      } else if (a.err > 0) cancelled = true;
      return a;
    },
    unobserved: (compute) => {
      muted = true;
      const result = compute();
      muted = false;
      return result;
    },
    observed: () => ({
      high: high === 0 ? 0 : Math.log2(high),
      low: high === 0 ? 0 : Math.log2(low),
      cancelled,
    }),
    reset: () => {
      high = 0;
      low = Number.POSITIVE_INFINITY;
      cancelled = muted = false;
    },
  };
}

/** Complex doubles with a radius: fast, with about 15 digits, for values between 1e-300 and 1e300. */
export function createDoubleField(): Field<DoubleBall> {
  return {
    arithmeticCost: 0.15,
    functionCost: 0.2,
    precision: 52,
    undefined: ball.NOWHERE,
    zero: ZERO,
    one: ONE,
    i: I,
    pi: () => PI,
    e: () => functions.exp(ONE),
    fromRational: (value) => (value.den === 1n ? fromInteger(value.num) : rounded(toNumber(value))),
    fromNumber: (re, im = 0) => ball.complexBall(re, im, 0),
    fromInteger,
    isDefined: ball.isDefined,
    isReal: (a) => a.real,
    sign,
    holdsZero: (a) => Math.max(Math.abs(a.re), Math.abs(a.im)) <= a.err,
    toInteger: functions.toInteger,
    toDouble: (a) => ({ re: a.re, im: a.im, error: a.err }),
    add: ball.add,
    negate: ball.negate,
    multiply: ball.multiply,
    divide: ball.divide,
    exp: functions.exp,
    ln: functions.ln,
    sin: functions.sin,
    cos: functions.cos,
    atan: functions.atan,
    sqrt: functions.sqrt,
    abs: ball.abs,
    re: (a) => ball.realBall(a.re, a.err),
    im: (a) => (a.real ? (ball.isDefined(a) ? ZERO : a) : ball.realBall(a.im, a.err)),
    floor: ball.floor,
    hull: ball.hull,
    disjoint: ball.disjoint,
    magnitude: (a, b) => Math.log2(Math.max(ball.bound(a), ball.bound(b))),
    uncertainty: (a, b) => Math.log2(Math.max(a.err, b.err)),
    ...createRecord(),
  };
}
