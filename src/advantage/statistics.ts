import type { Score } from "../core/index.js";

/** Differences and sums of rewards up to here stay finite; a larger one counts as infinite. */
const LARGEST_REWARD = 1e300;

/** A sum of squares above this, and finite, lost nothing that matters to under- or overflow. */
const SMALLEST_SAFE_SQUARES = 1e-280;

/** A reward that takes part in a baseline: `null`, NaN, infinities and absurdly large values do not. */
export function isScorable(reward: Score): reward is number {
  return reward !== null && Math.abs(reward) <= LARGEST_REWARD;
}

/** What is known of values after one pass. NaN is not counted. */
export interface Moments {
  readonly count: number;
  /** NaN if there is no value. Exactly the value of equal values, whatever the rounding of their sum. */
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** The moments of `values[from]` up to, not including, `values[to]`. */
export function momentsOf(values: Float64Array, from = 0, to: number = values.length): Moments {
  let count = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let row = from; row < to; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { count, mean: Math.min(Math.max(sum / count, min), max), min, max };
}

/** The sum of squared distances from the mean, each divided by the square of `unit`. */
function squares(values: Float64Array, from: number, to: number, mean: number, unit: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) {
    const distance = ((values[row] as number) - mean) / unit;
    if (distance === distance) sum += distance * distance;
  }
  return sum;
}

/**
 * The standard deviation with `count - ddof` in the denominator; 0 if there are too few values or all are equal, and
 * positive otherwise. Neither tiny nor huge values under- or overflow: their distances are measured by the largest.
 */
export function deviationOf(
  values: Float64Array,
  ddof: number,
  from = 0,
  to: number = values.length,
  { count, mean, min, max }: Moments = momentsOf(values, from, to),
): number {
  if (count <= ddof || !(min < max)) return 0;
  const sum = squares(values, from, to, mean, 1);
  if (sum > SMALLEST_SAFE_SQUARES && sum < Infinity) return Math.sqrt(sum / (count - ddof));
  const largest = Math.max(max - mean, mean - min);
  const scaled = Math.sqrt(squares(values, from, to, mean, largest) / (count - ddof));
  return Math.max(largest * scaled, Number.MIN_VALUE);
}

/**
 * The mean of values with weights, or of equal weight if the weights sum to 0. Like the mean of {@link Moments} it
 * stays between the least and the greatest value.
 */
export function weightedMean(values: Float64Array, weights: Float64Array, from: number, to: number): number {
  const { mean, min, max } = momentsOf(values, from, to);
  let total = 0;
  for (let row = from; row < to; row++) if (!Number.isNaN(values[row])) total += weights[row] as number;
  if (total === 0) return mean;
  let weighted = 0;
  for (let row = from; row < to; row++) {
    const value = values[row] as number;
    if (!Number.isNaN(value)) weighted += value * ((weights[row] as number) / total);
  }
  return Math.min(Math.max(weighted, min), max);
}
