import { groupRelative, leaveOneOut, mapGroups } from "../../../src/advantage/index.js";
import { type Score, tagCount, weightedSum } from "../../../src/index.js";
import type { Adapter, System, Vector } from "../vector.js";

type Rows = readonly (readonly (number | "NaN" | null)[])[];

/** The reward of each completion: the weighted sum of its functions' values. A NaN is `null` behind the score gate. */
function rewardsOf({ inputs }: Vector, weights: readonly number[] | null): Score[] {
  return (inputs.rewards_per_func as Rows).map((values) => {
    const terms = values.map((_, i) => [tagCount(), weights?.[i] ?? 1] as const);
    return weightedSum(...terms).combine(values.map((value) => (value === "NaN" ? null : value)));
  });
}

/** The trainers lay out their batch group by group. */
function chunked(
  rewards: readonly Score[],
  size: unknown,
  compute: (groups: Score[][]) => number[][],
): number[] {
  const ids = rewards.map((_, row) => Math.floor(row / (size as number)));
  return mapGroups(rewards, ids, compute);
}

const SCALES = new Map<unknown, "group" | "batch" | "none">([
  ["group", "group"],
  ["batch", "batch"],
  ["none", "none"],
  [true, "group"],
  [false, "none"],
]);

const weightsOf = ({ params }: Vector): readonly number[] | null =>
  (params.reward_weights ?? null) as readonly number[] | null;

const advantages: Pick<Adapter, "expected" | "tolerance"> = {
  expected: ({ expected }) => (expected as { advantages: unknown }).advantages,
  tolerance: { absolute: 1e-4, relative: 1e-3 },
};

const trlAdvantages: System = {
  adapters: {
    "trl.grpo_advantages": {
      ...advantages,
      run: (vector) => {
        const scale = SCALES.get(vector.params.scale_rewards);
        if (scale === undefined) throw new Error(`Unknown scale ${String(vector.params.scale_rewards)}`);
        return chunked(rewardsOf(vector, weightsOf(vector)), vector.params.num_generations, (groups) =>
          groupRelative(groups, { scale }),
        );
      },
    },
    "trl.rloo_advantages": {
      ...advantages,
      run: (vector) => {
        const { num_generations, normalize_advantages, reward_clip_range } = vector.params;
        const clip = reward_clip_range as [number, number] | null;
        const options = { normalize: normalize_advantages as boolean, ...(clip && { clip }) };
        return chunked(rewardsOf(vector, weightsOf(vector)), num_generations, (groups) =>
          leaveOneOut(groups, options),
        );
      },
    },
    // The async worker scores one group at a time and leaves the reward weights out.
    "trl.async_grpo_advantages": {
      ...advantages,
      tolerance: { absolute: 1e-9 },
      run: (vector) => groupRelative([rewardsOf(vector, null)], { preset: "trl-async" }).flat(),
    },
  },
  pending: [
    "trl.nanstd",
    "trl.grpo_advantages#027",
    "trl.grpo_advantages#031",
    "trl.grpo_advantages#043",
    "trl.grpo_advantages#079",
    "trl.grpo_advantages#123",
    "trl.grpo_advantages#127",
    "trl.grpo_advantages#131",
    "trl.grpo_advantages#143",
    "trl.grpo_advantages#147",
    "trl.grpo_advantages#155",
  ],
};

export default trlAdvantages;
