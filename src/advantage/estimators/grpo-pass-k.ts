import { forEachGroup, type RewardBatch } from "../batch.js";
import { ddofRule, epsRule, type Estimator, overGroups, type RewardGroups } from "../estimator.js";
import { deviationOf } from "../statistics.js";

/** Options of {@link bestOverSecond}. */
export interface BestOverSecondOptions {
  /** Whether the advantage is divided by the deviation of the group + eps. @default "group" */
  readonly scale?: "group" | "none";
  /** Degrees of freedom taken off in the deviation. @default 1 */
  readonly ddof?: 0 | 1;
  /** Added to the deviation. @default 1e-6 */
  readonly eps?: number;
}

/** The row of the greatest reward, and how far the next one is behind it; `null` for fewer than two rewards. */
function lead(rewards: Float64Array, from: number, to: number): { row: number; gap: number } | null {
  let best = -1;
  let second = -Infinity;
  for (let row = from; row < to; row++) {
    const reward = rewards[row] as number;
    if (Number.isNaN(reward)) continue;
    if (best === -1 || reward > (rewards[best] as number)) {
      if (best !== -1) second = rewards[best] as number;
      best = row;
    } else if (reward > second) second = reward;
  }
  return second === -Infinity ? null : { row: best, gap: (rewards[best] as number) - second };
}

function compute({ rewards, starts }: RewardBatch, options: BestOverSecondOptions): Float64Array {
  const { scale = "group", ddof = 1, eps = 1e-6 } = options;
  const advantages = new Float64Array(rewards.length);
  forEachGroup({ starts }, (from, to) => {
    const found = lead(rewards, from, to);
    if (found === null || found.gap === 0) return;
    const divisor = scale === "none" ? 1 : deviationOf(rewards, ddof, from, to) + eps;
    advantages[found.row] = found.gap / divisor;
  });
  return advantages;
}

/** verl's pass@k GRPO. */
export const grpoPassK: Estimator<BestOverSecondOptions> = {
  name: "grpo_passk",
  rules: {
    scale: { enum: ["group", "none"], description: "Whether it is divided by the deviation of the group." },
    ddof: ddofRule,
    eps: epsRule,
  },
  compute,
};

/**
 * verl's `grpo_passk`, after arXiv:2503.19595: only the best completion of a group has an advantage, the lead of its
 * reward over the second best, (best - second) / (deviation + eps). A tie at the top has no lead. A group of fewer
 * than two rewards has 0, where verl raises.
 */
export const bestOverSecond: (groups: RewardGroups, options?: BestOverSecondOptions) => number[][] =
  overGroups(grpoPassK);
