import { type BigBall, bound, lowerBound, NOWHERE, round } from "./big-ball.js";
import {
  angleFixed,
  bitLength,
  eFixed,
  expFixed,
  FIXED_ERROR,
  integerSqrt,
  ln2Fixed,
  lnFixed,
  piFixed,
  shift,
  sinCosFixed,
} from "./fixed-point.js";

const GUARD = 12;
/** Arguments of `exp` beyond 2^this overflow. */
const MAX_EXP_BITS = 43;
/** Angles and other arguments may have this many bits before the point, or zeros behind it. */
const MAX_REACH = 2_000;

function top(a: BigBall): number {
  return a.exp + bitLength(bound(a));
}

function isZero(a: BigBall): boolean {
  return a.rad === 0n && a.re === 0n && a.im === 0n;
}

/** Whether the radius is surely below 1/4. */
function isNarrow(a: BigBall): boolean {
  return a.rad === 0n || bitLength(a.rad) + a.exp < -2;
}

/** The radius in units of `2^-places`, rounded up. */
function radiusAt(a: BigBall, places: number): bigint {
  return a.rad === 0n ? 0n : shift(a.rad, a.exp + places) + 1n;
}

/** How many places show `bits` digits of a number that may be small. */
function placesFor(a: BigBall, bits: number): number {
  return bits + GUARD + Math.min(MAX_REACH, Math.max(0, -top(a)));
}

function realBall(re: bigint, rad: bigint, exp: number, bits: number): BigBall {
  return round({ re, im: 0n, rad, exp, real: true }, bits);
}

function complexBall(re: bigint, im: bigint, rad: bigint, exp: number, bits: number): BigBall {
  return round({ re, im, rad, exp, real: false }, bits);
}

export function pi(bits: number): BigBall {
  return realBall(piFixed(bits + GUARD), FIXED_ERROR, -bits - GUARD, bits);
}

export function e(bits: number): BigBall {
  return realBall(eFixed(bits + GUARD), FIXED_ERROR, -bits - GUARD, bits);
}

export function exp(a: BigBall, bits: number): BigBall {
  if (a.rad < 0n || !isNarrow(a) || a.exp + bitLength(a.re) > MAX_EXP_BITS) return NOWHERE;
  if (isZero(a)) return { ...a, re: 1n, exp: 0 };
  const places = bits + GUARD;
  const [size, exponent] = expFixed(shift(a.re, a.exp + places), places);
  const rad = 2n * FIXED_ERROR + 4n + ((size * 2n * radiusAt(a, places)) >> BigInt(places));
  if (a.real) return realBall(size, rad, exponent - places, bits);
  if (a.exp + bitLength(a.im) > MAX_REACH) return NOWHERE;
  const [sine, cosine] = sinCosFixed(shift(a.im, a.exp + places), places);
  const scale = BigInt(places);
  const lost = rad + 4n * FIXED_ERROR + 8n;
  return complexBall((size * cosine) >> scale, (size * sine) >> scale, lost, exponent - places, bits);
}

/** `ln` of the positive `value 2^exp`, to `places`. */
function lnOf(value: bigint, exponent: number, places: number): bigint {
  const size = bitLength(value);
  const unit = shift(value, places - size);
  const reach = 48;
  const whole = (BigInt(exponent + size) * ln2Fixed(places + reach)) >> BigInt(reach);
  return lnFixed(unit, places) + whole;
}

function lnReal(a: BigBall, rad: bigint, places: number, bits: number): BigBall {
  if (a.re < 0n) {
    return complexBall(lnOf(-a.re, a.exp, places), piFixed(places), rad + FIXED_ERROR, -places, bits);
  }
  const isOne = a.re === 1n && a.exp === 0 && a.rad === 0n;
  return isOne ? realBall(0n, 0n, 0, bits) : realBall(lnOf(a.re, a.exp, places), rad, -places, bits);
}

export function ln(a: BigBall, bits: number): BigBall {
  const distance = lowerBound(a) - a.rad;
  if (a.rad < 0n || distance <= 0n) return NOWHERE;
  const places = bits + GUARD;
  const rad = 4n * FIXED_ERROR + (a.rad === 0n ? 0n : (a.rad << BigInt(places)) / distance + 1n);
  if (a.real) return lnReal(a, rad, places, bits);
  const crosses = a.re < 0n && (a.im < 0n ? -a.im : a.im) <= a.rad;
  if (crosses) return NOWHERE;
  const size = lnOf(a.re * a.re + a.im * a.im, 2 * a.exp, places) >> 1n;
  return complexBall(size, angleFixed(a.im, a.re, places), rad + 2n * FIXED_ERROR, -places, bits);
}

