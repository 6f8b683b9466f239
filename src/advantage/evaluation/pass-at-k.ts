import { checkObject, RewardError } from "../../core/index.js";
import { checkGroups } from "../batch.js";
import type { RewardGroups } from "../estimator.js";
import { isScorable } from "../statistics.js";
import { type Estimate, type EstimateOptions, wilsonEstimate } from "./intervals.js";

/** Options of {@link passAtK}. */
export interface PassAtKOptions extends EstimateOptions {
  /** Tries of which one must pass. */
  readonly k: number;
  /** A score of this or more passes. @default 1 */
  readonly threshold?: number;
}

/** The probability that none of `k` of `total` completions, drawn without replacement, is one of the `passed`. */
export function allMissed(total: number, passed: number, k: number): number {
  let probability = 1;
  for (let i = 0; i < k; i++) probability *= Math.max(total - passed - i, 0) / (total - i);
  return probability;
}

/** @throws {RewardError} `bad_options` if `k` is not a positive integer, `bad_input` if a problem has fewer than `k` */
export function checkDraws(name: string, k: number, sizes: readonly number[]): void {
  if (!Number.isInteger(k) || k < 1) {
    throw new RewardError("bad_options", `${name} must be an integer of 1 or more; it is ${k}.`);
  }
  const small = sizes.findIndex((size) => size < k);
  if (small !== -1) {
    throw new RewardError(
      "bad_input",
      `Problem ${small} has ${sizes[small]} samples, too few for ${name} = ${k}.`,
    );
  }
}

/**
 * pass@k (Chen et al. 2021, arXiv:2107.03374): the probability that one of k completions passes, estimated without
 * bias from n ≥ k completions of each problem of which c pass as 1 - C(n-c, k) / C(n, k), and averaged over the
 * problems. A completion without a score counts as a try that fails. The interval is Wilson's, over problems.
 *
 * @param groups one list of scores per problem
 * @throws {RewardError} `bad_options` for a `k` or a confidence without meaning, `bad_input` for fewer than k scores
 */
export function passAtK(groups: RewardGroups, options: PassAtKOptions): Estimate {
  checkGroups(groups);
  checkObject("The options of passAtK", options, "an object such as { k: 4 }");
  const { k, threshold = 1, ...interval } = options;
  checkDraws(
    "k",
    k,
    groups.map((group) => group.length),
  );
  const estimates = groups.map((group) => {
    const passed = group.filter((score) => isScorable(score) && score >= threshold).length;
    return 1 - allMissed(group.length, passed, k);
  });
  return wilsonEstimate(estimates, interval);
}
