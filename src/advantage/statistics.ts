import type { Score } from "../core/index.js";

/** Differences and sums of rewards up to here stay finite; a larger one counts as infinite. */
const LARGEST_REWARD = 1e300;

/** A reward that takes part in a baseline: `null`, NaN, infinities and absurdly large values do not. */
export function isScorable(reward: Score): reward is number {
  return reward !== null && Math.abs(reward) <= LARGEST_REWARD;
}

/**
 * The mean; NaN of an empty list. It is held between the least and the greatest value, so that a constant list
 * has exactly its value as mean, whatever the rounding of the sum.
 */
export function mean(values: readonly number[]): number {
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const rounded = Number.isFinite(sum) ? sum / values.length : sumOfShares(values);
  return Math.min(Math.max(rounded, min), max);
}

/** The mean of values whose sum overflows. */
function sumOfShares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

/**
 * The standard deviation with `n - ddof` in the denominator; 0 if there are too few values. Deviations are
 * scaled by the largest one, so that neither tiny nor huge rewards under- or overflow.
 */
export function standardDeviation(values: readonly number[], ddof: number): number {
  if (values.length <= ddof) return 0;
  const center = mean(values);
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value - center));
  if (largest === 0) return 0;
  let sum = 0;
  for (const value of values) sum += ((value - center) / largest) ** 2;
  return largest * Math.sqrt(sum / (values.length - ddof));
}
