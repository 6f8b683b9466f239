import { checkObject } from "../core/index.js";
import { flatten } from "./batch.js";
import type { RewardGroups } from "./estimator.js";
import { checkedOptions, type OptionRules } from "./options.js";
import { deviationOf, momentsOf } from "./statistics.js";

/** What a batch was scored with, such as the result of `scoreGroups`. */
export interface ScoredBatch {
  /** The score of each reward function by its name. */
  readonly scores: Readonly<Record<string, RewardGroups>>;
  /** The reward of each completion. */
  readonly rewards: RewardGroups;
}

/** Options of {@link rewardMetrics}. */
export interface RewardMetricsOptions {
  /**
   * The deviation that `frac_reward_zero_std` asks about: each group's, or the batch's, as in TRL where advantages are
   * scaled by the batch. @default "group"
   */
  readonly scale?: "group" | "batch";
}

const rules: OptionRules<RewardMetricsOptions> = {
  scale: { enum: ["group", "batch"], description: "Whose deviation frac_reward_zero_std asks about." },
};

/** A deviation of this or less is zero, as in `torch.isclose`. */
const CLOSE_TO_ZERO = 1e-8;

/** The sample deviation; NaN if there are fewer than two values. */
function sampleDeviation(values: Float64Array): number {
  const moments = momentsOf(values);
  return moments.count < 2 ? Number.NaN : deviationOf(values, 1, 0, values.length, moments);
}

/** The share of completions in groups without spread. Of several completions, only one of which has a reward, none. */
function zeroDeviationShare(groups: RewardGroups): number {
  const rows = groups.reduce((sum, group) => sum + group.length, 0);
  const without = groups.filter(
    (group) => group.length === 1 || sampleDeviation(flatten([group])) <= CLOSE_TO_ZERO,
  );
  return without.reduce((sum, group) => sum + group.length, 0) / rows;
}

/**
 * The metrics that TRL's trainers log, under TRL's names: `rewards/<name>/mean` and `rewards/<name>/std` of each reward
 * function, `reward` and `reward_std` of the rewards over the whole batch, and `frac_reward_zero_std`. Deviations are
 * the sample's. A `null`, NaN or infinite score stays out; a mean of nothing and a deviation of fewer than two values
 * are NaN. The keys are the same for every batch of the same rewards.
 *
 * @example
 * console.log(rewardMetrics(await scoreGroups(groups, reward)));
 */
export function rewardMetrics(
  batch: ScoredBatch,
  options: RewardMetricsOptions = {},
): Record<string, number> {
  checkObject("The batch", batch, "the result of scoreGroups, or { scores, rewards }");
  const { scores, rewards } = batch;
  checkObject("scores", scores, "an object with the scores of each reward by its name");
  const { scale = "group" } = checkedOptions("rewardMetrics", rules, options);
  const metrics: Record<string, number> = {};
  for (const [name, groups] of Object.entries(scores)) {
    const values = flatten(groups);
    metrics[`rewards/${name}/mean`] = momentsOf(values).mean;
    metrics[`rewards/${name}/std`] = sampleDeviation(values);
  }
  const all = flatten(rewards);
  metrics.reward = momentsOf(all).mean;
  metrics.reward_std = sampleDeviation(all);
  metrics.frac_reward_zero_std = zeroDeviationShare(scale === "batch" ? [rewards.flat()] : rewards);
  return metrics;
}
