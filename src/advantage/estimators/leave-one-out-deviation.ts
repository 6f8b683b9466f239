import { forEachGroup, type RewardBatch } from "../batch.js";
import { epsRule, type Estimator, overGroups, type RewardGroups } from "../estimator.js";
import { extentOf, momentsOf } from "../statistics.js";

/** Options of {@link leaveOneOutDeviation}. */
export interface LeaveOneOutDeviationOptions {
  /** Added to the deviation of the siblings. @default 1e-6 */
  readonly eps?: number;
}

/** A deviation of siblings below this share of the group's greatest reward is rounding, not spread. */
const ROUNDING = 1e-12;

/** Count, mean and sum of squared distances; merging two never subtracts squares, so that nothing cancels. */
interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly squares: number;
}

const EMPTY: Spread = { count: 0, mean: 0, squares: 0 };

function merge(a: Spread, b: Spread): Spread {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const distance = b.mean - a.mean;
  return {
    count,
    mean: a.mean + distance * (b.count / count),
    squares: a.squares + b.squares + distance * distance * ((a.count * b.count) / count),
  };
}

/** For each value, the sample deviation of the others: what stands before it merged with what stands after it. */
function siblingDeviations(values: readonly number[]): number[] {
  const single = (value: number): Spread => ({ count: 1, mean: value, squares: 0 });
  const after = new Array<Spread>(values.length + 1).fill(EMPTY);
  for (let i = values.length - 1; i >= 0; i--) {
    after[i] = merge(single(values[i] as number), after[i + 1] as Spread);
  }
  let before = EMPTY;
  return values.map((value, i) => {
    const { count, squares } = merge(before, after[i + 1] as Spread);
    before = merge(before, single(value));
    return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
  });
}

function compute(
  { rewards, starts }: RewardBatch,
  { eps = 1e-6 }: LeaveOneOutDeviationOptions,
): Float64Array {
  const advantages = new Float64Array(rewards.length);
  forEachGroup({ starts }, (from, to) => {
    const { count, mean, isConstant } = momentsOf(rewards, from, to);
    if (isConstant) return;
    const { min, max } = extentOf(rewards, from, to);
    const largest = Math.max(max - mean, mean - min);
    const noise = ROUNDING * Math.max(Math.abs(min), Math.abs(max));
    const rows: number[] = [];
    for (let row = from; row < to; row++) if (!Number.isNaN(rewards[row])) rows.push(row);
    const deviations = siblingDeviations(rows.map((row) => ((rewards[row] as number) - mean) / largest));
    rows.forEach((row, i) => {
      const centered = (count / (count - 1)) * ((rewards[row] as number) - mean);
      const deviation = largest * (deviations[i] as number);
      advantages[row] = deviation > noise ? centered / (deviation + eps) : centered;
    });
  });
  return advantages;
}

/** GRPO with a baseline and a deviation that leave the completion out. */
export const grpoLeaveOneOut: Estimator<LeaveOneOutDeviationOptions> = {
  name: "grpo_leave_one_out",
  rules: { eps: epsRule },
  compute,
};

/**
 * NeMo-RL's GRPO with `use_leave_one_out_baseline` and `normalize_rewards`: each reward minus the mean of its
 * siblings, over their sample deviation + eps. Where the siblings do not differ, it is not divided; without
 * normalisation the estimator is {@link leaveOneOut}.
 *
 * NeMo-RL takes the deviation as the root of a difference of squares, so that rounding passes for spread and the one
 * loser of [0, 0.95, ..., 0.95] gets -2075 (NVIDIA-NeMo/RL#4158). Here nothing cancels, and a deviation that is a
 * rounding error of the rewards counts as none.
 *
 * A group with a single scorable reward has 0. Linear in the number of rewards.
 */
export const leaveOneOutDeviation: (
  groups: RewardGroups,
  options?: LeaveOneOutDeviationOptions,
) => number[][] = overGroups(grpoLeaveOneOut);