/** Sine and cosine of a real ball. */
function sinCosReal(a: BigBall, bits: number): readonly [BigBall, BigBall] {
  if (!isNarrow(a) || top(a) > MAX_REACH) return [NOWHERE, NOWHERE];
  const places = placesFor(a, bits);
  const [sine, cosine] = sinCosFixed(shift(a.re, a.exp + places), places);
  const rad = radiusAt(a, places) + 2n * FIXED_ERROR;
  return [realBall(sine, rad, -places, bits), realBall(cosine, rad, -places, bits)];
}

export function sinReal(a: BigBall, bits: number): BigBall {
  return isZero(a) ? a : sinCosReal(a, bits)[0];
}

export function cosReal(a: BigBall, bits: number): BigBall {
  return isZero(a) ? { ...a, re: 1n, exp: 0 } : sinCosReal(a, bits)[1];
}

/** How far the radius reaches in the angle, which changes by `1 / (1 + x^2)`; rounded up, in units of `2^-places`. */
function angleRadius(a: BigBall, places: number): bigint {
  const nearest = lowerBound(a) - a.rad;
  const direct = radiusAt(a, places);
  if (a.rad === 0n || nearest <= 0n) return direct;
  const flattened = shift(a.rad, places - a.exp) / (nearest * nearest) + 1n;
  return flattened < direct ? flattened : direct;
}

export function atanReal(a: BigBall, bits: number): BigBall {
  if (a.rad < 0n || !a.real || top(a) < -MAX_REACH) return isZero(a) ? a : NOWHERE;
  if (isZero(a)) return a;
  const places = placesFor(a, bits);
  const [y, x] =
    a.exp < -places
      ? [shift(a.re, a.exp + places), 1n << BigInt(places)]
      : top(a) > 2 * places
        ? [a.re < 0n ? -1n : 1n, 0n]
        : vector(a);
  const tooLarge = x === 0n ? 1n : 0n;
  const rad = angleRadius(a, places) + 2n * FIXED_ERROR + tooLarge;
  return realBall(angleFixed(y, x, places), rad, -places, bits);
}

/** The vector whose slope is the midpoint. */
function vector(a: BigBall): readonly [y: bigint, x: bigint] {
  return a.exp < 0 ? [a.re, 1n << BigInt(-a.exp)] : [a.re << BigInt(a.exp), 1n];
}

/** The square root of `value 2^exp`, which is not negative; as a ball without the error of its argument. */
function rootOf(value: bigint, exponent: number, bits: number): BigBall {
  const wanted = Math.max(0, 2 * bits + 16 - bitLength(value));
  const places = wanted + ((((exponent - wanted) % 2) + 2) % 2);
  const scaled = shift(value, places);
  const root = integerSqrt(scaled);
  const rad = root * root === scaled ? 0n : 1n;
  return { re: root, im: 0n, rad, exp: (exponent - places) / 2, real: true };
}

/** The square root of a real ball that is surely positive. */
function sqrtPositive(a: BigBall, bits: number): BigBall {
  const root = rootOf(a.re, a.exp, bits);
  if (a.rad === 0n) return round(root, bits);
  const nearest = rootOf(a.re - a.rad, a.exp, bits);
  const spread = shift(a.rad, a.exp - nearest.exp - root.exp) / nearest.re + 2n;
  return round({ ...root, rad: root.rad + spread }, bits);
}

/** Every square root of a disc around zero lies in a disc around zero. */
function sqrtAroundZero(a: BigBall, bits: number): BigBall {
  const root = rootOf(bound(a) + a.rad, a.exp, 64);
  return complexBall(0n, 0n, root.re + 1n, root.exp, bits);
}

export function sqrt(a: BigBall, bits: number): BigBall {
  if (a.rad < 0n || isZero(a)) return a;
  if (lowerBound(a) <= a.rad) return sqrtAroundZero(a, bits);
  if (!a.real) return sqrtComplex(a, bits);
  if (a.re > 0n) return sqrtPositive(a, bits);
  const root = sqrtPositive({ ...a, re: -a.re }, bits);
  return { ...root, re: 0n, im: root.re, real: false };
}

function sqrtComplex(a: BigBall, bits: number): BigBall {
  const logarithm = ln(a, bits);
  if (logarithm.rad < 0n) return NOWHERE;
  return exp({ ...logarithm, exp: logarithm.exp - 1 }, bits);
}

export function abs(a: BigBall, bits: number): BigBall {
  if (a.rad < 0n) return a;
  if (a.real) return a.re < 0n ? { ...a, re: -a.re } : a;
  const size = rootOf(a.re * a.re + a.im * a.im, 2 * a.exp, bits);
  if (a.rad === 0n) return round(size, bits);
  return round({ ...size, rad: size.rad + shift(a.rad, a.exp - size.exp) + 1n }, bits);
}
