import { groupRelative, leaveOneOut, mapGroups } from "../../src/advantage/index.js";
import { type Score, weightedSum } from "../../src/index.js";
import { tagCount } from "../../src/rewards/tag-count.js";
import type { Vector } from "./vectors.js";

type Rows = readonly (readonly (number | "NaN" | null)[])[];

/** The reward of each completion: the weighted sum of its functions' values. A NaN is `null` behind the score gate. */
function rewardsOf(rows: Rows, weights: readonly number[] | null): Score[] {
  return rows.map((values) => {
    const terms = values.map((_, i) => [tagCount(), weights?.[i] ?? 1] as const);
    return weightedSum(...terms).combine(values.map((value) => (value === "NaN" ? null : value)));
  });
}

/** The trainers lay out their batch group by group. */
function chunked(
  rewards: readonly Score[],
  size: number,
  compute: (groups: Score[][]) => number[][],
): number[] {
  const ids = rewards.map((_, row) => Math.floor(row / size));
  return mapGroups(rewards, ids, compute);
}

const SCALES = new Map<unknown, "group" | "batch" | "none">([
  ["group", "group"],
  ["batch", "batch"],
  ["none", "none"],
  [true, "group"],
  [false, "none"],
]);

type Adapter = (rows: Rows, params: Vector["params"]) => number[];

/** By the vectors' reward name. */
export const estimators: Readonly<Record<string, Adapter>> = {
  "trl.grpo_advantages": (rows, { num_generations, scale_rewards, reward_weights = null }) => {
    const scale = SCALES.get(scale_rewards);
    if (scale === undefined) throw new Error(`Unknown scale ${String(scale_rewards)}`);
    const rewards = rewardsOf(rows, reward_weights as number[] | null);
    return chunked(rewards, num_generations as number, (groups) => groupRelative(groups, { scale }));
  },
  "trl.rloo_advantages": (
    rows,
    { num_generations, normalize_advantages, reward_clip_range, reward_weights },
  ) => {
    const clip = reward_clip_range as [number, number] | null;
    const normalize = normalize_advantages as boolean;
    const rewards = rewardsOf(rows, reward_weights as number[] | null);
    return chunked(rewards, num_generations as number, (groups) =>
      leaveOneOut(groups, { normalize, ...(clip && { clip }) }),
    );
  },
  // The async worker scores one group at a time and leaves the reward weights out.
  "trl.async_grpo_advantages": (rows) =>
    groupRelative([rewardsOf(rows, null)], { preset: "trl-async" }).flat(),
};

/** The advantages of a vector's rows. */
export function advantagesOf({ reward, params, inputs }: Vector): number[] {
  const estimator = estimators[reward];
  if (estimator === undefined) throw new Error(`There is no adapter for ${reward}.`);
  return estimator(inputs.rewards_per_func ?? [], params);
}
