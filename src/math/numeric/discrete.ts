import { gcd as greatestCommonDivisor } from "../rational.js";
import type { Field } from "./field.js";

/** Factorials and binomials take at most this many factors. */
const MAX_FACTORS = 10_000n;
/** Factors are gathered into products of this size before they are multiplied in. */
const BATCH = 2 ** 39;
/** Larger integers take too long to divide again and again. */
const MAX_GCD_BITS = 4_096n;

type Spend = (operations: number) => void;

/** A product with a number of one word costs less than one of two long numbers. */
function shortCost({
  arithmeticCost,
  precision,
}: Pick<Field<never>, "arithmeticCost" | "precision">): number {
  return Math.min(arithmeticCost, 2 + precision / 2_000);
}

/** `n (n - step) (n - 2 step) ...` down to the last positive factor. */
export function factorial<V>(field: Field<V>, spend: Spend, n: V, step: number): V {
  const integer = field.toInteger(n);
  if (integer === null || integer < 0n || integer > MAX_FACTORS) return field.undefined;
  const cost = shortCost(field);
  let result = field.one;
  let batch = 1;
  for (let factor = Number(integer); factor > 1 && field.isDefined(result); factor -= step) {
    batch *= factor;
    if (batch < BATCH) continue;
    spend(cost);
    result = field.multiply(result, field.fromNumber(batch));
    batch = 1;
  }
  return field.multiply(result, field.fromNumber(batch));
}

/** `n (n - 1) ... (n - count + 1)`, divided by `count!` if that is asked. */
function falling<V>(field: Field<V>, spend: Spend, n: V, count: bigint, divided: boolean): V {
  if (count > MAX_FACTORS) return field.undefined;
  const cost = 3 * shortCost(field);
  let result = field.one;
  for (let k = 0; k < Number(count) && field.isDefined(result); k++) {
    spend(cost);
    result = field.multiply(result, field.add(n, field.fromNumber(-k)));
    if (divided) result = field.divide(result, field.fromNumber(k + 1));
  }
  return result;
}

/** The binomial coefficient of any `n` over an integer `k` that is not negative. */
export function binomial<V>(field: Field<V>, spend: Spend, n: V, k: V): V {
  const count = field.toInteger(k);
  if (count === null || count < 0n) return field.undefined;
  const whole = field.toInteger(n);
  if (whole === null || whole < 0n) return falling(field, spend, n, count, true);
  if (count > whole) return field.zero;
  return falling(field, spend, n, 2n * count > whole ? whole - count : count, true);
}

/** The number of ordered choices of `k` out of `n`. */
export function permutations<V>(field: Field<V>, spend: Spend, n: V, k: V): V {
  const count = field.toInteger(k);
  return count === null || count < 0n ? field.undefined : falling(field, spend, n, count, false);
}

function isLarge(value: bigint): boolean {
  return value >> MAX_GCD_BITS > 0n;
}

function foldIntegers<V>(
  field: Field<V>,
  values: readonly V[],
  combine: (a: bigint, b: bigint) => bigint,
): V {
  let total: bigint | null = null;
  for (const value of values) {
    const integer = field.toInteger(value);
    if (integer === null) return field.undefined;
    const size = integer < 0n ? -integer : integer;
    total = total === null ? size : combine(total, size);
    if (isLarge(total)) return field.undefined;
  }
  return total === null ? field.undefined : field.fromInteger(total);
}

export function gcd<V>(field: Field<V>, values: readonly V[]): V {
  return foldIntegers(field, values, (a, b) => (isLarge(b) ? b : greatestCommonDivisor(a, b)));
}

export function lcm<V>(field: Field<V>, values: readonly V[]): V {
  return foldIntegers(field, values, (a, b) => {
    if (a === 0n || b === 0n) return 0n;
    return isLarge(b) ? b : (a / greatestCommonDivisor(a, b)) * b;
  });
}

/** The remainder with the sign of the modulus. */
export function mod<V>(field: Field<V>, a: V, b: V): V {
  const [dividend, modulus] = [field.toInteger(a), field.toInteger(b)];
  if (modulus === 0n) return field.undefined;
  if (dividend !== null && modulus !== null) {
    return field.fromInteger(((dividend % modulus) + modulus) % modulus);
  }
  const whole = field.floor(field.divide(a, b));
  return field.add(a, field.negate(field.multiply(b, whole)));
}

/** The largest value, or the smallest (direction -1); where two cannot be told apart, what holds both. */
export function extremum<V>(field: Field<V>, values: readonly V[], direction: 1 | -1): V {
  let best: V | null = null;
  for (const value of values) {
    if (!field.isReal(value)) return field.undefined;
    if (best === null) {
      best = value;
      continue;
    }
    const order = field.sign(field.add(value, field.negate(best)));
    if (order === null) best = field.hull(best, value);
    else if (order === direction) best = value;
  }
  return best ?? field.undefined;
}
