/**
 * A double and how far the true value is from it at most. Of an expression without a real value, `value` is NaN:
 * `radius` 0 if that is proven, infinite if it is not known.
 */
export interface Ball {
  readonly value: number;
  readonly radius: number;
}

/** More than what a step may round off, relative to its result. */
const ROUNDING = 2 ** -51;
/** Below it doubles lose precision. */
const TINY = 1e-290;

export const UNDEFINED: Ball = { value: NaN, radius: 0 };
export const UNKNOWN: Ball = { value: NaN, radius: Infinity };
export const exactly = (value: number): Ball => ({ value, radius: 0 });

/** A computed value, with what the computation rounded off added to the radius. */
export function rounded(value: number, radius: number): Ball {
  const size = Math.abs(value);
  if (!(size < 1e300) || !(radius < 1e300)) return UNKNOWN;
  return { value, radius: radius * (1 + 1e-12) + ROUNDING * size + (size < TINY ? TINY : 0) };
}

const isUndefined = (a: Ball): boolean => Number.isNaN(a.value);
/** What is undefined for sure stays so, whatever else is not known. */
const worse = (a: Ball, b: Ball): Ball =>
  (isUndefined(a) && a.radius === 0) || (isUndefined(b) && b.radius === 0) ? UNDEFINED : UNKNOWN;
const isWhole = (value: number, a: Ball, b: Ball): boolean =>
  a.radius === 0 && b.radius === 0 && Number.isSafeInteger(value);
const isZero = (a: Ball): boolean => a.value === 0 && a.radius === 0;

export const negate = (a: Ball): Ball => ({ value: -a.value, radius: a.radius });
export const absolute = (a: Ball): Ball => ({ value: Math.abs(a.value), radius: a.radius });

export function add(a: Ball, b: Ball): Ball {
  if (isUndefined(a) || isUndefined(b)) return worse(a, b);
  const value = a.value + b.value;
  if (isWhole(value, a, b) && Number.isInteger(a.value)) return exactly(value);
  return rounded(value, a.radius + b.radius + ROUNDING * (Math.abs(a.value) + Math.abs(b.value)));
}

export function multiply(a: Ball, b: Ball): Ball {
  if (isUndefined(a) || isUndefined(b)) return worse(a, b);
  if (isZero(a) || isZero(b)) return exactly(0);
  const value = a.value * b.value;
  if (isWhole(value, a, b) && Number.isInteger(a.value) && Number.isInteger(b.value)) return exactly(value);
  return rounded(value, Math.abs(a.value) * b.radius + Math.abs(b.value) * a.radius + a.radius * b.radius);
}

export function divide(a: Ball, b: Ball): Ball {
  if (isUndefined(a) || isUndefined(b)) return worse(a, b);
  if (isZero(b)) return UNDEFINED;
  const least = Math.abs(b.value) - b.radius;
  if (!(least > 0)) return UNKNOWN;
  const value = a.value / b.value;
  if (isZero(a)) return exactly(0);
  const isExact = a.radius === 0 && b.radius === 0 && Number.isSafeInteger(a.value) && isSmallPower(b.value);
  return isExact ? exactly(value) : rounded(value, (a.radius + Math.abs(value) * b.radius) / least);
}

const isSmallPower = (value: number): boolean => value === 1 || value === 2 || value === 4 || value === 8;

function wholePower(base: Ball, exponent: number): Ball {
  if (exponent <= 0 && isZero(base)) return UNDEFINED;
  if (base.value === 0) return exponent > 0 ? { value: 0, radius: Math.pow(base.radius, exponent) } : UNKNOWN;
  const relative = base.radius / Math.abs(base.value);
  if (exponent < 0 && relative > 0.5) return UNKNOWN;
  const value = Math.pow(base.value, exponent);
  if (isWhole(value, base, base) && Number.isInteger(base.value)) return exactly(value);
  const growth = Math.expm1(exponent * Math.log1p(exponent > 0 ? relative : -relative));
  return rounded(value, Math.abs(value) * (growth + 4 * ROUNDING * (1 + Math.abs(exponent))));
}

/** Powers of negative numbers are real for whole exponents alone. */
export function power(base: Ball, exponent: Ball): Ball {
  if (isUndefined(base) || isUndefined(exponent)) return worse(base, exponent);
  if (exponent.radius === 0 && Number.isInteger(exponent.value)) return wholePower(base, exponent.value);
  if (base.value < -base.radius) return isNoWhole(exponent) ? UNDEFINED : UNKNOWN;
  if (isZero(base)) return exponent.value > exponent.radius ? exactly(0) : UNKNOWN;
  return exponential(multiply(exponent, logarithm(base)));
}

const isNoWhole = ({ value, radius }: Ball): boolean => Math.abs(value - Math.round(value)) > radius;

export function squareRoot(a: Ball): Ball {
  if (isUndefined(a) || isZero(a)) return a;
  if (a.value < -a.radius) return UNDEFINED;
  const least = a.value - a.radius;
  if (!(least > 0)) return UNKNOWN;
  const value = Math.sqrt(a.value);
  return a.radius === 0 && Number.isSafeInteger(a.value) && Number.isInteger(value)
    ? exactly(value)
    : rounded(value, a.radius / Math.sqrt(least));
}

/** The real root: of negative numbers for odd indices alone. */
export function realRoot(a: Ball, index: number): Ball {
  if (isUndefined(a) || isZero(a)) return a;
  if (index < 1 || !Number.isInteger(index)) return UNKNOWN;
  if (a.value < -a.radius) return index % 2 === 1 ? negate(realRoot(negate(a), index)) : UNDEFINED;
  return exponential(divide(logarithm(a), exactly(index)));
}

export function logarithm(a: Ball): Ball {
  if (isUndefined(a)) return a;
  if (a.value < -a.radius || isZero(a)) return UNDEFINED;
  if (!(a.value > a.radius)) return UNKNOWN;
  if (a.value === 1 && a.radius === 0) return exactly(0);
  return rounded(Math.log(a.value), -Math.log1p(-a.radius / a.value) + 4 * ROUNDING * 1e-3);
}

export function exponential(a: Ball): Ball {
  if (isUndefined(a)) return a;
  if (isZero(a)) return exactly(1);
  const value = Math.exp(a.value);
  return Math.abs(a.value) > 600 ? UNKNOWN : rounded(value, value * (Math.expm1(a.radius) + 2 * ROUNDING));
}

/** A function whose slope is 1 at most. */
export const gentle =
  (compute: (value: number) => number) =>
  (a: Ball): Ball => {
    if (isUndefined(a)) return a;
    return Math.abs(a.value) > 1e8 ? UNKNOWN : rounded(compute(a.value), a.radius + 2 * ROUNDING * 1e-3);
  };

export function arcsine(a: Ball): Ball {
  if (isUndefined(a)) return a;
  const size = Math.abs(a.value);
  if (size > 1 + a.radius) return UNDEFINED;
  const edge = size + a.radius;
  return edge < 1 ? rounded(Math.asin(a.value), a.radius / Math.sqrt(1 - edge * edge)) : UNKNOWN;
}

export function floor(a: Ball): Ball {
  if (isUndefined(a)) return a;
  const value = Math.floor(a.value);
  return Math.floor(a.value - a.radius) === value && Math.floor(a.value + a.radius) === value
    ? exactly(value)
    : UNKNOWN;
}

export function maximum(a: Ball, b: Ball): Ball {
  if (isUndefined(a) || isUndefined(b)) return worse(a, b);
  return { value: Math.max(a.value, b.value), radius: Math.max(a.radius, b.radius) };
}
