import { forEachGroup, type RewardBatch } from "../batch.js";
import {
  countedRewards,
  epsRule,
  type Estimator,
  overGroupsWith,
  type RewardGroups,
  singletonRule,
  unscorableRule,
} from "../estimator.js";
import { momentsOf } from "../statistics.js";
import { epsAtRule, whiten, type WhitenOptions, zeroMissing } from "../whitening.js";

/** Options of {@link reinforcePlusPlus}. */
export interface ReinforcePlusPlusOptions extends Partial<WhitenOptions> {
  /** Keeps the divisor from 0. @default 1e-8 */
  readonly eps?: number;
  /** Whether `eps` is added to the deviation, or to the variance under the root. @default "variance" */
  readonly epsAt?: "deviation" | "variance";
  /** Whether a missing reward stays out of every statistic, or counts as 0, as in ms-swift. @default "exclude" */
  readonly unscorable?: "exclude" | "zero";
}

/** Options of {@link reinforcePlusPlusBaseline}. */
export interface ReinforcePlusPlusBaselineOptions extends ReinforcePlusPlusOptions {
  /** What the only reward of a group counts before whitening: 0, or itself, as in verl. @default "raw" */
  readonly singleton?: "zero" | "raw";
}

/** The tokens of each completion, one list per group: each reward counts that often in mean and deviation. */
export interface TokenCounts {
  readonly lengths?: RewardGroups;
}

function whitened(
  rewards: Float64Array,
  { lengths }: RewardBatch,
  { eps = 1e-8, epsAt = "variance" }: ReinforcePlusPlusOptions,
): Float64Array {
  return zeroMissing(whiten(rewards, { eps, epsAt }, lengths));
}

/** Each reward minus the mean of its group. */
function centered(batch: RewardBatch, rewards: Float64Array, singleton: "zero" | "raw"): Float64Array {
  const result = rewards.slice();
  forEachGroup(batch, (from, to) => {
    const { count, mean } = momentsOf(rewards, from, to);
    const center = count === 1 && singleton === "raw" ? 0 : mean;
    for (let row = from; row < to; row++) result[row] = (rewards[row] as number) - center;
  });
  return result;
}

const rules = { eps: epsRule, epsAt: epsAtRule, unscorable: unscorableRule };

/** REINFORCE++. */
export const reinforcePlusPlusEstimator: Estimator<ReinforcePlusPlusOptions> = {
  name: "reinforce_plus_plus",
  rules,
  compute: (batch, options) =>
    whitened(countedRewards(batch, options.unscorable ?? "exclude"), batch, options),
};

/** REINFORCE++ with the group's mean as baseline. */
export const reinforcePlusPlusBaselineEstimator: Estimator<ReinforcePlusPlusBaselineOptions> = {
  name: "reinforce_plus_plus_baseline",
  rules: { ...rules, singleton: singletonRule },
  compute: (batch, { singleton = "raw", ...options }) => {
    const rewards = countedRewards(batch, options.unscorable ?? "exclude");
    return whitened(centered(batch, rewards, singleton), batch, options);
  },
};

/**
 * REINFORCE++ (arXiv:2501.03262) of one reward per completion: the rewards of the batch whitened,
 * (reward - mean) / √(variance + eps), as verl's `reinforce_plus_plus` does with gamma 1. Groups play no part. verl
 * whitens over tokens: with `lengths` each completion counts as often as it has tokens. With a gamma below 1 every
 * token has its own advantage, see {@link reinforcePlusPlusTokens}.
 *
 * A completion without a reward has 0 and stays out of mean and variance.
 */
export const reinforcePlusPlus: (
  groups: RewardGroups,
  options?: ReinforcePlusPlusOptions & TokenCounts,
) => number[][] = overGroupsWith(reinforcePlusPlusEstimator);

/**
 * REINFORCE++-baseline (arXiv:2501.03262): each reward minus the mean of its group, then whitened over the batch, as
 * verl's `reinforce_plus_plus_baseline` does over tokens (hand over `lengths`), and ms-swift's `reinforce_plus_plus`
 * with `scale_rewards: "batch"` (`eps: 1e-4, epsAt: "deviation", singleton: "zero", unscorable: "zero"`).
 */
export const reinforcePlusPlusBaseline: (
  groups: RewardGroups,
  options?: ReinforcePlusPlusBaselineOptions & TokenCounts,
) => number[][] = overGroupsWith(reinforcePlusPlusBaselineEstimator);
