import type { RewardResult } from "../core/index.js";
import { decided, shareOfPassed, undecided } from "./decision.js";
import type { TestResult } from "./test-result.js";

/** Options of {@link passFraction}. */
export interface PassFractionOptions {
  /** What a timeout costs: the test that ran into it, or all of them, as in open-r1. @default "test" */
  readonly timeoutFails?: "test" | "all";
}

/** Options of {@link passesTests}. */
export interface PassesTestsOptions extends PassFractionOptions {
  /** The share of tests of which more than this must pass. @default 0.99 */
  readonly threshold?: number;
}

/**
 * The share of tests that a program passes, 0 to 1: the `code` reward of open-r1. `null` without tests and where the
 * sandbox failed, for both of which open-r1 gives 0.
 */
export function passFraction(
  results: readonly TestResult[],
  { timeoutFails = "test" }: PassFractionOptions = {},
): RewardResult {
  const isLost = timeoutFails === "all" && results.some(({ outcome }) => outcome === "timeout");
  return undecided(results) ?? decided(isLost ? 0 : shareOfPassed(results), results);
}

/** 1 if a program passes more than a share of its tests, else 0: the `binary_code` reward of open-r1. `null` as {@link passFraction}. */
export function passesTests(
  results: readonly TestResult[],
  { threshold = 0.99, ...options }: PassesTestsOptions = {},
): RewardResult {
  const { score, ...rest } = passFraction(results, options);
  return { score: score === null ? null : Number(score > threshold), ...rest };
}
