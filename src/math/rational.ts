/** An exact quotient of integers, reduced, with a positive denominator. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };

const MAX_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function isSmall(value: bigint): boolean {
  return value <= MAX_EXACT && value >= -MAX_EXACT;
}

/** The greatest common divisor, not negative; that of two zeros is 0. */
export function gcd(a: bigint, b: bigint): bigint {
  if (isSmall(a) && isSmall(b)) return BigInt(gcdNumber(Number(a), Number(b)));
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) {
    [x, y] = [y, x % y];
    if (isSmall(x)) return BigInt(gcdNumber(Number(x), Number(y)));
  }
  return x;
}

function gcdNumber(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** `num / den`, reduced. The denominator must not be 0. */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 1n) return { num, den };
  const divisor = den < 0n ? -gcd(num, den) : gcd(num, den);
  return { num: num / divisor, den: den / divisor };
}

export function add(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return { num: a.num + b.num, den: 1n };
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function multiply(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return { num: a.num * b.num, den: 1n };
  return rational(a.num * b.num, a.den * b.den);
}

/** The divisor must not be 0. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

export function negate(a: Rational): Rational {
  return { num: -a.num, den: a.den };
}

/** Whether two numbers are the same number. */
export function equals(a: Rational, b: Rational): boolean {
  return a.num === b.num && a.den === b.den;
}

/** -1, 0 or 1 as `a` is below, at or above `b`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** How many bits the absolute value of an integer takes, to within four. */
export function bitLength(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  return isSmall(magnitude) ? Math.ceil(Math.log2(Number(magnitude) + 1)) : magnitude.toString(16).length * 4;
}

/** The nearest double or a neighbour of it, also where numerator and denominator are beyond the doubles. */
export function toNumber({ num, den }: Rational): number {
  if (isSmall(num) && isSmall(den)) return Number(num) / Number(den);
  // The quotient keeps at least 64 bits, more than a double holds.
  const shift = bitLength(den) - bitLength(num) + 72;
  const scaled = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  const half = Math.trunc(shift / 2);
  return Number(scaled) * 2 ** -half * 2 ** -(shift - half);
}
