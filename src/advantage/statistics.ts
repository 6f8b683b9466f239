import type { Score } from "../core/index.js";

/** Differences and sums of rewards up to here stay finite; a larger one counts as infinite. */
const LARGEST_REWARD = 1e300;

/** A sum of squares above this, and finite, lost nothing that matters to under- or overflow. */
const SMALLEST_SAFE_SQUARES = 1e-280;

/** A reward that takes part in a baseline: `null`, NaN, infinities and absurdly large values do not. */
export function isScorable(reward: Score): reward is number {
  return reward !== null && Math.abs(reward) <= LARGEST_REWARD;
}

/** Whether every value is scorable. By index, since an iterator takes several times as long. */
export function areAllScorable(values: Float64Array): boolean {
  const { length } = values;
  for (let row = 0; row < length; row++) {
    const value = values[row] as number;
    if (!(value >= -LARGEST_REWARD && value <= LARGEST_REWARD)) return false;
  }
  return true;
}

/** Up to here values are summed in one go; longer ranges are halved, so that rounding grows with the logarithm. */
const BLOCK = 128;

/** Halves a range as NumPy does: at a multiple of the eight lanes. */
function middleOf(from: number, to: number): number {
  const half = (to - from) >> 1;
  return from + half - (half % 8);
}

/** The distance of a value from `center`, or its square. */
function term(value: number, center: number, isSquared: boolean): number {
  const distance = value - center;
  return isSquared ? distance * distance : distance;
}

/**
 * The sum of the distances from `center`, or of their squares, in NumPy's order, so that results agree to the last bit:
 * eight lanes, and pairs of halves. Lanes are also faster than one sum, in which every addition waits for the one
 * before.
 */
function pairwiseSum(
  values: Float64Array,
  from: number,
  to: number,
  center: number,
  isSquared: boolean,
): number {
  if (to - from > BLOCK) {
    const middle = middleOf(from, to);
    return (
      pairwiseSum(values, from, middle, center, isSquared) +
      pairwiseSum(values, middle, to, center, isSquared)
    );
  }
  let row = from;
  let sum = 0;
  if (to - from >= 8) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (; row + 7 < to; row += 8) {
      a += term(values[row] as number, center, isSquared);
      b += term(values[row + 1] as number, center, isSquared);
      c += term(values[row + 2] as number, center, isSquared);
      d += term(values[row + 3] as number, center, isSquared);
      e += term(values[row + 4] as number, center, isSquared);
      f += term(values[row + 5] as number, center, isSquared);
      g += term(values[row + 6] as number, center, isSquared);
      h += term(values[row + 7] as number, center, isSquared);
    }
    sum = a + b + (c + d) + (e + f + (g + h));
  }
  for (; row < to; row++) sum += term(values[row] as number, center, isSquared);
  return sum;
}

const sumOf = (values: Float64Array, from: number, to: number): number =>
  pairwiseSum(values, from, to, 0, false);

const squaresOf = (values: Float64Array, center: number): number =>
  pairwiseSum(values, 0, values.length, center, true);

/** The values of the range that are not NaN. */
function present(values: Float64Array, from: number, to: number): Float64Array {
  return values.subarray(from, to).filter((value) => !Number.isNaN(value));
}

function areEqual(values: Float64Array, from: number, to: number): boolean {
  for (let row = from + 1; row < to; row++) if (values[row] !== values[from]) return false;
  return true;
}

/** What is known of values after one pass. NaN is not counted. */
export interface Moments {
  readonly count: number;
  /** NaN if there is no value. Exactly the value of equal values, whatever the rounding of their sum. */
  readonly mean: number;
  /** Whether no two values differ. */
  readonly isConstant: boolean;
}

/** The moments of `values[from]` up to, not including, `values[to]`. */
export function momentsOf(values: Float64Array, from = 0, to: number = values.length): Moments {
  const count = to - from;
  if (count === 0) return { count, mean: Number.NaN, isConstant: true };
  const mean = sumOf(values, from, to) / count;
  if (Number.isNaN(mean)) return momentsOf(present(values, from, to));
  const isConstant = areEqual(values, from, to);
  return { count, mean: isConstant ? (values[from] as number) : mean, isConstant };
}

/** The least and the greatest value; NaN is not counted. */
export function extentOf(
  values: Float64Array,
  from = 0,
  to: number = values.length,
): { readonly min: number; readonly max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (let row = from; row < to; row++) {
    const value = values[row] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** Squares of tiny or huge distances under- or overflow, so these are measured by the largest one. */
function extremeDeviation(values: Float64Array, mean: number, degrees: number): number {
  const { min, max } = extentOf(values);
  const largest = Math.max(max - mean, mean - min);
  const shares = values.map((value) => (value - mean) / largest);
  return Math.max(largest * Math.sqrt(squaresOf(shares, 0) / degrees), Number.MIN_VALUE);
}

/**
 * The standard deviation with `count - ddof` in the denominator; 0 if there are too few values or all are equal, and
 * positive otherwise. Neither tiny nor huge values under- or overflow. NaN is not counted.
 */
export function deviationOf(
  values: Float64Array,
  ddof: number,
  from = 0,
  to: number = values.length,
  { count, mean, isConstant }: Moments = momentsOf(values, from, to),
): number {
  if (count <= ddof || isConstant) return 0;
  const counted = count === to - from ? values.subarray(from, to) : present(values, from, to);
  const sum = squaresOf(counted, mean);
  if (sum > SMALLEST_SAFE_SQUARES && sum < Infinity) return Math.sqrt(sum / (count - ddof));
  return extremeDeviation(counted, mean, count - ddof);
}

/**
 * The mean of values with weights, or of equal weight if the weights sum to 0. It stays between the least and the
 * greatest value, so that it is exactly the value of equal values.
 */
export function weightedMean(values: Float64Array, weights: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let row = from; row < to; row++) if (!Number.isNaN(values[row])) total += weights[row] as number;
  if (total === 0) return momentsOf(values, from, to).mean;
  let weighted = 0;
  for (let row = from; row < to; row++) {
    const value = values[row] as number;
    if (!Number.isNaN(value)) weighted += value * ((weights[row] as number) / total);
  }
  const { min, max } = extentOf(values, from, to);
  return Math.min(Math.max(weighted, min), max);
}
