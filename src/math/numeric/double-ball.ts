/**
 * A disc of complex numbers in doubles: every true value lies within `err` of `re + i im`. A real one lies on the real
 * axis, with `im` 0. An `err` that is not finite says "no value".
 */
export interface DoubleBall {
  readonly re: number;
  readonly im: number;
  readonly err: number;
  readonly real: boolean;
}

/** Two units in the last place of a result, which covers the rounding of a sum, a product and their error terms. */
const ROUNDING = 2 ** -51;
/** Makes up for the rounding inside the computation of an error bound. */
const SLACK = 1 + 2 ** -48;
/** Whatever underflows is below this. */
export const UNDERFLOW = 1e-300;
/** Products of numbers with ten binary places and 53 significant bits are exact. */
const PLACES = 2 ** 10;
const EXACT = 2 ** 53;
const EXACT_PRODUCT = EXACT / PLACES / PLACES;

export const NOWHERE: DoubleBall = { re: Number.NaN, im: 0, err: Number.POSITIVE_INFINITY, real: true };

export function realBall(re: number, err: number): DoubleBall {
  return { re, im: 0, err, real: true };
}

export function complexBall(re: number, im: number, err: number): DoubleBall {
  return { re, im, err, real: err === 0 && im === 0 };
}

export function isDefined(a: DoubleBall): boolean {
  return a.err < Number.POSITIVE_INFINITY && Math.abs(a.re) + Math.abs(a.im) < Number.POSITIVE_INFINITY;
}

/** The absolute value or more, by at most a factor of the square root of 2. */
export function bound(a: DoubleBall): number {
  return a.real ? Math.abs(a.re) : Math.abs(a.re) + Math.abs(a.im);
}

/** The absolute value or less, by at most a factor of the square root of 2. */
function lowerBound(a: DoubleBall): number {
  return a.real ? Math.abs(a.re) : Math.max(Math.abs(a.re), Math.abs(a.im));
}

/** What the sum lost in rounding, exactly. */
function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return Math.abs(a - (sum - part) + (b - part));
}

function hasFewPlaces(a: number): boolean {
  return Number.isInteger(a * PLACES);
}

function isExactProduct(a: number, b: number, product: number): boolean {
  if (product === 0) return a === 0 || b === 0;
  return Math.abs(product) < EXACT_PRODUCT
    ? hasFewPlaces(a) && hasFewPlaces(b)
    : Math.abs(product) < EXACT && Number.isInteger(a) && Number.isInteger(b);
}

export function add(a: DoubleBall, b: DoubleBall): DoubleBall {
  const re = a.re + b.re;
  let err = a.err + b.err + sumError(a.re, b.re, re);
  if (a.real && b.real) return { re, im: 0, err: err * SLACK, real: true };
  const im = a.im + b.im;
  err += sumError(a.im, b.im, im);
  return complexBall(re, im, err * SLACK);
}

export function negate(a: DoubleBall): DoubleBall {
  return { re: -a.re, im: -a.im, err: a.err, real: a.real };
}

function multiplyReal(a: DoubleBall, b: DoubleBall): DoubleBall {
  const re = a.re * b.re;
  if (a.err === 0 && b.err === 0 && isExactProduct(a.re, b.re, re)) return realBall(re, 0);
  const spread = Math.abs(a.re) * b.err + Math.abs(b.re) * a.err + a.err * b.err;
  return realBall(re, spread * SLACK + Math.abs(re) * ROUNDING + UNDERFLOW);
}

export function multiply(a: DoubleBall, b: DoubleBall): DoubleBall {
  if (a.real && b.real) return multiplyReal(a, b);
  const re = a.re * b.re - a.im * b.im;
  const im = a.re * b.im + a.im * b.re;
  const size = bound(a) * bound(b);
  if (a.err === 0 && b.err === 0 && size < EXACT && isGaussian(a) && isGaussian(b)) {
    return complexBall(re, im, 0);
  }
  const spread = bound(a) * b.err + bound(b) * a.err + a.err * b.err;
  return complexBall(re, im, spread * SLACK + size * (4 * ROUNDING) + UNDERFLOW);
}

function isGaussian(a: DoubleBall): boolean {
  return Number.isInteger(a.re) && Number.isInteger(a.im);
}

function isExactQuotient(a: number, b: number, quotient: number): boolean {
  return Math.abs(a) < EXACT && hasFewPlaces(quotient) && hasFewPlaces(b) && quotient * b === a;
}

export function divide(a: DoubleBall, b: DoubleBall): DoubleBall {
  const distance = lowerBound(b) - b.err;
  if (!(distance > UNDERFLOW)) return NOWHERE;
  const [re, im] = quotient(a, b);
  const size = Math.abs(re) + Math.abs(im);
  if (a.real && b.real && a.err === 0 && b.err === 0) {
    if (size < EXACT_PRODUCT && isExactQuotient(a.re, b.re, re)) return realBall(re, 0);
  }
  // What underflows in the numerator grows with it.
  const spread = (a.err + size * b.err + UNDERFLOW) / distance;
  const err = spread * SLACK + size * (8 * ROUNDING) + UNDERFLOW;
  return a.real && b.real ? realBall(re, err) : complexBall(re, im, err);
}

/** Smith's method, which does not square the divisor. */
function quotient(a: DoubleBall, b: DoubleBall): readonly [re: number, im: number] {
  if (b.real) return [a.re / b.re, a.real ? 0 : a.im / b.re];
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const divisor = b.re + b.im * ratio;
    return [(a.re + a.im * ratio) / divisor, (a.im - a.re * ratio) / divisor];
  }
  const ratio = b.re / b.im;
  const divisor = b.re * ratio + b.im;
  return [(a.re * ratio + a.im) / divisor, (a.im * ratio - a.re) / divisor];
}

export function abs(a: DoubleBall): DoubleBall {
  if (a.real) return realBall(Math.abs(a.re), a.err);
  const size = Math.hypot(a.re, a.im);
  return realBall(size, (a.err + size * (4 * ROUNDING)) * SLACK + UNDERFLOW);
}

export function floor(a: DoubleBall): DoubleBall {
  if (!a.real) return NOWHERE;
  const below = Math.floor(a.re);
  if (a.err === 0) return realBall(below, 0);
  const margin = a.err * SLACK + Math.abs(a.re) * ROUNDING;
  return a.re - below > margin && below + 1 - a.re > margin ? realBall(below, 0) : NOWHERE;
}

export function hull(a: DoubleBall, b: DoubleBall): DoubleBall {
  const distance = Math.abs(a.re - b.re) + Math.abs(a.im - b.im);
  return { ...a, err: (a.err + b.err + distance) * SLACK, real: a.real && b.real };
}

export function disjoint(a: DoubleBall, b: DoubleBall): boolean {
  const distance = Math.max(Math.abs(a.re - b.re), Math.abs(a.im - b.im));
  const rounding = Math.max(bound(a), bound(b)) * ROUNDING;
  return distance > (a.err + b.err) * SLACK + rounding + UNDERFLOW;
}
