import { bitLength, shift } from "./fixed-point.js";

/**
 * A disc of complex numbers in integers: every true value lies within `rad 2^exp` of `(re + i im) 2^exp`. A real one
 * lies on the real axis, with `im` 0. A negative `rad` says "no value".
 */
export interface BigBall {
  readonly re: bigint;
  readonly im: bigint;
  readonly rad: bigint;
  readonly exp: number;
  readonly real: boolean;
}

/** Mantissas may run this far over the precision before they are rounded. */
const LOOSE_BITS = 16;
/** A radius needs no more digits than this. */
const RADIUS_BITS = 48;
const MAX_EXPONENT = 2 ** 44;

export const NOWHERE: BigBall = { re: 0n, im: 0n, rad: -1n, exp: 0, real: true };

export function isDefined(a: BigBall): boolean {
  return a.rad >= 0n;
}

export function fromInteger(value: bigint): BigBall {
  return { re: value, im: 0n, rad: 0n, exp: 0, real: true };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The absolute value of the midpoint in units of `2^exp` or more, by at most a factor of the square root of 2. */
export function bound(a: BigBall): bigint {
  return a.real ? magnitude(a.re) : magnitude(a.re) + magnitude(a.im);
}

/** The absolute value of the midpoint or less, by at most a factor of the square root of 2. */
export function lowerBound(a: BigBall): bigint {
  const [x, y] = [magnitude(a.re), magnitude(a.im)];
  return x > y ? x : y;
}

function isMultiple(value: bigint, places: bigint): boolean {
  // Of the absolute value: a negative one shifts down to -1, and that shifts up to as many bits as there are places.
  const size = magnitude(value);
  return (size >> places) << places === size;
}

function truncated(a: BigBall, excess: number): BigBall {
  const places = BigInt(excess);
  const exact = a.rad === 0n && isMultiple(a.re, places) && isMultiple(a.im, places);
  const rad = exact ? 0n : (a.rad >> places) + 3n;
  const exp = a.exp + excess;
  return { re: a.re >> places, im: a.im >> places, rad, exp, real: a.real };
}

/** Rounds to the precision, and drops digits that the radius makes meaningless. */
export function round(a: BigBall, bits: number): BigBall {
  if (a.rad < 0n) return NOWHERE;
  const size = a.real ? bitLength(a.re) : bitLength(bound(a));
  const excess = Math.max(
    size > bits + LOOSE_BITS ? size - bits : 0,
    a.rad === 0n ? 0 : bitLength(a.rad) - RADIUS_BITS,
  );
  const result = excess > 0 ? truncated(a, excess) : a;
  return Math.abs(result.exp) < MAX_EXPONENT ? result : NOWHERE;
}

export function negate(a: BigBall): BigBall {
  return { ...a, re: -a.re, im: -a.im };
}

/** The ball in units of `2^exp`, rounded if they are larger than its own. */
function rescaled(a: BigBall, exp: number): BigBall {
  if (exp > a.exp) return truncated(a, exp - a.exp);
  const places = BigInt(a.exp - exp);
  return { re: a.re << places, im: a.im << places, rad: a.rad << places, exp, real: a.real };
}

function isZero(a: BigBall): boolean {
  return a.rad === 0n && a.re === 0n && a.im === 0n;
}

function top(a: BigBall): number {
  return a.exp + Math.max(bitLength(bound(a)), bitLength(a.rad));
}

/** Both balls in one unit, which is small enough for the precision but no smaller than needed. */
export function aligned(a: BigBall, b: BigBall, bits: number): readonly [BigBall, BigBall] {
  if (a.exp === b.exp) return [a, b];
  if (isZero(a)) return [{ ...a, exp: b.exp }, b];
  if (isZero(b)) return [a, { ...b, exp: a.exp }];
  const needed = Math.max(top(a), top(b)) - bits - LOOSE_BITS;
  const exp = Math.max(Math.min(a.exp, b.exp), needed);
  return [rescaled(a, exp), rescaled(b, exp)];
}

export function add(a: BigBall, b: BigBall, bits: number): BigBall {
  if (a.rad < 0n || b.rad < 0n) return NOWHERE;
  const [x, y] = aligned(a, b, bits);
  const [im, rad] = [x.im + y.im, x.rad + y.rad];
  return round({ re: x.re + y.re, im, rad, exp: x.exp, real: isReal(a, b, im, rad) }, bits);
}

function isReal(a: BigBall, b: BigBall, im: bigint, rad: bigint): boolean {
  return (a.real && b.real) || (im === 0n && rad === 0n);
}

function spread(a: BigBall, b: BigBall): bigint {
  if (a.rad === 0n && b.rad === 0n) return 0n;
  return bound(a) * b.rad + bound(b) * a.rad + a.rad * b.rad;
}

export function multiply(a: BigBall, b: BigBall, bits: number): BigBall {
  if (a.rad < 0n || b.rad < 0n) return NOWHERE;
  const rad = spread(a, b);
  const exp = a.exp + b.exp;
  if (a.real && b.real) return round({ re: a.re * b.re, im: 0n, rad, exp, real: true }, bits);
  const re = a.re * b.re - a.im * b.im;
  const im = a.re * b.im + a.im * b.re;
  return round({ re, im, rad, exp, real: im === 0n && rad === 0n }, bits);
}

export function divide(a: BigBall, b: BigBall, bits: number): BigBall {
  if (a.rad < 0n || b.rad < 0n) return NOWHERE;
  const distance = lowerBound(b) - b.rad;
  if (distance <= 0n) return NOWHERE;
  const places = Math.max(0, bits + 8 + bitLength(lowerBound(b)) - bitLength(bound(a)));
  const divisor = b.real ? b.re : b.re * b.re + b.im * b.im;
  const numerator = b.real ? a : conjugateProduct(a, b);
  const [re, reExact] = quotient(numerator.re, divisor, places);
  const [im, imExact] = quotient(numerator.im, divisor, places);
  const size = magnitude(re) + magnitude(im);
  const lost = reExact && imExact ? 0n : 2n;
  const fromRadii = a.rad === 0n && b.rad === 0n ? 0n : (shift(a.rad, places) + size * b.rad) / distance + 4n;
  const rad = fromRadii + lost;
  return round({ re, im, rad, exp: a.exp - b.exp - places, real: isReal(a, b, im, rad) }, bits);
}

function conjugateProduct(a: BigBall, b: BigBall): { readonly re: bigint; readonly im: bigint } {
  return { re: a.re * b.re + a.im * b.im, im: a.im * b.re - a.re * b.im };
}

function quotient(
  numerator: bigint,
  divisor: bigint,
  places: number,
): readonly [value: bigint, exact: boolean] {
  const dividend = shift(numerator, places);
  const value = dividend / divisor;
  return [value, value * divisor === dividend];
}

/** A disc that holds both discs. */
export function hull(a: BigBall, b: BigBall, bits: number): BigBall {
  if (a.rad < 0n || b.rad < 0n) return NOWHERE;
  const [x, y] = aligned(a, b, bits);
  const distance = magnitude(x.re - y.re) + magnitude(x.im - y.im);
  return round({ ...x, rad: x.rad + y.rad + distance, real: a.real && b.real }, bits);
}

/** The integer that an exact ball is; `null` if it is none, or has more than `maxBits`. */
export function toInteger(a: BigBall, maxBits: number): bigint | null {
  if (!a.real || a.rad !== 0n) return null;
  if (a.exp >= 0) return a.exp + bitLength(a.re) > maxBits ? null : shift(a.re, a.exp);
  if (a.re === 0n) return 0n;
  return -a.exp <= bitLength(a.re) && isMultiple(a.re, BigInt(-a.exp)) ? shift(a.re, a.exp) : null;
}

/** The integer below a real ball, if the ball leaves no doubt. */
export function floor(a: BigBall, maxBits: number): BigBall {
  if (!a.real || a.rad < 0n || top(a) > maxBits) return NOWHERE;
  const below = shift(a.re - a.rad, a.exp);
  if (a.exp >= 0) return a.rad === 0n ? fromInteger(below) : NOWHERE;
  return below === shift(a.re + a.rad, a.exp) ? fromInteger(below) : NOWHERE;
}
