import { type RewardResult, undetermined } from "../core/index.js";
import { hasPassed, type TestResult } from "./test-result.js";

/** The result where tests cannot tell: there are none, or the sandbox has failed on one. Never a number. */
export function undecided(results: readonly TestResult[]): RewardResult | null {
  if (results.length === 0) return { score: null, verdict: undetermined("reference", "no_tests") };
  const hasFailed = results.some(({ outcome }) => outcome === "infra_error");
  return hasFailed ? { score: null, verdict: undetermined("system", "infra_error") } : null;
}

/** The score of a completion that submits no code. */
export function withoutCode(score: number): RewardResult {
  return { score, verdict: undetermined("candidate", "no_code") };
}

/** A score that tests decided; the verdict is "correct" if all of them passed. */
export function decided(score: number, results: readonly TestResult[]): RewardResult {
  return { score, verdict: { status: results.every(hasPassed) ? "correct" : "incorrect", by: "tests" } };
}

/** The share of tests that passed, 0 to 1; there is at least one. */
export function shareOfPassed(results: readonly TestResult[]): number {
  return results.filter(hasPassed).length / results.length;
}
