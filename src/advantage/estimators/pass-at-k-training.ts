import { forEachGroup, type RewardBatch } from "../batch.js";
import { type Estimator, overGroups, type RewardGroups } from "../estimator.js";
import { allMissed } from "../evaluation/pass-at-k.js";

/** Options of {@link passAtKTraining}. */
export interface PassAtKTrainingOptions {
  /** Completions of which one must pass. A group that is smaller is judged at its size. @default 4 */
  readonly k?: number;
  /** A reward of this or more passes. @default 1 */
  readonly threshold?: number;
}

/** The advantages of completions that pass and of those that do not. */
function advantagesOf(total: number, passed: number, k: number): { pass: number; fail: number } | null {
  const missed = allMissed(total, passed, k);
  const deviation = Math.sqrt(missed * (1 - missed));
  if (deviation === 0) return null;
  const missedWithout = allMissed(total - 1, passed, k - 1);
  return { pass: missed / deviation, fail: (missed - missedWithout) / deviation };
}

function compute(
  { rewards, starts }: RewardBatch,
  { k = 4, threshold = 1 }: PassAtKTrainingOptions,
): Float64Array {
  const advantages = new Float64Array(rewards.length);
  forEachGroup({ starts }, (from, to) => {
    const group = rewards.subarray(from, to);
    const scorable = group.filter((reward) => !Number.isNaN(reward));
    const passed = scorable.filter((reward) => reward >= threshold).length;
    const found = advantagesOf(scorable.length, passed, Math.min(k, scorable.length));
    if (found === null) return;
    group.forEach((reward, i) => {
      if (!Number.isNaN(reward)) advantages[from + i] = reward >= threshold ? found.pass : found.fail;
    });
  });
  return advantages;
}

/** Pass@k training with the analytic advantage. */
export const passKTraining: Estimator<PassAtKTrainingOptions> = {
  name: "pass_at_k",
  rules: {
    k: { type: "integer", minimum: 1, description: "Completions of which one must pass." },
    threshold: { type: "number", description: "A reward of this or more passes." },
  },
  compute,
};

/**
 * Pass@k training (arXiv:2508.10751), the analytic form: the advantage that a completion has on average over all
 * sets of k completions of its group, where a set earns 1 if one of them passes. With N completions, M of which fail,
 * m = C(M, k) / C(N, k) and σ = √(m (1 - m)), one that passes has m / σ, and one that fails
 * (m - C(M-1, k-1) / C(N-1, k-1)) / σ. Both are 0 where no set or every set passes.
 */
export const passAtKTraining: (groups: RewardGroups, options?: PassAtKTrainingOptions) => number[][] =
  overGroups(passKTraining);
