import { forEachGroup, type RewardBatch, writeCentered } from "../batch.js";
import { type Estimator, overGroups, type RewardGroups, singletonRule } from "../estimator.js";
import { momentsOf } from "../statistics.js";

/** Options of {@link gpg}. */
export interface GpgOptions {
  /** What the advantages are divided by (`f_norm`). @default 1 */
  readonly norm?: number;
  /** What the only scorable reward of a group counts: 0, or itself, as in verl. @default "zero" */
  readonly singleton?: "zero" | "raw";
}

/** Completions per completion whose reward is not 0. */
function alphaOf(rewards: Float64Array): number {
  let scorable = 0;
  let nonzero = 0;
  for (const reward of rewards) {
    if (Number.isNaN(reward)) continue;
    scorable++;
    if (reward !== 0) nonzero++;
  }
  return scorable / Math.max(nonzero, 1);
}

function compute(
  { rewards, starts }: RewardBatch,
  { norm = 1, singleton = "zero" }: GpgOptions,
): Float64Array {
  const advantages = new Float64Array(rewards.length);
  const alpha = alphaOf(rewards);
  forEachGroup({ starts }, (from, to) => {
    const { count, mean } = momentsOf(rewards, from, to);
    const center = count === 1 && singleton === "raw" ? 0 : mean;
    writeCentered(advantages, rewards, [from, to], { center, factor: alpha, divisor: norm });
  });
  return advantages;
}

/** GPG. */
export const gpgEstimator: Estimator<GpgOptions> = {
  name: "gpg",
  rules: {
    norm: { type: "number", exclusiveMinimum: 0, description: "What the advantages are divided by." },
    singleton: singletonRule,
  },
  compute,
};

/**
 * GPG (arXiv:2504.02546) as verl computes it: α × (reward - mean of the group) / norm, where α is the number of
 * rewards in the batch over the number of those that are not 0, so that groups without signal do not weaken the rest.
 */
export const gpg: (groups: RewardGroups, options?: GpgOptions) => number[][] = overGroups(gpgEstimator);
