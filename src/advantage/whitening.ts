import type { OptionRule } from "./options.js";
import { deviationOf, extentOf, momentsOf } from "./statistics.js";

/** How a batch of values is given mean 0 and deviation 1. */
export interface WhitenOptions {
  /** Keeps the divisor from 0. */
  readonly eps: number;
  /** Whether `eps` is added to the deviation, or to the variance under the root. */
  readonly epsAt: "deviation" | "variance";
}

/** The rule of the option that says where eps is added. */
export const epsAtRule: OptionRule = {
  enum: ["deviation", "variance"],
  description: "Whether eps is added to the deviation, or to the variance under the root.",
};

const divisorOf = (deviation: number, { eps, epsAt }: WhitenOptions): number =>
  epsAt === "deviation" ? deviation + eps : Math.hypot(deviation, Math.sqrt(eps));

/** Mean and deviation of values that count as often as their weight says, with the total less 1 as denominator. */
function weightedSpread(values: Float64Array, weights: Float64Array): { mean: number; deviation: number } {
  const { min, max } = extentOf(values);
  let total = 0;
  let sum = 0;
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    total += weights[row] as number;
    sum += value * (weights[row] as number);
  });
  if (!(min < max) || total <= 1) return { mean: min, deviation: 0 };
  const mean = Math.min(Math.max(sum / total, min), max);
  const largest = Math.max(max - mean, mean - min);
  let squares = 0;
  values.forEach((value, row) => {
    if (!Number.isNaN(value)) squares += ((value - mean) / largest) ** 2 * (weights[row] as number);
  });
  return { mean, deviation: Math.max(largest * Math.sqrt(squares / (total - 1)), Number.MIN_VALUE) };
}

/**
 * (value - mean) / deviation over all values but NaN, which stay NaN; the sample deviation. With weights, such as
 * token counts, each value counts as often as its weight says. Equal values become exactly 0.
 */
export function whiten(values: Float64Array, options: WhitenOptions, weights?: Float64Array): Float64Array {
  const moments = momentsOf(values);
  const { mean, deviation } = weights
    ? weightedSpread(values, weights)
    : { mean: moments.mean, deviation: deviationOf(values, 1, 0, values.length, moments) };
  const divisor = divisorOf(deviation, options);
  return values.map((value) => {
    if (Number.isNaN(value)) return value;
    return value === mean || deviation === 0 ? 0 : (value - mean) / divisor;
  });
}

/** The values, with 0 in place of NaN. */
export function zeroMissing(values: Float64Array): Float64Array {
  const result = values.slice();
  for (let row = 0; row < result.length; row++) if (Number.isNaN(result[row])) result[row] = 0;
  return result;
}
