import { RewardError } from "../../core/index.js";

/** An estimated mean over problems, and where the mean of all such problems lies with the asked confidence. */
export interface Estimate {
  readonly value: number;
  /** `null` where there are too few problems to tell. */
  readonly interval: readonly [low: number, high: number] | null;
  /** How the interval is computed. */
  readonly method: "wilson" | "normal";
}

/** Options of every estimate. */
export interface EstimateOptions {
  /** Share of the intervals that hold the true mean. @default 0.95 */
  readonly confidence?: number;
}

const LOWER = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
];
const LOWER_BY = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
];
const TAIL = [
  -7.784894002430293e-3, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
];
const TAIL_BY = [7.784695709041462e-3, 0.3224671290700398, 2.445134137142996, 3.754408661907416];

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((value, coefficient) => value * x + coefficient, 0);

/** The point that a standard normal variable stays below with probability `p`; Acklam's fit, within 1.2e-9. */
function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const x = Math.sqrt(-2 * Math.log(p));
    return polynomial([...TAIL, 2.938163982698783], x) / polynomial([...TAIL_BY, 1], x);
  }
  const x = p - 0.5;
  const square = x * x;
  return (polynomial([...LOWER, 2.506628277459239], square) * x) / polynomial([...LOWER_BY, 1], square);
}

function quantileOf(confidence = 0.95): number {
  if (confidence > 0 && confidence < 1) return normalQuantile((1 + confidence) / 2);
  throw new RewardError("bad_options", `The confidence must be between 0 and 1; it is ${confidence}.`);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value / values.length, 0);

/**
 * The mean of values between 0 and 1 with Wilson's interval for a proportion of as many trials. No value between 0 and
 * 1 varies more than a coin of the same mean, so the interval is never too short; it stays within [0, 1] and has a
 * length even if all values are equal.
 */
export function wilsonEstimate(values: readonly number[], { confidence }: EstimateOptions): Estimate {
  const z = quantileOf(confidence);
  if (values.length === 0) return { value: Number.NaN, interval: null, method: "wilson" };
  const value = Math.min(mean(values), 1);
  const share = (z * z) / values.length;
  const center = (value + share / 2) / (1 + share);
  const half = (Math.sqrt(share) * Math.sqrt(value * (1 - value) + share / 4)) / (1 + share);
  const interval = [Math.max(center - half, 0), Math.min(center + half, 1)] as const;
  return { value, interval, method: "wilson" };
}

/** The mean of any values, with the normal interval mean ± z × sample deviation / √count; it needs two values. */
export function normalEstimate(values: readonly number[], { confidence }: EstimateOptions): Estimate {
  const z = quantileOf(confidence);
  if (values.length === 0) return { value: Number.NaN, interval: null, method: "normal" };
  const value = mean(values);
  if (values.length === 1) return { value, interval: null, method: "normal" };
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2 / (values.length - 1), 0);
  const half = z * Math.sqrt(variance / values.length);
  return { value, interval: [value - half, value + half], method: "normal" };
}
