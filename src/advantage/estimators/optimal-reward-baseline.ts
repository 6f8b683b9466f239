import { forEachGroup, type RewardBatch, writeCentered } from "../batch.js";
import { type Estimator, overGroupsWith, type RewardGroups, singletonRule } from "../estimator.js";
import { momentsOf, weightedMean } from "../statistics.js";

/** Options of {@link optimalRewardBaseline}. */
export interface OptimalRewardBaselineOptions {
  /** What the only scorable reward of a group gets: 0, or the reward itself, as in verl. @default "zero" */
  readonly singleton?: "zero" | "raw";
}

/** The tokens of each completion, one list per group. */
export interface Lengths {
  readonly lengths: RewardGroups;
}

function compute(
  { rewards, starts, lengths }: RewardBatch,
  { singleton = "zero" }: OptimalRewardBaselineOptions,
): Float64Array {
  const advantages = new Float64Array(rewards.length);
  forEachGroup({ starts }, (from, to) => {
    const isRaw = singleton === "raw" && momentsOf(rewards, from, to).count === 1;
    const center = isRaw ? 0 : weightedMean(rewards, lengths as Float64Array, from, to);
    writeCentered(advantages, rewards, [from, to], { center });
  });
  return advantages;
}

/** OPO. */
export const opo: Estimator<OptimalRewardBaselineOptions> = {
  name: "opo",
  rules: { singleton: singletonRule },
  needs: ["lengths"],
  compute,
};

/**
 * OPO (arXiv:2505.23585): each reward minus Σ(length × reward) / Σ length of its group, the baseline of least variance
 * if the gradient of a completion grows with its length. Not divided by anything.
 */
export const optimalRewardBaseline: (
  groups: RewardGroups,
  options: OptimalRewardBaselineOptions & Lengths,
) => number[][] = overGroupsWith(opo);
