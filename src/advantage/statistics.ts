import type { Score } from "../core/index.js";

/** A reward that takes part in a baseline: `null`, NaN and infinities do not. */
export function isScorable(reward: Score): reward is number {
  return reward !== null && Number.isFinite(reward);
}

/** The mean, without rounding for equal values: a constant list has exactly its value as mean. */
export function mean(values: readonly number[]): number {
  const [first = 0] = values;
  let shift = 0;
  for (const value of values) shift += value - first;
  const result = first + shift / values.length;
  if (Number.isFinite(result)) return result;
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
