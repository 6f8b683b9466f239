import type { RewardBatch } from "../batch.js";
import { type Estimator, overGroupsWith, type RewardGroups } from "../estimator.js";
import { zeroMissing } from "../whitening.js";

/** The baseline of each completion, one list per group; `null` where there is none. */
export interface Baselines {
  readonly baselines: RewardGroups;
}

/** ReMax, and every other estimator that is handed its baseline. */
export const remaxEstimator: Estimator = {
  name: "remax",
  rules: {},
  needs: ["baselines"],
  compute: ({ rewards, baselines }: RewardBatch) =>
    zeroMissing(rewards.map((reward, row) => reward - (baselines?.[row] as number))),
};

/**
 * ReMax (arXiv:2310.10505): each reward minus the reward of the greedy completion of the same prompt. The baselines
 * may come from elsewhere, too: with those of {@link optimalValue} this is the advantage of A*-PO.
 *
 * A completion without a reward or without a baseline has 0.
 */
export const remax: (groups: RewardGroups, options: Baselines) => number[][] = overGroupsWith(remaxEstimator);
