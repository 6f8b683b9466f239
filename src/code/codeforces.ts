import { RewardError, type RewardResult } from "../core/index.js";
import { isBlank } from "../text/index.js";
import { decided, shareOfPassed, undecided, withoutCode } from "./decision.js";
import { hasPassed, type TestResult } from "./test-result.js";

/** What a program earns by the share of tests that it passes. */
export type CodeforcesMode = "pass_fail" | "partial" | "weighted_sum";

/** Options of {@link codeforcesScore}. */
export interface CodeforcesOptions {
  /** 1 for all tests; the share of them; or the first plus a tenth of the second. @default "weighted_sum" */
  readonly mode?: CodeforcesMode;
  /** The score of a program that does not compile. @default -0.1 */
  readonly compileError?: number;
  /** The score of a completion without code. @default -1 */
  readonly noSubmission?: number;
}

const PARTIAL_WEIGHT = 0.1;

const SCORES: Readonly<Record<CodeforcesMode, (share: number) => number>> = {
  pass_fail: (share) => Number(share === 1),
  partial: (share) => share,
  weighted_sum: (share) => Number(share === 1) + PARTIAL_WEIGHT * share,
};

/** Whether the results so far settle the score: all or nothing ends with the first test that fails. */
export function codeforcesSettles(results: readonly TestResult[], mode: CodeforcesMode): boolean {
  const isCompiled = results.every(({ outcome }) => outcome !== "compile_error");
  return !isCompiled || (mode === "pass_fail" && !results.every(hasPassed));
}

/**
 * The score of a submission to a contest: the `cf_code` reward of open-r1, at most 1, or 1.1 for "weighted_sum". Without
 * tests it is `null`, whatever was submitted; where the sandbox failed it is `null` too, and not a failed test.
 *
 * @param code what {@link extractCode} found
 * @param results one per test; skipped where an earlier test has settled the score
 * @throws {RewardError} `bad_options` if the mode does not exist
 */
export function codeforcesScore(
  code: string | null,
  results: readonly TestResult[],
  { mode = "weighted_sum", compileError = -0.1, noSubmission = -1 }: CodeforcesOptions = {},
): RewardResult {
  if (!Object.hasOwn(SCORES, mode)) {
    const known = Object.keys(SCORES).join(", ");
    throw new RewardError("bad_options", `There is no scoring mode "${mode}"; known are ${known}.`);
  }
  if (results.length > 0) {
    if (code === null || isBlank(code, 0, code.length)) return withoutCode(noSubmission);
    if (results.some(({ outcome }) => outcome === "compile_error")) {
      return { score: compileError, verdict: { status: "incorrect", by: "compile_error" } };
    }
  }
  return undecided(results) ?? decided(SCORES[mode](shareOfPassed(results)), results);
}
