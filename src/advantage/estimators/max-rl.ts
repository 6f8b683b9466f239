import { forEachGroup, type RewardBatch, writeCentered } from "../batch.js";
import { epsRule, type Estimator, overGroups, type RewardGroups } from "../estimator.js";
import { extentOf, momentsOf } from "../statistics.js";

/** Options of {@link maxRl}. */
export interface MaxRlOptions {
  /** Added to the mean. @default 1e-6 */
  readonly eps?: number;
}

function compute({ rewards, starts }: RewardBatch, { eps = 1e-6 }: MaxRlOptions): Float64Array {
  const advantages = new Float64Array(rewards.length);
  forEachGroup({ starts }, (from, to) => {
    const { mean, isConstant } = momentsOf(rewards, from, to);
    if (isConstant || mean === 0 || extentOf(rewards, from, to).min < 0) return;
    writeCentered(advantages, rewards, [from, to], { center: mean, divisor: mean + eps });
  });
  return advantages;
}

/** MaxRL. */
export const maxRlEstimator: Estimator<MaxRlOptions> = { name: "maxrl", rules: { eps: epsRule }, compute };

/**
 * MaxRL, maximum-likelihood reinforcement learning (arXiv:2602.02710): (reward - mean of the group) / (mean + eps),
 * which weighs a prompt by one over its success rate. The paper derives it for rewards of 0 and 1; a group with a
 * negative reward has 0.
 */
export const maxRl: (groups: RewardGroups, options?: MaxRlOptions) => number[][] = overGroups(maxRlEstimator);
